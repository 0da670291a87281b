"""The list below a poster's board: the words of every card beside its short id, as large as there is room for."""

from collections.abc import Sequence

from exports.pdf.brief import brief_row, whole_rows
from exports.pdf.content import Content
from exports.pdf.page import Placed
from exports.pdf.rows import in_one
from exports.pdf.typeset import Row
from workshop.model.cards import Card
from workshop.picture.plan import Rect

_SCALES = (3.2, 2.6, 2.1, 1.7, 1.4, 1.2, 1.03)
"""How much larger than in a summary the list is drawn; at the last the smallest figures are 7 points high."""

_COLUMN, _GAP = 190.0, 14.0
_MOST_LINES = 4
_LEAST_AREA = 12.0
"""Square points that no letter of the list goes without."""


def listed(content: Content, room: Rect) -> list[Placed] | None:
    """The cards in columns, read downwards; None where they do not fit at any size that can be read.

    With all their words where these fit at some size, else with the first lines of each.
    """
    for most in (None, _MOST_LINES):
        for scale in _SCALES:
            if (placed := _at(content, room, scale, most)) is not None:
                return placed
    return None


def _at(content: Content, room: Rect, scale: float, most: int | None) -> list[Placed] | None:
    width, height = room.w / scale, room.h / scale
    count = int((width + _GAP) / (_COLUMN + _GAP))
    if count < 1 or len(content.cards) > count * height / 15:
        return None
    wide = (width - (count - 1) * _GAP) / count
    if most is None and sum(len(card.text) for card in content.cards.values()) > width * height / _LEAST_AREA:
        return None
    rows = []
    for card in content.cards.values():
        if (row := _told(content, card, wide, most)) is None:
            return None
        rows.append(row)
    columns = _columns(rows, height, count)
    if columns is None:
        return None
    placed = []
    for place, column in enumerate(columns):
        y = room.y
        for row in column:
            placed.append(Placed(row.shapes, room.x + place * (wide + _GAP) * scale, y, scale))
            y += row.height * scale
    return placed


def _told(content: Content, card: Card, width: float, most: int | None) -> Row | None:
    """A card in so many lines, or in all; None where these are too many for a column."""
    if most is not None:
        return brief_row(content, card, width, most=most)
    rows = in_one(whole_rows(content, card, width))
    return rows[0] if len(rows) == 1 else None


def _columns(rows: Sequence[Row], height: float, count: int) -> list[list[Row]] | None:
    """The rows in so many columns, each filled before the next; None where they need more."""
    columns: list[list[Row]] = [[]]
    used = 0.0
    for row in rows:
        if used + row.height > height:
            columns.append([])
            used = 0.0
        columns[-1].append(row)
        used += row.height
    fits = len(columns) <= count and all(row.height <= height for row in rows)
    return columns if fits else None
