"""The fields of one line: words, days and numbers, which keep what was written when it cannot be taken, and say why."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.carets import show_words
from ui.panels.days import DAY_FORM, DayWords
from ui.panels.fields import NOTHING, FieldEditor
from ui.panels.long_words import WordsLabel
from ui.panels.looking_only import show_held
from ui.panels.written_lines import Line
from ui.sitting import Bailed, pause_timer

_MOST = 999_999_999
"""The largest whole number that is taken, as records bound it."""


class LineField(FieldEditor):
    """One line of text, given when Enter is pressed or the field is left; `at_pauses` also while it is written.

    What cannot be taken stays in the field, and `refused` carries why, or nothing once it is put right.
    """

    refused = Signal(str)
    escape_restores = True
    """Whether Escape takes back what was written; else it is kept."""

    def __init__(self, placeholder: str = "", *, at_pauses: bool = False) -> None:
        super().__init__()
        self.field = Line()
        self.field.setPlaceholderText(placeholder)
        self.field.editingFinished.connect(self._on_finished)
        self.field.textEdited.connect(self._on_written)
        self._at_pauses = at_pauses
        self._pause = pause_timer(self, lambda: self._take(at_pause=True))
        self._shown: Any = ""
        self._before: Any = None
        self._begun = self._given = self._refused = False
        self._fill(self.field)

    def hold(self) -> None:
        """Let the text be read and copied."""
        self.field.setReadOnly(True)
        self.field.setPlaceholderText(NOTHING)
        show_held(self.field)

    def show_value(self, value: Any) -> None:
        """Show a value, unless the user is in the middle of it, or one was refused and is still to be put right."""
        if self._refused and value == self._shown:
            return
        self._put_right()
        self._shown = value
        if self.field.hasFocus() and (self.field.isModified() or self.sitting.goes_on):
            return
        if self.field.text() != (face := self.face_of(value)):
            show_words(self.field, face)

    @property
    def refused_words(self) -> str:
        """What stands in it that could not be taken."""
        return self.field.text().strip() if self._refused else ""

    def settle(self) -> None:
        """Give what is written."""
        self._on_finished()

    def refuse(self, message: str) -> None:
        """Leave what is written as it is and say why it was not taken."""
        self._refused = True
        self.refused.emit(message)

    def forget(self) -> None:
        """Let go of what was refused, before another record is shown."""
        self._put_right()
        self.field.setModified(False)

    def text_of(self, value: Any) -> str:
        """The text that stands for a value."""
        return str(value or "")

    def face_of(self, value: Any) -> str:
        """What shows for a value while nobody writes."""
        return self.text_of(value)

    def value_of(self, text: str) -> Any:
        """The value that a text stands for. Raises ValueError with a sentence."""
        return text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what was written; where the keyboard goes then is for others to say."""
        if event.key() == Qt.Key.Key_Escape and self.escape_restores:
            self._give_up()
        super().keyPressEvent(event)

    def _on_written(self) -> None:
        if not self._begun:
            self._begun, self._given, self._before = True, False, self._shown
        self.sitting.note(unsaid=True)
        if self._at_pauses:
            self._pause.start()

    def _on_finished(self) -> None:
        self._take()
        if self._begun:
            self._end()

    def _end(self) -> None:
        """What is written next is another step of undo, and what was written is no longer undone letter by letter."""
        self._begun = False
        self.sitting.end()
        show_words(self.field, self.field.text())

    def _take(self, *, at_pause: bool = False) -> None:
        """Give what is written, if it stands for a value."""
        self._pause.stop()
        if self.field.isModified():
            self.field.setModified(False)
            self._take_text(self.field.text().strip(), at_pause=at_pause)
        self.sitting.note(unsaid=False)

    def _take_text(self, text: str, *, at_pause: bool) -> None:
        try:
            value = self.value_of(text)
        except ValueError as error:
            self.refuse(str(error))
            return
        self._put_right()
        if value != self._shown:
            self._given = True
            self._give(value, at_pause=at_pause)

    def _give_up(self) -> None:
        """Show, and have, what was there before anything was written, or what others gave since."""
        self._pause.stop()
        given = self._begun and self._given
        bailed = self.sitting.bail()
        value = self._before if given and bailed is not Bailed.KEPT else self._shown
        self._begun = False
        self._put_right()
        self.field.setText(self.face_of(value))
        if given and bailed is Bailed.NOT:
            self._give(value)

    def _put_right(self) -> None:
        if self._refused:
            self._refused = False
            self.refused.emit("")


class _TellingField(LineField):
    """Says below itself why something was not taken."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder)
        self._notice: WordsLabel | None = None
        self.refused.connect(self._tell)

    @property
    def notice(self) -> str:
        """What is said below the field."""
        return self._notice.text() if self._notice is not None else ""

    def _tell(self, message: str) -> None:
        if self._notice is None:
            self._notice = WordsLabel(sentence=True)
            self._notice.setProperty("fault", True)
            column = self.layout()
            assert column is not None
            column.addWidget(self._notice)
        self._notice.setText(message)
        self._notice.setVisible(bool(message))
        self.field.setAccessibleDescription(message)


class DateField(DayWords, _TellingField):
    """A day as 2026-11-28, or nothing; written as people here write days too."""

    def __init__(self) -> None:
        super().__init__(DAY_FORM)


class NumberField(_TellingField):
    """A whole number."""

    def text_of(self, value: Any) -> str:
        """The number."""
        return str(value if value is not None else 0)

    def value_of(self, text: str) -> Any:
        """The number; an empty field is 0."""
        try:
            number = int(text or "0")
        except ValueError:
            raise ValueError("Write a whole number.") from None
        if abs(number) > _MOST:
            raise ValueError("Up to nine digits, please.")
        return number


class WordsField(LineField):
    """Several words with commas between."""

    def text_of(self, value: Any) -> str:
        """The words in a row."""
        return ", ".join(value or ())

    def value_of(self, text: str) -> Any:
        """The words, each once."""
        return tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
