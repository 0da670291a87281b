"""People: participants, personas, and who leads where."""

from enum import StrEnum
from typing import Annotated

import msgspec

from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.model.record import Id, Part, Record, Text

Percent = Annotated[float, msgspec.Meta(ge=0, le=100)]


class Participant(Record, frozen=True, kw_only=True):
    """Somebody in the room; a guest's discipline is Joint."""

    name: Text
    discipline: Discipline = Discipline.JOINT
    role: Text = ""

    @property
    def initials(self) -> str:
        """Up to two letters that stand for the name on a card."""
        return initials_of(self.name)


def initials_of(name: str) -> str:
    """The first letters of a name's first and last word."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


class FormerParticipant(Part, frozen=True, kw_only=True):
    """Somebody who was taken off the list while records named them; `participant` is the id that they still name."""

    participant: Id
    name: Text
    discipline: Discipline = Discipline.JOINT


class Persona(Record, frozen=True, kw_only=True):
    """A kind of customer; `share` is the percentage of customers, `picture` an asset's id."""

    name: Text
    segment: Text = ""
    share: Percent | None = None
    goals: Text = ""
    notes: Text = ""
    picture: Id | None = None


class Role(StrEnum):
    """What a discipline does in a phase."""

    LEADS = "leads"
    CONTRIBUTES = "contributes"
    IS_CONSULTED = "is consulted"
    IS_INFORMED = "is informed"


class Responsibility(Record, frozen=True, kw_only=True):
    """Who of a discipline does what in a phase; `role` None is: not set."""

    phase: Phase
    discipline: Discipline
    role: Role | None = None
    names: tuple[Text, ...] = ()
