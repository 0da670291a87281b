"""Tensions: two positions in conflict, settled in the open through any of five frameworks."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

import msgspec

from workshop.model.record import Id, Part, Record, Text, Unit

Score = Annotated[int, msgspec.Meta(ge=1, le=5)]
Value = Annotated[int, msgspec.Meta(ge=-3, le=3)]


class TensionState(StrEnum):
    """How far a tension has come."""

    OPEN = "open"
    SCORED = "scored"
    TESTING = "testing"
    SETTLED = "settled"


class Framework(StrEnum):
    """The five ways to settle a tension."""

    CUSTOMER_IMPACT = "customer impact"
    EXPERIMENT = "experiment"
    JOBS_TO_BE_DONE = "jobs to be done"
    BUSINESS_VALUE = "business value"
    CHECK_IN = "check-in and recognition"


class Frequency(StrEnum):
    """How often it happens to a customer in a month; worth 1 to 5 in this order."""

    UNDER_ONE = "under 1"
    ONE_TO_THREE = "1–3"
    FOUR_TO_ELEVEN = "4–11"
    TWELVE_TO_TWENTY_NINE = "12–29"
    THIRTY_AND_MORE = "30 and more"


class Impact(Part, frozen=True, kw_only=True):
    """Customer impact as one participant scores it: outcome 1 to 5 × share 0 to 1 × frequency 1 to 5."""

    by: Id | None = None
    outcome: Score | None = None
    share: Unit | None = None
    frequency: Frequency | None = None
    evidence_cx: Text = ""
    evidence_ux: Text = ""


class BusinessValue(Part, frozen=True, kw_only=True):
    """Business value of a position, each −3 to +3."""

    conversion: Value | None = None
    loyalty: Value | None = None
    efficiency: Value | None = None


class Position(Part, frozen=True, kw_only=True):
    """One side of a tension: a card, and how it was scored."""

    card: Id
    impacts: tuple[Impact, ...] = ()
    business_value: BusinessValue = BusinessValue()


class Experiment(Part, frozen=True, kw_only=True):
    """A test that settles the matter: one interaction metric, one relationship metric, and what result decides."""

    interaction_metric: Text = ""
    relationship_metric: Text = ""
    variants: tuple[Text, ...] = ()
    decides: Text = ""


class Job(Part, frozen=True, kw_only=True):
    """The job that both positions serve: when … I want … so that …"""

    when: Text = ""
    want: Text = ""
    so_that: Text = ""


class CheckIn(Part, frozen=True, kw_only=True):
    """Who was heard, whose input is credited, and when they check in again."""

    heard: tuple[Id, ...] = ()
    credited: tuple[Id, ...] = ()
    again_on: date | None = None


class TensionDecision(Part, frozen=True, kw_only=True):
    """How a tension was settled: through which framework, the sentence of reason, who decided, on which principle."""

    text: Text = ""
    framework: Framework | None = None
    reason: Text = ""
    decided_by: tuple[Id, ...] = ()
    principle: Id | None = None
    at: datetime | None = None


class TensionStep(Part, frozen=True, kw_only=True):
    """A state that a tension came to, when, and by whom; `decision` is the one that settled it then."""

    state: TensionState
    at: datetime | None = None
    by: Id | None = None
    decision: TensionDecision | None = None


class Tension(Record, frozen=True, kw_only=True):
    """A conflict between at least two positions.

    While `secret`, the impacts that participants scored are each hidden from the others, until they are revealed.
    `history` holds the states since the tension was opened, oldest first; a reopened tension keeps its former
    decision there.
    """

    WHOLE: ClassVar = (("state", "decision", "history"),)

    title: Text = ""
    positions: tuple[Position, ...] = ()
    state: TensionState = TensionState.OPEN
    secret: bool = False
    experiment: Experiment = Experiment()
    job: Job = Job()
    check_in: CheckIn = CheckIn()
    decision: TensionDecision | None = None
    history: tuple[TensionStep, ...] = ()
