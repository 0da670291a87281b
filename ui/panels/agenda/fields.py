"""Fields for the clock's time and for lengths in minutes."""

import re
from datetime import time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.panels.strict_fields import StepField, StrictLine
from workshop.commands.agenda import LONGEST_STEP
from workshop.facilitation.timetable import minutes_words

_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?")
_LENGTH = re.compile(r"(?:(\d{1,3})\s*(?:h|:)\s*)?(?:(\d{1,2})\s*(?:min|m)?|)|(\d{1,4})\s*(?:min|m)?")
_STEP = 5
"""Minutes by which a length is stepped."""


class ClockField(StrictLine):
    """A time as 9:30, or nothing."""

    def __init__(self) -> None:
        super().__init__("9:00")

    def text_of(self, value: Any) -> str:
        """Hours and minutes."""
        return f"{value:%H:%M}" if isinstance(value, time) else ""

    def value_of(self, text: str) -> Any:
        """The time, or None for an empty field. Raises ValueError for what is no time."""
        if not text:
            return None
        found = _TIME.fullmatch(text)
        try:
            if found is None:
                raise ValueError
            return time(int(found[1]), int(found[2] or 0))
        except ValueError:
            raise ValueError("Write a time as 9:30.") from None


class BookedField(StrictLine):
    """A length as people say it, 3 h or 2 h 30 min, or nothing; a bare number is minutes."""

    def __init__(self) -> None:
        super().__init__("3 h")

    def text_of(self, value: Any) -> str:
        """Hours and minutes."""
        return minutes_words(value) if value else ""

    def value_of(self, text: str) -> Any:
        """The minutes, 0 for an empty field. Raises ValueError for what is no length."""
        found = _LENGTH.fullmatch(text.casefold())
        if found is None:
            raise ValueError("Write a length as 3 h, 2 h 30 min or 150.")
        hours, minutes, bare = (int(part or 0) for part in found.groups())
        return 60 * hours + minutes + bare


class MinutesField(StepField):
    """A length in minutes; Up, Down and the buttons step to the next five."""

    def __init__(self) -> None:
        super().__init__("A length in minutes", 0, LONGEST_STEP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With Alt, the arrows move the step, not its length."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _step(self, way: int) -> None:
        """To the next five minutes above or below."""
        try:
            now = self.value_of(self.field.text().strip()) or 0
        except ValueError:
            now = self._shown or 0
        there = (now // _STEP + 1) * _STEP if way > 0 else ((now - 1) // _STEP) * _STEP
        self.field.setText(self.text_of(min(max(there, self._least), self._most)))
        self.field.setModified(True)
        self._on_finished()
