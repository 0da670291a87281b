"""Shared measures: one success criterion seen through the lens of CX and the lens of UX."""

from datetime import date
from enum import StrEnum

from workshop.model.record import Id, Part, Record, Text


class Direction(StrEnum):
    """Which way is good."""

    UP = "up"
    DOWN = "down"


class Lens(Part, frozen=True, kw_only=True):
    """What one discipline measures, in its unit, from baseline to target; `measured` empty: the lens is empty."""

    measured: Text = ""
    unit: Text = ""
    baseline: float | None = None
    target: float | None = None
    direction: Direction = Direction.UP


class Reading(Part, frozen=True, kw_only=True):
    """What was measured on a day, through one or both lenses, for all or for an area, segment or channel."""

    at: date
    cx: float | None = None
    ux: float | None = None
    area: Text = ""
    segment: Text = ""
    channel: Text = ""
    note: Text = ""


class Measure(Record, frozen=True, kw_only=True):
    """A shared measure; `owner_cx` and `owner_ux` are participant ids, `cards` the ids of the cards it measures."""

    name: Text
    definition: Text = ""
    cx: Lens = Lens()
    ux: Lens = Lens()
    check_on: date | None = None
    owner_cx: Id | None = None
    owner_ux: Id | None = None
    readings: tuple[Reading, ...] = ()
    cards: tuple[Id, ...] = ()

    @property
    def one_sided(self) -> bool:
        """Whether one lens (or both) is empty."""
        return not (self.cx.measured and self.ux.measured)
