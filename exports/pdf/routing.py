"""The ways of many links, found a few at a time so that the work can tell how far it is and be stopped."""

from collections.abc import Sequence

import numpy as np

from exports.pdf.steps import Breathe
from workshop.picture.detours import CardGrid, Joined, detoured
from workshop.picture.plan import Rect
from workshop.picture.routes import Floats, route_curves

_SLICE = 400
"""So many links take some 20 ms at most. Each is led by itself, so their number changes none of them."""


def routed(cards: Sequence[Rect], ends: Sequence[tuple[int, int]], shifts: Floats, breathe: Breathe) -> Floats:
    """The curves (n, 4, 2) of links that join cards by their places among all, moved by `shifts` (n) at their sides."""
    boxes = np.array(cards, float).reshape(-1, 4)
    joined = np.array(ends, np.intp).reshape(-1, 2)
    grid = CardGrid()
    grid.load(boxes)
    breathe()
    curves = np.empty((len(joined), 4, 2))
    for start in range(0, len(joined), _SLICE):
        part = slice(start, start + _SLICE)
        sources, targets = boxes[joined[part, 0]], boxes[joined[part, 1]]
        straight = route_curves(sources, targets, shifts[part])
        between = Joined(sources, targets, shifts[part])
        curves[part] = detoured(straight, joined[part], grid, between).curves
        breathe()
    return curves
