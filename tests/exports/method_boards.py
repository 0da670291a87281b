"""Boards for the tests of exports that hold what the method brings: threads, measures, tensions, terms, questions."""

from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

from tests.exports.boards import ORIGIN, card, link, new_workshop, person, role
from workshop.model.cards import Card, CardKind, Discipline, Evidence, EvidenceSource
from workshop.model.diamonds import Phase
from workshop.model.journey import Altitude
from workshop.model.links import LinkKind
from workshop.model.measures import Direction, Lens, Measure, Reading
from workshop.model.people import Role
from workshop.model.record import Record
from workshop.model.tensions import (
    BusinessValue,
    CheckIn,
    Experiment,
    Framework,
    Frequency,
    Impact,
    Job,
    Position,
    Tension,
    TensionDecision,
    TensionState,
    TensionStep,
)
from workshop.model.terms import Term
from workshop.workshop import Workshop

TODAY = date(2026, 11, 14)
AT = datetime(2026, 11, 14, 10, tzinfo=UTC)
OPENED = TensionStep(state=TensionState.OPEN, at=AT)


def put(workshop: Workshop, *records: Record) -> None:
    """Put records on the board as a file would bring them."""
    with workshop.transact("put", ORIGIN) as transaction:
        for record in records:
            transaction.put(record)


def thread_of(workshop: Workshop, *phases: Phase, words: str = "signal") -> list[Card]:
    """Cards of these phases, each leading to the next."""
    sides = (Discipline.CX, Discipline.UX)
    cards = [
        card(workshop, f"{words} {place}", phase, discipline=sides[place % 2])
        for place, phase in enumerate(phases)
    ]
    for source, target in pairwise(cards):
        link(workshop, source, target)
    return cards


def impact(outcome: int, share: float, by: str | None = None, cx: str = "", ux: str = "") -> Impact:
    """What one participant scores; it happens one to three times a month."""
    frequency = Frequency.ONE_TO_THREE
    return Impact(by=by, outcome=outcome, share=share, frequency=frequency, evidence_cx=cx, evidence_ux=ux)


def measure(words: str, *cards: Card, **fields: Any) -> Measure:
    """A measure with both lenses and readings, of everything and broken down."""
    fields = {
        "cx": Lens(measured=f"{words} trust", unit="of 5", baseline=3.1, target=4.2),
        "ux": Lens(measured=f"{words} errors", unit="%", baseline=20, target=5, direction=Direction.DOWN),
        "readings": (
            Reading(at=date(2026, 9, 1), cx=3.5, ux=15),
            Reading(at=date(2026, 10, 1), cx=3.9, ux=12.5, note=f"{words} note"),
            Reading(at=date(2026, 10, 1), cx=3.2, area=f"{words} area"),
            Reading(at=date(2026, 10, 1), cx=4.4, ux=9, area="Set-up"),
        ),
        "check_on": date(2027, 1, 15),
        **fields,
    }
    ids = tuple(one.id for one in cards)
    return Measure(
        id=f"m-{words[:12]}", name=f"{words} measure", definition=f"{words} definition", cards=ids, **fields
    )


def tension(words: str, one: Card, other: Card, **fields: Any) -> Tension:
    """A tension between two cards that was scored and decided."""
    decision = TensionDecision(
        text=f"{words} decision",
        framework=Framework.CUSTOMER_IMPACT,
        reason=f"{words} reason in a sentence",
        at=AT,
    )
    former = TensionDecision(text=f"{words} former", reason=f"{words} former reason", at=AT)
    fields = {
        "positions": (
            Position(
                card=one.id,
                impacts=(impact(5, 0.34, cx=f"{words} tickets"), impact(1, 0.9, ux=f"{words} clips")),
                business_value=BusinessValue(conversion=1, loyalty=-2, efficiency=3),
            ),
            Position(card=other.id, impacts=(impact(2, 0.41), impact(2, 0.41))),
        ),
        "experiment": Experiment(
            interaction_metric=f"{words} clicks",
            relationship_metric=f"{words} loyalty",
            variants=(f"{words} A", f"{words} B"),
            decides=f"{words} decides",
        ),
        "job": Job(when=f"{words} when", want=f"{words} want", so_that=f"{words} so that"),
        "check_in": CheckIn(again_on=date(2027, 2, 1)),
        "state": TensionState.SETTLED,
        "decision": decision,
        "history": (
            OPENED,
            TensionStep(state=TensionState.SETTLED, at=AT, decision=former),
            OPENED,
            TensionStep(state=TensionState.SETTLED, at=AT, decision=decision),
        ),
        **fields,
    }
    return Tension(id=f"t-{words[:12]}", title=f"{words} tension", **fields)


def term(words: str, **fields: Any) -> Term:
    """A term with all its words."""
    fields = {"agreed": f"{words} agreed", "altitude": Altitude.INTERACTION, **fields}
    return Term(
        id=f"w-{words[:12]}",
        cx_says=f"{words} cx",
        ux_says=f"{words} ux",
        definition=f"{words} meaning",
        example=f"{words} example",
        **fields,
    )


def method_board(words: str = "plain") -> Workshop:
    """A board with something in each section, its texts all beginning with these words."""
    workshop = new_workshop(purpose=words)
    lena, jo = person(workshop, f"{words} Lena"), person(workshop, f"{words} Jo", Discipline.UX)
    whole = thread_of(
        workshop, Phase.DISCOVER, Phase.DEFINE, Phase.EXPLORE, Phase.PILOT, words=f"{words} whole"
    )
    stopped = thread_of(workshop, Phase.DISCOVER, Phase.EXPLORE, words=f"{words} stopped")
    put(workshop, measure(words, whole[2], stopped[1], owner_cx=lena.id, owner_ux=jo.id))
    put(workshop, measure(f"half {words}", stopped[1], ux=Lens()))
    put(workshop, tension(words, whole[2], stopped[1]))
    put(workshop, term(words))
    role(workshop, Phase.DISCOVER, Discipline.CX, Role.LEADS)
    asked = card(
        workshop,
        f"{words} asked",
        kind=CardKind.QUESTION,
        asked_of=Discipline.UX,
        asked_until=date(2026, 10, 1),
    )
    answered = card(
        workshop, f"{words} answered", kind=CardKind.QUESTION, asked_of=Discipline.CX, author=lena.id
    )
    evidence = Evidence(source=EvidenceSource.ANALYTICS, note=f"{words} figures")
    answer = card(workshop, f"{words} answer", Phase.DEFINE, evidence=evidence)
    link(workshop, answer, answered, LinkKind.ANSWERS)
    card(
        workshop,
        f"{words} go on",
        Phase.PILOT,
        kind=CardKind.DECISION,
        rationale=f"{words} why",
        decided_by=(lena.id, jo.id),
    )
    card(workshop, f"{words} do it", Phase.PILOT, kind=CardKind.ACTION, owner=jo.id, due=date(2026, 11, 1))
    link(workshop, asked, whole[0], LinkKind.SUPPORTS)
    return workshop
