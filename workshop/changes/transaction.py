"""A transaction: the changes an intent collects before the one door takes them all or none."""

from collections.abc import Callable
from typing import TypeVar

from workshop.changes.change_set import Change, Key
from workshop.model.codec import validate_record
from workshop.model.collections import collection_of
from workshop.model.record import Record

R = TypeVar("R", bound=Record)


class Transaction:
    """Records put and removed since it began; reading through it sees them."""

    def __init__(self, find: Callable[[str, str], Record | None]) -> None:
        """`find` gives the board's present record of a collection and id, or None."""
        self._find = find
        self._after: dict[Key, Record | None] = {}

    def get(self, collection: str, record_id: str) -> Record | None:
        """The record as this transaction would leave it."""
        key = (collection, record_id)
        return self._after[key] if key in self._after else self._find(*key)

    def put(self, record: R) -> R:
        """Add a record, or update the one of its id. Raises InvalidRecordError when it breaks the model."""
        checked = validate_record(record)
        self._after[collection_of(checked), checked.id] = checked
        return checked

    def remove(self, record: Record) -> None:
        """Remove a record; removing what is not there is no change."""
        self._after[collection_of(record), record.id] = None

    def changes(self) -> tuple[Change, ...]:
        """What would change on the board, additions and updates in the order they were put."""
        pairs = ((self._find(*key), after) for key, after in self._after.items())
        return tuple(Change(before, after) for before, after in pairs if before != after)
