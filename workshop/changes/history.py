"""Undo and redo by origin, with marks that squash or bail a gesture's steps."""

from collections import defaultdict

from msgspec.structs import replace

from workshop.changes.change_set import ChangeSet, squashed

LIMIT = 1_000
"""Undo steps kept for an origin; the oldest are let go."""


class History:
    """What each origin can take back and bring again. Starts empty when a session is opened."""

    def __init__(self) -> None:
        self._undo: dict[str, list[ChangeSet]] = defaultdict(list)
        self._redo: dict[str, list[ChangeSet]] = defaultdict(list)
        self._let_go: dict[str, int] = defaultdict(int)
        self._at_mark: dict[str, tuple[int, list[ChangeSet]]] = {}

    def record(self, change_set: ChangeSet) -> None:
        """Note a change set that an intent made; what could be brought again is gone."""
        self._push(change_set.origin, change_set)
        self._redo[change_set.origin] = []

    def next_undo(self, origin: str) -> ChangeSet | None:
        """The change set that undo would take back."""
        stack = self._undo[origin]
        return stack[-1] if stack else None

    def next_redo(self, origin: str) -> ChangeSet | None:
        """The change set whose reverse redo would apply."""
        stack = self._redo[origin]
        return stack[-1] if stack else None

    def undone(self, origin: str, applied: ChangeSet) -> None:
        """The last step was taken back by `applied`, which redo will reverse."""
        self._undo[origin].pop()
        if applied.changes:
            self._redo[origin].append(applied)

    def redone(self, origin: str, applied: ChangeSet) -> None:
        """The last undo was taken back by `applied`, which undo will reverse."""
        self._redo[origin].pop()
        if applied.changes:
            self._push(origin, applied)

    def mark(self, origin: str) -> int:
        """A place in the origin's history, to squash or bail to."""
        mark = self._let_go[origin] + len(self._undo[origin])
        self._at_mark[origin] = (mark, self._redo[origin])
        return mark

    def since(self, origin: str, mark: int) -> list[ChangeSet]:
        """The change sets after a mark, oldest first."""
        return self._undo[origin][self._place(origin, mark) :]

    def squash(self, origin: str, mark: int, op: str) -> None:
        """Make all steps after the mark one step named `op`; none is left if they cancel out."""
        steps = self.since(origin, mark)
        if not steps:
            return
        del self._undo[origin][self._place(origin, mark) :]
        changes = squashed(change for step in steps for change in step.changes)
        if changes:
            self._push(origin, replace(steps[-1], op=op, changes=changes))

    def drop(self, origin: str, mark: int) -> None:
        """Forget the steps after the mark, which were bailed; what could be brought again then, can be again."""
        del self._undo[origin][self._place(origin, mark) :]
        marked, redo = self._at_mark.get(origin, (mark, []))
        if marked == mark:
            self._redo[origin] = redo

    def _place(self, origin: str, mark: int) -> int:
        """Where in the kept steps a mark lies; old steps were let go below it."""
        return max(0, mark - self._let_go[origin])

    def _push(self, origin: str, change_set: ChangeSet) -> None:
        stack = self._undo[origin]
        stack.append(change_set)
        if len(stack) > LIMIT:
            del stack[0]
            self._let_go[origin] += 1
