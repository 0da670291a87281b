"""Kind and writer by keys, without leaving the text."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from tests.ui.hands import ALT, CTRL, LEFT, Hands, Key
from workshop.commands.agenda import add_step
from workshop.commands.cards import remove_cards
from workshop.commands.people import add_participant
from workshop.model.cards import Anonymity, CardKind, Discipline


def test_alt_k_and_first_letters_set_the_kind_while_writing_and_of_the_next_card(hands: Hands) -> None:
    hands.press(Key.Key_N, on=hands.canvas)
    hands.type("is it safe")
    hands.press(Key.Key_K, ALT)
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, Key.Key_R)
    hands.breathe()
    assert hands.cards[-1].kind is CardKind.RISK
    assert hands.canvas.editor.isVisible()
    hands.type("?")
    hands.press(Key.Key_Escape)
    assert hands.cards[-1].text == "is it safe?"
    assert hands.write("another").kind is CardKind.RISK


def test_letters_that_several_kinds_begin_with_wait_for_the_next(hands: Hands) -> None:
    card = hands.write("one")
    hands.click(card)
    hands.press(Key.Key_K, ALT, on=hands.canvas)
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, Key.Key_I)
    assert menu.isVisible()
    QTest.keyClick(menu, Key.Key_D)
    hands.breathe()
    assert hands.board.cards[card.id].kind is CardKind.IDEA
    assert QApplication.activePopupWidget() is None


def test_the_last_writers_are_one_key_away_also_while_writing(hands: Hands) -> None:
    workshop = hands.desk.session.workshop
    mira, jonas, ada = (
        add_participant(workshop, origin="test", name=name, discipline=discipline)
        for name, discipline in (("Mira", Discipline.CX), ("Jonas", Discipline.UX), ("Ada", Discipline.CX))
    )
    for writer in (ada, mira, jonas):
        hands.state.write_as(writer.id)
    assert hands.write("by Jonas").author == jonas.id
    hands.press(Key.Key_1, CTRL, on=hands.canvas)
    card = hands.write("by Mira")
    assert (card.author, card.discipline) == (mira.id, Discipline.CX)
    hands.press(Key.Key_2, CTRL, on=hands.canvas)
    assert hands.write("by Ada").author == ada.id
    said: list[str] = []
    hands.state.message.connect(said.append)
    hands.press(Key.Key_5, CTRL, on=hands.canvas)
    assert "Alt+A" in said[0]


def popup_up() -> QWidget:
    """The popup that asks who writes."""
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.findChild(QLineEdit, "writerName").hasFocus()
    return popup


def has_keyboard(hands: Hands, widget: QWidget) -> bool:
    """Whether a widget has the keyboard once the window is to the front again, as it is where windows are managed."""
    with hands.bot.waitActive(hands.window):
        hands.window.activateWindow()
    hands.breathe()
    return QApplication.focusWidget() is widget


@pytest.mark.parametrize("text", ["", "abc"])
def test_naming_the_writer_while_writing_goes_on_with_the_card_from_the_first_time_on(
    hands: Hands, text: str
) -> None:
    hands.press(Key.Key_N, on=hands.canvas)
    hands.type(text)
    hands.press(Key.Key_A, ALT)
    assert hands.canvas.writing.card is not None
    popup_up()
    hands.type("Bob")
    hands.press(Key.Key_Return)
    assert has_keyboard(hands, hands.canvas.editor)
    hands.type("def")
    hands.press(Key.Key_Escape)
    (card,) = hands.cards
    assert card.text == f"{text}def"
    assert hands.board.participants[card.author].name == "Bob"
    assert hands.canvas.hasFocus()


def test_naming_the_writer_goes_on_with_the_card_after_the_theme_changed(hands: Hands) -> None:
    hands.press(Key.Key_N, on=hands.canvas)
    hands.window.toggle_theme()
    hands.breathe()
    hands.press(Key.Key_A, ALT)
    hands.type("Eve")
    hands.press(Key.Key_Return)
    assert has_keyboard(hands, hands.canvas.editor)
    hands.type("yes")
    assert hands.canvas.writing.end().text == "yes"


def test_a_click_on_the_chip_while_writing_and_escape_go_on_with_the_card(hands: Hands) -> None:
    hands.press(Key.Key_N, on=hands.canvas)
    hands.type("abc")
    QTest.mouseClick(hands.desk.top_bar.writing_as, LEFT)
    popup_up()
    hands.press(Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert has_keyboard(hands, hands.canvas.editor)
    hands.type("def")
    assert hands.canvas.writing.end().text == "abcdef"


def test_a_card_that_goes_while_the_writer_is_asked_for_leaves_the_keyboard_to_the_board(
    hands: Hands,
) -> None:
    card = hands.write("abc")
    hands.canvas.writing.begin(card.id)
    hands.press(Key.Key_A, ALT)
    remove_cards(hands.state.workshop, origin="somebody else", card_ids=[card.id])
    hands.breathe()
    popup_up()
    hands.press(Key.Key_Escape)
    assert has_keyboard(hands, hands.canvas)


def test_enter_on_the_writer_as_asked_changes_nobodys_discipline(hands: Hands) -> None:
    maja = add_participant(hands.state.workshop, origin="test", name="Maja", discipline=Discipline.CX)
    hands.state.write_as(maja.id)
    hands.press(Key.Key_3, ALT, on=hands.canvas)
    assert hands.state.discipline is Discipline.JOINT
    hands.press(Key.Key_A, ALT)
    checked = [button.text() for button in popup_up().findChildren(QPushButton) if button.isChecked()]
    assert checked == ["CX"]
    hands.press(Key.Key_Return)
    assert hands.board.participants[maja.id] == maja
    assert hands.write("one").discipline is Discipline.CX


def test_a_discipline_chosen_with_the_writer_is_the_writers(hands: Hands) -> None:
    maja = add_participant(hands.state.workshop, origin="test", name="Maja", discipline=Discipline.CX)
    hands.press(Key.Key_A, ALT, on=hands.canvas)
    popup = popup_up()
    hands.type("maja")
    (ux,) = [button for button in popup.findChildren(QPushButton) if button.text() == "UX"]
    QTest.mouseClick(ux, LEFT)
    hands.press(Key.Key_Return, on=popup.findChild(QLineEdit, "writerName"))
    assert hands.board.participants[maja.id].discipline is Discipline.UX
    assert hands.state.writer == maja.id


def test_enter_on_a_writer_whose_name_is_not_shown_leaves_it_to_them(hands: Hands) -> None:
    workshop = hands.state.workshop
    maja = add_participant(workshop, origin="test", name="Maja", discipline=Discipline.CX)
    hands.state.write_as(maja.id)
    step = add_step(workshop, origin="test", title="Masked", minutes=5, anonymity=Anonymity.DISCIPLINE_ONLY)
    workshop.room.start(step.id)
    hands.desk.act("toggle_mirrored")
    hands.press(Key.Key_A, ALT, on=hands.canvas)
    assert popup_up().findChild(QLineEdit, "writerName").text() == ""
    hands.press(Key.Key_Return)
    assert hands.state.writer == maja.id
