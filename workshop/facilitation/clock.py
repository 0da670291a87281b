"""What time it is for a timer: seconds that run on in sleep and that no change of the wall clock moves."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")

_SLEEPLESS = ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC_RAW")
"""Clocks that count the time asleep: the first on Linux, the second on macOS."""

JUMP = 5.0
"""Seconds by which the wall clock must run ahead before that is taken for sleep."""

LONGEST_SLEEP = 12 * 3_600.0
"""Seconds; the wall clock running ahead by more was set anew."""


class Moment(NamedTuple):
    """A moment as the system's clocks give it: `steady` and `wall` in seconds, `wall` since 1970.

    `steady` counts from some time while the machine runs; `boot` names that run, empty where the system has no name
    for it. `sleepless` says that steady counts the time asleep.
    """

    steady: float
    wall: float
    boot: str = ""
    sleepless: bool = True


Clock = Callable[[], Moment]
"""Gives the present moment; a fake one in tests."""


def system_clock() -> Moment:
    """The present moment. On Windows and unknown systems the time asleep may be missing from the steady clock."""
    for name in _SLEEPLESS:
        if name == "CLOCK_MONOTONIC_RAW" and _is_linux():
            continue
        if (clock := getattr(time, name, None)) is not None:
            return Moment(time.clock_gettime(clock), time.time(), _boot())
    return Moment(time.monotonic(), time.time(), _boot(), sleepless=False)


def seconds_between(earlier: Moment, later: Moment) -> float:
    """The seconds that passed within one run of the machine, never less than 0.

    Where the steady clock stops in sleep, the wall clock running ahead of it tells how long the sleep was.
    """
    steady = max(0.0, later.steady - earlier.steady)
    if later.sleepless:
        return steady
    ahead = later.wall - earlier.wall - steady
    return steady + ahead if JUMP < ahead <= LONGEST_SLEEP else steady


def same_boot(earlier: Moment, later: Moment) -> bool:
    """Whether the machine ran on between two moments, so that their steady seconds count from the same time."""
    if earlier.boot or later.boot:
        return earlier.boot == later.boot and later.steady >= earlier.steady
    drift = (later.wall - later.steady) - (earlier.wall - earlier.steady)
    return later.steady >= earlier.steady and abs(drift) < JUMP


def _is_linux() -> bool:
    return hasattr(time, "CLOCK_BOOTTIME")


def _boot() -> str:
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
