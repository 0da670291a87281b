"""Routes of links: a cubic curve from the edge of one card to the edge of another, for many links at once."""

from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from workshop.model.links import LinkKind
from workshop.picture.palette import Palette
from workshop.picture.plan import Colour

Floats = NDArray[np.float64]

ARROW_LENGTH = 13.0
ARROW_HALF_WIDTH = 5.0
PIECES = 24
"""Straight pieces that stand for a curve."""


class LinkStyle(msgspec.Struct, frozen=True):
    """How a kind of link is drawn; `dash` in board units at width 1, `arrow` whether it points."""

    colour: str
    dash: tuple[float, ...]
    arrow: bool
    width: float = 1.6


LINK_STYLES = {
    LinkKind.LEADS_TO: LinkStyle("link", (), True, 1.8),
    LinkKind.SUPPORTS: LinkStyle("supports", (2.0, 4.0), True),
    LinkKind.ANSWERS: LinkStyle("answers", (10.0, 3.0, 2.0, 3.0), True),
    LinkKind.DEPENDS_ON: LinkStyle("depends", (12.0, 5.0), True),
    LinkKind.IN_TENSION_WITH: LinkStyle("tension", (6.0, 4.0), False, 2.2),
    LinkKind.SAME_AS: LinkStyle("same", (1.0, 3.0), False, 2.4),
}


def link_colour(kind: LinkKind, palette: Palette) -> Colour:
    """The colour of a kind of link on a ground."""
    colour: Colour = getattr(palette, LINK_STYLES[kind].colour)
    return colour


def route_curves(sources: Floats, targets: Floats, shifts: Floats | None = None) -> Floats:
    """Control points (n, 4, 2) of curves between boxes given as rows x, y, w, h.

    A curve leaves the side that faces the other box and enters the facing side at its middle; `shifts` (n,) moves
    both ends along their sides, in board units, so that several links between two cards lie apart.
    """
    a, b = np.asarray(sources, float).reshape(-1, 4), np.asarray(targets, float).reshape(-1, 4)
    facing = facing_sides(a, b)
    return curves_by_sides(a, b, shifts, (facing, -facing), 18.0)


def facing_sides(sources: Floats, targets: Floats) -> Floats:
    """The directions (n, 2), of length 1 along an axis, in which boxes (n, 4) look at others."""
    delta = targets[:, :2] + targets[:, 2:] / 2 - sources[:, :2] - sources[:, 2:] / 2
    room = np.abs(delta) - (sources[:, 2:] + targets[:, 2:]) / 2
    sideways = room[:, 0] >= room[:, 1]
    towards = np.where(delta >= 0, 1.0, -1.0)
    facing = np.zeros_like(delta)
    facing[sideways, 0] = towards[sideways, 0]
    facing[~sideways, 1] = towards[~sideways, 1]
    return facing


def curves_by_sides(
    sources: Floats, targets: Floats, shifts: Floats | None, sides: tuple[Floats, Floats], least: float
) -> Floats:
    """Control points (n, 4, 2) of curves that leave and enter boxes (n, 4) by given sides, directions outwards (n, 2).

    They run straight out of a side for at least `least` board units; `shifts` as for `route_curves`.
    """
    leaving, entering = sides
    start = sources[:, :2] + sources[:, 2:] / 2 + leaving * sources[:, 2:] / 2
    end = targets[:, :2] + targets[:, 2:] / 2 + entering * targets[:, 2:] / 2
    if shifts is not None:
        along = np.asarray(shifts, float)[:, None]
        start, end = start + np.abs(leaving[:, ::-1]) * along, end + np.abs(entering[:, ::-1]) * along
    reach = np.clip(np.hypot(*(end - start).T) * 0.4, least, 220.0)[:, None]
    return np.stack([start, start + leaving * reach, end + entering * reach, end], axis=1)


def flatten_curves(curves: Floats, pieces: int = PIECES) -> Floats:
    """Points (n, pieces + 1, 2) along each curve."""
    t = np.linspace(0.0, 1.0, pieces + 1)
    basis = np.stack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3], axis=1)
    # One product of two matrices: einsum takes ten times as long for thousands of curves.
    columns = np.ascontiguousarray(curves.transpose(1, 0, 2)).reshape(4, -1)
    points: Floats = (basis @ columns).reshape(pieces + 1, len(curves), 2).transpose(1, 0, 2)
    return np.ascontiguousarray(points)


def arrow_heads(curves: Floats) -> Floats:
    """The triangles (n, 3, 2) at the ends of curves, tip first."""
    tip = curves[:, 3]
    back = curves[:, 2] - tip
    back /= np.maximum(np.hypot(back[:, 0], back[:, 1]), 1e-9)[:, None]
    across = np.stack([-back[:, 1], back[:, 0]], axis=1)
    base = tip + back * ARROW_LENGTH
    return np.stack([tip, base + across * ARROW_HALF_WIDTH, base - across * ARROW_HALF_WIDTH], axis=1)


def parallel_shifts(pairs: list[tuple[Any, Any]], distance: float = 16.0) -> Floats:
    """For links named by their two ends, how far each is moved so that links of one pair lie apart."""
    seen: dict[frozenset[Any], list[int]] = {}
    for index, (source, target) in enumerate(pairs):
        seen.setdefault(frozenset((source, target)), []).append(index)
    shifts = np.zeros(len(pairs))
    for indexes in seen.values():
        for place, index in enumerate(indexes):
            shifts[index] = (place - (len(indexes) - 1) / 2) * distance
    return shifts
