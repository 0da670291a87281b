"""The session itself: what the workshop is about, what it holds to and what it points to."""

from datetime import date as Date
from typing import Annotated

import msgspec

from workshop.model.record import Id, Record, Text

SESSION_ID = "session"

BookedMinutes = Annotated[int, msgspec.Meta(ge=0, le=100_000)]


class Session(Record, frozen=True, kw_only=True):
    """Title, purpose (the goal that CX and UX share), scope, date, place, booked minutes and series."""

    title: Text = ""
    purpose: Text = ""
    scope: Text = ""
    date: Date | None = None
    place: Text = ""
    booked_minutes: BookedMinutes | None = None
    series: Text = ""


class Principle(Record, frozen=True, kw_only=True):
    """An experience principle: a short statement that both sides hold to."""

    text: Text
    order: int = 0


class Resource(Record, frozen=True, kw_only=True):
    """A named link to something shared: a research repository, design system, journey library."""

    name: Text
    link: Text = ""


class Improvement(Record, frozen=True, kw_only=True):
    """A line of the ranked list with which Scale ends; `rank` counts from 1, `card` is the card it came from.

    `agreed_by` are the ids of the participants who agreed to it.
    """

    text: Text
    rank: int = 1
    card: Id | None = None
    agreed_by: tuple[Id, ...] = ()


class Asset(Record, frozen=True, kw_only=True):
    """A picture that cards or personas show; `data` is its bytes (Base64 in JSON)."""

    media_type: Text
    data: bytes
    name: Text = ""


class Dismissal(Record, frozen=True, kw_only=True):
    """A finding that somebody set aside with a reason; it holds until one of `cards` changes.

    `finding` is the finding's id in the table of findings, `state` a digest of its cards at that time.
    """

    finding: Text
    cards: tuple[Id, ...] = ()
    reason: Text = ""
    state: Text = ""
    author: Id | None = None
