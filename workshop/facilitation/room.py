"""The room: which step runs and who was heard, shared by all who are in it, neither saved with the board nor undone."""

from collections.abc import Callable

from workshop.board.board import Board
from workshop.facilitation import running as transitions
from workshop.facilitation.clock import Clock, Moment, seconds_between, system_clock
from workshop.facilitation.modes import NO_STEP, RULES, ModeRules
from workshop.facilitation.running import Running
from workshop.facilitation.snapshot import LONGEST_AWAY, Snapshot, continued
from workshop.facilitation.timetable import agenda_of
from workshop.model.cards import Anonymity
from workshop.model.facilitation import AgendaStep, Mode


class Room:
    """The running of a board's agenda. Listeners are told after each change; a timer that ticks is no change.

    Acts that make no sense now (pausing when nothing runs, going on from the last step) change nothing.
    """

    def __init__(self, board: Board, clock: Clock = system_clock) -> None:
        """`clock` gives the moments that the timer counts; `keeper` is called when there is something to keep."""
        self.running: Running | None = None
        self.heard: tuple[str, ...] = ()
        self.clock = clock
        self.keeper: Callable[[], None] = lambda: None
        self._seen: Moment | None = None
        self._board = board
        board.shown_of_authors = lambda: self.anonymity
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Have a listener told of changes; the returned call ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @property
    def now(self) -> Moment:
        """The present moment."""
        return self.clock()

    @property
    def steps(self) -> list[AgendaStep]:
        """The agenda in order."""
        return agenda_of(self._board)

    @property
    def step(self) -> AgendaStep | None:
        """The step that runs or is paused, as the agenda has it now; None when none is, or it was deleted."""
        found = self._board.find("agenda_steps", self.running.step) if self.running else None
        return found if isinstance(found, AgendaStep) else None

    @property
    def mode(self) -> Mode | None:
        """What the room does now."""
        return step.mode if (step := self.step) else None

    @property
    def rules(self) -> ModeRules:
        """The rules of the mode; NO_STEP's when no step runs."""
        return RULES[mode] if (mode := self.mode) else NO_STEP

    @property
    def anonymity(self) -> Anonymity:
        """What the step shows of authors; their names when no step runs."""
        return step.anonymity if (step := self.step) else Anonymity.NAMES

    @property
    def left(self) -> float:
        """Seconds left of the step, below 0 when it overran; 0 when none runs."""
        return self.running.left(step, self.now) if self.running and (step := self.step) else 0.0

    @property
    def goes_on(self) -> bool:
        """Whether a step comes after the present one, or after where a deleted one stood, or any while none runs."""
        running, steps = self.running, self.steps
        return bool(steps) if running is None else transitions.step_after(running, steps) is not None

    @property
    def left_all(self) -> bool:
        """Whether none of the steps that were entered is in the agenda any more."""
        return self.running is None or not any(self.running.entered(step.id) for step in self.steps)

    def start(self, step_id: str | None = None) -> None:
        """Run the agenda from its first step, or from this one; a run that was on begins anew."""
        self._become(transitions.start(self.steps, self.now, step_id) or self.running)

    def toggle(self) -> None:
        """What a tapped Space does: start the agenda, pause its timer, or let it go on."""
        if self.running is None or self.step is None:
            self.start()
        elif self.running.ticking:
            self.pause()
        else:
            self.resume()

    def pause(self) -> None:
        """Stop the timer."""
        if self.running:
            self._become(transitions.pause(self.running, self.now))

    def resume(self) -> None:
        """Let the timer go on."""
        if self.running:
            self._become(transitions.resume(self.running, self.now))

    def next(self) -> None:
        """Go to the next step."""
        if self.running:
            self._become(transitions.next_step(self.running, self.steps, self.now))

    def back(self) -> None:
        """Go to the step before."""
        if self.running:
            self._become(transitions.previous_step(self.running, self.steps, self.now))

    def enter(self, step_id: str) -> None:
        """Go to this step, or start with it."""
        if self.running:
            self._become(transitions.enter(self.running, self.steps, step_id, self.now))
        else:
            self.start(step_id)

    def add_minutes(self, minutes: int = 1) -> None:
        """Give the step more time."""
        if self.running:
            self._become(transitions.add_minutes(self.running, minutes))

    def stop(self) -> None:
        """End the running of the agenda; who was heard is forgotten."""
        self.heard = ()
        self._become(None)

    def hear(self, participant_id: str) -> None:
        """Note that somebody has spoken, which decides who speaks next."""
        self.heard = (*self.heard, participant_id)
        self._told()

    def beat(self) -> str:
        """A sign of life, given every few seconds while a window is open; what the room is at is kept with it.

        After a gap that no step has, as when the lid was closed overnight, the timer is paused at what it was at the
        last beat, and a sentence for people says so; else it is empty.
        """
        before, now = self._seen, self.now
        self._seen = now
        if self.running and self.running.ticking and before is not None:
            if seconds_between(before, now) > LONGEST_AWAY:
                return self.restore(Snapshot(self.running, before, self.heard))
            self.keeper()
        return ""

    def snapshot(self) -> Snapshot:
        """The state to keep on disk."""
        return Snapshot(self.running, self.now, self.heard)

    def restore(self, snapshot: Snapshot) -> str:
        """Go on from a kept state; a sentence for people where the timer was paused for it, else empty."""
        on = continued(snapshot, self.now)
        self.heard = on.heard
        self._become(on.running)
        return on.notice

    def _become(self, running: Running | None) -> None:
        if running != self.running:
            self.running, self._seen = running, self.now
            self._told()

    def _told(self) -> None:
        self.keeper()
        for listener in tuple(self._listeners):
            listener()
