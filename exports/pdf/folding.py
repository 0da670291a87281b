"""Folding what is drawn on a page into a few bytes, and unfolding it: a document of a thousand pages stays small."""

import zlib
from collections.abc import Sequence

import msgspec

from exports.pdf.steps import Breathe, with_breaths
from workshop.picture.plan import Box, Dot, Icon, Picture, Rect, Shape, Stroke, TextRun

Drawn = tuple[Sequence[Shape], float, float, float, Rect | None, float, str]
"""Shapes with their place, scale, clip, its radius and the words for it, as a `Placed` holds them."""

_TYPES: tuple[type[Shape], ...] = (Box, TextRun, Icon, Dot, Stroke, Picture)
_NUMBERS = {one: number for number, one in enumerate(_TYPES)}
_ENCODER = msgspec.msgpack.Encoder()
_DECODERS = [msgspec.msgpack.Decoder(one) for one in _TYPES]
_Folded = tuple[list[tuple[int, bytes]], float, float, float, Rect | None, float, str]
_PAGE = msgspec.msgpack.Decoder(list[_Folded])


def folded(drawn: Sequence[Drawn], breathe: Breathe) -> bytes:
    """What is drawn as bytes."""
    encode = _ENCODER.encode
    page = [
        ([(_NUMBERS[type(shape)], encode(shape)) for shape in with_breaths(shapes, breathe)], *rest)
        for shapes, *rest in drawn
    ]
    return zlib.compress(encode(page), 1)


def unfolded(body: bytes, breathe: Breathe) -> list[Drawn]:
    """What was drawn."""
    page = _PAGE.decode(zlib.decompress(body))
    return [
        (
            tuple(_DECODERS[number].decode(shape) for number, shape in with_breaths(shapes, breathe)),
            x, y, scale, clip, radius, words,
        )
        for shapes, x, y, scale, clip, radius, words in page
    ]  # fmt: skip
