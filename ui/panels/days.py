"""Days as people write them."""

import re
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QLocale

_DAY = re.compile(r"(\d{1,2})([./])\s*(\d{1,2})\2\s*(\d{4})")


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
