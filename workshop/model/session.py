"""The session itself: what the workshop is about, what it holds to and what it points to."""

from datetime import date as Date
from datetime import time
from typing import Annotated

import msgspec

from workshop.model.people import FormerParticipant
from workshop.model.record import Id, Order, Record, Text

SESSION_ID = "session"

BookedMinutes = Annotated[int, msgspec.Meta(ge=0, le=100_000)]


class Session(Record, frozen=True, kw_only=True):
    """Title, purpose (the goal that CX and UX share), scope, date, place, booked minutes and series.

    `ticked` are the ids of the points of the phases' checklists that people ticked by hand; `former` are those who
    were taken off the list of participants while records still named them. `starts` is when the first step of the
    agenda begins by the clock on the wall, `note` is for the facilitator.
    """

    title: Text = ""
    purpose: Text = ""
    scope: Text = ""
    date: Date | None = None
    place: Text = ""
    starts: Annotated[time, msgspec.Meta(tz=False)] | None = None
    booked_minutes: BookedMinutes | None = None
    note: Text = ""
    series: Text = ""
    ticked: tuple[Text, ...] = ()
    former: tuple[FormerParticipant, ...] = ()


class Principle(Record, frozen=True, kw_only=True):
    """An experience principle: a short statement that both sides hold to; `pinned` ones stand beside the purpose."""

    text: Text
    order: Order = 0
    pinned: bool = False


class Resource(Record, frozen=True, kw_only=True):
    """A named link to something shared: a research repository, design system, journey library."""

    name: Text
    link: Text = ""


class Improvement(Record, frozen=True, kw_only=True):
    """A line of the ranked list with which Scale ends; `rank` counts from 1, `card` is the card it came from.

    `agreed_by` are the ids of the participants who agreed to it.
    """

    text: Text
    rank: Order = 1
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
