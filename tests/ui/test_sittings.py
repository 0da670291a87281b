"""What is written in a field of a panel in one go is one step of undo, reaches the board soon, and can be given up."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from tests.ui.hands import CTRL, SHIFT, Hands, Key, told
from tests.ui.written_fields import field, place_to_write, words_in
from ui.actions import _LOOKING, spec_of
from ui.panels.fields import FieldEditor, SentenceField
from workshop.changes.change_set import ChangeSet
from workshop.commands.cards import change_cards
from workshop.commands.principles import add_principle
from workshop.commands.session import change_session
from workshop.model.cards import Card
from workshop.model.session import Session


@pytest.fixture
def card(hands: Hands) -> Card:
    """A card that is selected, whose fields are shown, in a session that has its words."""
    change_session(hands.state.workshop, origin="window", purpose="Agree", scope="All", title="Month end")
    hands.write("other")
    return hands.write("card")


def written(hands: Hands) -> list[Session]:
    """What the session was after each change, as they come."""
    seen: list[Session] = []
    hands.state.board_changed.connect(lambda _change: seen.append(hands.board.session))
    return seen


def steps(hands: Hands) -> list[ChangeSet]:
    """What undo would take back, oldest first."""
    return hands.state.workshop.history.since("window", 0)


def write_slowly(hands: Hands, at: QWidget, words: tuple[str, ...]) -> None:
    """Write with a pause after each part that is long enough for the board to take it."""
    for part in words:
        QTest.keyClicks(at, part)
        assert hands.state.unsaid
        hands.bot.waitUntil(lambda: not hands.state.unsaid)


@pytest.mark.parametrize(
    "name",
    ["session:purpose", "session:scope", "session:place", "field:text", "field:channel", "field:evidence.note"],
)
def test_all_that_is_written_in_one_go_is_one_step_of_undo(hands: Hands, card: Card, name: str) -> None:
    inside = field(hands, name)
    before, was = len(steps(hands)), hands.board.cards[card.id]
    session = hands.board.session
    write_slowly(hands, inside, ("hel", "lo ", "the", "re"))
    assert (hands.board.cards[card.id], hands.board.session) != (was, session)
    assert len(steps(hands)) == before + 1
    hands.canvas.setFocus()
    hands.press(Key.Key_Z, CTRL)
    assert (hands.board.cards[card.id], hands.board.session) == (was, session)
    hands.press(Key.Key_Z, CTRL | SHIFT)
    assert (hands.board.cards[card.id], hands.board.session) != (was, session)


def test_the_next_time_in_the_field_is_another_step(hands: Hands, card: Card) -> None:
    for words in ("one", " two"):
        write_slowly(hands, field(hands, "session:purpose"), (words,))
        hands.canvas.setFocus()
    first, last = steps(hands)[-2:]
    assert first.op == last.op
    hands.press(Key.Key_Z, CTRL)
    assert "two" not in hands.board.session.purpose
    assert "one" in hands.board.session.purpose


def test_a_change_that_comes_between_keeps_its_own_step(hands: Hands, card: Card) -> None:
    inside = field(hands, "session:purpose")
    write_slowly(hands, inside, ("one",))
    change_cards(hands.state.workshop, origin="window", card_ids=[card.id], locked=True)
    write_slowly(hands, inside, (" two",))
    assert [step.op for step in steps(hands)][-3:] == ["change session", "change locked", "change session"]


def test_undo_in_a_field_is_the_words_and_then_the_boards(hands: Hands, card: Card) -> None:
    inside = field(hands, "session:purpose")
    before = steps(hands)
    write_slowly(hands, inside, ("one", " two"))
    while inside.document().isUndoAvailable():
        hands.press(Key.Key_Z, CTRL)
    hands.bot.waitUntil(lambda: hands.board.session.purpose == "Agree")
    hands.bot.waitUntil(lambda: not hands.state.unsaid)
    assert steps(hands) == before
    assert card.id in hands.board.cards
    hands.press(Key.Key_Z, CTRL)
    assert card.id not in hands.board.cards


def test_undo_in_a_line_that_was_left_and_come_back_to_is_the_boards(hands: Hands, card: Card) -> None:
    inside = field(hands, "session:place")
    QTest.keyClicks(inside, "Room 9")
    hands.canvas.setFocus()
    change_cards(hands.state.workshop, origin="window", card_ids=[card.id], locked=True)
    inside.setFocus()
    hands.press(Key.Key_Z, CTRL)
    assert not hands.board.cards[card.id].locked
    assert hands.board.session.place == inside.text() == "Room 9"
    hands.press(Key.Key_Z, CTRL)
    hands.bot.waitUntil(lambda: inside.text() == "")
    assert hands.board.session.place == ""


@pytest.mark.parametrize("name", ["field:channel", "field:tags", "field:text"])
def test_undo_from_the_menu_takes_back_what_is_being_written_and_it_stays_away(
    hands: Hands, card: Card, name: str
) -> None:
    inside = field(hands, name)
    QTest.keyClicks(inside, "fax")
    hands.canvas.setFocus()
    given = hands.board.cards[card.id]
    inside = field(hands, name)
    QTest.keyClicks(inside, "2")
    hands.window.actions_by_name["undo"].trigger()
    hands.breathe()
    assert hands.board.cards[card.id] == given
    shown = inside.text() if isinstance(inside, QLineEdit) else inside.toPlainText()
    assert "2" not in shown
    hands.canvas.setFocus()
    hands.breathe()
    assert hands.board.cards[card.id] == given


@pytest.mark.parametrize("name", ["field:tags", "session:place"])
def test_an_action_comes_after_what_is_written_in_a_field(hands: Hands, card: Card, name: str) -> None:
    before = len(steps(hands))
    QTest.keyClicks(field(hands, name), "fax")
    hands.window.actions_by_name["new_card"].trigger()
    assert hands.canvas.writing.card is not None
    hands.press(Key.Key_Escape)
    assert len(hands.cards) == 2
    assert "fax" in (hands.board.session.place, *hands.board.cards[card.id].tags)
    assert len(steps(hands)) == before + 1


def test_undo_takes_back_a_principle_that_is_being_written(hands: Hands) -> None:
    principle = add_principle(hands.state.workshop, origin="window", text="Ask once")
    hands.breathe()
    inside = hands.desk.panel.session.principles.findChild(SentenceField).field
    inside.setFocus()
    QTest.keyClicks(inside, "only")
    assert hands.state.unsaid
    hands.window.actions_by_name["undo"].trigger()
    hands.breathe()
    assert inside.toPlainText() == "Ask once"
    QTest.keyClicks(inside, "only")
    hands.press(Key.Key_Escape)
    assert inside.toPlainText() == "Ask once"
    hands.canvas.setFocus()
    assert hands.board.find("principles", principle.id) == principle


def test_a_space_at_the_end_of_a_pause_stays(hands: Hands) -> None:
    inside = field(hands, "session:place")
    write_slowly(hands, inside, ("Harbour  ",))
    hands.desk.panel.refresh()
    QTest.keyClicks(inside, "room")
    assert inside.text() == "Harbour  room"
    hands.canvas.setFocus()
    assert hands.board.session.place == "Harbour room"


def test_words_in_a_line_are_given_while_they_are_written(hands: Hands) -> None:
    seen = written(hands)
    inside = field(hands, "session:place")
    QTest.keyClicks(inside, "Room")
    hands.bot.waitUntil(lambda: bool(seen) and seen[-1].place == "Room")
    assert inside.hasFocus()


@pytest.mark.parametrize(
    "name", ["session:place", "session:date", "session:purpose", "field:tags", "field:layer"]
)
def test_what_is_not_given_yet_is_not_called_saved(hands: Hands, card: Card, name: str) -> None:
    state = hands.desk.top_bar.findChild(QLabel, "state")
    inside = field(hands, name)
    hands.bot.waitUntil(lambda: state.text().startswith("All changes saved"))
    QTest.keyClick(inside, Key.Key_2)
    assert "saved" not in state.text()
    assert "saved" not in hands.window.windowTitle()
    hands.saved()
    if name in ("session:date", "field:tags", "field:layer"):
        assert "saved" not in state.text()
    hands.canvas.setFocus()
    hands.bot.waitUntil(lambda: state.text().startswith("All changes saved"))


@pytest.mark.parametrize("pause", [False, True])
def test_escape_in_a_line_takes_back_what_was_written_with_no_step_left(
    hands: Hands, card: Card, pause: bool
) -> None:
    QTest.keyClicks(field(hands, "field:channel"), "web")
    hands.canvas.setFocus()
    before = steps(hands)
    inside = field(hands, "field:channel")
    QTest.keyClick(inside, Key.Key_A, CTRL)
    QTest.keyClicks(inside, "zzz")
    if pause:
        hands.bot.waitUntil(lambda: hands.board.cards[card.id].channel == "zzz")
    hands.press(Key.Key_Escape)
    assert inside.text() == hands.board.cards[card.id].channel == "web"
    hands.canvas.setFocus()
    hands.breathe()
    assert inside.text() == hands.board.cards[card.id].channel == "web"
    assert steps(hands) == before


def test_a_day_that_is_none_stays_written_and_is_told_below_until_it_is_mended(hands: Hands) -> None:
    inside = field(hands, "session:date")
    editor = hands.desk.panel.session.findChild(FieldEditor, "session:date")
    QTest.keyClicks(inside, "31.11.2026")
    hands.press(Key.Key_Return)
    assert inside.hasFocus()
    assert inside.text() == "31.11.2026"
    assert "Write a day as" in told(editor)
    hands.press(Key.Key_Home)
    hands.press(Key.Key_Delete)
    QTest.keyClicks(inside, "2")
    hands.press(Key.Key_Return)
    assert hands.board.session.date == date(2026, 11, 21)
    assert told(editor) == ""
    QTest.keyClicks(inside, "x")
    hands.press(Key.Key_Return)
    assert told(editor)
    QTest.keyClicks(inside, "y")
    hands.press(Key.Key_Escape)
    assert told(editor) == ""
    assert inside.text() == "2026-11-21"


def test_enter_in_the_title_takes_it_and_brings_the_keyboard_to_the_board(hands: Hands) -> None:
    title = hands.desk.top_bar.title
    title.setFocus()
    hands.type("Month end")
    hands.press(Key.Key_Return)
    assert hands.board.session.title == "Month end"
    assert hands.canvas.hasFocus()
    hands.press(Key.Key_N)
    assert hands.canvas.writing.card is not None
    assert title.text() == "Month end"


@pytest.mark.parametrize("pause", [False, True])
def test_escape_in_the_title_takes_it_back_with_no_step_left(hands: Hands, pause: bool) -> None:
    title = hands.desk.top_bar.title
    hands.fill(title, "Month end")
    before = steps(hands)
    title.setFocus()
    hands.press(Key.Key_A, CTRL)
    hands.type("New")
    if pause:
        hands.bot.waitUntil(lambda: hands.board.session.title == "New")
    hands.press(Key.Key_Escape)
    assert QApplication.focusWidget() is hands.canvas
    assert title.text() == hands.board.session.title == "Month end"
    assert steps(hands) == before
    assert hands.window.windowTitle().startswith("Month end –")


def test_the_title_is_given_while_it_is_written_as_one_step(hands: Hands) -> None:
    title = hands.desk.top_bar.title
    title.setFocus()
    write_slowly(hands, title, ("Mon", "th ", "end"))
    assert hands.board.session.title == "Month end"
    assert title.hasFocus()
    assert len(steps(hands)) == 1
    hands.window.actions_by_name["undo"].trigger()
    assert title.text() == hands.board.session.title == ""
    hands.canvas.setFocus()
    assert hands.board.session.title == ""


def test_a_title_that_is_being_written_is_not_called_saved(hands: Hands) -> None:
    state = hands.desk.top_bar.findChild(QLabel, "state")
    title = hands.desk.top_bar.title
    title.setFocus()
    hands.bot.waitUntil(lambda: state.text().startswith("All changes saved"))
    QTest.keyClick(title, Key.Key_A)
    assert state.text() == "Still being written"
    hands.bot.waitUntil(lambda: state.text().startswith("All changes saved"))
    assert hands.board.session.title == "a"


@pytest.mark.parametrize("name", ["title", "session:place", "session:purpose", "field:tags", "field:text"])
def test_an_action_that_only_looks_lets_writing_go_on_where_it_is_as_one_step(
    hands: Hands, card: Card, name: str
) -> None:
    inside = place_to_write(hands, name)
    before, was = len(steps(hands)), words_in(inside)
    QTest.keyClicks(inside, "AB")
    hands.press(Key.Key_Plus, CTRL)
    assert inside.hasFocus()
    QTest.keyClicks(inside, "C")
    assert words_in(inside) == f"ABC{was}"
    hands.canvas.setFocus()
    assert len(steps(hands)) == before + 1


@pytest.mark.parametrize("name", ["title", "session:place", "session:purpose", "field:tags", "field:text"])
def test_a_field_that_is_settled_and_keeps_the_keyboard_keeps_its_caret_and_what_is_selected(
    hands: Hands, card: Card, name: str
) -> None:
    inside = place_to_write(hands, name)
    was = words_in(inside)
    QTest.keyClicks(inside, "ABCD")
    hands.press(Key.Key_Left)
    hands.press(Key.Key_Left, SHIFT)
    hands.window.actions_by_name["add_minute"].trigger()
    assert not hands.state.unsaid
    hands.desk.settle()
    assert inside.hasFocus()
    QTest.keyClicks(inside, "x")
    assert words_in(inside) == f"ABxD{was}"


def test_undo_of_another_place_leaves_the_caret_where_it_is(hands: Hands, card: Card) -> None:
    inside = place_to_write(hands, "session:purpose")
    hands.press(Key.Key_Right)
    QTest.keyClicks(inside, "xy")
    hands.window.actions_by_name["undo"].trigger()
    hands.bot.waitUntil(lambda: words_in(inside) == "Agree")
    QTest.keyClicks(inside, "z")
    assert words_in(inside) == "Agrzee"


def test_every_action_that_only_looks_is_in_the_table() -> None:
    assert {name for name in _LOOKING if spec_of(name)} == _LOOKING


@pytest.mark.parametrize("pause", [False, True])
@pytest.mark.parametrize("name", ["session:place", "field:channel"])
def test_escape_in_a_line_shows_what_somebody_else_gave_meanwhile(
    hands: Hands, card: Card, name: str, pause: bool
) -> None:
    inside = place_to_write(hands, name)
    workshop = hands.state.workshop
    QTest.keyClicks(inside, "1")
    if pause and name == "session:place":
        hands.bot.waitUntil(lambda: hands.board.session.place == "1Harbour")
    change_session(workshop, origin="phone", place="Theirs")
    change_cards(workshop, origin="phone", card_ids=[card.id], channel="Theirs")
    hands.desk.panel.refresh()
    assert inside.text() != "Theirs"
    hands.press(Key.Key_Escape)
    assert inside.text() == hands.board.session.place == hands.board.cards[card.id].channel == "Theirs"


@pytest.mark.parametrize("left", [False, True])
def test_words_that_were_not_taken_are_told_when_another_card_takes_their_place(
    hands: Hands, card: Card, left: bool
) -> None:
    inside = field(hands, "field:needed_by")
    QTest.keyClicks(inside, "nonsense")
    if left:
        hands.press(Key.Key_Tab)
        assert inside.text() == "nonsense"
    hands.click(hands.card("other"))
    hands.bot.waitUntil(lambda: inside.text() == "")
    toast = hands.canvas.findChild(QLabel, "toast")
    assert toast.isVisible()
    assert toast.text() == "Not taken on the card before: “nonsense” for Needed by."
