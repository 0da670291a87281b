"""The step that runs, as a value: the time of it and of those before, and what starting or pausing makes of it."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from workshop.facilitation.clock import Moment, seconds_between
from workshop.model.facilitation import AgendaStep

MOST_EXTRA = 24 * 60
"""Minutes that a step takes on top of its own."""


class Timed(msgspec.Struct, frozen=True):
    """The time of one step so far: seconds `spent` up to the last start or pause, and minutes added while it ran."""

    step: str
    spent: float = 0.0
    extra: int = 0


class Running(msgspec.Struct, frozen=True):
    """The running of an agenda. `step` is the id of its present step, `place` where that stood in the agenda, from 0.

    `since` is when the timer went on, None while it is paused. `times` are those of the steps entered so far.
    """

    step: str
    place: int
    since: Moment | None
    times: tuple[Timed, ...]

    @property
    def ticking(self) -> bool:
        """Whether the timer runs, not paused."""
        return self.since is not None

    def timed(self, step_id: str) -> Timed:
        """The time of a step up to the last start or pause."""
        return next((one for one in self.times if one.step == step_id), Timed(step_id))

    def spent(self, step_id: str, now: Moment) -> float:
        """Seconds that a step took so far, overrun included; 0 for one that was not entered."""
        spent = self.timed(step_id).spent
        if step_id == self.step and self.since is not None:
            spent += seconds_between(self.since, now)
        return spent

    def left(self, step: AgendaStep, now: Moment) -> float:
        """Seconds left of a step; below 0 by how much it overran."""
        return planned_seconds(step, self) - self.spent(step.id, now)

    def entered(self, step_id: str) -> bool:
        """Whether a step is or was the running one."""
        return any(one.step == step_id for one in self.times)


def planned_seconds(step: AgendaStep, running: Running | None = None) -> float:
    """Seconds that a step may take, with the minutes added while it ran."""
    return 60.0 * (step.minutes + (running.timed(step.id).extra if running else 0))


def start(steps: Sequence[AgendaStep], now: Moment, step_id: str | None = None) -> Running | None:
    """Begin with a step, or with the first; None when there is no such step. The timer runs."""
    for place, step in enumerate(steps):
        if step_id in (None, step.id):
            return Running(step.id, place, now, (Timed(step.id),))
    return None


def pause(running: Running, now: Moment) -> Running:
    """Stop the timer of the step."""
    return replace(_settled(running, now), since=None)


def resume(running: Running, now: Moment) -> Running:
    """Let the timer go on; one that runs runs on."""
    return running if running.ticking else replace(running, since=now)


def enter(running: Running, steps: Sequence[AgendaStep], step_id: str, now: Moment) -> Running:
    """Go to a step; its timer goes on where it stood, and is paused if that of the step before was.

    A step that is not among the steps changes nothing.
    """
    place = next((place for place, step in enumerate(steps) if step.id == step_id), None)
    if place is None or step_id == running.step:
        return running
    settled = _settled(running, now)
    times = settled.times if running.entered(step_id) else (*settled.times, Timed(step_id))
    return Running(step_id, place, now if running.ticking else None, times)


def next_step(running: Running, steps: Sequence[AgendaStep], now: Moment) -> Running:
    """Go to the step after; the last one stays. After a step that was deleted comes the one in its place."""
    after = step_after(running, steps)
    return enter(running, steps, after.id, now) if after is not None else running


def step_after(running: Running, steps: Sequence[AgendaStep]) -> AgendaStep | None:
    """The step after the present one, or the one that stands in its place now that it is gone; None after the last."""
    place = place_of(running, steps)
    gone = all(step.id != running.step for step in steps)
    after = place if gone else place + 1
    return steps[after] if after < len(steps) else None


def previous_step(running: Running, steps: Sequence[AgendaStep], now: Moment) -> Running:
    """Go back to the step before; the first one stays."""
    before = min(place_of(running, steps), len(steps)) - 1
    return enter(running, steps, steps[before].id, now) if before >= 0 else running


def add_minutes(running: Running, minutes: int = 1) -> Running:
    """Give the step more minutes, or with a number below 0 fewer of those that were added."""
    timed = running.timed(running.step)
    extra = min(max(timed.extra + minutes, 0), MOST_EXTRA)
    return _with(running, replace(timed, extra=extra))


def place_of(running: Running, steps: Sequence[AgendaStep]) -> int:
    """Where the running step stands among the steps now; where it stood, if it was deleted."""
    return next((place for place, step in enumerate(steps) if step.id == running.step), running.place)


def _settled(running: Running, now: Moment) -> Running:
    """The same with the time since the timer went on counted in, and counting on from now."""
    if running.since is None:
        return running
    timed = running.timed(running.step)
    spent = timed.spent + seconds_between(running.since, now)
    return replace(_with(running, replace(timed, spent=spent)), since=now)


def _with(running: Running, timed: Timed) -> Running:
    return replace(running, times=tuple(timed if one.step == timed.step else one for one in running.times))
