"""The presenter's bar: the cards that lie turned, and the note of the step in one line and in full."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from tests.ui.hands import CTRL, LEFT, Hands, Key
from tests.ui.projecting import bar, present, projector
from ui.window_state import ORIGIN
from workshop.commands.agenda import add_step
from workshop.commands.revealing import hide_cards
from workshop.model.diamonds import Phase

NOTE = "Read the cards aloud, one by one.\nThen ask who has seen the same, and wait longer than feels polite."


def test_the_bar_counts_what_lies_turned_and_turns_the_next(room: Hands) -> None:
    hide_cards(room.state.workshop, origin=ORIGIN, card_ids=["a"])
    present(room)
    assert bar(room).hidden.text() == "2 hidden · Reveal next"
    QTest.mouseClick(bar(room).hidden, LEFT)
    room.breathe()
    assert bar(room).hidden.text() == "1 hidden · Reveal next"
    QTest.mouseClick(bar(room).hidden, LEFT)
    room.breathe()
    assert not bar(room).hidden.isVisible()
    assert not any(card.hidden for card in room.cards)
    room.press(Key.Key_Z, CTRL, on=room.canvas)
    assert bar(room).hidden.isVisible()


def test_whoever_writes_goes_on_writing_while_the_bar_is_clicked(room: Hands) -> None:
    present(room)
    room.press(Key.Key_N, on=room.canvas)
    room.type("Half a")
    for button in bar(room).findChildren(QAbstractButton):
        opens = isinstance(button, QPushButton | QToolButton) and button.menu() is not None
        if button.isVisible() and button.text() != "End" and not opens:
            QTest.mouseClick(button, LEFT)
            room.breathe()
    room.type(" thought")
    room.press(Key.Key_Escape)
    assert room.card("Half a thought")


def test_in_a_step_the_cards_of_its_phase_are_counted(room: Hands) -> None:
    workshop = room.state.workshop
    hide_cards(workshop, origin=ORIGIN, card_ids=["c"])
    present(room)
    add_step(workshop, origin=ORIGIN, title="Share", phase=Phase.DEFINE)
    workshop.room.start()
    workshop.room.pause()
    assert bar(room).hidden.text() == "1 hidden · Reveal next"


def test_the_note_unfolds_below_the_bar_by_a_click_and_by_a_key(room: Hands) -> None:
    workshop = room.state.workshop
    add_step(workshop, origin=ORIGIN, title="Share", note=NOTE)
    workshop.room.start()
    workshop.room.pause()
    present(room)
    shown, before = bar(room), bar(room).height()
    assert not shown.note.below.isVisible()
    QTest.mouseClick(shown.note, LEFT)
    room.breathe()
    assert shown.note.below.isVisible()
    assert shown.note.below.text() == NOTE
    assert shown.height() > before
    assert shown.note.below.height() >= 2 * shown.fontMetrics().lineSpacing()
    QTest.keyClick(shown.note, Key.Key_Return)
    room.breathe()
    assert not shown.note.below.isVisible()
    assert shown.height() == before


def test_both_keys_that_clickers_have_for_black_darken_the_projector_and_bring_it_back(room: Hands) -> None:
    present(room)
    for key in (Key.Key_Period, Key.Key_B):
        for black in (True, False):
            room.press(key, on=room.canvas)
            assert projector(room).black is black
