"""The list below a poster's board: the words of every card beside its short id, as large as there is room for."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from exports.pdf.brief import brief_row, is_cut, whole_rows
from exports.pdf.content import Content
from exports.pdf.page import Placed
from exports.pdf.rows import in_one
from exports.pdf.steps import Breathe, with_breaths
from exports.pdf.typeset import Row
from workshop.model.cards import Card
from workshop.model.text import clean_line
from workshop.picture.plan import Rect

_SCALES = (3.2, 2.6, 2.1, 1.7, 1.4, 1.2, 1.03)
"""How much larger than in a summary the list is drawn; at the last the smallest figures are 7 points high."""

_TOO_SMALL = tuple(0.94**step for step in range(1, 26))
"""The scales of a list that is too full to be read on its sheet."""

_SMALLEST = 6.8
"""Points of the smallest figures of the list at life size."""

_COLUMN, _GAP = 190.0, 14.0
_LINES = (None, 6, 5, 4, 3, 2, 1)
"""All lines of a card, or where there is no room for them so many of a long one, and more if these fit."""

_MOST_LINES = 256
_LEAST_ROW, _LEAST_LINE, _AROUND = 19.4, 10.4, 5.2
_LEAST_LETTER = 2.2
"""Points that letters of the list take on average at least, along their line."""


class Listed(NamedTuple):
    """The list on its sheet: where it ends, how many points its smallest figures have, and how many texts are cut."""

    placed: list[Placed]
    bottom: float
    size: float
    cut: int

    def lower(self, by: float) -> "Listed":
        """The same, so many points lower."""
        placed = [one._replace(y=one.y + by) for one in self.placed]
        return self._replace(placed=placed, bottom=self.bottom + by)


class CardList:
    """The cards of a board as a list, in columns that are read downwards."""

    def __init__(self, content: Content, breathe: Breathe = lambda: None) -> None:
        self._content, self._breathe = content, breathe
        self._cards = [*content.cards.values()]
        texts = with_breaths((card.text for card in self._cards), breathe)
        self._lengths = np.array([len(clean_line(text)) for text in texts], float)
        self._known: dict[tuple[float, int | None], list[Row] | None] = {}

    def within(self, rooms: Sequence[Rect]) -> tuple[int, Listed] | None:
        """The list in one of these rooms, the better ones first, and which one; None where it cannot be read in any.

        With all words where these fit in a room at some size, else with the first lines of each card, as many as fit.
        """
        wanted = [(most, place) for most in _LINES for place in range(len(rooms))]
        for most, place in wanted:
            if (found := self._largest(rooms[place], _SCALES, most)) is not None:
                return place, found
        return None

    def too_small(self, room: Rect) -> Listed | None:
        """The list in type that is too small to be read, which fills the room; None where that is no use at all."""
        return self._largest(room, _TOO_SMALL, 2)

    def _largest(self, room: Rect, scales: Iterable[float], most: int | None) -> Listed | None:
        """The list in the largest type that fits, with as many lines of the longest cards as there is room for."""
        for scale in scales:
            if self._columns(room, scale, most) is not None:
                return self._at(room, scale, None if most is None else self._most_lines(room, scale, most))
        return None

    def _most_lines(self, room: Rect, scale: float, fitting: int) -> int:
        """The largest number of lines of a card with which the list still fits."""
        low, high = fitting, _MOST_LINES
        while high - low > 1:
            middle = (low + high) // 2 if high < _MOST_LINES else min(2 * low, high - 1)
            low, high = (middle, high) if self._columns(room, scale, middle) is not None else (low, middle)
        return low

    def _at(self, room: Rect, scale: float, most: int | None) -> Listed:
        wide = _wide(room, scale)
        placed, bottom = [], room.y
        for place, column in enumerate(self._columns(room, scale, most) or ()):
            y = room.y
            for row in column:
                placed.append(Placed(row.shapes, room.x + place * (wide + _GAP) * scale, y, scale))
                y += row.height * scale
            bottom = max(bottom, y)
        cut = 0 if most is None else self._cut(wide, most)
        return Listed(placed, bottom, _SMALLEST * scale, cut)

    def _cut(self, wide: float, most: int) -> int:
        return sum(is_cut(self._content, card, wide, most) for card in with_breaths(self._cards, self._breathe))

    def _columns(self, room: Rect, scale: float, most: int | None) -> list[list[Row]] | None:
        """The cards in the columns of a room; None where it has too few."""
        count, height = _count(room, scale), room.h / scale
        if count < 1 or len(self._cards) * _LEAST_ROW > count * height:
            return None
        if self._least(room, scale, most) > count * height:
            return None
        rows = self._rows(_wide(room, scale), most)
        return None if rows is None else _filled(rows, height, count)

    def _least(self, room: Rect, scale: float, most: int | None) -> float:
        """What the rows are high together at least, found out without breaking lines."""
        lines = self._lengths * (_LEAST_LETTER / _wide(room, scale))
        if most is not None:
            lines = np.minimum(lines, most)
        return float(np.maximum(_LEAST_ROW, np.floor(lines) * _LEAST_LINE + _AROUND).sum())

    def _rows(self, wide: float, most: int | None) -> list[Row] | None:
        key = (wide, most)
        if key not in self._known:
            self._known[key] = self._broken(wide, most)
        return self._known[key]

    def _broken(self, wide: float, most: int | None) -> list[Row] | None:
        """The cards with their lines broken; None where one is too long for a column."""
        rows = []
        for card in self._cards:
            self._breathe()
            if (row := _told(self._content, card, wide, most)) is None:
                return None
            rows.append(row)
        return rows


def _count(room: Rect, scale: float) -> int:
    """How many columns a room has."""
    return int((room.w / scale + _GAP) / (_COLUMN + _GAP))


def _wide(room: Rect, scale: float) -> float:
    """The width of a column."""
    count = max(1, _count(room, scale))
    return (room.w / scale - (count - 1) * _GAP) / count


def _told(content: Content, card: Card, width: float, most: int | None) -> Row | None:
    """A card in so many lines, or in all; None where these are too many for a column."""
    if most is not None:
        return brief_row(content, card, width, most=most)
    rows = in_one(whole_rows(content, card, width))
    return rows[0] if len(rows) == 1 else None


def _filled(rows: Sequence[Row], height: float, count: int) -> list[list[Row]] | None:
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
