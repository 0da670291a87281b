"""A change of the board as a value: stored, undone, replayed, merged and sent."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import msgspec

from workshop.errors import InvalidRecordError
from workshop.model.codec import encode_record, record_from
from workshop.model.collections import COLLECTIONS, collection_of
from workshop.model.record import Record

Key = tuple[str, str]
"""A record's collection and id."""


class Change(msgspec.Struct, frozen=True):
    """One record before and after: None before is an addition, None after a removal.

    `place` is where a record that came or went stands in the order of its collection, None where it only changed or
    nobody has given it one yet.
    """

    before: Record | None
    after: Record | None
    place: int | None = None

    @property
    def record(self) -> Record:
        """The record after the change, or the one removed."""
        record = self.after or self.before
        assert record is not None
        return record

    @property
    def key(self) -> Key:
        """The collection and id of the record."""
        return collection_of(self.record), self.record.id

    @property
    def reverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before, self.place)


class ChangeSet(msgspec.Struct, frozen=True):
    """The changes of one transaction: `op` is its name for people, `origin` whose undo it belongs to."""

    id: str
    op: str
    origin: str
    at: datetime
    changes: tuple[Change, ...]

    @property
    def added(self) -> Iterator[Record]:
        """The records that came."""
        return (c.after for c in self.changes if c.before is None and c.after is not None)

    @property
    def updated(self) -> Iterator[tuple[Record, Record]]:
        """The records that changed, before and after."""
        return ((c.before, c.after) for c in self.changes if c.before is not None and c.after is not None)

    @property
    def removed(self) -> Iterator[Record]:
        """The records that went."""
        return (c.before for c in self.changes if c.after is None and c.before is not None)

    def of(self, collection: str) -> tuple[Change, ...]:
        """The changes of one collection."""
        return tuple(change for change in self.changes if change.key[0] == collection)


def squashed(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The net effect of changes in order, one per record; what ends as it began is left out."""
    net: dict[Key, Change] = {}
    for change in changes:
        earlier = net.get(change.key)
        net[change.key] = _joined(earlier, change) if earlier else change
    return tuple(change for change in net.values() if change.before != change.after)


def _joined(earlier: Change, later: Change) -> Change:
    return Change(earlier.before, later.after, later.place if earlier.place is None else earlier.place)


def encode_changes(changes: Iterable[Change]) -> bytes:
    """Changes as a JSON list of objects with `in`, `before`, `after` and `place`."""
    return msgspec.json.encode([_encoded(change) for change in changes])


def decode_changes(body: bytes | str) -> tuple[Change, ...]:
    """The changes in such a list. Raises InvalidRecordError when it is not one."""
    try:
        return tuple(_decoded(plain) for plain in msgspec.json.decode(body))
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError) as error:
        raise InvalidRecordError(f"A stored change cannot be read: {error!r}.") from error


def _encoded(change: Change) -> dict[str, Any]:
    encoded: dict[str, Any] = {"in": change.key[0]}
    if change.before is not None:
        encoded["before"] = msgspec.Raw(encode_record(change.before))
    if change.after is not None:
        encoded["after"] = msgspec.Raw(encode_record(change.after))
    if change.place is not None:
        encoded["place"] = change.place
    return encoded


def _decoded(plain: dict[str, Any]) -> Change:
    record_type = COLLECTIONS[plain["in"]]
    before, after, place = plain.get("before"), plain.get("after"), plain.get("place")
    if before is None and after is None:
        raise InvalidRecordError("A stored change has neither a before nor an after.")
    if not (place is None or isinstance(place, int)):
        raise InvalidRecordError("A stored change has a place that is no number.")
    return Change(
        record_from(record_type, before) if before is not None else None,
        record_from(record_type, after) if after is not None else None,
        place,
    )
