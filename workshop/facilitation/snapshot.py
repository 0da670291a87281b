"""The state of the room as it is kept on disk, and how it goes on after the program ended in the middle of a step."""

import msgspec
from msgspec.structs import replace

from workshop.facilitation.clock import Moment, same_boot, seconds_between
from workshop.facilitation.running import Running, pause

LONGEST_AWAY = 3_600.0
"""Seconds without a sign of life after which the step is taken to have been left, not to have run on."""


class Snapshot(msgspec.Struct, frozen=True):
    """What the room is at, and `at` when that was last known to be so; `heard` are participants' ids, latest last."""

    running: Running | None
    at: Moment
    heard: tuple[str, ...] = ()


class Continued(msgspec.Struct, frozen=True):
    """How a kept room goes on, and a sentence for people where its timer could not simply run on."""

    running: Running | None
    heard: tuple[str, ...] = ()
    notice: str = ""


def continued(snapshot: Snapshot, now: Moment) -> Continued:
    """The room after the program was away: a timer that ran has run on, one that was paused is paused.

    After a restart of the machine the wall clock tells how long it was away. Where that is longer than LONGEST_AWAY
    or less than nothing, the timer is paused at what it was when it was last seen, and a sentence says so.
    """
    running = snapshot.running
    if running is None or running.since is None:
        return Continued(running, snapshot.heard)
    stopped = pause(running, snapshot.at)
    away = _away(snapshot.at, now)
    if 0 <= away <= LONGEST_AWAY:
        timed = stopped.timed(stopped.step)
        ran = replace(timed, spent=timed.spent + away)
        times = tuple(ran if one.step == ran.step else one for one in stopped.times)
        return Continued(replace(stopped, since=now, times=times), snapshot.heard)
    why = (
        "The clock of this machine went back"
        if away < 0
        else f"The workshop was left for {_minutes(away)} in the middle of a step"
    )
    return Continued(stopped, snapshot.heard, f"{why}, so its timer is paused where it was; start it to go on.")


def _away(earlier: Moment, now: Moment) -> float:
    """Seconds between two runs of the program; below 0 when the clocks contradict one another."""
    return seconds_between(earlier, now) if same_boot(earlier, now) else now.wall - earlier.wall


def _minutes(seconds: float) -> str:
    hours = round(seconds / 3_600)
    return f"{hours} hours" if hours > 1 else f"{round(seconds / 60)} minutes"
