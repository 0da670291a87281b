"""Fields of the panels and the title, with the keyboard in them."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from tests.ui.hands import CTRL, Hands, Key
from ui.panels.fields import FieldEditor
from workshop.commands.session import change_session


def field(hands: Hands, name: str) -> QLineEdit | QPlainTextEdit:
    """A field of the card or the session, with the keyboard."""
    panel = hands.desk.panel.card if name.startswith("field:") else hands.desk.panel.session
    if name.startswith("session:"):
        hands.state.select()
        hands.breathe()
    inside = panel.findChild(FieldEditor, name).field
    inside.setFocus()
    assert inside.hasFocus()
    return inside


def words_in(inside: QWidget) -> str:
    """What a field holds."""
    return inside.toPlainText() if isinstance(inside, QPlainTextEdit) else inside.text()  # type: ignore[attr-defined]


def place_to_write(hands: Hands, name: str) -> QWidget:
    """A field of the card or the session, or the title, with the keyboard and the caret at the start."""
    change_session(hands.state.workshop, origin="phone", place="Harbour", title="Month end")
    hands.breathe()
    hands.desk.panel.refresh()
    inside = field(hands, name) if name != "title" else hands.desk.top_bar.title
    inside.setFocus()
    hands.press(Key.Key_Home, CTRL)
    return inside
