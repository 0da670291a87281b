"""Snapping: how far a box that is moved goes aside to lie in line, or at the usual gap, with others."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workshop.picture.placement import GAP
from workshop.picture.plan import Point, Rect

Floats = NDArray[np.float64]

_SAME = 0.5
"""Lines this near to each other count as one."""


class Guide(NamedTuple):
    """A line that says what a box is in line with, and how far from it."""

    start: Point
    end: Point
    distance: float


class Snapped(NamedTuple):
    """How far a box goes aside, and the guides that say why."""

    dx: float
    dy: float
    guides: tuple[Guide, ...]


def snapped(moving: Rect, others: Floats, reach: float) -> Snapped:
    """A box drawn to the nearest edge, middle or gap of others (n, 4: x, y, w, h) within `reach` board units."""
    if not len(others):
        return Snapped(0.0, 0.0, ())
    across = _Axis.of(others, 0)
    down = _Axis.of(others, 1)
    dx = _nearest(moving.x, moving.right, across, _beside(moving.y, moving.bottom, down), reach)
    dy = _nearest(moving.y, moving.bottom, down, _beside(moving.x, moving.right, across), reach)
    landed = moving.moved(dx or 0.0, dy or 0.0)
    guides = []
    if dx is not None:
        guides.extend(_guides((landed.x, landed.right), (landed.y, landed.bottom), across, down, turned=False))
    if dy is not None:
        guides.extend(_guides((landed.y, landed.bottom), (landed.x, landed.right), down, across, turned=True))
    return Snapped(dx or 0.0, dy or 0.0, tuple(guides))


class _Axis(NamedTuple):
    """Where others begin and end along one axis."""

    low: Floats
    high: Floats

    @classmethod
    def of(cls, boxes: Floats, axis: int) -> "_Axis":
        return cls(boxes[:, axis], boxes[:, axis] + boxes[:, axis + 2])


def _beside(low: float, high: float, axis: _Axis) -> NDArray[np.bool_]:
    beside: NDArray[np.bool_] = (axis.low < high) & (axis.high > low)
    return beside


def _nearest(low: float, high: float, axis: _Axis, beside: NDArray[np.bool_], reach: float) -> float | None:
    """The smallest move along an axis that brings the box in line or at a gap; None when all are out of reach."""
    moves = np.concatenate(
        [
            axis.low - low,
            axis.high - high,
            (axis.low + axis.high - low - high) / 2,
            axis.high[beside] + GAP - low,
            axis.low[beside] - GAP - high,
        ]
    )
    best = float(moves[np.abs(moves).argmin()])
    return best if abs(best) <= reach else None


def _guides(
    along: tuple[float, float], beside: tuple[float, float], lines: _Axis, spans: _Axis, *, turned: bool
) -> list[Guide]:
    """The line on which the box landed, from it to the nearest box there; with none, the gap beside it."""
    middles = (lines.low + lines.high) / 2
    for line, theirs in (
        (along[0], lines.low),
        (along[1], lines.high),
        ((along[0] + along[1]) / 2, middles),
    ):
        there = np.flatnonzero(np.abs(theirs - line) < _SAME)
        if len(there):
            away = np.maximum(spans.low[there] - beside[1], beside[0] - spans.high[there])
            nearest = there[int(np.maximum(away, 0.0).argmin())]
            low, high = min(beside[0], spans.low[nearest]), max(beside[1], spans.high[nearest])
            return [_guide((line, low), (line, high), float(np.maximum(away, 0.0).min()), turned)]
    return _gaps(along, beside, lines, spans, turned)


def _gaps(
    along: tuple[float, float], beside: tuple[float, float], lines: _Axis, spans: _Axis, turned: bool
) -> list[Guide]:
    near = np.flatnonzero(_beside(beside[0], beside[1], spans))
    for start, end in (
        *((float(lines.high[other]), along[0]) for other in near),
        *((along[1], float(lines.low[other])) for other in near),
    ):
        if abs(end - start - GAP) < _SAME:
            middle = (beside[0] + beside[1]) / 2
            return [_guide((start, middle), (end, middle), GAP, turned)]
    return []


def _guide(start: tuple[float, float], end: tuple[float, float], distance: float, turned: bool) -> Guide:
    a, b = (start[::-1], end[::-1]) if turned else (start, end)
    return Guide(Point(*a), Point(*b), distance)
