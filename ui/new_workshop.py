"""What a new workshop begins with."""

from dataclasses import dataclass
from datetime import date as Date

from workshop.model.cards import Discipline


@dataclass(frozen=True)
class NewWorkshop:
    """What was filled in."""

    title: str = ""
    date: Date | None = None
    place: str = ""
    people: tuple[tuple[str, Discipline], ...] = ()
