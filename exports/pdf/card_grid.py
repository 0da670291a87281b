"""Cards on pages: three columns, each card in the shortest one; a long card takes the whole width and flows."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from exports.pdf.anchors import anchor_of
from exports.pdf.card_block import card_rows, continued_row
from exports.pdf.content import Content
from exports.pdf.page import Flow, Paper, Placed
from exports.pdf.typeset import Row, height_of
from workshop.model.cards import Card
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect

COLUMNS = 3
GAP = 6.0
TALLEST = 330.0
"""A card taller than this in a column is set over the whole width instead."""

_LONGEST = 1_500
_RADIUS = 5.0
_LEAST = 120.0
_AHEAD = 8
_UNDER_PART = Row(8.0)


class Block(NamedTuple):
    """A card with its rows; `wide` is set over the whole width."""

    card: Card
    rows: list[Row]
    height: float
    wide: bool


def blocks_of(
    content: Content, cards: Iterable[Card], paper: Paper, done: Callable[[], None]
) -> Iterator[Block]:
    """The cards with their lines broken, one by one; `done` is called after each."""
    for card in cards:
        yield _block(content, card, paper)
        done()


class CardGrid:
    """Sets cards below what stands on the flow's page already."""

    def __init__(self, flow: Flow, content: Content) -> None:
        self._flow = flow
        self._content = content
        self._width = column_width(flow.paper)
        self._tops = [flow.y] * COLUMNS

    def set(self, blocks: Iterable[Block]) -> None:
        """Set the cards in this order, save that a smaller one may fill what a larger one leaves of a page."""
        coming = iter(blocks)
        waiting = list(islice(coming, _AHEAD))
        while waiting:
            block = waiting.pop(self._next(waiting))
            waiting.extend(islice(coming, 1))
            if block.wide:
                self._over_the_width(block)
            else:
                self._in_column(block)
        self._flow.y = max(self._tops) - GAP

    def _next(self, waiting: list[Block]) -> int:
        """The place of the next card among those waiting: the first of a few that fits."""
        room = self._flow.paper.floor - min(self._tops)
        for place, block in enumerate(waiting):
            if block.wide:
                break
            if block.height <= room:
                return place
        return 0

    def _in_column(self, block: Block) -> None:
        height = block.height
        column = min(range(COLUMNS), key=self._tops.__getitem__)
        if self._tops[column] + height > self._flow.paper.floor + 0.01:
            self._turn()
            column = 0
        x = self._flow.paper.margin + column * (self._width + GAP)
        self._draw(block.card, block.rows, x, self._tops[column], self._width)
        self._tops[column] += height + GAP

    def _over_the_width(self, block: Block) -> None:
        paper, card, rows = self._flow.paper, block.card, block.rows
        top = max(self._tops)
        fits_a_page = block.height <= paper.body
        if top + (block.height if fits_a_page else _LEAST) > paper.floor + 0.01:
            top = self._turn()
        head: list[Row] = []
        while rows:
            part, rows = _parted(rows, paper.floor - top - height_of(head))
            part = [*head, *part]
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


def column_width(paper: Paper) -> float:
    """The width of a card in a column."""
    return (paper.inner - (COLUMNS - 1) * GAP) / COLUMNS


def _block(content: Content, card: Card, paper: Paper) -> Block:
    if len(card.text) <= _LONGEST:
        rows = card_rows(content, card, column_width(paper))
        if (height := height_of(rows)) <= TALLEST:
            return Block(card, rows, height, wide=False)
    rows = card_rows(content, card, paper.inner)
    return Block(card, rows, height_of(rows), wide=True)


def _parted(rows: list[Row], room: float) -> tuple[list[Row], list[Row]]:
    """The rows that fit (at least one), with white below where more follow, and the rest."""
    if height_of(rows) <= room + 0.01:
        return rows, []
    used, count = _UNDER_PART.height, 0
    while used + rows[count].height <= room:
        used += rows[count].height
        count += 1
    count = max(1, count)
    return [*rows[:count], _UNDER_PART], rows[count:]
