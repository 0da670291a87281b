"""Where the words of links stand: at the first spot of each curve that no card covers, clear of older words."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from workshop.model.links import LinkKind
from workshop.picture.fonts import text_width
from workshop.picture.palette import Palette
from workshop.picture.plan import Box, Rect, Shape, TextRun, Weight
from workshop.picture.routes import PIECES, Floats, link_colour
from workshop.translation import _

SIZE, HEIGHT, PADDING = 11.0, 18.0, 7.0
"""The letters of a word, and the plate around it, in board units."""

CLEAR = 3.0
"""Between a word and a card."""

SPOTS = tuple(PIECES * share // 8 for share in (4, 3, 5, 2, 6))
"""Which points of a curve of PIECES may carry its word, the middle first."""

_AT_ONCE = 200
"""Links that are compared with all cards at once, so that a large board needs little memory."""


def word_places(points: Floats, kinds: Sequence[LinkKind], cards: Floats) -> Floats:
    """The boxes (n, 4) of the words of links with these points (n, PIECES + 1, 2); NaN where a word finds no place.

    `cards` are the boxes (m, 4) of all cards. Links come in their order, the oldest first.
    """
    widths = np.array([_width(_(kind.value)) for kind in kinds])
    boxes = np.full((len(kinds), 4), np.nan)
    for start in range(0, len(kinds), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        boxes[part] = _clear_of_cards(points[part], widths[part], cards)
    kept = np.flatnonzero(~np.isnan(boxes[:, 0]))
    crowded = [
        bool(overlapping(boxes[[link]], boxes[kept[:place]], 1.0).any()) for place, link in enumerate(kept)
    ]
    boxes[kept[np.array(crowded, bool)]] = np.nan
    return boxes


def word_shapes(kind: LinkKind, place: Rect, palette: Palette) -> tuple[Shape, ...]:
    """A word on its plate."""
    width = place.w - 2 * PADDING
    baseline = place.y + place.h / 2 + SIZE * 0.36
    return (
        Box(place, palette.ground, None, 0, place.h / 2),
        TextRun(
            place.x + PADDING, baseline, _(kind.value), SIZE, width, link_colour(kind, palette), Weight.SEMIBOLD
        ),
    )


def overlapping(boxes: Floats, others: Floats, slack: float) -> NDArray[np.bool_]:
    """Which boxes (n, 4) overlap which others (m, 4), or nearly: (n, m)."""
    x, y, w, h = boxes.T[:, :, None]
    ox, oy, ow, oh = others.T[:, None, :]
    found: NDArray[np.bool_] = (
        (x < ox + ow + slack) & (ox < x + w + slack) & (y < oy + oh + slack) & (oy < y + h + slack)
    )
    return found


def _clear_of_cards(points: Floats, widths: Floats, cards: Floats) -> Floats:
    boxes = np.full((len(points), 4), np.nan)
    waiting = np.arange(len(points))
    for spot in SPOTS:
        middle, width = points[waiting, spot], widths[waiting]
        there = np.empty((len(waiting), 4))
        there[:, 0], there[:, 1] = middle[:, 0] - width / 2, middle[:, 1] - HEIGHT / 2
        there[:, 2], there[:, 3] = width, HEIGHT
        free = ~overlapping(there, cards, CLEAR).any(axis=1)
        boxes[waiting[free]] = there[free]
        waiting = waiting[~free]
    return boxes


@cache
def _width(words: str) -> float:
    """The width of a kind's word with the plate around it."""
    return text_width(words, SIZE, Weight.SEMIBOLD) + 2 * PADDING
