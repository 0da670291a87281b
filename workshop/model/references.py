"""Which fields name records of other collections by their ids: one table for imports, people and documentation."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from workshop.model.audit import AuditAnswer
from workshop.model.cards import Card, Fist
from workshop.model.collections import COLLECTIONS, collection_of
from workshop.model.facilitation import Frame, Vote, VotingRound
from workshop.model.links import Link
from workshop.model.measures import Measure
from workshop.model.people import Persona
from workshop.model.plan import Bridge, Initiative, Ritual, Sprint
from workshop.model.record import Part, Record
from workshop.model.session import Dismissal, Improvement, Session
from workshop.model.tensions import CheckIn, Impact, Position, Tension, TensionDecision, TensionStep

REFERENCES: dict[type[Record | Part], dict[str, str | type[Part]]] = {
    Persona: {"picture": "assets"},
    Card: {
        "author": "participants", "stage": "stages", "personas": "personas", "group": "groups", "image": "assets",
        "owner": "participants", "decided_by": "participants", "principle": "principles", "fists": Fist,
    },
    Fist: {"participant": "participants"},
    Link: {"source": "cards", "target": "cards", "author": "participants"},
    Measure: {"owner_cx": "participants", "owner_ux": "participants", "cards": "cards"},
    Tension: {
        "positions": Position, "check_in": CheckIn, "decision": TensionDecision, "history": TensionStep,
    },
    Position: {"card": "cards", "impacts": Impact},
    Impact: {"by": "participants"},
    CheckIn: {"heard": "participants", "credited": "participants"},
    TensionDecision: {"decided_by": "participants", "principle": "principles"},
    TensionStep: {"by": "participants", "decision": TensionDecision},
    VotingRound: {"cards": "cards", "step": "agenda_steps"},
    Vote: {"card": "cards", "round": "voting_rounds", "voter": "participants"},
    Initiative: {"owner": "participants", "cards": "cards"},
    Sprint: {"owner": "participants", "cards": "cards"},
    Bridge: {"initiative": "initiatives", "sprint": "sprints"},
    Ritual: {"owner_cx": "participants", "owner_ux": "participants"},
    AuditAnswer: {"participant": "participants"},
    Improvement: {"card": "cards", "agreed_by": "participants"},
    Dismissal: {"cards": "cards", "author": "participants"},
    Frame: {"group": "groups", "root": "cards"},
}  # fmt: skip
"""For each kind of record and part the fields that hold ids, one or several, with the collection that they name.

A field that holds parts which name something stands here with the kind of the part.
"""

Names = Mapping[str, frozenset[str]]
"""Ids by the name of their collection."""


class Reference(NamedTuple):
    """An id in a record that names another: where it stands (`positions[0].card`), and in which collection to look."""

    place: str
    collection: str
    id: str


def references_in(value: Record | Part, place: str = "") -> Iterator[Reference]:
    """The references in a record or part, in the order of the table."""
    for field, names in REFERENCES.get(type(value), {}).items():
        found = getattr(value, field)
        several = isinstance(found, tuple)
        for index, one in enumerate(found if several else (found,)):
            at = f"{place}{field}[{index}]" if several else place + field
            if one is None:
                continue
            if isinstance(names, str):
                yield Reference(at, names, one)
            else:
                yield from references_in(one, f"{at}.")


def ids_there(records: Iterable[Record]) -> Names:
    """The ids that can be named: those of the records, and of people who were taken off the list."""
    ids: dict[str, set[str]] = {name: set() for name in COLLECTIONS}
    for record in records:
        ids[collection_of(record)].add(record.id)
        if isinstance(record, Session):
            ids["participants"].update(former.participant for former in record.former)
    return {name: frozenset(found) for name, found in ids.items()}


def ids_gone(records: Iterable[Record]) -> dict[str, list[str]]:
    """The ids that records name and that are not there, each once, by their collections in the order of the model.

    The board leaves them where something was removed, so that undo finds what named it.
    """
    everything = list(records)
    there = ids_there(everything)
    gone: dict[str, dict[str, None]] = {name: {} for name in COLLECTIONS}
    for record in everything:
        for reference in references_in(record):
            if reference.id not in there[reference.collection]:
                gone[reference.collection][reference.id] = None
    return {name: list(ids) for name, ids in gone.items() if ids}
