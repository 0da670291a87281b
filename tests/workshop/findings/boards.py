"""Boards to find something on: a short way to write one down, and random ones where findings are likely."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from msgspec.structs import replace

from workshop.board.board import Board
from workshop.findings.finding import Finding
from workshop.findings.looking import findings_of
from workshop.model.cards import Card, CardKind, Discipline, Evidence, EvidenceSource
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Vote
from workshop.model.journey import Stage
from workshop.model.links import Link, LinkKind
from workshop.model.measures import Lens, Measure
from workshop.model.people import Responsibility, Role
from workshop.model.plan import Sprint
from workshop.model.record import Record
from workshop.model.tensions import Position, Tension, TensionState
from workshop.model.terms import Term
from workshop.visibility import ROOM, Viewer, visible_to

TODAY = date(2026, 11, 14)

EVIDENCE = Evidence(source=EvidenceSource.ANALYTICS)

_DAYS = st.sampled_from([date(2026, 11, day) for day in (13, 14, 15)])
_TEXTS = st.sampled_from(
    [
        "",
        "The hand-over takes nine days",
        "The hand over takes nine days!",
        "Handover takes nine whole days",
        "Set-up fails",
        "Start: the set-up and the hand-over",
        "Nobody reads the bill",
        "Nobody reads bills",
    ]
)
_SOME_KINDS = st.sampled_from(
    [
        (CardKind.INSIGHT, CardKind.DECISION),
        (CardKind.CONCEPT,),
        (CardKind.PAIN_POINT, CardKind.NEED, CardKind.IDEA),
        (CardKind.QUESTION, CardKind.DECISION),
        tuple(CardKind),
    ]
)
_SOME_PHASES = st.sampled_from(
    [
        (Phase.DISCOVER, Phase.EXPLORE),
        (Phase.VALIDATE, Phase.DEVELOP, Phase.LAUNCH),
        (Phase.DEFINE,),
        (*Phase, None),
    ]
)
_WORDS = st.sampled_from(["", "hand-over", "set-up", "nine", "bill", "the set-up", "Nobody"])


def card(
    card_id: str, kind: str = "insight", discipline: str = "CX", phase: str = "Discover", **fields: Any
) -> Card:
    """A card, its kind, discipline and phase as MODEL.md spells them; an empty phase is the parking lot."""
    return Card(
        id=card_id,
        kind=CardKind(kind),
        discipline=Discipline(discipline),
        phase=Phase(phase) if phase else None,
        **{"text": f"Text of {card_id}"} | fields,
    )


def links(*sentences: str) -> list[Link]:
    """Links out of sentences such as “a leads to b”."""
    found = []
    for number, sentence in enumerate(sentences):
        source, *kind, target = sentence.split(" ")
        found.append(Link(id=f"link{number}", source=source, target=target, kind=LinkKind(" ".join(kind))))
    return found


def told(kind: str, records: Iterable[Record], viewer: Viewer = ROOM) -> list[Finding]:
    """The findings of a kind on a board of these records."""
    found = findings_of(visible_to(viewer, Board(records)), TODAY)
    return [finding for finding in found if finding.finding == kind]


def cards_told(kind: str, *records: Record | Iterable[Record]) -> list[tuple[str, ...]]:
    """The cards of each finding of a kind."""
    flat = [r for given in records for r in ([given] if isinstance(given, Record) else given)]
    return [finding.cards for finding in told(kind, flat)]


@st.composite
def telling_boards(draw: DrawFn) -> Board:
    """Boards of up to nine cards with everything that findings read, hidden cards among them.

    Each has but a few kinds of cards in a few phases, so that findings that want several alike are likely too.
    """
    kinds, phases = st.sampled_from(draw(_SOME_KINDS)), st.sampled_from(draw(_SOME_PHASES))
    cards = [
        draw(_cards(f"c{number}", kinds, phases)) for number in range(draw(st.sampled_from([7, 9, 4, 1, 0])))
    ]
    ids = [each.id for each in cards]
    records: list[Record] = [Stage(id="s0", name="Start"), Stage(id="s1", name="Use"), *cards]
    if ids:
        some = st.lists(st.sampled_from([*ids, "gone"]), max_size=3).map(tuple)
        ends = st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.sampled_from(LinkKind))
        records += _links(draw(st.lists(ends, min_size=draw(st.sampled_from([0, 4, 8])), max_size=14)))
        voted = draw(st.lists(st.sampled_from(ids), max_size=3))
        records += [Vote(id=f"v{n}", card=each, dots=n + 1) for n, each in enumerate(voted)]
        records += [draw(_measures(f"m{n}", some)) for n in range(draw(st.integers(0, 2)))]
        records += [draw(_tensions(f"t{n}", some)) for n in range(draw(st.integers(0, 2)))]
        records += [draw(_sprints(f"p{n}", some)) for n in range(draw(st.integers(0, 2)))]
    records += [draw(_terms(f"w{n}")) for n in range(draw(st.integers(0, 2)))]
    records += [draw(_responsibilities(f"r{n}")) for n in range(draw(st.integers(0, 3)))]
    return Board(records)


@st.composite
def planned_boards(draw: DrawFn) -> Board:
    """Boards of concepts, insights and decisions of one stage with days, few links between neighbours, and sprints."""
    kinds = st.sampled_from([CardKind.CONCEPT] * 4 + [CardKind.INSIGHT, CardKind.DECISION])
    count = draw(st.integers(4, 8))
    drawn = [draw(_cards(f"c{number}", kinds, st.just(Phase.EXPLORE))) for number in range(count)]
    days = [draw(_DAYS) for _ in drawn]
    cards = [
        replace(each, stage="s0", lands_on=day, hidden=False) for each, day in zip(drawn, days, strict=True)
    ]
    number = st.integers(0, count - 2)
    ends = st.tuples(number, st.integers(1, 2), st.sampled_from(LinkKind)).map(
        lambda each: (f"c{each[0]}", f"c{min(count - 1, sum(each[:2]))}", each[2])
    )
    some = st.lists(st.sampled_from([each.id for each in cards]), max_size=3).map(tuple)
    joined = _links(draw(st.lists(ends, min_size=2, max_size=6)))
    sprints = [draw(_sprints(f"p{n}", some)) for n in range(draw(st.integers(0, 2)))]
    return Board([Stage(id="s0", name="Start"), *cards, *joined, *sprints])


def _links(ends: list[tuple[str, str, LinkKind]]) -> list[Link]:
    return [
        Link(id=f"l{number}", source=source, target=target, kind=kind)
        for number, (source, target, kind) in enumerate(ends)
        if source != target
    ]


def _cards(
    card_id: str, kinds: st.SearchStrategy[CardKind], phases: st.SearchStrategy[Phase | None]
) -> st.SearchStrategy[Card]:
    asking = st.none() | st.sampled_from(Discipline)
    return st.builds(
        Card,
        id=st.just(card_id),
        text=_TEXTS,
        kind=kinds,
        discipline=st.sampled_from(Discipline),
        phase=phases,
        evidence=st.sampled_from([Evidence(), Evidence(), EVIDENCE, Evidence(note="seen")]),
        stage=st.sampled_from(["s0", "s1", None, "gone"]),
        hidden=st.sampled_from([False, False, False, True]),
        needed_by=st.none() | _DAYS,
        lands_on=st.none() | _DAYS,
        asked_of=asking,
        asked_until=st.none() | _DAYS,
        owner=st.none() | st.just("mira"),
        due=st.none() | _DAYS,
        done=st.booleans(),
    )


def _measures(measure_id: str, some: st.SearchStrategy[tuple[str, ...]]) -> st.SearchStrategy[Measure]:
    lens = st.sampled_from([Lens(), Lens(measured="NPS")])
    return st.builds(Measure, id=st.just(measure_id), name=_WORDS, cx=lens, ux=lens, cards=some)


def _tensions(tension_id: str, some: st.SearchStrategy[tuple[str, ...]]) -> st.SearchStrategy[Tension]:
    positions = some.map(lambda cards: tuple(Position(card=each) for each in cards))
    states = st.sampled_from(TensionState)
    return st.builds(Tension, id=st.just(tension_id), title=_WORDS, positions=positions, state=states)


def _sprints(sprint_id: str, some: st.SearchStrategy[tuple[str, ...]]) -> st.SearchStrategy[Sprint]:
    days = st.none() | _DAYS
    return st.builds(Sprint, id=st.just(sprint_id), title=_WORDS, starts=days, ends=days, cards=some)


def _terms(term_id: str) -> st.SearchStrategy[Term]:
    return st.builds(Term, id=st.just(term_id), cx_says=_WORDS, ux_says=_WORDS, agreed=_WORDS)


def _responsibilities(responsibility_id: str) -> st.SearchStrategy[Responsibility]:
    return st.builds(
        Responsibility,
        id=st.just(responsibility_id),
        phase=st.sampled_from(Phase),
        discipline=st.sampled_from(Discipline),
        role=st.none() | st.sampled_from(Role),
    )
