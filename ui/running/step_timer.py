"""The timer of the step that runs: it ticks once a second while time passes, and tells the views."""

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workshop.facilitation.clock import seconds_between
from workshop.facilitation.timetable import timer_words
from workshop.model.facilitation import AgendaStep
from workshop.workshop import Workshop

KEEP_EVERY = 15
"""Ticks after which the room is kept on disk again."""

_GAP = 60.0
"""Seconds without a look after which the room is asked whether it still runs."""

_SECOND = 1_000
_LATE = 5
"""Milliseconds after a full second at which the timer looks, so that it never sees the second before."""


class StepTimer(QObject):
    """What the room's timer says, for any view: the window's bar, the board, a projector.

    The time is the room's own (`workshop.facilitation.room`), read anew at each look, so that a late tick, a sleep or
    a paused program never makes it wrong. Nothing ticks while no step runs.
    """

    changed = Signal()
    """Another step, another mode, paused or going on, more minutes, or the running ended."""
    ticked = Signal()
    """A second passed."""
    entered = Signal(object)
    """The step that was gone to, an AgendaStep; None when the running of the agenda ended."""
    paused_itself = Signal(str)
    """The timer was paused after a gap that no step has; the sentence says so."""
    deleted = Signal(str)
    """The step that ran was deleted; the sentence says how to go on."""
    time_over = Signal()
    """The time of the step has just come to its end."""

    def __init__(self, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self.room = workshop.room
        self._since_kept = 0
        self._looked = self.room.now
        self._shown: AgendaStep | None = None
        self._over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._stops: tuple[Callable[[], None], ...] = (
            self.room.listen(self._on_room),
            workshop.listen(lambda _change, _origin: self._on_board()),
        )
        self._take()

    @property
    def step(self) -> AgendaStep | None:
        """The step that runs or is paused; None when none is."""
        return self.room.step

    @property
    def prompt(self) -> str:
        """What the room is asked now."""
        return step.prompt if (step := self.step) is not None else ""

    @property
    def ticking(self) -> bool:
        """Whether time passes: a step runs and is not paused."""
        return self.step is not None and self.room.running is not None and self.room.running.ticking

    @property
    def left(self) -> float:
        """Seconds left of the step, below 0 when it overran."""
        return self.room.left

    @property
    def over(self) -> bool:
        """Whether the time of the step has come to its end."""
        return self.step is not None and self.left <= 0

    @property
    def words(self) -> str:
        """The time left as a clock shows it, “4:05”; overrun as “+2:10”; empty when no step runs."""
        return timer_words(self.left) if self.step is not None else ""

    def look(self) -> None:
        """Read the clock: tell the time, and once per step that it is over."""
        self._wait()
        if sentence := self._beat():
            self.paused_itself.emit(sentence)
            return
        over = self.over
        if over and not self._over and self.ticking:
            self.time_over.emit()
        self._over = over
        self.ticked.emit()

    def _beat(self) -> str:
        """Have the room kept, now and then and after a gap; a sentence where that paused the timer."""
        before, self._looked = self._looked, self.room.now
        self._since_kept += 1
        if self._since_kept < KEEP_EVERY and seconds_between(before, self._looked) < _GAP:
            return ""
        self._since_kept = 0
        return self.room.beat()

    def end(self) -> None:
        """Tick and listen no more."""
        self._timer.stop()
        for stop in self._stops:
            stop()
        self._stops = ()

    def _on_room(self) -> None:
        before = self._shown.id if self._shown is not None else None
        self._take()
        self.changed.emit()
        if (self._shown.id if self._shown is not None else None) != before:
            self.entered.emit(self._shown)

    def _on_board(self) -> None:
        """The step may have been edited or deleted while it runs."""
        if self.step == self._shown:
            return
        self._on_room()
        if self.step is None and self.room.running is not None:
            last = "none comes after it; Alt+B goes back to the one before"
            after = "Space goes on with the next" if self.room.goes_on else last
            self.deleted.emit(f"The running step was deleted; {after}.")

    def _take(self) -> None:
        """Show the step as it is now; what is over already does not end again."""
        self._shown = self.step
        self._over = self.over
        self._wait()

    def _wait(self) -> None:
        """Look again when the next second begins."""
        if not self.ticking:
            self._timer.stop()
            return
        left = self.left
        to_next = left - math.floor(left) if left > 0 else math.ceil(-left) + left
        self._timer.start((round(to_next * _SECOND) or _SECOND) + _LATE)
