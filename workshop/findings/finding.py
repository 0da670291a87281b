"""What a finding is: which cards it names, one sentence in the board's own words, and the acts that it offers."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase

if TYPE_CHECKING:
    from workshop.findings.reading import Reading


class Severity(StrEnum):
    """How much a finding may cost the team."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def weight(self) -> int:
        """1 for low, 2 for medium, 3 for high."""
        return list(Severity).index(self) + 1


class Offer(StrEnum):
    """An act that a finding offers; an ellipsis says that something is asked for first."""

    SHOW = "show"
    LINK_TO = "link to…"
    CHANGE_LINK = "change link…"
    MARK_SAME_AS = "mark same as"
    ADD_EVIDENCE = "add evidence…"
    ADD_MEASURE = "add measure"
    FILL_LENS = "fill the empty lens"
    SCORE_TOGETHER = "score together"
    INVITE = "invite"
    ADD_TO_TERMS = "add to terms"
    OPEN_TERM = "open term"
    SET_WHO_LEADS = "set who leads"
    SET_OWNER = "set an owner…"
    SET_DATE = "set a date…"
    ANSWER = "answer"
    DISMISS = "dismiss with reason…"


class Found(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What the function of a kind found, once: the cards, the words that go into the sentence, and what acts need.

    `form` says which of the kind's sentences is meant, `words` are the values for its blanks, and `unfit` are offers
    of the kind that make no sense here. The other fields are those of Finding.
    """

    cards: tuple[str, ...] = ()
    words: dict[str, str] = {}
    form: int = 0
    unfit: tuple[Offer, ...] = ()
    phase: Phase | None = None
    discipline: Discipline | None = None
    measure: str | None = None
    tension: str | None = None
    term: str | None = None
    link: str | None = None


class FindingKind(msgspec.Struct, frozen=True):
    """A line of the table of findings: the id, what it is called, its sentences, and what it offers.

    `marks` says whether its cards bear a mark; a finding about a whole phase names cards and marks none of them.
    """

    id: str
    title: str
    severity: Severity
    sentences: tuple[str, ...]
    offers: tuple[Offer, ...]
    find: "Callable[[Reading], Iterable[Found]]"
    marks: bool = True


class Finding(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something that the board says and nobody said.

    `finding` is the id of its kind in the table of findings, `cards` the ids of the cards that it names, `sentence`
    why it holds. What its acts need: `phase` it is about, the `discipline` that is wanted, and the ids of a `measure`,
    a `tension`, a `term` or a `link`. `dismissal` is the id of the dismissal that sets it aside, with its `reason`.
    """

    finding: str
    title: str
    severity: Severity
    cards: tuple[str, ...]
    sentence: str
    offers: tuple[Offer, ...]
    marks: bool = True
    phase: Phase | None = None
    discipline: Discipline | None = None
    measure: str | None = None
    tension: str | None = None
    term: str | None = None
    link: str | None = None
    dismissal: str | None = None
    reason: str = ""

    @property
    def subject(self) -> tuple[str, ...]:
        """What tells it from every other finding of a board: its kind, its cards, and what else it is about."""
        about = (self.phase, self.measure, self.tension, self.term)
        return (self.finding, *sorted(self.cards), *(f"{part or ''}" for part in about))
