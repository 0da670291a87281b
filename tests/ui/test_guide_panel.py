"""The phase guide: reached from the board, by key and by step; its checklist and its ghosts."""

from typing import Any

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from tests.ui.hands import CTRL, LEFT, Hands, Key
from ui.panels.guide.page import GuidePage
from ui.panels.guide.rows import GhostRow, HelpRow, TickRow
from ui.panels.row import Row
from workshop.commands.cards import add_card
from workshop.method.phase_examples import EXAMPLES
from workshop.method.phase_help import PHASE_HELP
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.picture.plan import Point

CX = Card(id="cx", text="Calls double", phase=Phase.DISCOVER, x=300.0, discipline=Discipline.CX)


@pytest.fixture
def hands(home: Hands, session_file: Any) -> Hands:
    assert home.window.open_path(session_file(CX))
    home.settle()
    home.desk.act("show_problem")
    home.desk.panelling.open("guide", "Discover")
    home.breathe()
    return home


def _page(hands: Hands) -> GuidePage:
    (page,) = hands.desk.panel.findChildren(GuidePage)
    return page


def _row(hands: Hands, key: str) -> Row:
    hands.bot.waitUntil(lambda: key in _page(hands).rows.keys)
    _page(hands).rows.go_to(key)
    return next(row for row in _page(hands).rows.rows if row.key == key)


def test_it_says_what_each_side_brings_what_is_done_together_and_when_it_is_done(hands: Hands) -> None:
    row = _row(hands, "help")
    assert isinstance(row, HelpRow)
    told = PHASE_HELP[Phase.DISCOVER]
    for words in (told.cx, told.ux, told.together, told.done_when):
        assert words in row.accessibleDescription()
        assert any(label.text() == words for label in row._texts.values())


def test_p_opens_the_guide_of_the_chosen_phase_else_of_the_one_in_the_middle(hands: Hands) -> None:
    hands.state.choose_phase(Phase.LAUNCH)
    hands.press(Key.Key_P, on=hands.canvas)
    assert _page(hands).phase is Phase.LAUNCH
    hands.state.choose_phase(None)
    hands.canvas.looking.fit_phase(Phase.EXPLORE)
    hands.press(Key.Key_P, on=hands.canvas)
    assert _page(hands).phase is Phase.EXPLORE
    hands.state.select({"cx"})
    hands.press(Key.Key_P, on=hands.canvas)
    assert _page(hands).phase is Phase.DISCOVER


def test_from_a_phase_one_steps_to_the_next_and_to_the_one_before(hands: Hands) -> None:
    page = _page(hands)
    buttons = {button.accessibleName(): button for button in page.findChildren(QToolButton)}
    hands.bot.mouseClick(buttons["Next phase"], LEFT)
    assert page.phase is Phase.DEFINE
    assert page._name.text() == "Define"
    assert _row(hands, "help").accessibleName() == "What belongs to Define"
    for _ in range(2):
        hands.bot.mouseClick(buttons["Phase before"], LEFT)
    assert page.phase is Phase.SCALE


def test_what_the_board_ticks_says_what_it_misses_and_ticks_itself(hands: Hands) -> None:
    row = _row(hands, "discover-both")
    assert isinstance(row, TickRow)
    assert row.note.text() == "No card of UX yet."
    assert not row.box.isVisible()
    add_card(
        hands.state.workshop,
        origin="phone",
        phase=Phase.DISCOVER,
        text="Five of eight stop",
        kind=CardKind.INSIGHT,
        discipline=Discipline.UX,
    )
    hands.bot.waitUntil(lambda: row.note.text() == "Ticked by the board")
    assert row.accessibleName().endswith(": done")


def test_a_point_is_ticked_by_hand_by_mouse_and_by_key_and_undo_takes_it_back(hands: Hands) -> None:
    row = _row(hands, "discover-scoped")
    assert isinstance(row, TickRow)
    assert row.note.text() == "To be ticked by hand"
    hands.bot.mouseClick(row.box, LEFT)
    assert hands.board.session.ticked == ("discover-scoped",)
    assert row.note.text() == "Ticked by hand"
    hands.press(Key.Key_Return, on=row)
    assert hands.board.session.ticked == ()
    hands.press(Key.Key_Z, CTRL, on=hands.canvas)
    assert hands.board.session.ticked == ("discover-scoped",)
    hands.bot.waitUntil(lambda: row.box.isChecked())


def test_a_ghost_is_accepted_as_a_card_and_is_then_no_ghost(hands: Hands) -> None:
    row = _row(hands, "Discover 2")
    assert isinstance(row, GhostRow)
    example = EXAMPLES["Discover 2"]
    hands.bot.mouseClick(row.button, LEFT)
    card = hands.card(example.text)
    assert (card.phase, card.kind, card.discipline) == (Phase.DISCOVER, example.kind, example.discipline)
    assert hands.state.cards == {card.id}
    assert "Discover 2" not in _page(hands).rows.keys


def test_enter_accepts_a_ghost_and_all_are_accepted_as_one_step_of_undo(hands: Hands) -> None:
    hands.press(Key.Key_Return, on=_row(hands, "Discover 1"))
    assert len(hands.cards) == 2
    hands.press(Key.Key_Return, on=_row(hands, "ghosts"))
    assert len(hands.cards) == 4
    assert "ghosts" not in _page(hands).rows.keys
    hands.press(Key.Key_Z, CTRL, on=hands.canvas)
    assert len(hands.cards) == 2


def test_escape_in_the_guide_brings_the_keyboard_back_to_the_board(hands: Hands) -> None:
    row = _row(hands, "leads")
    assert row.hasFocus()
    hands.press(Key.Key_Escape)
    assert hands.canvas.hasFocus()


def test_from_the_menu_of_the_ground_the_guide_is_that_of_the_phase_that_was_pointed_at(hands: Hands) -> None:
    hands.canvas.looking.fit_board()
    column = hands.canvas.scene.layout.columns[Phase.LAUNCH]
    at = hands.pixel(Point(column.x + column.w / 2, 200.0))
    where = hands.canvas.mapToGlobal(at)
    QApplication.sendEvent(hands.canvas, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    hands.window.actions_by_name["phase_guide"].trigger()
    menu.close()
    assert _page(hands).phase is Phase.LAUNCH


def test_nobody_leading_is_told(hands: Hands) -> None:
    row = _row(hands, "leads")
    assert row.accessibleName() == "Nobody leads yet"
    assert "Nobody leads Discover." in row.accessibleDescription()
