"""Hypothesis strategies for records of every collection and for boards, built from the records' own types."""

from collections.abc import Callable
from datetime import UTC
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from msgspec import inspect
from msgspec.structs import replace

from workshop.board.board import Board
from workshop.model.cards import Card
from workshop.model.collections import COLLECTIONS
from workshop.model.links import Link
from workshop.model.people import Participant
from workshop.model.record import Part, Record
from workshop.model.session import SESSION_ID, Session
from workshop.model.tensions import Position, Tension
from workshop.model.text import clean_text

R = TypeVar("R", bound=Record)

TEXTS = st.text(max_size=40).map(clean_text)
"""Short texts as the board holds them: any characters that files can carry."""

IDS = st.text("abcdefghij0123456789-_ .é", min_size=1, max_size=12)

_JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)


@cache
def records(record_type: type[R]) -> SearchStrategy[R]:
    """Records of a type with any values that the model allows, each field now and then at its default."""
    info = inspect.type_info(record_type)
    assert isinstance(info, inspect.StructType)
    known = frozenset(record_type.__struct_fields__)
    fields = {**_fields(info), "extra": _extras(known)}
    if record_type is Session:
        fields["id"] = st.just(SESSION_ID)
    given = {field.name for field in info.fields if field.required}
    if record_type is Tension:
        fields["positions"] = st.lists(_structs_of(Position), min_size=2, max_size=3).map(tuple)
        given.add("positions")
    return st.fixed_dictionaries(
        {name: fields[name] for name in fields if name in given},
        optional={name: fields[name] for name in fields if name not in given},
    ).map(lambda values: record_type(**values))


def any_record() -> SearchStrategy[Record]:
    """A record of any collection."""
    return st.sampled_from(list(COLLECTIONS.values())).flatmap(records)


@st.composite
def boards(draw: DrawFn, most_cards: int = 6, most_others: int = 2) -> Board:
    """Boards with records of every collection; links join two of the cards, authors are in the room."""
    found: list[Record] = []
    people = draw(_some(Participant, most_others))
    cards = [_by(draw, card, people) for card in draw(_some(Card, most_cards))]
    for name, record_type in COLLECTIONS.items():
        if record_type is Participant:
            found += people
        elif record_type is Card:
            found += cards
        elif record_type is Link:
            found += draw(_links(cards, most_others * 2))
        else:
            found += draw(_some(record_type, 1 if name == "session" else most_others))
    return Board(found)


def _by(draw: DrawFn, card: Card, people: list[Participant]) -> Card:
    author = draw(st.sampled_from([None, *(person.id for person in people)]))
    return replace(card, author=author)


def _some(record_type: type[R], most: int) -> SearchStrategy[list[R]]:
    return st.lists(records(record_type), max_size=most, unique_by=lambda record: record.id)


@st.composite
def _links(draw: DrawFn, cards: list[Card], most: int) -> list[Link]:
    if len(cards) < 2:
        return []
    ends = st.lists(st.sampled_from([card.id for card in cards]), min_size=2, max_size=2, unique=True)
    links = {}
    for link in draw(_some(Link, most)):
        source, target = draw(ends)
        links[link.kind, frozenset((source, target))] = replace(link, source=source, target=target)
    return list(links.values())


def _extras(known: frozenset[str]) -> SearchStrategy[dict[str, Any]]:
    names = TEXTS.filter(lambda name: name not in known)
    return st.just({}) | st.dictionaries(names, _JSON_VALUES, max_size=2)


def _fields(info: inspect.StructType) -> dict[str, SearchStrategy[Any]]:
    return {field.name: _values(field.type) for field in info.fields if field.name != "extra"}


def _values(kind: inspect.Type) -> SearchStrategy[Any]:
    return _MAKERS[type(kind)](kind)


def _structs(kind: inspect.StructType) -> SearchStrategy[Any]:
    return st.fixed_dictionaries(
        {field.name: _values(field.type) for field in kind.fields if field.required},
        optional={field.name: _values(field.type) for field in kind.fields if not field.required},
    ).map(lambda values: kind.cls(**values))


def _structs_of(part: type[Part]) -> SearchStrategy[Any]:
    info = inspect.type_info(part)
    assert isinstance(info, inspect.StructType)
    return _structs(info)


def _floats(kind: inspect.FloatType) -> SearchStrategy[float]:
    return st.floats(kind.ge, kind.le, allow_nan=False, allow_infinity=False)


_MAKERS: dict[type[inspect.Type], Callable[[Any], SearchStrategy[Any]]] = {
    inspect.StrType: lambda kind: IDS if kind.min_length else TEXTS,
    inspect.EnumType: lambda kind: st.sampled_from(list(kind.cls)),
    inspect.FloatType: _floats,
    inspect.IntType: lambda kind: st.integers(kind.ge, kind.le),
    inspect.BoolType: lambda kind: st.booleans(),
    inspect.NoneType: lambda kind: st.none(),
    inspect.BytesType: lambda kind: st.binary(max_size=60),
    inspect.DateType: lambda kind: st.dates(),
    inspect.TimeType: lambda kind: st.times(),
    inspect.DateTimeType: lambda kind: st.datetimes(timezones=st.just(UTC)),
    inspect.UnionType: lambda kind: st.one_of(*map(_values, kind.types)),
    inspect.VarTupleType: lambda kind: st.lists(_values(kind.item_type), max_size=3).map(tuple),
    inspect.StructType: _structs,
}
