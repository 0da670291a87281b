"""Days as people write them, in the fields of days."""

import re
from contextlib import suppress
from datetime import date
from typing import Any

from PySide6.QtCore import QLocale

DAY_FORM = "YYYY-MM-DD"
"""What an empty field of a day asks for."""

_DAY = re.compile(r"(\d{1,2})([./])\s*(\d{1,2})\2\s*(\d{4})")


class DayWords:
    """The part of a field of one line that makes it one of a day."""

    def text_of(self, value: Any) -> str:
        """The day in ISO 8601."""
        return value.isoformat() if isinstance(value, date) else ""

    def value_of(self, text: str) -> Any:
        """The day, or None for an empty field. Raises ValueError for what is no day."""
        return day_in(text) if text else None


def day_in(text: str) -> date:
    """The day that is written: 2026-11-28, 28.11.2026, or with slashes in the order that is usual here.

    Raises ValueError with a sentence for anything else.
    """
    with suppress(ValueError):
        return date.fromisoformat(text)
    if found := _DAY.fullmatch(text):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        if found[2] == "/" and _month_first():
            day, month = month, day
        with suppress(ValueError):
            return date(year, month, day)
    raise ValueError("Write a day as 2026-11-28.")


def _month_first() -> bool:
    usual = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return usual.find("M") < usual.find("d")
