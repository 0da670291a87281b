"""The session's own fields."""

from datetime import date as Date
from typing import Any

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from workshop.method.checks import checked_day
from workshop.model.session import Session
from workshop.model.text import clean_line, clean_text
from workshop.workshop import Workshop


def change_session(
    workshop: Workshop,
    *,
    origin: str,
    title: str | None = None,
    purpose: str | None = None,
    scope: str | None = None,
    date: Date | UnsetType | None = UNSET,
    place: str | None = None,
    booked_minutes: int | None = None,
) -> Session:
    """Set what is given and leave the rest; a date of None clears it.

    Raises InvalidRecordError when a value breaks the model, and for a day that no one means.
    """
    given = {
        "title": None if title is None else clean_line(title),
        "purpose": None if purpose is None else clean_text(purpose),
        "scope": None if scope is None else clean_text(scope),
        "place": None if place is None else clean_line(place),
        "booked_minutes": booked_minutes,
    }
    fields: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if not isinstance(date, UnsetType):
        fields["date"] = checked_day("A workshop", date)
    with workshop.transact("change session", origin) as transaction:
        return transaction.put(replace(workshop.board.session, **fields))
