"""A small look at what a picture will show, for those who choose how it shall be."""

from collections.abc import Callable

import numpy as np

from exports.pictures.drawn import drawing_of
from exports.pictures.options import PictureOptions, checked_picture
from exports.pictures.pixels import strips_of
from exports.pictures.png_file import Pixels
from exports.pictures.sizes import Size, size_of
from workshop.board.board import Board

_SQUARE = 10
_LIGHT, _SHADE = (250, 222), (58, 44)
"""The greys of the squares that show through where a picture is transparent, below light and below dark colours."""


def look_at(
    board: Board,
    options: PictureOptions,
    suffix: str,
    most: tuple[int, int],
    breathe: Callable[[], None] = lambda: None,
) -> tuple[Size, Pixels]:
    """The size that the picture will have, and its colours (height, width, 3), no larger than `most` and than it is.

    `breathe` is called now and then, and may raise to stop. Raises ExportError as writing it would.
    """
    options = checked_picture(options)
    drawing = drawing_of(board, options, breathe)
    size = size_of(drawing.area, options, pixels=suffix != ".svg")
    share = min(most[0] / size.width, most[1] / size.height, 1.0)
    width, height = max(1, round(size.width * share)), max(1, round(size.height * share))
    strips = strips_of(drawing, width, height, transparent=options.transparent, done=breathe)
    pixels = np.concatenate(list(strips))
    return size, _over_squares(pixels, _SHADE if options.dark else _LIGHT) if options.transparent else pixels


def _over_squares(pixels: Pixels, greys: tuple[int, int]) -> Pixels:
    down, across = np.indices(pixels.shape[:2]) // _SQUARE
    below = np.where((down + across) % 2, *greys)[..., None]
    opaque = pixels[..., 3:].astype(np.float32) / 255
    return np.asarray(np.rint(pixels[..., :3] * opaque + below * (1 - opaque)), np.uint8)
