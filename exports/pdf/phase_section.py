"""A section for each phase: its name and balance, a picture of what lies in it, and beside it its cards in short."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from exports.pdf.brief import brief_row, brief_rows, brief_width, note_cut
from exports.pdf.content import Content
from exports.pdf.page import Flow, Placed
from exports.pdf.phase_head import HEAD_HEIGHT, set_lot_head, set_phase_head, set_phase_picture
from exports.pdf.rows import set_rows
from exports.pdf.typeset import Row, height_of
from workshop.model.cards import Card
from workshop.model.diamonds import Phase

LEAST_PICTURE, MOST_PICTURE = 92.0, 232.0
_PICTURE_SHARE, _GAP = 0.4, 14.0
"""The picture's share of the width."""

_CLOSE = 0.62
"""Points a board unit that a picture shows at most."""

_BETWEEN = 24.0
"""The white between a phase and what stands above it."""


class _Column(NamedTuple):
    """The rows of cards to set below each other, and the cards that found no room."""

    rows: list[Row]
    left_over: Sequence[Card]


def set_phase(flow: Flow, content: Content, phase: Phase, done: Callable[[], None]) -> None:
    """Set a phase's section, whole where it fits on a page; `done` is called after each card.

    At the left what it is and its picture, at the right its cards in short; what has no room there follows below.
    """
    cards = content.sections[phase]
    inner = flow.paper.inner
    left = inner * _PICTURE_SHARE
    most = HEAD_HEIGHT + min(MOST_PICTURE, flow.paper.body - HEAD_HEIGHT)
    column = _column_of(content, cards, inner - left - _GAP, most)
    below = brief_rows(content, column.left_over, inner, flow.breathe)
    note_cut(flow, content, cards[: len(column.rows)], inner - left - _GAP)
    note_cut(flow, content, column.left_over, brief_width(inner))
    tall = max(height_of(column.rows), HEAD_HEIGHT + LEAST_PICTURE)
    _begin(flow, tall, below)
    top = flow.y
    set_phase_head(flow, content, phase, left)
    set_phase_picture(flow, content, phase, (left, top + tall - flow.y), _CLOSE)
    _set_column(flow, column.rows, left + _GAP, top)
    flow.y = top + tall + (_GAP if below else 0.0)
    for row in below:
        set_rows(flow, [row])
        flow.breathe()
    for _card in cards:
        done()


def set_parking_lot(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the cards that were put aside."""
    cards = content.sections[None]
    rows = brief_rows(content, cards, flow.paper.inner, flow.breathe)
    note_cut(flow, content, cards, brief_width(flow.paper.inner))
    _begin(flow, HEAD_HEIGHT, rows)
    set_lot_head(flow, content, flow.paper.inner)
    for row in rows:
        set_rows(flow, [row])
        flow.breathe()
    for _card in cards:
        done()


def _column_of(content: Content, cards: Sequence[Card], width: float, room: float) -> _Column:
    """The cards that fit beside a picture as high as it may be."""
    rows: list[Row] = []
    used = 0.0
    for place, card in enumerate(cards):
        row = brief_row(content, card, width)
        if used + row.height > room:
            return _Column(rows, cards[place:])
        rows.append(row)
        used += row.height
    return _Column(rows, ())


def _begin(flow: Flow, opening: float, below: Sequence[Row]) -> None:
    """Go on below what stands on the page, or on a new one.

    A section that fits on a page is not divided; of a longer one the heading, the picture and a row of cards
    stay together.
    """
    whole = opening + (_GAP + height_of(below) if below else 0.0)
    least = whole if whole <= flow.paper.body else opening + _GAP + height_of(below[:1])
    if _BETWEEN + least > flow.room:
        flow.turn()
    else:
        flow.y += _BETWEEN


def _set_column(flow: Flow, rows: Sequence[Row], x: float, y: float) -> None:
    left = flow.paper.margin + x
    for row in rows:
        flow.page.begin_part()
        flow.page.placed.append(Placed(row.shapes, left, y))
        flow.page.jumps.extend(jump._replace(rect=jump.rect.moved(left, y)) for jump in row.jumps)
        y += row.height
