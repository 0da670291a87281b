"""Cards on pages: three columns, filled one after the other; a card of long lines may take the whole width."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, takewhile
from math import ceil
from typing import NamedTuple

from exports.pdf.anchors import anchor_of
from exports.pdf.card_block import card_rows, continued_row
from exports.pdf.content import Content
from exports.pdf.headings import MOST_HEIGHT
from exports.pdf.page import Flow, Paper, Placed
from exports.pdf.typeset import Row, height_of
from workshop.model.cards import Card
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect

COLUMNS = 3
GAP = 5.0
TALLEST = 330.0
"""A card taller than this in a column is set over the whole width instead, if that is at most half as high."""

_LONGEST, _SHORT_LINE = 1_500, 60
"""A text with more characters is set over the whole width at once, unless its lines have fewer than so many."""

_LOWER, _SPARE = 0.5, 12.0
_RADIUS = 5.0
_LEAST = 120.0
_AHEAD = 4
_UNDER_PART = Row(8.0)


class Block(NamedTuple):
    """A card with its rows, or a part of one; `wide` is set over the whole width.

    One that `continues` a card never stands before what it continues.
    """

    card: Card
    rows: list[Row]
    height: float
    wide: bool
    continues: bool = False


def blocks_of(
    content: Content, cards: Iterable[Card], paper: Paper, done: Callable[[], None]
) -> Iterator[Block]:
    """The cards with their lines broken, one by one; `done` is called after each."""
    for card in cards:
        yield from _blocks(content, card, paper)
        done()


def first_of(blocks: Iterable[Block], paper: Paper) -> tuple[Iterator[Block], float]:
    """The cards again, and the height without which none of them begins."""
    coming = iter(blocks)
    first = list(islice(coming, _AHEAD))
    below = paper.body - MOST_HEIGHT
    beginning = chain(takewhile(lambda block: not block.wide, first), first[:1])
    least = min((block.height if block.height <= below else _LEAST for block in beginning), default=0.0)
    return chain(first, coming), least


class CardGrid:
    """Sets cards below what stands on the flow's page already."""

    def __init__(self, flow: Flow, content: Content) -> None:
        self._flow = flow
        self._content = content
        self._width = column_width(flow.paper)
        self._top = flow.y

    def set(self, blocks: Iterable[Block]) -> None:
        """Set the cards in this order, down the columns of a page one after the other.

        At the foot of a column one of the next few may come first that still has room there.
        """
        coming = iter(blocks)
        waiting = list(islice(coming, _AHEAD))
        batch: list[Block] = []
        while waiting:
            block = waiting.pop(self._next(batch, waiting))
            waiting.extend(islice(coming, 1))
            if block.wide:
                self._in_columns(batch, self._evenly(batch))
                batch = []
                self._over_the_width(block)
                continue
            if _columns_of([*batch, block], self._room) is None:
                self._in_columns(batch, self._room)
                self._turn()
                batch = []
            batch.append(block)
        self._in_columns(batch, self._evenly(batch))
        self._flow.y = self._top - GAP

    def _next(self, batch: list[Block], waiting: list[Block]) -> int:
        """The place of the next card among those waiting: the first that the column has room for."""
        columns = _columns_of(batch, self._room) or [[]]
        used = sum(block.height + GAP for block in columns[-1])
        for place, block in enumerate(waiting):
            if block.wide or (place and block.continues):
                break
            if used + block.height <= self._room:
                return place
        return 0

    @property
    def _room(self) -> float:
        return self._flow.paper.floor - self._top + 0.01

    def _evenly(self, batch: list[Block]) -> float:
        """The least height of columns that hold all the cards."""
        low, high = 0.0, self._room
        while high - low > 0.5:
            middle = (low + high) / 2
            low, high = (low, middle) if _columns_of(batch, middle) is not None else (middle, high)
        return high

    def _in_columns(self, batch: list[Block], room: float) -> None:
        lowest = self._top - GAP
        for column, blocks in enumerate(_columns_of(batch, room) or ()):
            x, y = self._flow.paper.margin + column * (self._width + GAP), self._top
            for block in blocks:
                self._draw(block.card, block.rows, x, y, self._width)
                y += block.height + GAP
                lowest = max(lowest, y - GAP)
        self._top = lowest + GAP

    def _over_the_width(self, block: Block) -> None:
        paper, card, rows = self._flow.paper, block.card, block.rows
        top = self._top
        fits_a_page = block.height <= paper.body
        if top + (block.height if fits_a_page else _LEAST) > paper.floor + 0.01:
            top = self._turn()
        head: list[Row] = []
        while rows:
            part, rows = _parted(rows, paper.floor - top - height_of(head))
            part = [*head, *part]
            self._draw(card, part, paper.margin, top, paper.inner)
            self._top = top + height_of(part) + GAP
            if rows:
                top = self._turn()
                head = [continued_row(self._content, card, paper.inner)]

    def _turn(self) -> float:
        self._flow.turn()
        self._top = self._flow.y
        return self._top

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


def _columns_of(batch: Sequence[Block], room: float) -> list[list[Block]] | None:
    """The cards in columns of this height, each filled before the next; None where they need more."""
    columns: list[list[Block]] = [[]]
    used = 0.0
    for block in batch:
        if columns[-1] and used + block.height > room:
            columns.append([])
            used = 0.0
        if block.height > room or len(columns) > COLUMNS:
            return None
        columns[-1].append(block)
        used += block.height + GAP
    return columns


def column_width(paper: Paper) -> float:
    """The width of a card in a column."""
    return (paper.inner - (COLUMNS - 1) * GAP) / COLUMNS


def _blocks(content: Content, card: Card, paper: Paper) -> list[Block]:
    """A card in a column or over the whole width, whichever takes less room; in parts where it is too tall for that."""
    column: list[Row] = []
    if len(card.text) <= max(_LONGEST, card.text.count("\n") * _SHORT_LINE):
        column = card_rows(content, card, column_width(paper))
    tall = height_of(column)
    if column and tall <= TALLEST:
        return [Block(card, column, tall, wide=False)]
    rows = card_rows(content, card, paper.inner)
    if (height := height_of(rows)) > tall * _LOWER and column:
        return _column_blocks(content, card, column, paper)
    return [Block(card, rows, height, wide=True)]


def _column_blocks(content: Content, card: Card, rows: list[Row], paper: Paper) -> list[Block]:
    """A card of short lines in a column, whole where a page has room for that, else in parts one after the other."""
    if (height := height_of(rows)) <= paper.body - MOST_HEIGHT:
        return [Block(card, rows, height, wide=False)]
    head = [continued_row(content, card, column_width(paper))]
    blocks: list[Block] = []
    for part in _parts(rows, height / ceil(height / TALLEST) + _SPARE):
        told = [*head, *part] if blocks else part
        blocks.append(Block(card, told, height_of(told), wide=False, continues=bool(blocks)))
    return blocks


def _parts(rows: list[Row], room: float) -> Iterator[list[Row]]:
    """The rows in parts of at most this height, with white below each but the last."""
    part: list[Row] = []
    used = 0.0
    for row in rows:
        if part and used + row.height > room:
            yield [*part, _UNDER_PART]
            part, used = [], 0.0
        part.append(row)
        used += row.height
    yield part


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
