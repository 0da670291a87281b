"""The order of a collection: each record has a place, a number given only once, to which it comes back."""

from typing import TypeVar

T = TypeVar("T")

LAST_PLACE = 2**53
"""Places stay below this, so that the file and every program can count on."""


class Places:
    """The places of a collection's records by their ids; what comes new stands behind all that ever came."""

    def __init__(self) -> None:
        self._of: dict[str, int] = {}
        self._given = self._taken = 0

    def of(self, record_id: str) -> int:
        """The place of a record that is there."""
        return self._of[record_id]

    def next(self) -> int:
        """A place behind all others, given to nobody else."""
        self._given += 1
        return self._given

    def come(self, record_id: str, place: int | None) -> bool:
        """Let a record come to a place, None for the next; whether it stands behind all that ever came."""
        place = self.next() if place is None else place
        self._of[record_id] = place
        is_behind = place >= self._taken
        self._given, self._taken = max(self._given, place), max(self._taken, place)
        return is_behind

    def leave(self, record_id: str) -> None:
        """Let a record go, if it is there; its place stays its own."""
        self._of.pop(record_id, None)

    def sort(self, records: dict[str, T]) -> None:
        """Bring records by their ids into the order of their places, within the same dict."""
        ordered = sorted(records.items(), key=lambda item: self._of[item[0]])
        records.clear()
        records.update(ordered)
