"""Every view of the app, in the order of a walk through it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QToolButton

from tests.pictures import boards
from tests.pictures.canvas_views import board_menus, dragging, threads_and_groups
from tests.pictures.deciding_views import deciding, voting
from tests.pictures.ease_views import contrast, large_words, outline
from tests.pictures.export_views import closing, prepared
from tests.pictures.looking_views import looked_at
from tests.pictures.method_views_guide import balance, guide, threads
from tests.pictures.method_views_measures import measures, tensions
from tests.pictures.method_views_terms import leads, questions, terms
from tests.pictures.pasting_views import pasting, picture_cards, quick_list
from tests.pictures.presenting_views import presenting
from tests.pictures.running_views import agenda, large_running, running, silence
from tests.pictures.stage import Stage
from ui.dialogs.export_sheet import ExportSheet
from ui.dialogs.shortcut_sheet import ShortcutSheet
from workshop.model.cards import CardKind
from workshop.session.opening import open_session


def home_empty(stage: Stage) -> None:
    """The first start."""
    stage.take("home-empty")


def board(stage: Stage) -> None:
    """The sample: each diamond, the overview, near, and everything."""
    stage.open("sample", boards.sample())
    actions = stage.desk.board_actions
    for name in ("problem", "solution", "outcome"):
        getattr(actions, f"show_{name}")()
        stage.take(f"board-{name}")
    actions.show_board()
    stage.take("board-overview")
    actions.fit_all()
    stage.take("board-all")
    actions.show_problem()
    actions.zoom_100()
    stage.take("board-near")


def panels(stage: Stage) -> None:
    """The panel of a card of each kind with fields of its own, of several cards, and of a link."""
    desk = stage.desk
    desk.board_actions.show_problem()
    cards = desk.session.workshop.board.cards.values()
    for kind in (CardKind.QUESTION, CardKind.ACTION, CardKind.DECISION, CardKind.INSIGHT):
        card = next(card for card in cards if card.kind is kind and not card.hidden)
        desk.state.select({card.id})
        stage.take(f"panel-{kind.value}")
    linked = max(cards, key=lambda card: len(desk.session.workshop.board.links_of(card.id)))
    desk.state.select({linked.id})
    stage.settle()
    area = desk.panel.card.parentWidget().parentWidget()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    stage.take("panel-links")
    desk.board_actions.select_all()
    stage.take("panel-several")
    desk.state.select(links={next(iter(desk.session.workshop.board.links))})
    stage.take("panel-link")
    desk.state.select()


def writing(stage: Stage) -> None:
    """A card being written, and the popup that asks who writes."""
    desk = stage.desk
    desk.board_actions.new_card()
    desk.canvas.editor.insertPlainText("A new card, just being written")
    stage.take("writing")
    desk.canvas.cancel()
    desk.canvas.writing.end()
    desk.board_actions.undo()
    desk.top_bar.writing_as.ask()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    stage.take("writing-as", popup)
    popup.close()


def finding(stage: Stage) -> None:
    """The find bar with what it found and a filter, and the palette: empty, with cards, with nothing."""
    desk = stage.desk
    desk.board_actions.show_problem()
    desk.finding.find_cards()
    bar = desk.finding.bar
    assert bar is not None
    bar.field.setText("bill")
    stage.take("find")
    desk.finding.find_next()
    stage.take("find-next")
    bar.field.setText("no such words")
    stage.take("find-none")
    bar.field.clear()
    desk.finding.end_finding()
    desk.state.select()
    desk.board_actions.show_problem()
    for name, words in (("palette", ""), ("palette-cards", "bill"), ("palette-none", "zzqqxx")):
        desk.finding.command_palette()
        palette = desk.finding.palette
        assert palette is not None
        palette.field.setText(words)
        stage.take(name)
        QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    unfolded = desk.finding.map is not None and desk.finding.map.isVisible()
    desk.finding.toggle_minimap()
    stage.take("map-folded" if unfolded else "map-unfolded")
    desk.finding.toggle_minimap()


def menus(stage: Stage) -> None:
    """The main menu and the table of shortcuts."""
    button = stage.window.findChild(QToolButton, "mainMenu")
    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    stage.take("main-menu", menu)
    menu.close()
    stage.window.show_shortcuts()
    stage.take("shortcuts")
    stage.window.findChild(ShortcutSheet).deleteLater()
    stage.settle()


def export(stage: Stage) -> None:
    """An export on its way, done, and failed."""
    running = stage.window.export_to(stage.path("sample").with_suffix(".pdf"))
    sheet = stage.window.findChild(ExportSheet)
    running.progressed.emit(0.4, "Writing the cards of Explore")
    stage.take("export-running")
    running.cancel()
    ended: list[str] = []
    running.ended.connect(ended.append)
    while not ended:
        stage.settle()
    stage.take("export-cancelled")
    sheet.close()
    stage.settle()


def notices(stage: Stage) -> None:
    """Passing messages, and a session that somebody else has open."""
    stage.desk.state.message.emit("These cards are already linked by “leads to”.")
    stage.take("message")
    stage.open("empty", boards.empty())
    stage.window.close_session()
    holder = open_session(stage.path("empty"))
    stage.window.open_path(stage.path("empty"))
    stage.take("read-only")
    stage.window.close_session()
    holder.close()


def other_boards(stage: Stage) -> None:
    """A board without cards, and one with writing of all kinds."""
    stage.open("empty", boards.empty())
    stage.desk.board_actions.show_problem()
    stage.take("empty-board")
    stage.open("many-scripts", boards.many_scripts())
    stage.desk.board_actions.show_problem()
    stage.take("many-scripts")
    stage.desk.state.select({"c7"})
    stage.desk.board_actions.fit_selection()
    stage.take("many-scripts-long")
    stage.desk.state.select({"c0"})
    stage.desk.board_actions.fit_selection()
    stage.take("many-scripts-arabic")
    stage.desk.state.select()


def home_with_recents(stage: Stage) -> None:
    """The home screen after some sessions, and its form filled in."""
    stage.window.close_session()
    stage.take("home-recents")
    people = stage.window.home.findChild(QPlainTextEdit, "newPeople")
    people.setPlainText("Mira Jensen, CX\nJonas Weber, UX\nA guest")
    stage.take("home-filled")
    people.clear()


WALK: tuple[Callable[[Stage], None], ...] = (
    home_empty, board, threads_and_groups, board_menus, dragging, panels, threads, balance, guide, measures, tensions,
    terms, leads, questions, writing, finding,
    menus, prepared, closing, export, pasting, quick_list, picture_cards, outline, large_words, contrast,
    agenda, running, silence, large_running, voting, deciding, presenting, notices, looked_at,
    other_boards, home_with_recents,
)  # fmt: skip
