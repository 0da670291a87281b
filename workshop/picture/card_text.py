"""The text of a card in lines: list items with bullets and a hanging indent, addresses of the web marked."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from workshop.picture.directions import directed, may_run_leftward, runs_leftward
from workshop.picture.fonts import text_width
from workshop.picture.lines import LINE_HEIGHT, break_lines, with_ellipsis
from workshop.picture.plan import Colour, Dot, Point, Rect, Shape, Stroke, TextRun

INDENT = 1.0
"""The indent of a list item, in sizes of its text."""

_ITEM = "- "
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"']+[^\s<>\"'.,;:!?)\]]")


class CardLine(NamedTuple):
    """A line of a card's text: how far from the left it is, whether a list item begins here, and which way it runs.

    A line of a paragraph that runs right to left ends at the right, where such a paragraph begins.
    """

    text: str
    width: float
    indent: float = 0.0
    begins_item: bool = False
    leftward: bool = False


class Address(NamedTuple):
    """An address of the web in a card's text, where it stands in the card, and where it leads."""

    rect: Rect
    target: str


def card_lines(text: str, width: float, size: float, most: int) -> tuple[CardLine, ...]:
    """At most so many lines of at most `width`; the last ends in an ellipsis where text was left out."""
    if not (text.startswith(_ITEM) or f"\n{_ITEM}" in text or may_run_leftward(text)):
        return tuple(CardLine(*line) for line in break_lines(text, width, size, most=most))
    lines: list[CardLine] = []
    for paragraph in text.split("\n"):
        lines.extend(_paragraph(paragraph, width, size, most + 1 - len(lines)))
        if len(lines) > most:
            break
    if len(lines) > most:
        lines[most - 1 :] = [_with_ellipsis(lines[most - 1], width, size)]
    return tuple(lines)


def text_shapes(
    lines: tuple[CardLine, ...], corner: Point, size: float, ink: Colour, link: Colour
) -> Iterator[Shape]:
    """The shapes of lines whose first has its top left corner at `corner`."""
    for row, line in enumerate(lines):
        baseline = corner.y + size * 0.97 + row * size * LINE_HEIGHT
        left = corner.x + line.indent
        if line.begins_item:
            beside = size * (INDENT - 0.35)
            middle = left + line.width + beside if line.leftward else left - beside
            yield Dot(Point(middle, baseline - size * 0.33), size * 0.14, ink)
        for text, start, width, address in _parts(line, size):
            shown = directed(text, line.leftward)
            yield TextRun(left + start, baseline, shown, size, width, link if address else ink)
            if address:
                under = baseline + size * 0.16
                ends = (Point(left + start, under), Point(left + start + width, under))
                yield Stroke(ends, link, 0.8)


def addresses_in(text: str, lines: tuple[CardLine, ...], corner: Point, size: float) -> Iterator[Address]:
    """The addresses that begin on these lines of a text; one that goes on below is pressed where it begins."""
    whole = _ADDRESS.findall(text)
    for row, line in enumerate(lines):
        top = corner.y + row * size * LINE_HEIGHT
        for shown, start, width, address in _parts(line, size):
            if address:
                target = next((found for found in whole if found.startswith(shown.rstrip("…"))), shown)
                scheme = "" if target.startswith("http") else "https://"
                yield Address(
                    Rect(corner.x + line.indent + start, top, width, size * LINE_HEIGHT), scheme + target
                )


def _paragraph(paragraph: str, width: float, size: float, most: int) -> Iterator[CardLine]:
    item = paragraph.startswith(_ITEM)
    indent = size * INDENT if item else 0.0
    words = paragraph[len(_ITEM) :] if item else paragraph
    leftward = runs_leftward(words)
    for place, line in enumerate(break_lines(words, width - indent, size, most=most)):
        left = width - indent - line.width if leftward else indent
        yield CardLine(line.text, line.width, left, item and place == 0, leftward)


def _with_ellipsis(line: CardLine, width: float, size: float) -> CardLine:
    """A line that says that text was left out; it begins where it began."""
    right = line.indent + line.width
    cut = with_ellipsis(line.text, right if line.leftward else width - line.indent, size)
    left = right - cut.width if line.leftward else line.indent
    return line._replace(text=cut.text, width=cut.width, indent=left)


def _parts(line: CardLine, size: float) -> Iterator[tuple[str, float, float, bool]]:
    """The parts of a line: text, where it starts, its width, and whether it is an address."""
    if not line.text:
        return
    if "://" not in line.text and "www." not in line.text:
        yield line.text, 0.0, line.width, False
        return
    at = 0
    for found in _ADDRESS.finditer(line.text):
        yield from _part(line, at, found.start(), size, address=False)
        yield from _part(line, found.start(), found.end(), size, address=True)
        at = found.end()
    yield from _part(line, at, len(line.text), size, address=False)


def _part(
    line: CardLine, start: int, end: int, size: float, *, address: bool
) -> Iterator[tuple[str, float, float, bool]]:
    if start < end:
        before, through = text_width(line.text[:start], size), text_width(line.text[:end], size)
        left = line.width - through if line.leftward else before
        yield line.text[start:end], left, through - before, address
