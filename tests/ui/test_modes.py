"""The modes of a step on the board: silent writing, the mask and the peek, revealing, and what shows of authors."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.ui.hands import SHIFT, Hands, Key
from tests.ui.seeing import alike
from tests.workshop.facilitation.watch import PEOPLE, STEPS, Watch
from ui.accessibility.spoken import card_details, card_name
from ui.outline.rows import RowEditor
from ui.running.peeking import PEEK_KEY
from ui.settings import read_setting
from workshop.model.cards import Anonymity, Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import AgendaStep, Mode

SECRET = "nobody reads the bill"
ANONYMOUS = AgendaStep(
    id="masked", title="Masked", order=4, mode=Mode.SHARE, anonymity=Anonymity.DISCIPLINE_ONLY
)
TURNED = (
    Card(id="cx1", text="first of CX", discipline=Discipline.CX, hidden=True, author="maja", x=60, y=-300),
    Card(id="cx2", text="second of CX", discipline=Discipline.CX, hidden=True, author="maja", x=60, y=-150),
    Card(id="ux1", text="first of UX", discipline=Discipline.UX, hidden=True, author="jo", x=60, y=100),
    Card(id="far", text="elsewhere", hidden=True, phase=Phase.SCALE, x=60, y=0),
    Card(id="open", text="lies open", discipline=Discipline.UX, author="jo", x=60, y=260),
)


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """Four turned cards and one that lies open, an agenda, and people."""
    cards = [card if card.phase is Phase.SCALE else replace(card, phase=Phase.DISCOVER) for card in TURNED]
    assert home.window.open_path(session_file(*PEOPLE, *STEPS, ANONYMOUS, *cards))
    workshop = home.desk.session.workshop
    workshop.room.clock = Watch()
    home.settle()
    home.bot.waitUntil(lambda: hasattr(home.desk.running, "peeking"))
    return home


def test_cards_written_in_silence_lie_turned_and_the_writer_sees_the_letters(room: Hands) -> None:
    room.desk.session.workshop.room.start("write")
    room.press(Key.Key_N, on=room.canvas)
    room.type(SECRET)
    editor = room.canvas.editor
    assert editor.toPlainText() == SECRET
    assert _dark_pixels(editor.viewport().grab().toImage()) > 0
    room.press(Key.Key_Tab)
    room.type("another one")
    room.press(Key.Key_Escape)
    cards = room.canvas.scene.cards
    assert [cards.turned[cards.index[room.card(text).id]] for text in (SECRET, "another one")] == [True, True]


def test_a_card_written_in_silence_is_written_on_again_and_stays_turned(room: Hands) -> None:
    room.desk.session.workshop.room.start("write")
    card = room.write(SECRET)
    room.state.select({card.id})
    room.press(Key.Key_Return, on=room.canvas)
    assert room.canvas.editor.toPlainText() == SECRET
    room.type(" at all")
    room.press(Key.Key_Escape)
    room.double_click_at(room.middle(card.id))
    assert room.canvas.editor.isVisible()
    room.type(", ever")
    room.press(Key.Key_Escape)
    assert room.card(f"{SECRET} at all, ever").hidden
    cards = room.canvas.scene.cards
    assert cards.turned[cards.index[card.id]]


def test_a_turned_card_is_masked_when_it_is_written_on_again_on_a_mirrored_screen(room: Hands) -> None:
    room.desk.session.workshop.room.start("write")
    card = room.write("nnnn nnn")
    room.desk.act("toggle_mirrored")
    room.state.select({card.id})
    room.press(Key.Key_F2, on=room.canvas)
    first = _picture(room)
    room.canvas.editor.selectAll()
    room.type("uuuu uuu")
    assert alike(_picture(room), first)


def test_a_turned_card_is_not_written_on_when_the_silence_is_over(room: Hands) -> None:
    room.desk.session.workshop.room.start("share")
    room.state.select({"cx1"})
    room.press(Key.Key_Return, on=room.canvas)
    assert not room.canvas.editor.isVisible()


def test_the_outline_goes_on_writing_on_a_turned_card_in_silence(room: Hands) -> None:
    room.desk.session.workshop.room.start("write")
    room.desk.act("toggle_outline")
    room.breathe()
    view = room.desk.outlining.panel.view
    view.go_to(view.model().card_index("cx1"))
    room.press(Key.Key_Return, on=view)
    editor = QApplication.focusWidget()
    assert isinstance(editor, RowEditor)
    assert editor.toPlainText() == "first of CX"
    QTest.keyClicks(editor, " again")
    room.press(Key.Key_Return, on=editor)
    assert room.card("first of CX again").hidden
    assert "first" not in str(view.model().card_index("cx1").data())


def test_a_new_card_that_is_being_written_when_silence_begins_is_turned_when_it_is_done(room: Hands) -> None:
    room.press(Key.Key_N, on=room.canvas)
    room.type(SECRET)
    room.desk.session.workshop.room.start("write")
    room.breathe()
    room.press(Key.Key_Escape)
    assert room.card(SECRET).hidden
    room.desk.act("undo")
    assert not [card for card in room.cards if card.text == SECRET], "turning it is part of writing it"


def test_an_old_card_that_is_being_written_when_silence_begins_stays_open(room: Hands) -> None:
    room.state.select({"open"})
    room.press(Key.Key_Return, on=room.canvas)
    room.type(" still")
    room.desk.session.workshop.room.start("write")
    room.press(Key.Key_Escape)
    assert not room.card("lies open still").hidden


def test_a_card_that_is_shared_at_once_lies_open(room: Hands) -> None:
    room.desk.session.workshop.room.start("share")
    assert not room.write("in the open").hidden


def test_on_a_mirrored_screen_letters_are_dots_until_the_peek(room: Hands) -> None:
    room.desk.act("toggle_mirrored")
    room.desk.session.workshop.room.start("write")
    room.press(Key.Key_N, on=room.canvas)
    room.type(SECRET)
    masked = _picture(room)
    room.canvas.editor.selectAll()
    room.type("".join("x" if letter != " " else " " for letter in SECRET))
    QTest.keyPress(room.canvas.editor, PEEK_KEY)
    room.breathe()
    assert not alike(_picture(room), masked)
    assert not room.state.masking.masks
    QTest.keyRelease(room.canvas.editor, PEEK_KEY)
    room.breathe()
    assert room.state.masking.masks


def test_the_mask_tells_nothing_of_which_letters_were_written(room: Hands) -> None:
    room.desk.act("toggle_mirrored")
    room.desk.session.workshop.room.start("write")
    room.press(Key.Key_N, on=room.canvas)
    room.type("nnnn nnn")
    first = _picture(room)
    room.canvas.editor.selectAll()
    room.type("uuuu uuu")
    assert alike(_picture(room), first)


def test_the_quick_list_shows_dots_on_a_mirrored_screen_while_cards_lie_turned(room: Hands) -> None:
    room.desk.act("quick_list")
    field = room.desk.findChild(QLineEdit, "quickField")
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    room.desk.session.workshop.room.start("write")
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    room.desk.act("toggle_mirrored")
    assert field.echoMode() == QLineEdit.EchoMode.Password
    QTest.keyClicks(field, SECRET)
    QTest.keyPress(field, PEEK_KEY)
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    QTest.keyRelease(field, PEEK_KEY)
    room.press(Key.Key_Return, on=field)
    assert room.card(SECRET).hidden
    room.desk.session.workshop.room.start("share")
    assert field.echoMode() == QLineEdit.EchoMode.Normal


def test_the_outline_writes_in_silence_too_and_masks_it_on_a_mirrored_screen(room: Hands) -> None:
    room.desk.session.workshop.room.start("write")
    room.desk.act("toggle_outline")
    room.breathe()
    panel = room.desk.outlining.panel
    panel.acts.new_card()
    room.breathe()
    editor = QApplication.focusWidget()
    assert isinstance(editor, RowEditor)
    QTest.keyClicks(editor, SECRET)
    plain = editor.viewport().grab().toImage()
    room.desk.act("toggle_mirrored")
    room.breathe()
    assert not alike(editor.viewport().grab().toImage(), plain)
    room.press(Key.Key_Return, on=editor)
    assert room.card(SECRET).hidden


def test_a_card_that_is_not_hidden_is_never_masked(room: Hands) -> None:
    room.press(Key.Key_N, on=room.canvas)
    room.type(SECRET)
    plain = _picture(room)
    room.desk.act("toggle_mirrored")
    room.breathe()
    assert alike(_picture(room), plain)


def test_that_the_screen_is_mirrored_is_remembered_and_ticked_in_the_menu(room: Hands) -> None:
    action = room.window.actions_by_name["toggle_mirrored"]
    assert not action.isChecked()
    action.trigger()
    assert action.isChecked()
    assert read_setting("mirrored", "") == "yes"
    action.trigger()
    assert not action.isChecked()
    assert read_setting("mirrored", "") == ""


def test_a_held_key_shows_the_selected_turned_card_and_no_other(room: Hands) -> None:
    room.canvas.looking.fit_phase(Phase.DISCOVER)
    room.state.select({"cx1", "open"})
    room.canvas.setFocus()
    QTest.keyPress(room.canvas, PEEK_KEY)
    room.breathe()
    shown = room.desk.running.peeking.shown
    assert [card.id for card in shown.cards] == ["cx1"]
    assert shown.isVisible()
    QTest.keyRelease(room.canvas, PEEK_KEY)
    room.breathe()
    assert room.desk.running.peeking.shown is None
    assert room.board.cards["cx1"].hidden


def test_a_window_that_was_left_peeks_no_more(room: Hands) -> None:
    room.window.close_session()
    room.window.activateWindow()
    assert room.window.desk is None
    room.window.home.form.title.setFocus()
    QTest.keyPress(room.window.home.form.title, PEEK_KEY)
    room.breathe()


def test_a_key_that_comes_up_in_another_window_ends_the_peek(room: Hands) -> None:
    room.state.select({"cx1"})
    QTest.keyPress(room.canvas, PEEK_KEY)
    room.window.home.setParent(None)
    other = room.window.home
    with room.bot.waitActive(other):
        other.show()
        other.activateWindow()
    room.breathe()
    assert room.desk.running.peeking.shown is None
    assert not room.state.masking.peeking
    other.close()
    other.deleteLater()


def test_cards_are_revealed_one_by_one_cx_and_ux_in_turn(room: Hands) -> None:
    room.desk.session.workshop.room.start("share")
    room.canvas.setFocus()
    turned: list[frozenset[str]] = []
    for _ in range(3):
        room.state.select()
        room.press(Key.Key_R, on=room.canvas)
        turned.append(room.state.cards)
    assert turned == [frozenset({"cx1"}), frozenset({"ux1"}), frozenset({"cx2"})]
    assert [card.id for card in room.cards if card.hidden] == ["far"]


def test_the_selected_turned_cards_are_revealed_first(room: Hands) -> None:
    room.state.select({"cx2", "open"})
    room.press(Key.Key_R, on=room.canvas)
    assert not room.board.cards["cx2"].hidden
    assert room.board.cards["cx1"].hidden


def test_all_cards_of_the_steps_phase_are_revealed_in_one_step_of_undo(room: Hands) -> None:
    room.desk.session.workshop.room.start("share")
    room.press(Key.Key_R, SHIFT, on=room.canvas)
    assert [card.id for card in room.cards if card.hidden] == ["far"]
    room.desk.act("undo")
    assert sum(card.hidden for card in room.cards) == 4


def test_while_cards_are_shared_a_click_on_the_eye_of_a_selected_one_reveals_it(room: Hands) -> None:
    room.desk.session.workshop.room.start("share")
    room.canvas.looking.fit_phase(Phase.DISCOVER)
    room.canvas.looking.go_to(room.rect("ux1"))
    room.settle()
    eye = room.middle("ux1") - QPoint(0, round(6 * room.canvas.camera.zoom))
    room.click_at(eye)
    assert room.board.cards["ux1"].hidden, "a first click selects"
    room.click_at(eye)
    assert not room.board.cards["ux1"].hidden


def test_a_drag_from_the_eye_moves_the_card_and_leaves_it_turned(room: Hands) -> None:
    room.canvas.looking.go_to(room.rect("ux1"))
    room.settle()
    before = room.board.cards["ux1"].x
    eye = room.middle("ux1") - QPoint(0, round(6 * room.canvas.camera.zoom))
    room.drag(eye, eye + QPoint(60, 0))
    assert room.board.cards["ux1"].hidden
    assert room.board.cards["ux1"].x != before


def test_a_click_beside_the_eye_only_selects(room: Hands) -> None:
    room.canvas.looking.go_to(room.rect("ux1"))
    room.settle()
    corner = room.middle("ux1") + QPoint(round(60 * room.canvas.camera.zoom), 0)
    room.click_at(corner)
    assert room.board.cards["ux1"].hidden
    assert room.state.cards == {"ux1"}


def test_while_authors_are_not_shown_no_view_names_them(room: Hands) -> None:
    scene, card = room.canvas.scene, room.board.cards["open"]
    room.state.select({"open"})
    room.breathe()
    author = room.desk.panel.card.findChild(object, "field:author")
    assert scene.words(card).initials == "JW"
    assert "Jo Whitfield" in card_details(scene.visible, card)
    assert author.isVisible()
    assert room.desk.finding.haystack.find("whitfield") == ["open"]
    room.desk.session.workshop.room.start("masked")
    room.settle()
    assert scene.words(card).initials == ""
    assert "Jo" not in card_details(scene.visible, card)
    assert "by UX" in card_details(scene.visible, card)
    assert not author.isVisible()
    assert room.desk.finding.haystack.find("whitfield") == []
    room.desk.session.workshop.room.stop()
    room.settle()
    assert scene.words(card).initials == "JW"
    assert author.isVisible()


def test_on_a_mirrored_screen_nothing_names_the_writer_while_names_are_hidden(room: Hands) -> None:
    room.state.write_as("jo")
    room.desk.act("quick_list")
    room.desk.session.workshop.room.start("masked")
    room.breathe()
    assert "Jo Whitfield" in _of_the_writer(room)
    room.desk.act("toggle_mirrored")
    room.breathe()
    assert "Whitfield" not in _of_the_writer(room)
    assert room.desk.top_bar.writing_as.text() == " UX"
    room.desk.session.workshop.room.start("share")
    room.breathe()
    assert "Jo Whitfield" in _of_the_writer(room)


def test_the_board_is_painted_anew_when_authors_no_longer_show(room: Hands) -> None:
    room.canvas.looking.go_to(room.rect("open"))
    room.state.select()
    room.canvas.setFocus()
    room.settle()
    before = _face(room, "open")
    room.desk.session.workshop.room.start("masked")
    room.canvas.looking.go_to(room.rect("open"))
    room.settle()
    assert _face(room, "open") != before


def test_a_turned_card_tells_assistive_technology_its_discipline_alone(room: Hands) -> None:
    visible, card = room.canvas.scene.visible, room.board.cards["cx1"]
    assert card_details(visible, card) == ""
    assert card_name(visible, card) == "A card lying face down, CX, Discover"


def _picture(hands: Hands) -> QImage:
    hands.canvas.editor.setCursorWidth(0)
    hands.canvas.editor.moveCursor(hands.canvas.editor.textCursor().MoveOperation.End)
    hands.breathe()
    return hands.canvas.editor.viewport().grab().toImage()


def _of_the_writer(hands: Hands) -> str:
    """What the bar at the top and the quick list say of who writes."""
    chip = hands.desk.top_bar.writing_as
    parts = hands.desk.findChild(QLineEdit, "quickField").parentWidget().findChildren(QLabel)
    return "\n".join([chip.text(), chip.accessibleName(), *(label.text() for label in parts)])


def _face(hands: Hands, card: str) -> QImage:
    x, y, w, h = hands.canvas.camera.rect_to_screen(hands.rect(card))
    return hands.canvas.grab().toImage().copy(round(x), round(y), round(w), round(h))


def _dark_pixels(image: QImage) -> int:
    return sum(
        QColor(image.pixel(x, y)).lightness() < 100 for x in range(image.width()) for y in range(image.height())
    )
