"""A board on which paper finds something to say in every way that it knows."""

from datetime import UTC, date, datetime

from msgspec.structs import replace

from tests.exports.boards import card, link, new_workshop, person, role
from tests.exports.method_boards import AT, impact, measure, method_board, put, tension, term
from workshop.board.board import Board
from workshop.commands.dismissals import dismiss_finding
from workshop.findings.looking import findings_of
from workshop.model.cards import Card, CardKind, Discipline, Evidence, EvidenceSource, Rhythm
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Group, Vote, VotingRound
from workshop.model.journey import Altitude, Stage
from workshop.model.links import Link, LinkKind
from workshop.model.measures import Direction, Lens, Reading
from workshop.model.people import Persona, Role
from workshop.model.plan import Sprint
from workshop.model.session import Principle
from workshop.model.tensions import CheckIn, Framework, Position, Tension, TensionDecision, TensionState
from workshop.visibility import PAPER, visible_to
from workshop.workshop import Workshop

TODAY = date(2026, 11, 20)


def language_board() -> Board:
    """Something in each section, and each state, kind, role, link and source at least once."""
    workshop = method_board("own")
    cards = _cards(workshop)
    _links(workshop, cards)
    _tensions(workshop, cards)
    _measures(workshop, cards)
    _votes(workshop, cards)
    _late(workshop, cards)
    for phase, what in zip(Phase, (*Role, *Role), strict=True):
        role(workshop, phase, Discipline.UX, what)
    role(workshop, Phase.LAUNCH, Discipline.CX, Role.LEADS)
    role(workshop, Phase.LAUNCH, Discipline.UX, Role.LEADS)
    put(workshop, term("bare", agreed="", altitude=None))
    found = findings_of(visible_to(PAPER, workshop.board), TODAY)
    dismiss_finding(workshop, origin="test", finding=found[-1], reason="own reason enough", viewer=PAPER)
    return workshop.board


def _cards(workshop: Workshop) -> list[Card]:
    person(workshop, "own guest", Discipline.JOINT, "own role")
    put(
        workshop,
        Group(id="g", name="own group"),
        Persona(id="p", name="own persona"),
        Stage(id="s", name="own stage"),
        Stage(id="n", name=""),
        Principle(id="r", text="own principle"),
    )
    people = list(workshop.board.participants)
    found = [
        card(
            workshop,
            f"own {number} {kind.value}",
            (*Phase, None)[number % 9],
            kind=kind,
            discipline=tuple(Discipline)[number % 3],
            author=people[number % 3],
            evidence=Evidence(source=source, note="own note", link="own link"),
            backstage=number % 2 == 0,
            altitude=tuple(Altitude)[number % 3],
            stage="s",
            personas=("p",),
            group="g",
            tags=("own tag",),
            channel="own channel",
            needed_by=date(2026, 12, 24),
        )
        for number, (kind, source) in enumerate(
            zip((*CardKind, *CardKind), (*EvidenceSource, None), strict=False)
        )
    ]
    return [*found, *_questions_and_actions(workshop, people)]


def _questions_and_actions(workshop: Workshop, people: list[str]) -> list[Card]:
    asked = {"kind": CardKind.QUESTION, "asked_of": Discipline.CX}
    found = [
        card(workshop, "own open", Phase.SCALE, asked_until=date(2027, 3, 1), **asked),
        card(workshop, "own left", Phase.DISCOVER, **asked),
        card(workshop, "own undated", Phase.SCALE, **asked),
        card(workshop, "own loose question", Phase.SCALE, kind=CardKind.QUESTION),
        card(workshop, "", Phase.DISCOVER, kind=CardKind.NEED),
        card(workshop, "", Phase.DISCOVER, kind=CardKind.PAIN_POINT, discipline=Discipline.UX),
    ]
    actions = (
        {"due": TODAY, "done": True},
        {"due": date(2026, 9, 1)},
        {"rhythm": Rhythm.WEEKLY},
        {},
        {"owner": people[0]},
    )
    found += [card(workshop, "own act", Phase.PILOT, kind=CardKind.ACTION, **fields) for fields in actions]
    found += [card(workshop, "", Phase.PILOT, kind=CardKind.ACTION, rhythm=one) for one in Rhythm]
    decided = {"decided_by": tuple(people[:2]), "rationale": "own why", "principle": "r"}
    found += [
        card(workshop, f"own choice {n}", Phase.DEFINE, kind=CardKind.DECISION, **decided) for n in range(8)
    ]
    found += [
        card(workshop, f"own plain {n}", Phase.EXPLORE, kind=CardKind.CONCEPT, stage="n") for n in range(6)
    ]
    return found


def _links(workshop: Workshop, cards: list[Card]) -> None:
    for place, kind in enumerate((*LinkKind, *LinkKind)):
        link(workshop, cards[place], cards[place + 9], kind)
    first = next(iter(workshop.board.links.values()))
    put(
        workshop,
        Link(id="noted", source=first.target, target=first.source, kind=LinkKind.LEADS_TO, note="own note"),
    )
    concepts = cards[-6:]
    link(workshop, concepts[0], concepts[1])
    link(workshop, concepts[2], concepts[3])
    link(workshop, concepts[3], concepts[2])


def _tensions(workshop: Workshop, cards: list[Card]) -> None:
    people = tuple(workshop.board.participants)
    one, other = cards[0], cards[1]
    put(
        workshop,
        replace(tension("open", one, other, state=TensionState.OPEN, decision=None, history=()), title=""),
        tension("scored", one, other, state=TensionState.SCORED, decision=None, history=()),
        tension("tested", one, other, state=TensionState.TESTING, decision=None, history=(), secret=True),
        replace(
            tension("gone", one, other, state=TensionState.OPEN, decision=None),
            positions=(Position(card="gone"), Position(card="gone too"), Position(card=one.id)),
            title="",
        ),
        tension(
            "tied",
            one,
            other,
            positions=tuple(
                Position(card=card.id, impacts=(impact(3, 0.5, "a"), impact(3, 0.5, "b"), impact(4, 0.5, "c")))
                for card in cards[20:24]
            ),
            check_in=CheckIn(heard=people[:2], credited=people[:1], again_on=date(2027, 2, 1)),
            decision=TensionDecision(
                text="",
                framework=Framework.EXPERIMENT,
                reason="own reason",
                at=AT,
                decided_by=people[:1],
                principle="r",
            ),
        ),
        tension(
            "named",
            one,
            other,
            decision=TensionDecision(text="own", reason="own", at=datetime(2026, 1, 2, tzinfo=UTC)),
        ),
    )


def _measures(workshop: Workshop, cards: list[Card]) -> None:
    readings = tuple(
        Reading(at=date(2026, 9, day), cx=3.5, ux=15.5, segment="own", channel="own") for day in range(1, 5)
    )
    lens = Lens(measured="own", baseline=5, target=2)
    put(
        workshop,
        measure("parts", cards[0], readings=readings, cx=lens, check_on=date(2026, 1, 1)),
        measure("none", readings=(), check_on=date(2026, 1, 1)),
        measure("empty", cx=Lens(), ux=Lens(), readings=()),
        measure("met", cards[1], readings=(Reading(at=TODAY, cx=9, ux=99),)),
        replace(measure("gone", readings=(Reading(at=TODAY, cx=3.6, ux=19),)), cards=("gone", cards[0].id)),
    )


def _votes(workshop: Workshop, cards: list[Card]) -> None:
    ids = tuple(one.id for one in cards[:14])
    put(workshop, VotingRound(id="v", question="", cards=ids, ended=True))
    sides = tuple(Discipline)
    put(
        workshop,
        *(
            Vote(id=f"v{place}", card=one, round="v", discipline=sides[place % 3], dots=1 + place % 4)
            for place, one in enumerate(ids)
        ),
    )


def _late(workshop: Workshop, cards: list[Card]) -> None:
    late = [
        card(workshop, f"own late {n}", Phase.DISCOVER, lands_on=date(2027, 1, 1), needed_by=day)
        for n, day in enumerate((date(2026, 12, 1), None, None, None))
    ]
    decision = card(workshop, "own decision", Phase.DEFINE, kind=CardKind.DECISION, lands_on=date(2026, 12, 2))
    link(workshop, late[1], decision)
    put(
        workshop,
        Sprint(id="s1", title="own sprint", ends=date(2026, 12, 3), cards=(late[2].id,)),
        Sprint(id="s2", title="", starts=date(2026, 12, 3), cards=(late[3].id,)),
    )
    del cards


def edge_board() -> Board:
    """What cannot be said together with all the rest: long words about itself, nothing open, no gaps, no names."""
    workshop = new_workshop(title="own long title " * 20, purpose="own purpose " * 120, scope="own scope " * 90)
    sides = tuple(Discipline)
    people = [person(workshop, f"own name {n} " * 6, sides[n % 3], "own role " * 9) for n in range(30)]
    for phase in Phase:
        for side in (Discipline.CX, Discipline.UX):
            role(workshop, phase, side, Role.LEADS)
    asked = card(
        workshop, "", Phase.DEFINE, kind=CardKind.QUESTION, asked_of=Discipline.UX, author=people[0].id
    )
    answer = card(workshop, "", Phase.DEFINE)
    link(workshop, answer, asked, LinkKind.ANSWERS)
    card(workshop, "own act", Phase.PILOT, kind=CardKind.ACTION, owner=people[1].id, due=TODAY, done=True)
    for kind in (CardKind.DECISION, CardKind.QUESTION, CardKind.RISK, CardKind.ACTION, CardKind.IDEA):
        voted = card(workshop, "own voted", Phase.DISCOVER, kind=kind, discipline=Discipline.CX)
        put(workshop, Vote(id=f"v-{kind.value}", card=voted.id, dots=2, discipline=Discipline.CX))
    one, other, third, fourth = (card(workshop, f"own {n}", Phase.EXPLORE) for n in ("a", "b", "c", "d"))
    link(workshop, one, other)
    link(workshop, one, other, LinkKind.SAME_AS)
    put(
        workshop,
        replace(
            measure("bare", cx=Lens(measured="own", baseline=1, target=2, direction=Direction.DOWN)), name=""
        ),
        replace(_weighed("tied", (one, 3), (other, 3)), decision=_unknown()),
        _weighed("firm", (one, 5), (other, 1)),
        _weighed("near", (one, 3), (other, 2)),
        _weighed("partly", (one, 5), (other, 1), (third, 1)),
        _weighed("alike", (third, 2), (fourth, 2)),
    )
    put(workshop, replace(measure("all gone"), cards=("gone",)))
    return workshop.board


def _weighed(words: str, *scores: tuple[Card, int]) -> Tension:
    """A tension whose positions three people scored alike."""
    positions = tuple(
        Position(card=card.id, impacts=tuple(impact(score, score / 5, by) for by in "xyz"))
        for card, score in scores
    )
    return replace(tension(words, scores[0][0], scores[1][0]), positions=positions)


def _unknown() -> TensionDecision:
    return TensionDecision(
        text="own", reason="own", at=AT, decided_by=("nobody knows",), framework=Framework.BUSINESS_VALUE
    )
