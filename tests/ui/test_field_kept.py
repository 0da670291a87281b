"""Writing in a field goes on where it was when the window around it is made anew."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.ui.hands import CTRL, SHIFT, Hands, Key
from tests.ui.written_fields import place_to_write, words_in
from workshop.commands.session import change_session
from workshop.model.cards import Card


@pytest.fixture
def card(hands: Hands) -> Card:
    """A card that is selected, whose fields are shown, in a session that has its words."""
    change_session(hands.state.workshop, origin="window", purpose="Agree", title="Month end")
    return hands.write("card")


@pytest.mark.parametrize(
    "name", ["title", "session:place", "session:purpose", "field:tags", "field:text", "field:needed_by"]
)
def test_with_another_theme_writing_goes_on_in_the_field_where_it_was(
    hands: Hands, card: Card, name: str
) -> None:
    inside = place_to_write(hands, name)
    was = words_in(inside)
    QTest.keyClicks(inside, "ABD")
    hands.press(Key.Key_Left)
    hands.press(Key.Key_D, CTRL | SHIFT)
    hands.bot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit))
    now = QApplication.focusWidget()
    assert now is not inside
    QTest.keyClicks(now, "C")
    assert words_in(now) == f"ABCD{was}"
    assert hands.canvas.writing.card is None


def test_with_another_theme_the_name_of_a_person_that_is_being_written_stays(hands: Hands) -> None:
    new = hands.desk.panel.session.findChild(QLineEdit, "newPerson")
    new.setFocus()
    QTest.keyClicks(new, "Mi")
    hands.press(Key.Key_D, CTRL | SHIFT)
    hands.bot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    hands.type("a")
    hands.press(Key.Key_Return)
    assert [person.name for person in hands.board.participants.values()] == ["Mia"]
