"""Fields of one line that keep what was written when it cannot be taken, and say why: words, days and numbers."""

import math
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from ui.panels.days import DAY_FORM, DayWords
from ui.panels.line_fields import LineField
from ui.theme.icons import icon
from ui.theme.scale import px
from workshop.method.measure_words import MINUS, number_text

_DOT = "•"

MASK = 3 * _DOT
"""What stands for a value that is given and not shown."""


class StrictLine(LineField):
    """Words, or what is written in words; they may be masked. With Escape one goes back, and they are kept."""

    escape_restores = False

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder)
        self._masked = False

    def face_of(self, value: Any) -> str:
        """The text, or its mask."""
        text = self.text_of(value)
        return MASK if text and self._masked else text

    def mask_value(self, masked: bool) -> None:
        """From the next value on show three dots for whatever it is, so that not even its length is told, or show it.

        What is written over the dots takes the place of the value; while it is written, each letter shows as a dot.
        """
        self._masked = masked
        mode = QLineEdit.EchoMode.Password if masked else QLineEdit.EchoMode.Normal
        if self.field.echoMode() != mode:
            self.field.setEchoMode(mode)

    def _take(self, *, at_pause: bool = False) -> None:
        """Without the dots among which something was written, which are no part of it."""
        if not (self._masked and self.field.isModified()):
            super()._take(at_pause=at_pause)
            return
        written = self.field.text()
        if _DOT in written:
            written = written.replace(_DOT, "")
            self.field.setText(written if written.strip() else MASK)
            self.field.setModified(bool(written.strip()))
        super()._take(at_pause=at_pause)
        if not self._refused:
            self.show_value(self._shown)


class DayField(DayWords, StrictLine):
    """A day as 2026-11-28, or nothing."""

    def __init__(self) -> None:
        super().__init__(DAY_FORM)


class DecimalField(StrictLine):
    """A number with or without decimals, or nothing; within a range if there is one."""

    def __init__(
        self, what: str = "A number", least: float = -math.inf, most: float = math.inf, placeholder: str = ""
    ) -> None:
        super().__init__(placeholder)
        self._what, self._least, self._most = what, least, most

    def text_of(self, value: Any) -> str:
        """The number."""
        return "" if value is None else number_text(value)

    def value_of(self, text: str) -> Any:
        """The number, None for an empty field. Raises ValueError for what is none, and out of range."""
        if not text:
            return None
        number = number_in(text)
        if not self._least <= number <= self._most:
            least, most = number_text(self._least), number_text(self._most)
            raise ValueError(f"{self._what} goes from {least} to {most}, so not {number_text(number)}.")
        return number


class StepField(StrictLine):
    """A whole number from `least` to `most`, or nothing; Up, Down and two buttons step through them."""

    def __init__(self, what: str, least: int, most: int) -> None:
        super().__init__("")
        self._what, self._least, self._most = what, least, most
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setFixedWidth(px(54))

    def setAccessibleName(self, name: str) -> None:
        """Name the buttons too."""
        super().setAccessibleName(name)
        self.less.setAccessibleName(f"{name}: one less")
        self.more.setAccessibleName(f"{name}: one more")

    def hold(self) -> None:
        """Without the buttons too."""
        super().hold()
        for button in (self.less, self.more):
            button.hide()

    def setEnabled(self, enabled: bool) -> None:
        """Without the buttons where nothing can be stepped through."""
        super().setEnabled(enabled)
        for button in (self.less, self.more):
            button.setVisible(enabled)

    def text_of(self, value: Any) -> str:
        """The number; below zero are numbers to which a sign belongs above it too."""
        return "" if value is None else signed(value) if self._least < 0 else str(value)

    def value_of(self, text: str) -> Any:
        """The number, None for an empty field. Raises ValueError out of range."""
        if not text:
            return None
        number = number_in(text)
        if number != int(number) or not self._least <= number <= self._most:
            least, most = self.text_of(self._least), self.text_of(self._most)
            raise ValueError(f"{self._what} goes from {least} to {most} in whole numbers, so not {text}.")
        return int(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down step."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if (way := steps.get(Qt.Key(event.key()))) is not None and not self.field.isReadOnly():
            self._step(way)
        else:
            super().keyPressEvent(event)

    def _fill(self, *widgets: QWidget) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.less, self.more = _step_button("minus"), _step_button("plus")
        self.less.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        for widget in (self.less, *widgets, self.more):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setFocusProxy(widgets[0])

    def _step(self, way: int) -> None:
        """One more or less; from nothing to the middle."""
        try:
            now = self.value_of(self.field.text().strip())
        except ValueError:
            now = self._shown
        middle = (self._least + self._most) // 2
        value = middle if now is None else min(max(now + way, self._least), self._most)
        self.field.setText(self.text_of(value))
        self.field.setModified(True)
        self._on_finished()


def number_in(text: str) -> float:
    """The number that people wrote: 3.5, 3,5, −2 or 34 %. Raises ValueError with a sentence for anything else."""
    plain = text.strip().removesuffix("%").strip().replace(MINUS, "-").replace(",", ".")
    try:
        number = float(plain)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f"“{text[:20]}” is no number; write one such as 4.2.")
    return number


def signed(value: int) -> str:
    """A whole number with its sign: +2, 0, −3."""
    return f"+{value}" if value > 0 else f"{MINUS}{-value}" if value else "0"


def _step_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name, button.palette().color(QPalette.ColorRole.WindowText).name()))
    button.setProperty("flat", True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setFixedSize(px(28), px(28))
    return button
