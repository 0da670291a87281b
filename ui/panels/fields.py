"""The editors of a record's fields: each shows a value and says when the user gave it another; texts and ticks."""

from functools import cached_property
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.carets import show_words
from ui.panels.looking_only import is_looked_at, show_held, state_over
from ui.panels.tick_box import TickBox
from ui.panels.written_lines import Lines
from ui.sitting import Sitting, pause_timer
from ui.wrapping import wrapping_for

_MOST_LINES = 10
_FRAME = 20
"""Padding, border and margin of a text field, in pixels."""


NOTHING = "–"
"""What stands in an empty field that can only be read."""


class FieldEditor(QWidget):
    """The base: `edited` carries the new value, which may be anything the field holds."""

    edited = Signal(object)
    changes_session = True
    """Whether what it gives changes the session, so that it can only be read where that is only looked at."""

    @cached_property
    def sitting(self) -> Sitting:
        """What is written in it in one go."""
        return Sitting(self, lambda: state_over(self), self.settle)

    def showEvent(self, event: QShowEvent) -> None:
        """On the page of a session that is only looked at, the field is held."""
        super().showEvent(event)
        if self.changes_session and is_looked_at(self):
            self.hold()

    def hold(self) -> None:
        """Let the value be read and no longer changed, also when the field itself is enabled again."""
        if (inside := self.focusProxy()) is not None:
            inside.setEnabled(False)

    @property
    def refused_words(self) -> str:
        """What stands in it that could not be taken."""
        return ""

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

    def forget(self) -> None:
        """Let go of what could not be taken, before another record is shown."""

    def _give(self, value: Any, *, at_pause: bool = False) -> None:
        """Say that there is another value, as part of the step of undo of what is written in one go."""
        with self.sitting.giving(at_pause=at_pause):
            self.edited.emit(value)

    def _fill(self, *widgets: QWidget) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in widgets:
            layout.addWidget(widget)
        self.setFocusProxy(widgets[0])


class TextField(FieldEditor):
    """Several lines of text, given at each pause and when the field is left."""

    def __init__(self, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self.field = Lines()
        self.field.setPlaceholderText(placeholder)
        self.field.setTabChangesFocus(True)
        self.field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._least_lines = lines
        self.field.reshaped.connect(self._fit_height)
        self._pause = pause_timer(self, lambda: self._take(at_pause=True))
        self.field.textChanged.connect(self._on_written)
        self.field.left.connect(self._on_left)
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
        self.field.setPlaceholderText(NOTHING)
        self._least_lines = 1
        show_held(self.field)
        self._fit_height()

    def show_value(self, value: Any) -> None:
        """Show text, unless it is what the field holds or the user is writing."""
        self._shown = str(value or "")
        if self.field.toPlainText() == self._shown or (self.field.hasFocus() and self._is_written_in()):
            return
        with QSignalBlocker(self.field):
            self.field.setWordWrapMode(wrapping_for(self._shown))
            show_words(self.field, self._shown)
        self._fit_height()

    def settle(self) -> None:
        """Give what was written since the last pause."""
        if self._has_news():
            self._take()
        self._end()

    def _on_written(self) -> None:
        self._pause.start()
        self.sitting.note(unsaid=True)

    def _on_left(self, for_good: bool) -> None:
        self._take()
        if for_good:
            self._end()

    def _end(self) -> None:
        """What is written next is another step of undo, and what was written is no longer undone letter by letter."""
        self.sitting.end()
        self.field.document().clearUndoRedoStacks()

    def _is_written_in(self) -> bool:
        return self._has_news() or self.sitting.goes_on

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

    def _take(self, *, at_pause: bool = False) -> None:
        self._pause.stop()
        text = self.field.toPlainText()
        if text != self._shown:
            self._shown = text
            self._give(text, at_pause=at_pause)
        self.sitting.note(unsaid=False)


class SentenceField(TextField):
    """A sentence on as many lines as it takes, given when Enter is pressed or the field is left."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder, lines=1)
        self.field.is_sentence = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what was written; where the keyboard goes then is for others to say."""
        if event.key() == Qt.Key.Key_Escape:
            self.field.setPlainText(self._shown)
            self._end()
        super().keyPressEvent(event)

    def _on_written(self) -> None:
        if self._has_news():
            self.sitting.note(unsaid=True)

    def _has_news(self) -> bool:
        return self.field.document().isModified()

    def _take(self, *, at_pause: bool = False) -> None:
        text = self.field.toPlainText().strip()
        news = self._has_news()
        self.field.document().setModified(False)
        if news and text != self._shown:
            self._give(text, at_pause=at_pause)
        self.sitting.note(unsaid=False)


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
