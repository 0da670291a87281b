"""The facilitator's notes on a screen that the room sees: dots, and nothing in a line, until somebody peeks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPlainTextEdit, QPushButton, QWidget

from tests.ui.hands import CTRL, LEFT, SHIFT, Hands, Key
from tests.ui.projecting import present
from ui.panels.agenda.page import AgendaPage
from ui.running.peeking import PEEK_KEY
from workshop.commands.agenda import set_note
from workshop.model.facilitation import AgendaStep
from workshop.session.templates import save_as_template

SECRET = "Let the head of sales speak last"
STEP = AgendaStep(id="share", title="Share", minutes=5, note=f"{SECRET}, and thank everybody.")


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """A session with a note on the whole and one on its step, on a mirrored screen, with the agenda in sight."""
    assert home.window.open_path(session_file(STEP))
    set_note(home.state.workshop, origin="window", note=SECRET)
    home.settle()
    home.bot.waitUntil(lambda: hasattr(home.desk.running, "peeking"))
    home.desk.act("toggle_mirrored")
    home.press(Key.Key_A, CTRL | SHIFT, on=home.canvas)
    return home


def page(hands: Hands) -> AgendaPage:
    (found,) = [one for one in hands.window.findChildren(AgendaPage) if one.isVisible()]
    return found


def read_in(widget: QWidget) -> str:
    """All words on labels and buttons in sight, as they stand there and as they are spoken."""
    words = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    buttons = [button for button in widget.findChildren(QPushButton) if button.isVisible()]
    return " ".join([*words, *(button.text() + button.accessibleDescription() for button in buttons)])


def peek(hands: Hands, *, down: bool) -> None:
    (QTest.keyPress if down else QTest.keyRelease)(hands.canvas, PEEK_KEY)
    hands.breathe()


def painted(field: QPlainTextEdit) -> QImage:
    return field.viewport().grab().toImage()


def test_the_note_on_the_workshop_is_read_in_the_agenda_by_a_peek_alone(room: Hands) -> None:
    assert SECRET not in read_in(page(room))
    peek(room, down=True)
    assert SECRET in read_in(page(room))
    peek(room, down=False)
    assert SECRET not in read_in(page(room))
    room.desk.act("toggle_mirrored")
    assert SECRET in read_in(page(room))


@pytest.mark.parametrize("whose", ["workshop", "step"])
def test_the_field_of_a_note_shows_dots_and_takes_letters_until_a_peek(room: Hands, whose: str) -> None:
    if whose == "workshop":
        QTest.mouseClick(page(room).note.heading, LEFT)
        field = page(room).note.note.editor.field
    else:
        page(room).open("share")
        field = page(room).findChild(QWidget, "step:note").field
    room.breathe()
    masked = painted(field)
    field.setPlainText("".join("x" if letter.isalpha() else letter for letter in field.toPlainText()))
    peek(room, down=True)
    assert painted(field) != masked
    peek(room, down=False)
    field.setFocus()
    QTest.keyClicks(field, "Wait. ")
    room.canvas.setFocus()
    room.breathe()
    notes = {"workshop": room.board.session.note, "step": room.board.collection("agenda_steps")["share"].note}
    assert notes[whose].startswith("Wait. xxx")


def test_a_mask_over_an_empty_note_leaves_what_it_is_for_to_be_read(room: Hands) -> None:
    set_note(room.state.workshop, origin="window", note="")
    QTest.mouseClick(page(room).note.heading, LEFT)
    field = page(room).note.note.editor.field
    room.breathe()
    masked = painted(field)
    peek(room, down=True)
    assert painted(field) == masked
    peek(room, down=False)


def test_the_note_in_the_bar_of_presenting_is_masked_too(room: Hands) -> None:
    room.state.workshop.room.start()
    room.state.workshop.room.pause()
    present(room)
    bar = room.desk.presenting.bar
    assert bar is not None
    assert SECRET not in bar.note.text() + bar.note.below.text() + bar.note.accessibleName()
    peek(room, down=True)
    assert SECRET in bar.note.text()
    peek(room, down=False)
    assert SECRET not in bar.note.text()


def test_the_list_of_templates_says_nothing_of_the_notes_in_ones_own(room: Hands) -> None:
    save_as_template(room.board, name="Ours")
    button = page(room).findChild(QPushButton, "agendaTemplates")
    QTest.mouseClick(button, LEFT)
    room.breathe()
    assert SECRET not in _tips(room.window)
    room.desk.act("toggle_mirrored")
    QTest.mouseClick(button, LEFT)
    room.breathe()
    assert SECRET in _tips(room.window)


def test_the_home_screen_says_nothing_of_the_notes_in_ones_own_templates(room: Hands) -> None:
    save_as_template(room.board, name="Ours")
    room.window.close_session()
    room.breathe()
    begin = room.window.findChild(QPushButton, "newTemplate")
    begin.menu().aboutToShow.emit()
    assert "Ours" in " ".join(action.text() for action in begin.menu().actions())
    assert SECRET not in " ".join(action.toolTip() for action in begin.menu().actions())


def _tips(window: QWidget) -> str:
    """What the menu of templates says of each; the menu is closed."""
    menus = [menu for menu in window.findChildren(QMenu, "templates") if menu.isVisible()]
    tips = " ".join(action.toolTip() for menu in menus for action in menu.actions())
    for menu in menus:
        menu.close()
    return tips
