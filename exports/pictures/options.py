"""What a picture shall be: which part of the board, how large, and on which ground; checked before any work begins."""

import math

import msgspec

from workshop.errors import ExportError
from workshop.model.diamonds import DIAMONDS, DiamondName, Phase

BOARD = "board"
PARTS = (BOARD, *(name.value.lower() for name in DiamondName), *(phase.value.lower() for phase in Phase))
"""The names of what can be in a picture besides chosen cards."""

LEAST_SCALE, MOST_SCALE = 0.05, 8.0
MOST_WIDTH = 30_000


class PictureOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The choices for one picture. The same choices of the same board give the same bytes.

    `part` is a name of PARTS; `chosen` are ids of the only cards in the picture, without diamonds around them, None
    for those of the part. `scale` is how many pixels a board unit is long, 1 for the size on screen at 100 %;
    `width` is the picture's width in pixels instead, 0 to go by the scale. Hidden cards are in no picture.
    """

    part: str = BOARD
    chosen: tuple[str, ...] | None = None
    scale: float = 1.0
    width: int = 0
    transparent: bool = False
    dark: bool = False
    parked: bool = True
    authors: bool = True


def checked_picture(options: PictureOptions) -> PictureOptions:
    """The same options. Raises ExportError with a sentence about the first that cannot be met."""
    if options.part not in PARTS:
        raise ExportError(
            f"There is no part of the board named “{options.part}”; use one of {', '.join(PARTS)}."
        )
    if not (math.isfinite(options.scale) and LEAST_SCALE <= options.scale <= MOST_SCALE):
        raise ExportError(f"The scale of a picture lies between {LEAST_SCALE:g} and {MOST_SCALE:g}.")
    if options.width and not 16 <= options.width <= MOST_WIDTH:
        raise ExportError(f"The width of a picture lies between 16 and {MOST_WIDTH:,} pixels.")
    return options


def phases_of(options: PictureOptions) -> tuple[Phase, ...]:
    """The phases whose ground is in the picture."""
    if options.chosen is not None:
        return ()
    if options.part == BOARD:
        return tuple(Phase)
    of_diamond = [one.phases for one in DIAMONDS if one.name.value.lower() == options.part]
    return of_diamond[0] if of_diamond else tuple(one for one in Phase if one.value.lower() == options.part)
