"""Detours: a link that would run across other cards passes beside them, bowed or by other sides of its cards."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.picture.routes import Floats, curves_by_sides, facing_sides, flatten_curves

CELL = 16.0
"""Board units of a cell; cards are seen at this grain."""

BOWS = (48.0, -48.0, 96.0, -96.0, 160.0, -160.0, 240.0, -240.0, 340.0, -340.0)
"""How far a bow moves the middle of a curve aside, in board units; the smallest that is clear is taken."""

FARTHEST = 1_600.0
"""Links between cards farther apart than this run straight: no simple bow keeps clear of all that lies between."""

_OUT = 60.0
"""A curve that leaves by another side runs out of it for at least so many board units."""

_INSIDE = 4.0
_GENTLE = 6
"""So many of the bows are tried before other sides, the wider ones after them."""

_MOST_CELLS = 2048
_PIECES = 24
_FREE = 0
_BULGE = 0.75
"""Moving both inner control points of a cubic by 1 moves its middle by this."""

_ROOM = 800.0
"""Board units around all cards where others can come before the grid is made anew."""


class CardGrid:
    """Which card lies in which cell of the board; of cards that overlap, the topmost."""

    def __init__(self) -> None:
        self._cells = np.zeros((1, 1), np.int32)
        self._origin = np.zeros(2)
        self._cell = CELL

    def load(self, boxes: Floats) -> None:
        """Take all cards (n, 4) anew."""
        if not len(boxes):
            self._cells = np.zeros((1, 1), np.int32)
            return
        low, high = boxes[:, :2].min(axis=0) - _ROOM, (boxes[:, :2] + boxes[:, 2:]).max(axis=0) + _ROOM
        self._cell = max(CELL, float((high - low).max()) / _MOST_CELLS)
        self._origin = (np.floor(low / self._cell) - 1) * self._cell
        across, down = np.ceil((high - self._origin) / self._cell).astype(int) + 2
        self._cells = np.zeros((down, across), np.int32)
        self._fill(boxes, np.arange(len(boxes)))

    def mend(self, area: Floats, boxes: Floats) -> bool:
        """Look again at the cards in some boxes (m, 4) of the board; False when they lie beyond the grid."""
        ranges = self._range(area)
        if (ranges[:, :2] < 0).any() or (ranges[:, 2:] >= self._cells.shape[::-1]).any():
            return False
        for (x, y, w, h), (left, top, right, bottom) in zip(area.tolist(), ranges.tolist(), strict=True):
            self._cells[top : bottom + 1, left : right + 1] = _FREE
            touching = (
                (boxes[:, 0] < x + w + self._cell)
                & (boxes[:, 0] + boxes[:, 2] > x - self._cell)
                & (boxes[:, 1] < y + h + self._cell)
                & (boxes[:, 1] + boxes[:, 3] > y - self._cell)
            )
            self._fill(boxes, np.flatnonzero(touching))
        return True

    def forget(self, index: int) -> None:
        """A card is gone, and those after it have the number before theirs."""
        self._cells[self._cells == index + 1] = _FREE
        self._cells[self._cells > index + 1] -= 1

    def make_room(self, index: int) -> None:
        """A card takes this number, and those from it on have the number after theirs."""
        self._cells[self._cells > index] += 1

    def crossed(self, points: Floats, ends: NDArray[np.intp]) -> NDArray[np.intp]:
        """How many points of each line (n, k, 2) lie on cards that are not its ends (n, 2)."""
        cells = np.floor((points - self._origin) / self._cell).astype(np.intp)
        columns, rows = cells[:, :, 0], cells[:, :, 1]
        down, across = self._cells.shape
        inside = (columns >= 0) & (rows >= 0) & (columns < across) & (rows < down)
        lying = np.where(inside, self._cells[rows * inside, columns * inside], _FREE) - 1
        foreign = (lying >= 0) & (lying != ends[:, :1]) & (lying != ends[:, 1:])
        counts: NDArray[np.intp] = foreign.sum(axis=1)
        return counts

    def _range(self, boxes: Floats) -> NDArray[np.intp]:
        """The first and last cells (m, 4: left, top, right, bottom) whose middles lie in boxes."""
        low = np.ceil((boxes[:, :2] - self._origin) / self._cell - 0.5)
        high = np.floor((boxes[:, :2] + boxes[:, 2:] - self._origin) / self._cell - 0.5)
        return np.concatenate([low, high], axis=1).astype(np.intp)

    def _fill(self, boxes: Floats, which: NDArray[np.intp]) -> None:
        """Write the numbers of some cards into their cells, in order."""
        ranges = self._range(boxes[which])
        wide = np.maximum(ranges[:, 2] - ranges[:, 0] + 1, 0)
        counts = wide * np.maximum(ranges[:, 3] - ranges[:, 1] + 1, 0)
        of = np.repeat(np.arange(len(which)), counts)
        turn = np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts)
        rows = ranges[of, 1] + turn // np.maximum(wide[of], 1)
        columns = ranges[of, 0] + turn % np.maximum(wide[of], 1)
        self._cells[rows, columns] = which[of] + 1


class Detours(NamedTuple):
    """Curves (n, 4, 2) after detours, and which (n) of them have a card in their straight way."""

    curves: Floats
    blocked: NDArray[np.bool_]


class Joined(NamedTuple):
    """The boxes (n, 4) that curves join, and how far each (n) is moved along the sides of its cards."""

    sources: Floats
    targets: Floats
    shifts: Floats

    def of(self, which: NDArray[np.intp]) -> "Joined":
        """Those of some curves."""
        return Joined(self.sources[which], self.targets[which], self.shifts[which])

    def inside(self, points: Floats) -> NDArray[np.bool_]:
        """Which lines (n, k, 2) run back under one of their own cards."""
        within = np.zeros(len(points), bool)
        for boxes in (self.sources, self.targets):
            low, high = boxes[:, None, :2] + _INSIDE, boxes[:, None, :2] + boxes[:, None, 2:] - _INSIDE
            within |= np.any(np.all((points > low) & (points < high), axis=2), axis=1)
        return within


def detoured(curves: Floats, ends: NDArray[np.intp], grid: CardGrid, joined: Joined) -> Detours:
    """The curves (n, 4, 2), each that runs across other cards led beside them if there is a simple clear way.

    `ends` (n, 2) are the numbers of the cards that a curve joins. Where no gentle bow is clear, as with a card close
    beside, the shortest clear way by other sides is taken, or else a wide bow. Else a curve stays as it is: a line
    under a card is easier to follow than one that winds.
    """
    in_the_way = np.zeros(len(curves), bool)
    near = np.flatnonzero(np.hypot(*(curves[:, 3] - curves[:, 0]).T) <= FARTHEST)
    in_the_way[near] = grid.crossed(flatten_curves(curves[near], _PIECES), ends[near]) > 0
    blocked = np.flatnonzero(in_the_way)
    result = curves.copy()
    for bow in BOWS[:_GENTLE]:
        blocked = _bow(result, blocked, bow, ends, grid)
    if len(blocked):
        blocked = _lead_by_other_sides(result, blocked, ends, grid, joined.of(blocked))
    for bow in BOWS[_GENTLE:]:
        blocked = _bow(result, blocked, bow, ends, grid)
    return Detours(result, in_the_way)


def _bow(
    result: Floats, which: NDArray[np.intp], bow: float, ends: NDArray[np.intp], grid: CardGrid
) -> NDArray[np.intp]:
    """Bow those of some straight curves that are clear then; the others."""
    if not len(which):
        return which
    tried = _bowed(result[which], bow)
    clear = grid.crossed(flatten_curves(tried, _PIECES), ends[which]) == 0
    result[which[clear]] = tried[clear]
    left: NDArray[np.intp] = which[~clear]
    return left


def ways_by_other_sides(joined: Joined) -> Iterator[Floats]:
    """Curves (n, 4, 2) each of which leaves or enters by a side that does not face the other card."""
    facing = facing_sides(joined.sources, joined.targets)
    for aside in (np.abs(facing[:, ::-1]), -np.abs(facing[:, ::-1])):
        for sides in ((aside, -facing), (facing, aside), (aside, aside)):
            yield curves_by_sides(*joined, sides, _OUT)


def _lead_by_other_sides(
    result: Floats, which: NDArray[np.intp], ends: NDArray[np.intp], grid: CardGrid, joined: Joined
) -> NDArray[np.intp]:
    """Put the shortest clear way by other sides in the place of some curves; those that have none."""
    shortest = np.full(len(which), np.inf)
    for tried in ways_by_other_sides(joined):
        points = flatten_curves(tried, _PIECES)
        length = np.hypot(*np.diff(points, axis=1).transpose(2, 0, 1)).sum(axis=1)
        better = (length < shortest) & (grid.crossed(points, ends[which]) == 0) & ~joined.inside(points)
        result[which[better]] = tried[better]
        shortest[better] = length[better]
    left: NDArray[np.intp] = which[np.isinf(shortest)]
    return left


def _bowed(curves: Floats, bow: float) -> Floats:
    """Curves whose middles are moved aside, across the line between their ends."""
    along = curves[:, 3] - curves[:, 0]
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    aside = np.stack([-along[:, 1], along[:, 0]], axis=1) / length * (bow / _BULGE)
    bowed: Floats = curves.copy()
    bowed[:, 1] += aside
    bowed[:, 2] += aside
    return bowed
