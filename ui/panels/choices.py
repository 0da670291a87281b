"""The editors of fields that hold one or many of some values.

Apart from the other fields, because a combo box makes PySide make all the enums of QStyle, which the first window
has no use for.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPaintEvent, QPalette, QPixmap, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from ui.panels.fields import FieldEditor
from ui.theme.icons import icon_picture

_CARET = 12

Choices = Callable[[], Sequence[tuple[Any, str]]]
"""Values and their words, read whenever the list is shown."""

Gone = Callable[[Any], str]
"""The words of a value that is no longer among the choices."""


class ChoiceField(FieldEditor):
    """One of some values."""

    def __init__(self, choices: Choices, gone: Gone = str) -> None:
        super().__init__()
        self._choices = choices
        self._gone = gone
        self._values: list[Any] = []
        self._shown: list[tuple[Any, str]] = []
        self.field = QuietCombo()
        # The value itself, not the item's data: Qt hands a StrEnum back as a plain string.
        self.field.activated.connect(lambda index: self.edited.emit(self._values[index]))
        self._fill(self.field)

    def show_value(self, value: Any) -> None:
        """Show a value, with the choices as they are now."""
        choices = list(self._choices())
        values = [choice for choice, _ in choices]
        if value not in values:
            choices.append((value, self._gone(value)))
            values.append(value)
        with QSignalBlocker(self.field):
            if choices != self._shown:
                self._shown, self._values = choices, values
                self.field.clear()
                for choice, words in choices:
                    self.field.addItem(words, choice)
            self.field.setCurrentIndex(values.index(value))


class ManyField(FieldEditor):
    """Any of some values, ticked in a list that drops down."""

    def __init__(self, choices: Choices, gone: Gone = str) -> None:
        super().__init__()
        self._choices = choices
        self._gone = gone
        self._value: tuple[Any, ...] = ()
        self._shown: tuple[tuple[Any, ...], list[tuple[Any, str]]] | None = None
        self.field = QuietCombo()
        self.field.setModel(QStandardItemModel(self.field))
        self.field.activated.connect(self._on_activated)
        self._fill(self.field)

    def show_value(self, value: Any) -> None:
        """Show which are ticked."""
        self._value = tuple(value or ())
        model = self.field.model()
        assert isinstance(model, QStandardItemModel)
        choices = list(self._choices())
        there = {choice for choice, _ in choices}
        choices += [(choice, self._gone(choice)) for choice in self._value if choice not in there]
        if self._shown == (self._value, choices):
            return
        self._shown = (self._value, choices)
        with QSignalBlocker(self.field):
            model.clear()
            chosen = [words for choice, words in choices if choice in self._value]
            model.appendRow(QStandardItem(", ".join(chosen) or ("None" if choices else "None to choose")))
            for choice, words in choices:
                item = QStandardItem(("✓ " if choice in self._value else "   ") + words)
                item.setData(choice, Qt.ItemDataRole.UserRole)
                model.appendRow(item)
            self.field.setCurrentIndex(0)

    def _on_activated(self, index: int) -> None:
        choice = self.field.itemData(index)
        if index and choice in self._value:
            self.edited.emit(tuple(value for value in self._value if value != choice))
        elif index:
            self.edited.emit((*self._value, choice))


class QuietCombo(QComboBox):
    """A combo box that a passing wheel does not change."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits of the choice, and where it can be changed the sign that there are others."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        box = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(box, option, QStyle.SubControl.SC_ComboBoxEditField, self)
        elided = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width() - 2
        )
        option.currentText = elided
        painter.drawComplexControl(box, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        if not self.isEnabled():
            return
        muted = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        corner = self.width() - _CARET - 8, (self.height() - _CARET) // 2
        painter.drawPixmap(*corner, _caret(muted))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll instead."""
        event.ignore()


@cache
def _caret(colour: str) -> QPixmap:
    return icon_picture("caret-down", colour, _CARET)
