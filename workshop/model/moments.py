"""Which moments a record may have: those that can be told in every zone of the world."""

from datetime import MAXYEAR, MINYEAR, datetime

import msgspec

EARLIEST, LATEST = MINYEAR + 1, MAXYEAR - 1
"""The years of moments: a day before and after them there still is a calendar."""


def check_moments(value: msgspec.Struct, *fields: str) -> None:
    """Raise ValueError, a clause that names the field, where one of these has a moment of another year."""
    for field in fields:
        moment: datetime | None = getattr(value, field)
        if moment is not None and not EARLIEST <= moment.year <= LATEST:
            raise ValueError(
                f"its `{field}` must be a moment of the years {EARLIEST} to {LATEST}, not “{moment.isoformat()}”"
            )
