"""Where ranges of a card's text stand on its lines, and the faint lines under those that are words of terms."""

import unicodedata
from collections.abc import Iterator, Sequence

from workshop.picture.card_text import CardLine
from workshop.picture.fonts import text_width
from workshop.picture.lines import LINE_HEIGHT
from workshop.picture.plan import Colour, Point, Rect, Stroke

Range = tuple[int, int]
"""Characters of a text from the first up to the second."""

_DROP = 1.13
"""The distance of the line from the top of its words, in their size."""

_WIDTH = 0.9
_DASH = (1.6, 2.2)
_ELLIPSIS = "…"
_LEFTWARD = frozenset({"R", "AL"})


def places_of(
    text: str, lines: Sequence[CardLine], ranges: Sequence[Range], corner: Point, size: float
) -> Iterator[tuple[Range, Rect]]:
    """The ranges with the boxes that they take on these lines, whose first begins at `corner`; one for each line.

    A range that is not shown is left out, and so is one on a line with words of both directions, in which it may lie
    in pieces.
    """
    for row, (start, line) in enumerate(_placed(text, lines)):
        length = len(line.text)
        for first, last in ranges:
            begin, end = max(first - start, 0), min(last - start, length)
            if begin < end and (across := _across(line.text, begin, end, size)) is not None:
                left, width = across
                top = corner.y + row * size * LINE_HEIGHT
                yield (first, last), Rect(corner.x + line.indent + left, top, width, size * LINE_HEIGHT)


def underlines(
    text: str, lines: Sequence[CardLine], ranges: Sequence[Range], corner: Point, *, size: float, colour: Colour
) -> Iterator[Stroke]:
    """A dotted line under each range."""
    for _, rect in places_of(text, lines, ranges, corner, size):
        y = rect.y + size * _DROP
        yield Stroke((Point(rect.x, y), Point(rect.right, y)), colour, _WIDTH, _DASH)


def _placed(text: str, lines: Sequence[CardLine]) -> Iterator[tuple[int, CardLine]]:
    """Each line with the place in the text where it begins, beyond the text where it is not found."""
    at = 0
    for line in lines:
        start = text.find(line.text, at)
        if start < 0 and line.text.endswith(_ELLIPSIS):
            line = line._replace(text=line.text.removesuffix(_ELLIPSIS))
            start = text.find(line.text, at)
        if start >= 0:
            at = start + len(line.text)
        yield (start if start >= 0 else len(text)), line


def _across(line: str, begin: int, end: int, size: float) -> tuple[float, float] | None:
    """Where a part of a line begins and how wide it is, None where that cannot be told."""
    before, through = text_width(line[:begin], size), text_width(line[:end], size)
    if line.isascii():
        return before, through - before
    directions = {unicodedata.bidirectional(character) for character in line}
    if not directions & _LEFTWARD:
        return before, through - before
    return None if "L" in directions else (text_width(line, size) - through, through - before)
