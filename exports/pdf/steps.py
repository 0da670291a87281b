"""Steps of the work: they tell how far it is, and stop it when it was cancelled."""

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TypeVar

from exports.whole_file import STOPPED
from workshop.errors import ExportCancelled

T = TypeVar("T")
Breathe = Callable[[], None]
"""Called many times within long work; it may raise to stop it."""

Progress = Callable[[float, str], None]
"""Told the share that is done, 0 to 1, and what is being done."""

_APART = 0.03
"""Seconds between two tellings, whatever happens in between."""

_EVERY = 50


class Steps:
    """Tells the progress of a part of the work and stops it when it was cancelled."""

    def __init__(self, progress: Progress, cancelled: Callable[[], bool], start: float, end: float) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._start, self._end = start, end
        self._count, self._total, self._words = 0, 1, ""
        self._told = 0.0

    def expect(self, total: int, words: str) -> None:
        """Begin with so many steps to come."""
        self._count, self._total, self._words = 0, max(1, total), words
        self._tell()

    def done(self) -> None:
        """One step is done. Raises ExportCancelled when the work was cancelled."""
        self._count += 1
        if self._count == self._total:
            self._tell()
        else:
            self.breathe()

    def breathe(self) -> None:
        """Nothing is done yet that counts. Raises ExportCancelled when the work was cancelled."""
        if monotonic() - self._told >= _APART:
            self._tell()

    def _tell(self) -> None:
        if self._cancelled():
            raise ExportCancelled(STOPPED)
        share = min(1.0, self._count / self._total)
        self._progress(self._start + share * (self._end - self._start), self._words)
        self._told = monotonic()


def with_breaths(things: Iterable[T], breathe: Breathe) -> Iterator[T]:
    """The same things, with a breath after every few of them."""
    for number, thing in enumerate(things, 1):
        yield thing
        if number % _EVERY == 0:
            breathe()
