"""The drawing of a part of the board: its shapes in board units, and the words that stand for it."""

from collections.abc import Sequence

import msgspec

from exports.pdf.images import PaperImage
from workshop.picture.palette import Palette
from workshop.picture.plan import Rect, Shape

EVERY = 2
"""Pieces between two looks at whether the work was cancelled."""


class Piece(msgspec.Struct, frozen=True):
    """Shapes that belong together; `title` tells what they are, empty where the shapes say it themselves."""

    shapes: Sequence[Shape]
    title: str = ""


class Drawing(msgspec.Struct, frozen=True):
    """Pieces from the lowest to the highest, the area of the board that they fill, and what is told of them.

    `images` are the pictures on cards by the ids of their assets, `files` the bytes that these were read from.
    """

    pieces: Sequence[Piece]
    area: Rect
    palette: Palette
    title: str
    description: str
    images: dict[str, PaperImage]
    files: dict[str, bytes]
