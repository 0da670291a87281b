"""The one door: every change of the board goes through `Workshop.transact`, undo and redo included."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workshop.board.board import Board
from workshop.changes.change_set import Change, ChangeSet, squashed
from workshop.changes.history import History
from workshop.changes.transaction import Transaction
from workshop.errors import ReadOnlyError
from workshop.facilitation.clock import Clock, system_clock
from workshop.facilitation.room import Room
from workshop.model.ids import NewId, random_id

if TYPE_CHECKING:
    from workshop.changes.reversal import Reversal

Listener = Callable[[ChangeSet, str], None]
"""Told of every change set and its origin, after the board has taken it."""

Sink = Callable[[ChangeSet], None]
"""Takes a change set to be written, at once and without waiting."""


def utc_now() -> datetime:
    """The time of the wall clock, for people to read; nothing is ordered by it."""
    return datetime.now(UTC)


class Workshop:
    """A board, its history, the room that works on it, and those who listen. Lives on one thread."""

    def __init__(
        self,
        board: Board | None = None,
        *,
        sink: Sink | None = None,
        read_only: str = "",
        new_id: NewId = random_id,
        clock: Callable[[], datetime] = utc_now,
        moments: Clock = system_clock,
    ) -> None:
        """`read_only` is the sentence that says why nothing may be changed, empty when it may.

        `clock` is for people to read, `moments` is what the room's timer counts.
        """
        self.board = board if board is not None else Board()
        self.room = Room(self.board, moments)
        self.history = History()
        self.read_only = read_only
        self.new_id = new_id
        self.clock = clock
        self._sink = sink
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Have a listener told of changes; the returned call ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def transact(self, op: str, origin: str) -> Iterator[Transaction]:
        """Collect changes; on leaving they all happen as one step of the origin's undo, or on an error none does.

        Raises ReadOnlyError when the session may not be changed.
        """
        if self.read_only:
            raise ReadOnlyError(self.read_only)
        transaction = Transaction(self.board.find)
        yield transaction
        if changes := transaction.changes():
            self.history.record(self._commit(op, origin, changes))

    def undo(self, origin: str) -> "Reversal | None":
        """Take back the origin's last step that others have not undone already. None when there is none."""
        return self._reverse("Undo", origin, self.history.next_undo, self.history.undone)

    def redo(self, origin: str) -> "Reversal | None":
        """Bring again the origin's last undone step. None when there is none."""
        return self._reverse("Redo", origin, self.history.next_redo, self.history.redone)

    def bail(self, origin: str, mark: int) -> None:
        """Take back all of the origin's steps since the mark and forget them."""
        from workshop.changes.reversal import reversal_of

        steps = self.history.since(origin, mark)
        if not steps:
            return
        net = squashed(change for step in steps for change in step.changes)
        self.history.drop(origin, mark)
        reversal = reversal_of(ChangeSet(steps[-1].id, steps[-1].op, origin, steps[-1].at, net), self.board)
        if reversal.changes:
            self._commit("Cancel", origin, reversal.changes)

    def _reverse(
        self,
        verb: str,
        origin: str,
        next_step: Callable[[str], ChangeSet | None],
        note: Callable[[str, ChangeSet], None],
    ) -> "Reversal | None":
        from workshop.changes.reversal import reversal_of

        if self.read_only:
            raise ReadOnlyError(self.read_only)
        while (change_set := next_step(origin)) is not None:
            reversal = reversal_of(change_set, self.board)
            name = change_set.op.removeprefix("Undo ").removeprefix("Redo ")
            note(origin, self._commit(f"{verb} {name}", origin, reversal.changes))
            if reversal.changes or reversal.kept:
                return reversal
        return None

    def _commit(self, op: str, origin: str, changes: tuple[Change, ...]) -> ChangeSet:
        change_set = ChangeSet(self.new_id(), op, origin, self.clock(), self.board.placed(changes))
        if not changes:
            return change_set
        if self._sink is not None:
            self._sink(change_set)
        self.board.apply(change_set.changes)
        for listener in tuple(self._listeners):
            listener(change_set, origin)
        return change_set
