"""One sitting in a field: all that is written until it is left is one step of undo."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from shiboken6 import isValid

from ui.window_state import ORIGIN

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.window_state import WindowState
    from workshop.changes.change_set import ChangeSet

_PAUSE_MS = 150
"""After a pause of this length what is written goes to the board, so that a kill loses next to nothing."""


class Bailed(Enum):
    """What became of that which was given, once it was to be taken back."""

    BACK = "the board has what was there before"
    KEPT = "the board has what others gave since, which stays"
    NOT = "another step came between, or the field is on no board"


class Sitting:
    """Of one field, again and again. Another change, undo included, that comes between begins a new step."""

    def __init__(
        self, field: "QWidget", state: "Callable[[], WindowState | None]", settle: Callable[[], None]
    ) -> None:
        """`state` tells whose changes they are, if anybody's; `settle` gives what is written and was not given."""
        self._field = field
        self._find_state = state
        self._settle = settle
        self._mark = 0
        self._last: ChangeSet | None = None
        self._giving = False
        self._told: WindowState | None = None
        field.destroyed.connect(self.end)

    @property
    def goes_on(self) -> bool:
        """Whether the last step that undo would take back was given in this sitting, or is being given at a pause."""
        return self._giving or (self._last is not None and self._next_undo() is self._last)

    def note(self, *, unsaid: bool) -> None:
        """Let the window know that words are written which the board does not have, or that it has them."""
        if unsaid and self._told is None:
            self._told = self._find_state()
        if self._told is not None:
            self._told.note_writing(self.settle, unsaid=unsaid)

    def settle(self) -> None:
        """Give what is written, where the field is still there."""
        if isValid(self._field):
            self._settle()

    @contextmanager
    def giving(self, *, at_pause: bool) -> Iterator[None]:
        """What changes within belongs to the step of this sitting, which goes on `at_pause`."""
        state = self._find_state()
        if state is None:
            yield
            return
        history = state.workshop.history
        if not self.goes_on:
            self._mark = history.mark(ORIGIN)
        self._giving = at_pause
        try:
            yield
        finally:
            self._giving = False
        if steps := history.since(ORIGIN, self._mark):
            history.squash(ORIGIN, self._mark, steps[-1].op)
        self._last = self._next_undo() if history.since(ORIGIN, self._mark) else None

    def end(self) -> None:
        """The field is left: what is written in it next is another step."""
        self._last = None
        if self._told is not None:
            told, self._told = self._told, None
            told.end_writing(self.settle)

    def bail(self) -> Bailed:
        """Take back what was given, as if it never was."""
        state, goes_on = self._find_state(), self.goes_on
        self.end()
        if state is None or not goes_on:
            return Bailed.NOT
        changes: list[ChangeSet] = []
        stop_listening = state.workshop.listen(lambda change, _origin: changes.append(change))
        state.workshop.bail(ORIGIN, self._mark)
        stop_listening()
        return Bailed.BACK if changes else Bailed.KEPT

    def _next_undo(self) -> "ChangeSet | None":
        state = self._find_state()
        return state.workshop.history.next_undo(ORIGIN) if state is not None else None


def pause_timer(owner: QObject, take: Callable[[], None]) -> QTimer:
    """Takes what is written, once started and not started again for a short while."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(_PAUSE_MS)
    timer.timeout.connect(take)
    return timer


def is_the_boards(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Whether a key asks for an undo or redo that is not to be had in the field, where they say what is."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    keys = QKeySequence.StandardKey
    return (event.matches(keys.Undo) and not undo) or (event.matches(keys.Redo) and not redo)
