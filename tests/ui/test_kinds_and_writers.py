"""Kind and writer by keys, without leaving the text."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import ALT, CTRL, Hands, Key
from workshop.commands.people import add_participant
from workshop.model.cards import CardKind, Discipline


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
