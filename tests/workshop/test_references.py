"""The table of references: every field of the model that holds an id stands in it, and names a collection."""

from collections.abc import Iterator

from msgspec import inspect

from workshop.model.collections import COLLECTIONS
from workshop.model.people import FormerParticipant
from workshop.model.record import Part, Record
from workshop.model.references import REFERENCES, Reference, ids_gone, references_in
from workshop.model.session import SESSION_ID, Session
from workshop.model.tensions import Impact, Position, Tension, TensionDecision, TensionStep
from workshop.model.tensions import TensionState as State

LONGEST_ID = 200
"""By its greatest length the type of an id is told from other texts."""


def kinds_in(kind: inspect.Type) -> Iterator[inspect.Type]:
    if isinstance(kind, inspect.VarTupleType):
        yield from kinds_in(kind.item_type)
    elif isinstance(kind, inspect.UnionType):
        for one in kind.types:
            yield from kinds_in(one)
    else:
        yield kind


def fields_with_ids(record_type: type[Record | Part]) -> set[tuple[type, str]]:
    """The fields with ids of a record and of the parts in it, and those that hold such parts."""
    info = inspect.type_info(record_type)
    assert isinstance(info, inspect.StructType)
    found = set()
    for field in info.fields:
        for kind in kinds_in(field.type):
            if isinstance(kind, inspect.StrType) and kind.max_length == LONGEST_ID and field.name != "id":
                found.add((record_type, field.name))
            elif isinstance(kind, inspect.StructType) and (inner := fields_with_ids(kind.cls)):
                found |= inner | {(record_type, field.name)}
    return found


def test_every_field_with_an_id_names_a_collection_but_who_was_taken_off_the_list() -> None:
    in_model = {one for record_type in COLLECTIONS.values() for one in fields_with_ids(record_type)}
    in_table = {(record_type, field) for record_type, fields in REFERENCES.items() for field in fields}
    assert in_model == in_table | {(FormerParticipant, "participant"), (Session, "former")}


def test_what_the_table_names_is_a_collection_or_a_part_of_the_table() -> None:
    for fields in REFERENCES.values():
        for names in fields.values():
            assert names in COLLECTIONS or names in REFERENCES


def test_references_say_where_they_stand() -> None:
    decision = TensionDecision(decided_by=("maja", "oskar"), principle="calm")
    tension = Tension(
        id="t",
        positions=(Position(card="a", impacts=(Impact(by="maja"),)), Position(card="b", impacts=(Impact(),))),
        decision=decision,
        history=(TensionStep(state=State.OPEN), TensionStep(state=State.SETTLED, decision=decision)),
    )
    assert list(references_in(tension)) == [
        Reference("positions[0].card", "cards", "a"),
        Reference("positions[0].impacts[0].by", "participants", "maja"),
        Reference("positions[1].card", "cards", "b"),
        Reference("decision.decided_by[0]", "participants", "maja"),
        Reference("decision.decided_by[1]", "participants", "oskar"),
        Reference("decision.principle", "principles", "calm"),
        Reference("history[1].decision.decided_by[0]", "participants", "maja"),
        Reference("history[1].decision.decided_by[1]", "participants", "oskar"),
        Reference("history[1].decision.principle", "principles", "calm"),
    ]


def test_people_who_were_taken_off_the_list_are_not_gone() -> None:
    tension = Tension(id="t", positions=(Position(card="a", impacts=(Impact(by="maja"),)), Position(card="a")))
    former = (FormerParticipant(participant="maja", name="Maja"),)
    assert ids_gone([tension]) == {"participants": ["maja"], "cards": ["a"]}
    assert ids_gone([tension, Session(id=SESSION_ID, former=former)]) == {"cards": ["a"]}
