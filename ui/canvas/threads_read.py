"""The threads of the board, read once after changes that matter to them and shared by all who show them."""

from typing import TYPE_CHECKING

from workshop.changes.change_set import Change, ChangeSet
from workshop.model.cards import Card
from workshop.model.facilitation import Vote
from workshop.model.links import Link
from workshop.visibility import Visible

if TYPE_CHECKING:
    from workshop.board.threads import Thread


class ThreadsRead:
    """Holds the threads as of the last reading; `stale` says that the board has changed since."""

    def __init__(self, visible: Visible) -> None:
        self._visible = visible
        self.stale = True
        self.threads: list[Thread] = []

    def note(self, change_set: ChangeSet) -> None:
        """Take note of a change of the board."""
        self.stale = self.stale or any(matters(change) for change in change_set.changes)

    def read(self) -> "list[Thread]":
        """The threads of the board as it is now, read anew only if they may be others (linear in cards and links)."""
        if self.stale:
            from workshop.board.threads import threads_of

            self.stale = False
            self.threads = threads_of(self._visible)
        return self.threads


def matters(change: Change) -> bool:
    """Whether a change may alter which threads there are, their votes or who speaks along them."""
    before, after = change.before, change.after
    if not (isinstance(before, Card) and isinstance(after, Card)):
        return isinstance(change.record, Card | Link | Vote)
    return (before.phase, before.hidden, before.discipline) != (after.phase, after.hidden, after.discipline)
