"""The views for those who work by keys or need more to see by: the outline, large words, high contrast."""

from PySide6.QtWidgets import QApplication, QTreeView

from tests.pictures import boards
from tests.pictures.stage import Stage
from ui.dialogs.shortcut_sheet import ShortcutSheet
from ui.theme.ease_menu import open_ease_menu
from ui.theme.theme import Contrast
from workshop.model.cards import Card


def outline(stage: Stage) -> None:
    """The outline with a card and its links, its menu, a card being written, and the search for a target."""
    stage.open("sample", boards.sample())
    desk = stage.desk
    desk.act("toggle_outline")
    _choose_linked(stage)
    stage.take("outline")
    panel = desk.outlining.panel
    assert panel is not None
    panel.acts.open_menu()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    stage.take("outline-menu", popup)
    popup.close()
    panel.acts.write()
    stage.take("outline-writing")
    panel.view.setFocus()
    desk.act("search_target")
    stage.take("outline-target")
    panel.view.setFocus()
    desk.act("toggle_outline")


def large_words(stage: Stage) -> None:
    """Words at 150 and 200 %: a card's panel, the outline, the palette, the shortcuts and the menu."""
    for per_cent in (150, 200):
        stage.theme.choose_text(per_cent)
        card = _choose_linked(stage)
        stage.take(f"text-{per_cent}-card")
        stage.desk.state.select()
        stage.take(f"text-{per_cent}-session")
        stage.desk.act("toggle_outline")
        stage.desk.state.select({card.id})
        stage.take(f"text-{per_cent}-outline")
        stage.desk.act("toggle_outline")
        stage.desk.finding.command_palette()
        stage.take(f"text-{per_cent}-palette")
        stage.desk.canvas.setFocus()
        stage.desk.finding.find_cards()
        stage.take(f"text-{per_cent}-find")
        stage.desk.finding.end_finding()
        stage.window.show_shortcuts()
        stage.take(f"text-{per_cent}-shortcuts")
        stage.window.findChild(ShortcutSheet).deleteLater()
        stage.settle()
    stage.theme.choose_text(100)


def contrast(stage: Stage) -> None:
    """High contrast near and far, and the menu that sets it."""
    stage.theme.choose_contrast(Contrast.HIGH)
    stage.desk.board_actions.show_problem()
    _choose_linked(stage)
    stage.take("contrast-high")
    stage.desk.board_actions.show_board()
    stage.take("contrast-high-far")
    menu = open_ease_menu(stage.window, stage.theme)
    stage.take("ease-menu", menu)
    menu.close()
    stage.theme.choose_contrast(Contrast.NORMAL)
    stage.desk.state.select()


def _choose_linked(stage: Stage) -> Card:
    """Select a card with links, in the outline too if it is there."""
    board = stage.desk.session.workshop.board
    card = next(card for card in board.cards.values() if not card.hidden and len(board.links_of(card.id)) > 1)
    stage.desk.state.select({card.id})
    tree = stage.window.findChild(QTreeView, "outline")
    if tree is not None and tree.isVisible():
        tree.expand(tree.currentIndex())
    stage.settle()
    return card
