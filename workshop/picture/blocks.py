"""Placing many cards at once: rows that keep their order, as one block where nothing lies."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH, Discipline
from workshop.model.diamonds import DiamondName, Phase, diamond_of
from workshop.picture.geometry import COLUMN_WIDTH
from workshop.picture.placement import GAP, Taken
from workshop.picture.plan import Point

_INSET = 48.0
FEW = 24
"""Up to so many cards keep to the width of their column; more make a block about as wide as high."""


class Block(NamedTuple):
    """Where cards lie from the upper left corner of their block, and the size of it."""

    corners: tuple[Point, ...]
    width: float
    height: float


def in_block(sizes: Sequence[tuple[float, float]], phase: Phase | None, *, among: int = 0) -> Block:
    """Cards of these widths and heights in rows, from left to right and down.

    `among` is how many cards there are in all where they make several blocks, each as wide as one of all would be.
    """
    widest = max((width for width, _ in sizes), default=CARD_WIDTH)
    across = _across(max(among, len(sizes)), widest, phase)
    corners: list[Point] = []
    top = 0.0
    for start in range(0, len(sizes), across):
        row = sizes[start : start + across]
        corners.extend(Point(place * (widest + GAP), top) for place in range(len(row)))
        top += max(height for _, height in row) + GAP
    columns = min(across, len(sizes))
    return Block(tuple(corners), columns * (widest + GAP) - GAP, top - GAP)


def free_corner(
    occupied: Iterable[Taken],
    phase: Phase | None,
    size: tuple[float, float],
    *,
    near: Point | None = None,
    discipline: Discipline = Discipline.JOINT,
) -> Point:
    """The upper left corner, local to the phase, for a block of cards that covers nothing.

    At `near`, the middle of the first card, or as little above or below as needed; without it in the half where the
    discipline works, beside the axis. Within the column as far as the block fits there.
    """
    width, height = size
    room = _room(phase)
    if near is not None:
        x, wanted = near.x - CARD_WIDTH / 2, near.y - CARD_HEIGHT / 2
    else:
        x = (room - width) / 2 if phase else _INSET
        wanted = {Discipline.CX: -height - 2 * GAP, Discipline.UX: 2 * GAP}.get(discipline, -height / 2)
    x = max(_INSET if width > room - 2 * _INSET else GAP, min(x, room - width - GAP))
    lowest = GAP if phase is None else -math.inf
    beside = [(top, top + h) for left, top, w, h in occupied if left < x + width + GAP and left + w + GAP > x]
    return Point(round(x, 2), round(_free_top(beside, max(wanted, lowest), height, lowest), 2))


def _free_top(beside: list[tuple[float, float]], wanted: float, height: float, lowest: float) -> float:
    """The height nearest to the wanted one at which nothing lies beside, given tops and bottoms of what does."""
    free: list[tuple[float, float]] = []
    begin = lowest
    for top, bottom in sorted(beside):
        if top - GAP - height >= begin:
            free.append((begin, top - GAP - height))
        begin = max(begin, bottom + GAP)
    free.append((begin, math.inf))
    tops = [min(max(wanted, least), most) for least, most in free]
    return min(tops, key=lambda top: abs(top - wanted))


def _across(count: int, width: float, phase: Phase | None) -> int:
    """How many cards stand in a row."""
    fitting = max(1, int((_room(phase) - 2 * _INSET + GAP) / (width + GAP)))
    if count <= FEW:
        return fitting
    return max(fitting, math.ceil(math.sqrt(count * CARD_HEIGHT / width)))


def _room(phase: Phase | None) -> float:
    """The width of a phase's column before it grows; the parking lot is wider."""
    if phase is None:
        return 3 * COLUMN_WIDTH[DiamondName.PROBLEM]
    return COLUMN_WIDTH[diamond_of(phase).name]
