"""The experience principles in the panel of the session: written, changed, moved, pinned and removed inline."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import ALT, CTRL, LEFT, Hands, Key
from ui.panels.principles_editor import PrinciplesEditor
from workshop.commands.principles import add_principle
from workshop.method.guiding_principles import pinned_principles, principles_in_order
from workshop.model.session import Principle

ONE = Principle(id="one", text="Ask once.", order=0)
TWO = Principle(id="two", text="Keep the promise.", order=1)


@pytest.fixture
def hands(home: Hands, session_file: Any) -> Hands:
    assert home.window.open_path(session_file(ONE, TWO))
    home.settle()
    return home


def _editor(hands: Hands) -> PrinciplesEditor:
    return hands.desk.panel.session.principles


def _texts(hands: Hands) -> list[str]:
    return [one.text for one in principles_in_order(hands.board)]


def test_a_principle_is_written_with_enter_and_the_field_is_ready_for_the_next(hands: Hands) -> None:
    new = _editor(hands).new
    new.setFocus()
    hands.type("A way to a person")
    hands.press(Key.Key_Return)
    assert _texts(hands) == ["Ask once.", "Keep the promise.", "A way to a person"]
    assert new.text() == ""
    assert new.hasFocus()


def test_other_words_are_taken_and_undo_brings_the_old_ones(hands: Hands) -> None:
    hands.fill(_editor(hands)._rows["one"].field.field, "Ask one time.")
    assert _texts(hands)[0] == "Ask one time."
    hands.press(Key.Key_Z, CTRL, on=hands.canvas)
    assert _texts(hands)[0] == "Ask once."
    hands.bot.waitUntil(lambda: _editor(hands)._rows["one"].field.field.toPlainText() == "Ask once.")


def test_what_stands_there_already_is_refused_and_the_old_words_come_back(hands: Hands) -> None:
    said: list[str] = []
    hands.state.message.connect(said.append)
    field = _editor(hands)._rows["two"].field.field
    hands.fill(field, "ask once.")
    assert "already" in said[0]
    assert field.toPlainText() == "Keep the promise."


def test_pinned_principles_stand_on_the_board(hands: Hands) -> None:
    row = _editor(hands)._rows["two"]
    hands.bot.mouseClick(row.pin, LEFT)
    assert [one.id for one in pinned_principles(hands.board)] == ["two"]
    assert hands.canvas.scene.headline.principles == ("Keep the promise.",)
    assert row.pin.accessibleName().startswith("Unpin")
    hands.bot.mouseClick(row.pin, LEFT)
    assert hands.canvas.scene.headline.principles == ()


def test_a_fifth_pin_is_refused_and_the_button_stays_up(home: Hands, session_file: Any) -> None:
    full = [Principle(id=f"p{n}", text=f"principle {n}", order=n, pinned=n < 4) for n in range(5)]
    assert home.window.open_path(session_file(*full))
    home.settle()
    row = _editor(home)._rows["p4"]
    home.bot.mouseClick(row.pin, LEFT)
    assert len(pinned_principles(home.board)) == 4
    assert not row.pin.isChecked()


def test_principles_move_by_button_and_by_alt_and_arrow(hands: Hands) -> None:
    editor = _editor(hands)
    hands.bot.mouseClick(editor._rows["two"].up, LEFT)
    assert _texts(hands) == ["Keep the promise.", "Ask once."]
    assert not editor._rows["two"].up.isEnabled()
    editor._rows["two"].field.field.setFocus()
    hands.press(Key.Key_Down, ALT)
    assert _texts(hands) == ["Ask once.", "Keep the promise."]
    assert editor._rows["two"].field.field.hasFocus()


def test_a_principle_without_words_goes_and_so_does_one_that_is_removed(hands: Hands) -> None:
    hands.fill(_editor(hands)._rows["one"].field.field, "")
    assert _texts(hands) == ["Keep the promise."]
    hands.bot.mouseClick(_editor(hands)._rows["two"].remove, LEFT)
    assert _texts(hands) == []


def test_what_somebody_writes_stays_when_another_principle_comes(hands: Hands) -> None:
    field = _editor(hands)._rows["one"].field.field
    field.setFocus()
    hands.type("Please ")
    written = field.toPlainText()
    add_principle(hands.state.workshop, origin="phone", text="From a phone")
    hands.bot.waitUntil(lambda: len(_editor(hands)._rows) == 3)
    assert field.toPlainText() == written
    assert QApplication.focusWidget() is field


def test_a_long_principle_shows_on_as_many_lines_as_it_takes(hands: Hands) -> None:
    field = _editor(hands)._rows["one"].field.field
    low = field.height()
    field.setFocus()
    hands.type("Never take away what a customer must show to somebody else, whoever that may be. ")
    assert field.height() > low
    assert field.document().size().height() * field.fontMetrics().lineSpacing() <= field.viewport().height() + 8


def test_enter_gives_a_principle_and_pasted_lines_become_one(hands: Hands) -> None:
    field = _editor(hands)._rows["one"].field.field
    field.setFocus()
    hands.press(Key.Key_A, CTRL)
    QApplication.clipboard().setText("Ask once,\n  then remember.")
    hands.press(Key.Key_V, CTRL)
    hands.press(Key.Key_Return)
    assert _texts(hands)[0] == "Ask once, then remember."
    assert field.hasFocus()
