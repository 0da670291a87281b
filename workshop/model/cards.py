"""Cards: what people write and place on the board."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar, NamedTuple

import msgspec

from workshop.model.diamonds import Phase
from workshop.model.journey import Altitude
from workshop.model.record import Coordinate, Id, Order, Part, Record, Text

CARD_WIDTH = 208.0
CARD_HEIGHT = 132.0
MIN_CARD_SIDE = 48.0
MAX_CARD_SIDE = 100_000.0

Side = Annotated[float, msgspec.Meta(ge=MIN_CARD_SIDE, le=MAX_CARD_SIDE)]
"""A card's width or height in board units."""


class Discipline(StrEnum):
    """Who works here: Customer Experience, User Experience, or both (also: guests)."""

    CX = "CX"
    UX = "UX"
    JOINT = "Joint"

    @property
    def tag(self) -> str:
        """The tag that stands on each card, since colour never says it alone."""
        return "CX + UX" if self is Discipline.JOINT else self.value


class CardKind(StrEnum):
    """What a card says."""

    INSIGHT = "insight"
    PAIN_POINT = "pain point"
    NEED = "need"
    IDEA = "idea"
    CONCEPT = "concept"
    QUESTION = "question"
    RISK = "risk"
    DECISION = "decision"
    ACTION = "action"
    WIN = "win"


class EvidenceSource(StrEnum):
    """Where a card's evidence comes from; the first eight are CX's, the next seven UX's, the last two either's."""

    SUPPORT_TICKETS = "support tickets"
    CUSTOMER_SURVEY = "customer survey"
    COMPLAINTS = "complaints"
    BRAND_AUDIT = "brand audit"
    MARKET_RESEARCH = "market research"
    COMPETITOR_ANALYSIS = "competitor analysis"
    CASE_STUDY = "case study"
    SALES_FEEDBACK = "sales feedback"
    USER_INTERVIEW = "user interview"
    USER_FLOW = "user flow"
    USABILITY_TEST = "usability test"
    ANALYTICS = "analytics"
    AB_TEST = "A/B test"
    FIELD_STUDY = "field study"
    ACCESSIBILITY_REVIEW = "accessibility review"
    WORKSHOP = "workshop"
    OTHER = "other"


class Rhythm(StrEnum):
    """How often an action or a ritual comes back."""

    WEEKLY = "weekly"
    EACH_SPRINT = "each sprint"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class Anonymity(StrEnum):
    """What is shown of a card's author, from all to nothing. Owners of actions and deciders are always named."""

    NAMES = "names"
    DISCIPLINE_ONLY = "discipline only"
    NONE = "none"

    def stricter(self, other: "Anonymity") -> "Anonymity":
        """The one of the two that shows less."""
        if other is Anonymity.NAMES or self is Anonymity.NONE:
            return self
        return other if self is Anonymity.NAMES else max(self, other, key=list(Anonymity).index)


class Fist(Part, frozen=True, kw_only=True):
    """How well a participant can live with a decision: 0 fingers (a fist: no) to 5 (all for it)."""

    participant: Id
    fingers: Annotated[int, msgspec.Meta(ge=0, le=5)]


class Evidence(Part, frozen=True, kw_only=True):
    """What a card rests on: the kind of source, a note and a link, all optional."""

    source: EvidenceSource | None = None
    note: Text = ""
    link: Text = ""


class Place(NamedTuple):
    """Where a card lies: its phase (None: the parking lot) and its top left corner, local to that phase.

    x runs right from the left edge of the phase's column, y down from the diamond's horizontal axis; in the
    parking lot from its top left corner. Board units.
    """

    phase: Phase | None
    x: float
    y: float


class Card(Record, frozen=True, kw_only=True):
    """A sticky card. `phase` None is the parking lot; `w` and `h` are its size in board units as grown by its text.

    `asked_of` and `asked_until` belong to questions, `owner`, `due`, `done` and `rhythm` to actions, `decided_by`,
    `rationale`, `principle` and `fists` to decisions; `owner` and `decided_by` are participant ids. `layer` orders
    overlapping cards, higher on top. `needed_by` is when others need what the card says, `lands_on` when it will be
    there. `anonymity` is what is shown of the author, whichever step runs.
    """

    WHOLE: ClassVar = (("phase", "x", "y"), ("w", "h"))

    text: Text = ""
    kind: CardKind = CardKind.INSIGHT
    discipline: Discipline = Discipline.JOINT
    phase: Phase | None = None
    x: Coordinate = 0.0
    y: Coordinate = 0.0
    w: Side = CARD_WIDTH
    h: Side = CARD_HEIGHT
    author: Id | None = None
    anonymity: Anonymity = Anonymity.NAMES
    evidence: Evidence = Evidence()
    stage: Id | None = None
    altitude: Altitude | None = None
    channel: Text = ""
    backstage: bool = False
    personas: tuple[Id, ...] = ()
    needed_by: date | None = None
    lands_on: date | None = None
    tags: tuple[Text, ...] = ()
    group: Id | None = None
    hidden: bool = False
    locked: bool = False
    layer: Order = 0
    image: Id | None = None
    asked_of: Discipline | None = None
    asked_until: date | None = None
    owner: Id | None = None
    due: date | None = None
    done: bool = False
    rhythm: Rhythm | None = None
    decided_by: tuple[Id, ...] = ()
    rationale: Text = ""
    principle: Id | None = None
    fists: tuple[Fist, ...] = ()
    created: datetime | None = None
    changed: datetime | None = None

    @property
    def place(self) -> Place:
        """The card's place as one value."""
        return Place(self.phase, self.x, self.y)

    @property
    def unwritten(self) -> bool:
        """Whether it is a draft: made, and nobody wrote on it yet."""
        made = self.created is not None and self.created == self.changed
        return made and not self.text and self.image is None and not self.locked

    @property
    def has_evidence(self) -> bool:
        """Whether anything is said about what this card rests on."""
        return self.evidence != Evidence()
