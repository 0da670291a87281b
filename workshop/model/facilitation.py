"""Facilitation: the agenda, voting rounds, votes, groups and frames."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar

import msgspec

from workshop.model.cards import Anonymity, Discipline
from workshop.model.diamonds import Phase
from workshop.model.record import Coordinate, Id, Order, Part, Record, Text

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
    """A step of the agenda, in `order` from 0; `prompt` is what the room is asked, `note` is for the facilitator.

    `anonymity` is what is shown of authors while the step runs, and for good of the authors of cards written in it.
    """

    title: Text
    order: Order = 0
    phase: Phase | None = None
    minutes: Minutes = 10
    mode: Mode = Mode.SHARE
    prompt: Text = ""
    anonymity: Anonymity = Anonymity.NAMES
    note: Text = ""


class VotingRound(Record, frozen=True, kw_only=True):
    """A round of dot voting: its question, dots a person, the limit on one card, and the cards that take part.

    `step` is the step of the agenda that opened it, `opened` when it began.
    """

    question: Text = ""
    dots: Dots = 5
    limit: Dots | None = None
    cards: tuple[Id, ...] = ()
    ended: bool = False
    step: Id | None = None
    opened: datetime | None = None


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


class FrameKind(StrEnum):
    """What a frame shows."""

    PHASE = "phase"
    GROUP = "group"
    THREAD = "thread"
    REGION = "region"


class Corner(Part, frozen=True, kw_only=True):
    """A corner of a region, local to a phase (None: the parking lot) as a card's place is, so that it stays with it."""

    phase: Phase | None = None
    x: Coordinate = 0.0
    y: Coordinate = 0.0


class Frame(Record, frozen=True, kw_only=True):
    """A named view to present, in `order` from 0.

    Of `kind` phase it shows `phase`, of group `group`, of thread the thread of the root card `root`, of region what
    lies between the corners `top_left` and `bottom_right`.
    """

    WHOLE: ClassVar = (("top_left", "bottom_right"),)

    name: Text = ""
    order: Order = 0
    kind: FrameKind = FrameKind.REGION
    phase: Phase | None = None
    group: Id | None = None
    root: Id | None = None
    top_left: Corner | None = None
    bottom_right: Corner | None = None
