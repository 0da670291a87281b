"""A session out of its documented JSON: every record checked, errors naming record and field."""

from typing import Any, cast

import msgspec

from workshop.errors import ForeignFileError, InvalidRecordError
from workshop.imports.json_reading import label_of, plain_json, quoted
from workshop.imports.placing import grown, placed
from workshop.model.cards import Card
from workshop.model.codec import record_from, validate_record
from workshop.model.collections import COLLECTIONS, collection_of
from workshop.model.links import Link
from workshop.model.record import Record
from workshop.model.references import ids_there, references_in
from workshop.model.session import SESSION_ID
from workshop.model.tensions import Tension
from workshop.session.schema import SCHEMA

FORMAT = "trilliant"
"""The value of the top-level key `format`."""

GONE = "gone"
"""The top-level key with the ids that records name although what they named was removed, by collection."""

_HEAD = ("format", "schema", GONE)


def records_from_json(body: bytes) -> list[Record]:
    """The records of a session in its JSON form, in the order of the collections.

    What a card leaves out is filled in: its height by its text, its place by what is free. Raises
    ForeignFileError where the file as a whole is at fault, InvalidRecordError where a record is.
    """
    document = _checked_document(plain_json(body))
    records: list[Record] = []
    cards: list[Card] = []
    for name in COLLECTIONS:
        plains = _plains(document, name)
        found = [_record(name, index, plain) for index, plain in enumerate(plains)]
        _check_ids(name, found)
        if name == "cards":
            cards = _completed(cast(list[Card], found), plains)
            found = list(cards)
        elif name == "links":
            _check_ends(cast(list[Link], found), {card.id for card in cards})
            _check_twice(cast(list[Link], found))
        elif name == "tensions":
            _check_positions(cast(list[Tension], found))
        records.extend(found)
    _check_references(records, _gone(document))
    return records


def _checked_document(document: Any) -> dict[str, Any]:
    if not isinstance(document, dict):
        raise ForeignFileError("The JSON is no session: it must be one object with a list for each collection.")
    if document.get("format", FORMAT) != FORMAT:
        raise ForeignFileError(f"The JSON is no session of Trilliant: its `format` must be “{FORMAT}”.")
    schema = document.get("schema", SCHEMA)
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise ForeignFileError("The JSON's `schema` must be a whole number from 1.")
    if schema > SCHEMA:
        raise ForeignFileError(
            f"The JSON is of a newer Trilliant (schema {schema}, this one reads {SCHEMA}); update first."
        )
    if unknown := [name for name in document if name not in COLLECTIONS and name not in _HEAD]:
        raise ForeignFileError(f"The JSON has a key that no session has: `{unknown[0][:60]}`.")
    if not document.keys() & COLLECTIONS.keys():
        raise ForeignFileError("The JSON is no session: it has none of the keys that docs/json.md lists.")
    return document


def _gone(document: dict[str, Any]) -> dict[str, list[str]]:
    """The ids that may be named although they are not there."""
    try:
        gone = msgspec.convert(document.get(GONE, {}), dict[str, list[str]])
    except msgspec.ValidationError:
        gone = {"": []}
    if not gone.keys() <= COLLECTIONS.keys():
        raise ForeignFileError(f"`{GONE}` must be an object with a list of ids for each collection.")
    return gone


def _plains(document: dict[str, Any], name: str) -> list[Any]:
    """The plain records of a collection; the session's own is one object instead of a list."""
    if name not in document:
        return []
    value = document[name]
    if name == "session":
        return [{"id": SESSION_ID, **value} if isinstance(value, dict) else value]
    if not isinstance(value, list):
        raise ForeignFileError(f"`{name}` must be a list of objects.")
    return value


def _record(name: str, index: int, plain: Any) -> Record:
    record_type = COLLECTIONS[name]
    label = label_of(name, index, plain)
    _check_extra(record_type, label, plain)
    try:
        return validate_record(record_from(record_type, plain))
    except InvalidRecordError as error:
        reason = str(error).partition(" is not valid: ")[2] or str(error)
        raise InvalidRecordError(f"{label}: {reason}") from error


def _check_extra(record_type: type[Record], label: str, plain: Any) -> None:
    """Unknown fields are kept beside the known ones, so `extra` may hold none that is known."""
    if not isinstance(plain, dict) or "extra" not in plain:
        return
    extra = plain["extra"]
    if not isinstance(extra, dict) or (extra.keys() & set(record_type.__struct_fields__)):
        raise InvalidRecordError(f"{label}: `extra` must be an object of fields that the record does not have.")


def _check_ids(name: str, records: list[Record]) -> None:
    seen: dict[str, int] = {}
    for index, record in enumerate(records):
        if name == "session" and record.id != SESSION_ID:
            raise InvalidRecordError(f"session {quoted(record.id)}: its `id` must be “{SESSION_ID}”.")
        if (first := seen.setdefault(record.id, index)) != index:
            raise InvalidRecordError(
                f"{name}[{index}] {quoted(record.id)}: its `id` is that of {name}[{first}] already."
            )


def _check_ends(links: list[Link], card_ids: set[str]) -> None:
    for index, link in enumerate(links):
        for field in ("source", "target"):
            end = getattr(link, field)
            if end not in card_ids:
                raise InvalidRecordError(
                    f"links[{index}] {quoted(link.id)}: its `{field}` {quoted(end)} is not among the cards."
                )
        if link.source == link.target:
            raise InvalidRecordError(f"links[{index}] {quoted(link.id)}: its `target` is its `source`.")


def _check_references(records: list[Record], gone: dict[str, list[str]]) -> None:
    """What a record names must be there, or be told as gone."""
    there = {name: ids.union(gone.get(name, ())) for name, ids in ids_there(records).items()}
    places = dict.fromkeys(COLLECTIONS, -1)
    for record in records:
        places[(name := collection_of(record))] += 1
        for reference in references_in(record):
            if reference.id not in there[reference.collection]:
                raise InvalidRecordError(
                    f"{name}[{places[name]}] {quoted(record.id)}: its `{reference.place}` {quoted(reference.id)} "
                    f"is not among the {reference.collection.replace('_', ' ')}."
                )


def _check_twice(links: list[Link]) -> None:
    """Between two cards each kind of link stands once, and an undirected kind once in either direction."""
    seen: dict[tuple[str, ...], int] = {}
    for index, link in enumerate(links):
        ends = (link.source, link.target)
        same = (link.kind, *(sorted(ends) if link.kind.undirected else ends))
        if (first := seen.setdefault(same, index)) != index:
            raise InvalidRecordError(
                f"links[{index}] {quoted(link.id)}: its `source`, `target` and `kind` are those of "
                f"links[{first}] {quoted(links[first].id)} already."
            )


def _check_positions(tensions: list[Tension]) -> None:
    for index, tension in enumerate(tensions):
        if len(tension.positions) < 2:
            raise InvalidRecordError(
                f"tensions[{index}] {quoted(tension.id)}: its `positions` must be at least two."
            )


def _completed(cards: list[Card], plains: list[dict[str, Any]]) -> list[Card]:
    tall = [card if "h" in plain else grown(card) for card, plain in zip(cards, plains, strict=True)]
    return placed(tall, (index for index, plain in enumerate(plains) if not plain.keys() >= {"x", "y"}))
