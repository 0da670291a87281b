"""Boards for the tests of exports: built by intents, with seeded ids and a still clock."""

from datetime import UTC, date, datetime
from itertools import pairwise
from random import Random
from typing import Any

from workshop.commands.cards import add_card
from workshop.commands.links import add_link
from workshop.commands.people import add_participant
from workshop.model.cards import Card, CardKind, Discipline, Evidence, EvidenceSource
from workshop.model.diamonds import Phase
from workshop.model.ids import seeded_ids
from workshop.model.links import LinkKind
from workshop.model.people import Participant, Responsibility, Role
from workshop.model.session import SESSION_ID, Session
from workshop.workshop import Workshop

ORIGIN = "test"
_VOCABULARY = (
    "invoice breakdown finance month ticket support customer onboarding administrator quote configurator price "
    "export proof search account trust promise campaign set-up journey call wait error answer rule team sprint "
    "metric churn renewal contract the of and to in for with without before after every first second never"
)
_WORDS = _VOCABULARY.split()


def new_workshop(**session: Any) -> Workshop:
    """An empty workshop whose ids and times are the same in every run."""
    workshop = Workshop(new_id=seeded_ids(1), clock=lambda: datetime(2026, 11, 14, 9, tzinfo=UTC))
    fields = {"title": "Self-service onboarding", "date": date(2026, 11, 14), "place": "Room 4", **session}
    with workshop.transact("session", ORIGIN) as transaction:
        transaction.put(Session(id=SESSION_ID, **fields))
    return workshop


def card(workshop: Workshop, text: str, phase: Phase | None = Phase.DISCOVER, **fields: Any) -> Card:
    """A card, an insight of CX unless said otherwise."""
    fields = {"kind": CardKind.INSIGHT, "discipline": Discipline.CX, **fields}
    return add_card(workshop, origin=ORIGIN, phase=phase, text=text, **fields)


def person(
    workshop: Workshop, name: str, discipline: Discipline = Discipline.CX, role: str = ""
) -> Participant:
    """A participant."""
    return add_participant(workshop, origin=ORIGIN, name=name, discipline=discipline, role=role)


def link(workshop: Workshop, source: Card, target: Card, kind: LinkKind = LinkKind.LEADS_TO) -> None:
    """A link between two cards."""
    add_link(workshop, origin=ORIGIN, source=source.id, target=target.id, kind=kind)


def role(workshop: Workshop, phase: Phase, discipline: Discipline, what: Role) -> None:
    """Who does what in a phase."""
    with workshop.transact("role", ORIGIN) as transaction:
        transaction.put(
            Responsibility(id=f"{phase}-{discipline}", phase=phase, discipline=discipline, role=what)
        )


def sentence(random: Random, words: int) -> str:
    """Words in a row, the first in capitals."""
    said = " ".join(random.choice(_WORDS) for _ in range(words))
    return said[0].upper() + said[1:]


def full_board(cards: int = 50, seed: int = 7) -> Workshop:
    """A board of many cards over all phases, with people, evidence, decisions, actions and links."""
    random = Random(seed)
    workshop = new_workshop(
        purpose="One path to the first invoice that small firms can walk without calling us."
    )
    names = ("Mira Kovač", "Ada Lindqvist", "Jonas Reuter", "Tomo Sato", "Léa Fournier", "Priya Nair")
    people = [
        person(workshop, name, (Discipline.CX, Discipline.UX)[place % 2], "Researcher" if place % 3 else "")
        for place, name in enumerate(names)
    ]
    for phase in Phase:
        role(
            workshop,
            phase,
            Discipline.CX,
            Role.LEADS if phase in (Phase.DISCOVER, Phase.LAUNCH) else Role.CONTRIBUTES,
        )
        role(workshop, phase, Discipline.UX, Role.CONTRIBUTES)
    made = [_random_card(workshop, random, people, place, cards) for place in range(cards)]
    for source, target in pairwise(made):
        if random.random() < 0.5:
            link(workshop, source, target, random.choice(list(LinkKind)))
    return workshop


def _random_card(workshop: Workshop, random: Random, people: list[Participant], place: int, total: int) -> Card:
    author = random.choice(people)
    kind = random.choice(list(CardKind))
    fields: dict[str, Any] = {"author": author.id, "kind": kind}
    fields["discipline"] = random.choice((author.discipline, author.discipline, Discipline.JOINT))
    if random.random() < 0.5:
        source = random.choice(list(EvidenceSource))
        fields["evidence"] = Evidence(
            source=source, note=sentence(random, 7), link="https://example.org/report"
        )
    if kind is CardKind.DECISION:
        fields |= {"decided_by": (people[0].id, people[1].id), "rationale": sentence(random, 14)}
    if kind is CardKind.ACTION:
        fields |= {"owner": random.choice(people).id, "due": date(2026, 12, 1 + place % 28)}
    phase = list(Phase)[min(7, place * 8 // max(1, total))] if place % 19 else None
    return card(workshop, sentence(random, random.randint(4, 28)), phase, **fields)
