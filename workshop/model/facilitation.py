"""Facilitation: the agenda, voting rounds, votes and groups."""

from enum import StrEnum
from typing import Annotated

import msgspec

from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.model.record import Id, Record, Text

Minutes = Annotated[int, msgspec.Meta(ge=0, le=10_000)]
Dots = Annotated[int, msgspec.Meta(ge=1, le=1_000)]


class Mode(StrEnum):
    """What the room does during a step."""

    WRITE_SILENTLY = "write silently"
    SHARE = "share"
    GROUP = "group"
    VOTE = "vote"
    DECIDE = "decide"
    BREAK = "break"


class AgendaStep(Record, frozen=True, kw_only=True):
    """A step of the agenda, in `order` from 0; `prompt` is what the room is asked."""

    title: Text
    order: int = 0
    phase: Phase | None = None
    minutes: Minutes = 10
    mode: Mode = Mode.SHARE
    prompt: Text = ""


class VotingRound(Record, frozen=True, kw_only=True):
    """A round of dot voting: its question, dots a person, the limit on one card, and the cards that take part."""

    question: Text = ""
    dots: Dots = 5
    limit: Dots | None = None
    cards: tuple[Id, ...] = ()
    ended: bool = False


class Vote(Record, frozen=True, kw_only=True):
    """`dots` that `voter` put on `card` in `round`; without a voter the tally of a discipline's show of hands."""

    card: Id
    round: Id | None = None
    voter: Id | None = None
    discipline: Discipline = Discipline.JOINT
    dots: Dots = 1


class Group(Record, frozen=True, kw_only=True):
    """A named cluster of cards; the cards name their group. `colour` is one of the palette's names."""

    name: Text = ""
    colour: Text = ""
    folded: bool = False
