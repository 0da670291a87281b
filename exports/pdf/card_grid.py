"""Cards on pages: three columns, each card in the shortest one; a long card takes the whole width and flows."""

from collections.abc import Callable, Iterable

from exports.pdf.card_block import anchor_of, card_rows, continued_row
from exports.pdf.content import Content
from exports.pdf.page import Flow, Placed
from exports.pdf.typeset import Row, height_of
from workshop.model.cards import Card
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect

COLUMNS = 3
GAP = 10.0
TALLEST = 250.0
"""A card taller than this in a column is set over the whole width instead."""

_LONGEST = 1_500
_RADIUS = 5.0
_LEAST = 120.0


class CardGrid:
    """Sets cards below what stands on the flow's page already."""

    def __init__(self, flow: Flow, content: Content) -> None:
        self._flow = flow
        self._content = content
        self._width = (flow.paper.inner - (COLUMNS - 1) * GAP) / COLUMNS
        self._tops = [flow.y] * COLUMNS

    def set(self, cards: Iterable[Card], done: Callable[[], None]) -> None:
        """Set the cards in this order; `done` is called after each."""
        for card in cards:
            self._set(card)
            done()
        self._flow.y = max(self._tops)

    def _set(self, card: Card) -> None:
        if len(card.text) <= _LONGEST:
            rows = card_rows(self._content, card, self._width)
            if height_of(rows) <= TALLEST:
                self._in_column(card, rows)
                return
        self._over_the_width(card)

    def _in_column(self, card: Card, rows: list[Row]) -> None:
        height = height_of(rows)
        column = min(range(COLUMNS), key=self._tops.__getitem__)
        if self._tops[column] + height > self._flow.paper.floor:
            self._turn()
            column = 0
        x = self._flow.paper.margin + column * (self._width + GAP)
        self._draw(card, rows, x, self._tops[column], self._width)
        self._tops[column] += height + GAP

    def _over_the_width(self, card: Card) -> None:
        paper = self._flow.paper
        rows = card_rows(self._content, card, paper.inner)
        top = max(self._tops)
        height = height_of(rows)
        fits_a_page = height <= paper.body
        if top + (height if fits_a_page else _LEAST) > paper.floor:
            top = self._turn()
        head: list[Row] = []
        while rows:
            count = _fitting(rows, paper.floor - top - height_of(head))
            part, rows = [*head, *rows[:count]], rows[count:]
            self._draw(card, part, paper.margin, top, paper.inner)
            self._tops = [top + height_of(part) + GAP] * COLUMNS
            if rows:
                top = self._turn()
                head = [continued_row(self._content, card, paper.inner)]

    def _turn(self) -> float:
        self._flow.turn()
        self._tops = [self._flow.y] * COLUMNS
        return self._flow.y

    def _draw(self, card: Card, rows: list[Row], x: float, y: float, width: float) -> None:
        page = self._flow.page
        page.anchors.setdefault(anchor_of(card.id), y)
        fill = LIGHT.disciplines[card.discipline].fill
        page.put((Box(Rect(0, 0, width, height_of(rows)), fill, None, 0, _RADIUS),), x, y)
        for row in rows:
            if row.shapes:
                page.placed.append(Placed(row.shapes, x, y))
            for jump in row.jumps:
                page.jumps.append(jump._replace(rect=jump.rect.moved(x, y)))
            y += row.height


def _fitting(rows: list[Row], room: float) -> int:
    """How many rows fit; at least one, so that a page is never left empty for ever."""
    used = 0.0
    for count, row in enumerate(rows):
        used += row.height
        if used > room:
            return max(1, count)
    return len(rows)
