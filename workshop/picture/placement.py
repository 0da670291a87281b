"""Choosing a place for a new card: free, in its phase, and in the half of the diamond where its discipline works."""

import math
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH, Discipline
from workshop.model.diamonds import DiamondName, Phase, diamond_of
from workshop.picture.geometry import COLUMN_WIDTH, DIAMOND_GAP
from workshop.picture.plan import Point

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Taken = tuple[float, float, float, float]
"""x, y, width and height of what lies somewhere: a Rect without its names, of which there may be thousands."""

GAP = 16.0
_INSET = 64.0
_TOUCH = 0.02
"""By so much cards may lie nearer than a gap, as their places are rounded."""

_FIRST, _MOST = 4, 128
"""Places that are looked at in one go, at first and later."""


def find_place(
    occupied: Iterable[Taken],
    phase: Phase | None,
    discipline: Discipline,
    size: tuple[float, float] = (CARD_WIDTH, CARD_HEIGHT),
    near: Point | None = None,
) -> Point:
    """The top left corner, local to the phase, of a free place for a card of this size.

    Places lie on a grid of rows; CX fills upwards from the axis, UX downwards, Joint both ways. With `near`, that
    place or the nearest free one around it. Rows go on past the diamond's edge, so that there is always a place.
    """
    import numpy as np  # imported late: whoever only reads a board has no use for it

    taken = np.fromiter(chain.from_iterable(occupied), float).reshape(-1, 4)
    candidates = _around(near, phase, size) if near is not None else _in_rows(phase, discipline, size)
    many = _FIRST
    while batch := [*islice(candidates, many)]:
        free = _leave_free(np.array(batch), size, taken)
        if free.any():
            return batch[int(free.argmax())]
        many = min(2 * many, _MOST)
    return Point(0.0, float((taken[:, 1] + taken[:, 3]).max(initial=0.0)) + GAP)


def _leave_free(places: "Floats", size: tuple[float, float], taken: "Floats") -> "NDArray[np.bool_]":
    """Which of these places (n, 2) lie at least a gap away from all rectangles (m, 4) that are taken."""
    apart = GAP - _TOUCH
    left, top = places[:, :1] - apart, places[:, 1:] - apart
    right, bottom = left + size[0] + 2 * apart, top + size[1] + 2 * apart
    x, y, w, h = taken.T
    overlapping = (left < x + w) & (x < right) & (top < y + h) & (y < bottom)
    free: NDArray[np.bool_] = ~overlapping.any(axis=1)
    return free


def _around(near: Point, phase: Phase | None, size: tuple[float, float]) -> Iterator[Point]:
    """The point itself, then rings around it in steps of a card, the right and lower neighbours first.

    Cards stay with their middle in the phase, which widens to the right, and in the parking lot, open below too. The
    rings do not reach over the phase's left edge, unless the point does.
    """
    least_x, least_y = _border(phase) - size[0] / 2, 0.0 if phase is None else -math.inf
    near = Point(max(near.x, least_x), max(near.y, least_y))
    yield near
    least_x = max(least_x, min(near.x, 0.0))
    step_x, step_y = size[0] + GAP, size[1] + GAP
    for ring in range(1, 60):
        cells = [
            (i, j)
            for i in range(-ring, ring + 1)
            for j in range(-ring, ring + 1)
            if max(abs(i), abs(j)) == ring
        ]
        for i, j in sorted(cells, key=lambda cell: (abs(cell[0]) + abs(cell[1]), cell[0] < 0, cell[1] < 0)):
            x, y = near.x + i * step_x, near.y + j * step_y
            if x >= least_x and y >= least_y:
                yield Point(x, y)


def _border(phase: Phase | None) -> float:
    """How far to the left, in its own coordinates, what lies on the board is of this phase."""
    if phase is None:
        return 0.0
    if phase is Phase.DISCOVER:
        return -math.inf
    return -DIAMOND_GAP / 2 if phase is diamond_of(phase).phases[0] else 0.0


def _in_rows(phase: Phase | None, discipline: Discipline, size: tuple[float, float]) -> Iterator[Point]:
    columns = _columns(phase, size[0])
    for rows in _row_batches(phase, discipline, size[1]):
        for y in rows:
            for x in columns:
                yield Point(x, y)


def _columns(phase: Phase | None, width: float) -> list[float]:
    """Left edges of the cards in a row, from the middle of the column outwards."""
    total = COLUMN_WIDTH[diamond_of(phase).name if phase else DiamondName.PROBLEM] * (1 if phase else 5)
    count = max(1, int((total - 2 * _INSET + GAP) / (width + GAP)))
    left = (total - count * (width + GAP) + GAP) / 2 if phase else _INSET / 2
    edges = [left + index * (width + GAP) for index in range(count)]
    return edges if phase is None else sorted(edges, key=lambda x: abs(x + width / 2 - total / 2))


def _row_batches(phase: Phase | None, discipline: Discipline, height: float) -> Iterable[list[float]]:
    """Tops of rows, nearest the axis first, in batches that grow outwards."""
    step = height + GAP
    for row in range(400):
        up, down = -(row + 1) * step - GAP, row * step + 2 * GAP
        if phase is None:
            yield [GAP + row * step]
        elif discipline is Discipline.CX:
            yield [up]
        elif discipline is Discipline.UX:
            yield [down]
        else:
            yield [up, down]
