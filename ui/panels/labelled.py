"""A field with its label, and below it why something was not taken."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.panels.fields import FieldEditor
from ui.panels.long_words import WordsLabel
from ui.panels.strict_fields import StrictLine
from ui.theme.scale import px, text_scale
from workshop.errors import WorkshopError

LABEL_WIDTH = 92
_LARGE = 1.5
"""From this size of words on, labels stand above their fields."""

T = TypeVar("T")


class Labelled(QWidget):
    """`wide` fields stand below their label, others beside it where words are not large."""

    def __init__(self, label: str, editor: FieldEditor, name: str, *, wide: bool = False) -> None:
        """`name` is the editor's object name; its accessible name is the label."""
        super().__init__()
        self.editor = editor
        editor.setObjectName(name)
        editor.setAccessibleName(label)
        self.notice = quiet_label(fault=True)
        self.notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        above = wide or text_scale() >= _LARGE
        row = QVBoxLayout() if above else QHBoxLayout()
        row.setSpacing(3 if above else 8)
        self.label = quiet_label(label)
        if not above:
            self.label.setFixedWidth(px(LABEL_WIDTH))
        row.addWidget(self.label)
        row.addWidget(editor, 1)
        column.addLayout(row)
        column.addWidget(self.notice)
        if isinstance(editor, StrictLine):
            editor.refused.connect(self._tell)

    def attempt(self, intent: Callable[[], T]) -> T | None:
        """Carry out an intent for this field; a refusal is said below it and what is written stays."""
        try:
            done = intent()
        except WorkshopError as error:
            self.refuse(str(error))
            return None
        self._tell("")
        return done

    def refuse(self, message: str) -> None:
        """Say why what is in the field was not taken."""
        if isinstance(self.editor, StrictLine):
            self.editor.refuse(message)
        else:
            self._tell(message)

    def forget(self) -> None:
        """Say what was written and not said yet, and let go of what was refused: another record comes."""
        self.editor.settle()
        if isinstance(self.editor, StrictLine):
            self.editor.forget()
        self._tell("")

    def _tell(self, message: str) -> None:
        self.notice.setText(message)
        self.notice.setVisible(bool(message))


def quiet_label(text: str = "", *, fault: bool = False, caution: bool = False) -> QLabel:
    """Small words that wrap, never read as markup: muted, or in the colour of a fault or of a caution."""
    label = WordsLabel(text)
    label.setProperty("fault" if fault else "caution" if caution else "quiet", True)
    return label


def strong_label(text: str = "") -> QLabel:
    """Semi-bold words that wrap, never read as markup."""
    label = WordsLabel(text)
    label.setObjectName("strongRow")
    return label
