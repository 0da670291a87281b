"""Cards on a handout with all their words: beside a picture as large as they fit, else in columns over more pages."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from exports.pdf.brief import whole_rows
from exports.pdf.content import Content
from exports.pdf.headings import continued
from exports.pdf.page import Flow, Paper, Placed
from exports.pdf.steps import Breathe, with_breaths
from exports.pdf.typeset import Row, height_of
from workshop.model.cards import Card
from workshop.picture.plan import Rect

GAP = 14.0
"""The white between columns, and between a picture and the cards beside it."""

_COLUMNS = 2
_LARGER = (1.7, 1.5, 1.35, 1.2, 1.1, 1.0, 0.94, 0.88)
"""How much larger cards may be told; a little smaller rather than with a card alone on the next page."""

_LEAST_ROW, _LEAST_LINE, _LEAST_LETTER = 15.0, 10.0, 2.2
"""Points that a card and a line are high at least, and that a letter is wide on average."""


class Line(NamedTuple):
    """A row of a card, and whether the card begins with it."""

    row: Row
    begins: bool


def column_width(paper: Paper) -> float:
    """How wide cards are that go on over pages."""
    return (paper.inner - (_COLUMNS - 1) * GAP) / _COLUMNS


def largest(
    content: Content, cards: Sequence[Card], width: float, room: float, breathe: Breathe
) -> tuple[list[Line], float] | None:
    """All the cards in the largest type that a room allows, and how large that is; None where they are too many."""
    letters = sum(len(card.text) for card in cards)
    for larger in _LARGER:
        inner = width / larger
        least = max(len(cards) * _LEAST_ROW, letters * _LEAST_LETTER / inner * _LEAST_LINE)
        if least * larger > room:
            continue
        lines = lines_of_cards(content, with_breaths(cards, breathe), inner)
        if height_of_lines(lines) * larger <= room:
            return lines, larger
    return None


def lines_of_cards(content: Content, cards: Iterable[Card], width: float) -> list[Line]:
    """The rows of the cards, one card after the other."""
    return [
        Line(row, begins=not place)
        for card in cards
        for place, row in enumerate(whole_rows(content, card, width))
    ]


def set_lines(flow: Flow, lines: Sequence[Line], x: float, larger: float = 1.0) -> None:
    """Set rows below each other from here on, so far from the margin; what follows goes on beside them."""
    left, y = flow.paper.margin + x, flow.y
    flow.page.begin_part()
    for line in lines:
        if line.begins:
            flow.page.begin_part()
        flow.page.placed.append(Placed(line.row.shapes, left, y, larger))
        for jump in line.row.jumps:
            rect = Rect(*(larger * number for number in jump.rect)).moved(left, y)
            flow.page.jumps.append(jump._replace(rect=rect))
        y += line.row.height * larger


def in_columns(flow: Flow, lines: Sequence[Line]) -> Sequence[Line]:
    """Set as many rows as there is room for in columns, evenly where all of them fit; the others."""
    others: Sequence[Line] = ()
    if (columns := evenly(lines, flow.room)) is None:
        columns, others = _filled(lines, flow.room, _COLUMNS)
    for place, column in enumerate(columns):
        set_lines(flow, column, place * (column_width(flow.paper) + GAP))
    return others


def go_on(flow: Flow, lines: Sequence[Line], entry: str) -> None:
    """Set what found no room on further pages, which say what goes on there."""
    while lines:
        flow.turn()
        for row in continued(entry):
            flow.put(row.shapes, row.height)
        lines = in_columns(flow, lines)


def first_column(lines: Sequence[Line], room: float) -> tuple[Sequence[Line], Sequence[Line]]:
    """The rows that a room holds, at least one, and the others."""
    used = 0.0
    for count, line in enumerate(lines):
        if count and used + line.row.height > room:
            return lines[:count], lines[count:]
        used += line.row.height
    return lines, ()


def _filled(lines: Sequence[Line], room: float, count: int) -> tuple[list[Sequence[Line]], Sequence[Line]]:
    """So many columns, each filled before the next, and the rows that found no room."""
    columns: list[Sequence[Line]] = []
    while lines and len(columns) < count:
        column, lines = first_column(lines, room)
        columns.append(column)
    return columns, lines


def evenly(lines: Sequence[Line], room: float) -> list[Sequence[Line]] | None:
    """The columns of the least height that hold all the rows, None where the room does not."""
    if _filled(lines, room, _COLUMNS)[1]:
        return None
    low, high = 0.0, room
    while high - low > 0.5:
        middle = (low + high) / 2
        low, high = (middle, high) if _filled(lines, middle, _COLUMNS)[1] else (low, middle)
    return _filled(lines, high, _COLUMNS)[0]


def height_of_lines(lines: Sequence[Line]) -> float:
    """How high rows stand below each other."""
    return height_of(line.row for line in lines)
