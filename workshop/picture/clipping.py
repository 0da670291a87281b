"""Cutting a polygon to a rectangle, so that a painter need not go over all of a large one for a small part."""

from collections.abc import Sequence

from workshop.picture.plan import Point, Rect


def clipped(polygon: Sequence[Point], rect: Rect) -> tuple[Point, ...]:
    """The part of a convex polygon inside a rectangle, by the method of Sutherland and Hodgman (1974)."""
    points = list(polygon)
    for axis, bound, sign in ((0, rect.x, 1), (0, rect.right, -1), (1, rect.y, 1), (1, rect.bottom, -1)):
        points = _cut(points, axis, bound, sign)
    return tuple(points)


def _cut(points: list[Point], axis: int, bound: float, sign: int) -> list[Point]:
    """What lies on one side of a line across an axis."""
    kept: list[Point] = []
    for place, point in enumerate(points):
        before = points[place - 1]
        here, there = sign * (point[axis] - bound), sign * (before[axis] - bound)
        if here * there < 0:
            share = there / (there - here)
            kept.append(Point(before.x + (point.x - before.x) * share, before.y + (point.y - before.y) * share))
        if here >= 0:
            kept.append(point)
    return kept
