"""The editors of a record's fields: each shows a value and says when the user gave it another."""

from datetime import date
from typing import Any

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.panels.looking_only import is_looked_at, show_held
from ui.panels.tick_box import TickBox
from ui.wrapping import wrapping_for

_MOST_LINES = 10
_FRAME = 20
"""Padding, border and margin of a text field, in pixels."""


_NOTHING = "–"
"""What stands in an empty field that can only be read."""

_MOST = 999_999_999
"""The largest whole number that is taken, as records bound it."""


class FieldEditor(QWidget):
    """The base: `edited` carries the new value, which may be anything the field holds."""

    edited = Signal(object)
    changes_session = True
    """Whether what it gives changes the session, so that it can only be read where that is only looked at."""

    def showEvent(self, event: QShowEvent) -> None:
        """On the page of a session that is only looked at, the field is held."""
        super().showEvent(event)
        if self.changes_session and is_looked_at(self):
            self.hold()

    def hold(self) -> None:
        """Let the value be read and no longer changed, also when the field itself is enabled again."""
        if (inside := self.focusProxy()) is not None:
            inside.setEnabled(False)

    def show_value(self, value: Any) -> None:
        """Show a value without saying that it was edited."""
        raise NotImplementedError

    def setAccessibleName(self, name: str) -> None:
        """Name the widget inside too, where the keyboard is."""
        super().setAccessibleName(name)
        if (inside := self.focusProxy()) is not None:
            inside.setAccessibleName(name)

    def settle(self) -> None:
        """Say now what the user gave and has not been said, before another record is shown."""

    def _fill(self, *widgets: QWidget) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in widgets:
            layout.addWidget(widget)
        self.setFocusProxy(widgets[0])


class LineField(FieldEditor):
    """One line of text, given when Enter is pressed or the field is left."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText(placeholder)
        self.field.editingFinished.connect(self._on_finished)
        self._shown: Any = ""
        self._fill(self.field)

    def hold(self) -> None:
        """Let the text be read and copied."""
        self.field.setReadOnly(True)
        self.field.setPlaceholderText(_NOTHING)
        show_held(self.field)

    def show_value(self, value: Any) -> None:
        """Show text, unless the user is in the middle of it."""
        self._shown = value
        if not (self.field.hasFocus() and self.field.isModified()):
            self.field.setText(self.text_of(value))
            self.field.setCursorPosition(0)

    def settle(self) -> None:
        """Give what is written."""
        self._on_finished()

    def text_of(self, value: Any) -> str:
        """The text that stands for a value."""
        return str(value or "")

    def value_of(self, text: str) -> Any:
        """The value that a text stands for. Raises ValueError with a sentence."""
        return text

    def _on_finished(self) -> None:
        if not self.field.isModified():
            return
        self.field.setModified(False)
        try:
            value = self.value_of(self.field.text().strip())
        except ValueError as error:
            self.field.setText(self.text_of(self._shown))
            self.field.setToolTip(str(error))
            self.field.setPlaceholderText(str(error))
            return
        if value != self._shown:
            self.edited.emit(value)


class DateField(LineField):
    """A day as 2026-11-28, or nothing."""

    def __init__(self) -> None:
        super().__init__("YYYY-MM-DD")

    def text_of(self, value: Any) -> str:
        """The day in ISO 8601."""
        return value.isoformat() if isinstance(value, date) else ""

    def value_of(self, text: str) -> Any:
        """The day, or None for an empty field."""
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise ValueError("Like 2026-11-28") from None


class NumberField(LineField):
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


class TextField(FieldEditor):
    """Several lines of text, given at each pause and when the field is left."""

    def __init__(self, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self.field = _Lines()
        self.field.setPlaceholderText(placeholder)
        self.field.setTabChangesFocus(True)
        self.field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._least_lines = lines
        self.field.reshaped.connect(self._fit_height)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(150)
        self._pause.timeout.connect(self._give)
        self.field.textChanged.connect(self._pause.start)
        self.field.left.connect(self._give)
        self._shown = ""
        self._fill(self.field)
        self._fit_height()

    def hold(self) -> None:
        """Let the text be read and copied, on as many lines as it has."""
        self.field.setReadOnly(True)
        by_mouse, by_keys = (
            Qt.TextInteractionFlag.TextSelectableByMouse,
            Qt.TextInteractionFlag.TextSelectableByKeyboard,
        )
        self.field.setTextInteractionFlags(by_mouse | by_keys)
        self.field.setPlaceholderText(_NOTHING)
        self._least_lines = 1
        show_held(self.field)
        self._fit_height()

    def show_value(self, value: Any) -> None:
        """Show text, unless it is what the field holds or the user is writing."""
        self._shown = str(value or "")
        if self.field.toPlainText() == self._shown or (self.field.hasFocus() and self._has_news()):
            return
        with QSignalBlocker(self.field):
            self.field.setWordWrapMode(wrapping_for(self._shown))
            self.field.setPlainText(self._shown)
        self._fit_height()

    def settle(self) -> None:
        """Give what was written since the last pause."""
        if self._has_news():
            self._give()

    def _has_news(self) -> bool:
        """Whether something is written that was not given."""
        return self._pause.isActive()

    def _fit_height(self) -> None:
        """As many lines as the text has, within bounds, so that no line is cut in half."""
        lines = round(self.field.document().size().height())
        shown = min(max(lines, self._least_lines), _MOST_LINES)
        scrolls = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > shown else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.field.setVerticalScrollBarPolicy(scrolls)
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * shown + _FRAME)

    def _give(self) -> None:
        self._pause.stop()
        text = self.field.toPlainText()
        if text != self._shown:
            self._shown = text
            self.edited.emit(text)


class SentenceField(TextField):
    """A sentence on as many lines as it takes, given when Enter is pressed or the field is left."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder, lines=1)
        self.field.is_sentence = True
        self.field.textChanged.disconnect(self._pause.start)

    def _has_news(self) -> bool:
        return self.field.document().isModified()

    def _give(self) -> None:
        text = self.field.toPlainText().strip()
        if self._has_news() and text != self._shown:
            self.field.document().setModified(False)
            self.edited.emit(text)


class _Lines(QPlainTextEdit):
    left = Signal()
    reshaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_sentence = False
        self.textChanged.connect(self.reshaped)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_sentence and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.reshaped.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.setWordWrapMode(wrapping_for(source.text()))
        if self.is_sentence:
            self.insertPlainText(" ".join(source.text().split()))
        else:
            super().insertFromMimeData(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TickField(FieldEditor):
    """Yes or no."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.field = TickBox(words)
        self.field.clicked.connect(lambda ticked: self.edited.emit(ticked))
        self._fill(self.field)

    def show_value(self, value: Any) -> None:
        """Tick it or not."""
        with QSignalBlocker(self.field):
            self.field.setChecked(bool(value))
