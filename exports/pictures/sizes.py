"""How many pixels a picture has, whether these are too many, and from which size on its words can be read."""

import math
from typing import NamedTuple

from exports.pictures.options import LEAST_SCALE, PictureOptions
from workshop.errors import ExportError
from workshop.picture.plan import Rect

MOST_PIXELS = 160_000_000
MOST_SIDE = 32_767
"""Most programs that show pictures take no longer side."""

LEAST_TEXT = 6.5
"""Pixels below which words on a screen are too small."""

_SMALLEST = 10.0
"""Board units of the smallest words on a card."""


class Size(NamedTuple):
    """Width and height in pixels, and how many of these a board unit has."""

    width: int
    height: int
    scale: float


def size_of(area: Rect, options: PictureOptions, *, pixels: bool) -> Size:
    """The size of a picture of this area in board units.

    Where it is made of `pixels`, raises ExportError when these are too many, saying which scale and width to choose.
    """
    scale = options.width / area.w if options.width else options.scale
    size = Size(options.width or max(1, round(area.w * scale)), max(1, round(area.h * scale)), scale)
    if pixels:
        _check(size, area)
    return size


def advice_on(size: Size, area: Rect) -> str:
    """A sentence where words are smaller than LEAST_TEXT; which scale to choose instead."""
    letters = _SMALLEST * size.scale
    if letters >= LEAST_TEXT:
        return ""
    fitting = LEAST_TEXT / _SMALLEST
    if fitting > _most_scale(area):
        return f"The smallest words are {letters:.1f} pixels high; an SVG can be enlarged to read them."
    return (
        f"The smallest words are {letters:.1f} pixels high; choose a scale of {fitting:.2g} "
        f"(a width of {round(area.w * fitting):,}) or an SVG to read them."
    )


def _check(size: Size, area: Rect) -> None:
    if size.width * size.height <= MOST_PIXELS and max(size.width, size.height) <= MOST_SIDE:
        return
    most = int(_most_scale(area) * 100) / 100
    told = (
        f"This picture would have {size.width:,} × {size.height:,} pixels, more than programs can show; choose"
    )
    if most < LEAST_SCALE:
        raise ExportError(f"{told} a part of the board, or an SVG.")
    raise ExportError(f"{told} a scale of {most:g} or less (a width of {int(area.w * most):,}), or an SVG.")


def _most_scale(area: Rect) -> float:
    """The largest scale at which the picture is not too large."""
    by_pixels = math.sqrt(MOST_PIXELS / (area.w * area.h))
    return min(by_pixels, MOST_SIDE / max(area.w, area.h))
