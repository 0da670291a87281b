"""The places on the board that were visited, to go back and forward among, like the pages of a browser."""

from typing import NamedTuple

from workshop.picture.plan import Point

MOST = 50

_FAR = 0.5
"""A place is another one when its middle lies this share of the view off, or the zoom differs by as much."""


class Spot(NamedTuple):
    """A place looked at: the zoom, the board point in the middle, and how much of the board is in view."""

    zoom: float
    middle: Point
    width: float
    height: float

    def is_near(self, other: "Spot") -> bool:
        """Whether both show much the same."""
        apart = max(
            abs(self.middle.x - other.middle.x) / max(self.width, other.width, 1.0),
            abs(self.middle.y - other.middle.y) / max(self.height, other.height, 1.0),
        )
        return apart < _FAR and abs(self.zoom - other.zoom) < _FAR * max(self.zoom, other.zoom)


class Visited:
    """Spots in the order they were visited, and which of them is looked at."""

    def __init__(self) -> None:
        self._spots: list[Spot] = []
        self._at = 0
        self._why = ""

    @property
    def may_go_forward(self) -> bool:
        """Whether one went back from somewhere."""
        return self._at < len(self._spots) - 1

    def leave(self, here: Spot, why: str = "") -> None:
        """A jump begins here; whatever was forward is forgotten. Jumps in a row for one reason count as one."""
        again = bool(why) and why == self._why and self._at == len(self._spots)
        self._why = why
        if again:
            return
        del self._spots[self._at :]
        if not self._spots or not self._spots[-1].is_near(here):
            self._spots.append(here)
        else:
            self._spots[-1] = here
        del self._spots[:-MOST]
        self._at = len(self._spots)

    def pause(self) -> None:
        """The next jump is one of its own, whatever its reason."""
        self._why = ""

    def back(self, here: Spot) -> Spot | None:
        """The place before this one, None when there is none."""
        return self._step(here, -1)

    def forward(self, here: Spot) -> Spot | None:
        """The place from which one went back, None when there is none."""
        return self._step(here, 1)

    def clear(self) -> None:
        """Forget all."""
        self._spots.clear()
        self._at = 0
        self._why = ""

    def _step(self, here: Spot, way: int) -> Spot | None:
        """Keep where one leaves from in its place, and step on to the next that shows something else."""
        self._why = ""
        if self._at == len(self._spots):
            self._spots.append(here)
        else:
            self._spots[self._at] = here
        at = self._at + way
        while 0 <= at < len(self._spots) and self._spots[at].is_near(here):
            at += way
        if not 0 <= at < len(self._spots):
            return None
        self._at = at
        return self._spots[at]
