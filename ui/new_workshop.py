"""What a new workshop begins with."""

from datetime import date as Date

import msgspec

from workshop.model.cards import Discipline


class NewWorkshop(msgspec.Struct, frozen=True):
    """What was filled in; `template` is the key of what it begins from."""

    title: str = ""
    date: Date | None = None
    place: str = ""
    people: tuple[tuple[str, Discipline], ...] = ()
    template: str = "blank"
