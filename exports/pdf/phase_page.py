"""A page for a phase: its name and balance, a large picture of what lies in it, and below that its cards."""

from collections.abc import Callable, Sequence

from exports.pdf.brief import brief_row
from exports.pdf.content import Content
from exports.pdf.handout_cards import (
    GAP,
    Line,
    column_width,
    evenly,
    go_on,
    height_of_lines,
    in_columns,
    set_lines,
)
from exports.pdf.page import Flow
from exports.pdf.phase_head import set_phase_head, set_phase_picture
from exports.pdf.steps import with_breaths
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.translation import _

_LARGER = (1.25, 1.15, 1.05)
"""How much larger cards are told where they leave the picture its usual share of the height."""

_USUAL, _LEAST = 0.52, 0.36
"""The picture's share of what the head leaves; where there are many cards it is down to the second."""

_LINES = 16
"""Lines of a card at most; a longer one is told in full in the appendix, where a click on it leads."""

_CLOSE = 1.0
"""Points a board unit that a picture shows at most."""


def set_phase_page(flow: Flow, content: Content, phase: Phase, done: Callable[[], None]) -> None:
    """Set a phase on a page of its own, and on more where its cards need them; `done` is called after each card.

    The picture has what the cards leave, and the cards are told in as large a type as leaves it half of the page.
    """
    if not flow.pages or flow.y > flow.paper.top:
        flow.turn()
    cards = content.sections[phase]
    set_phase_head(flow, content, phase, flow.paper.inner)
    columns, larger = _fitted(flow, content, cards)
    if columns is None:
        lines = _lines(flow, content, cards)
        _set_picture(flow, content, phase, flow.room * _LEAST)
        if others := in_columns(flow, lines):
            go_on(flow, others, _(phase.value).upper())
        flow.close()
    else:
        tall = larger * max(height_of_lines(column) for column in columns)
        _set_picture(flow, content, phase, flow.room - GAP - tall)
        for place, column in enumerate(columns):
            set_lines(flow, column, place * (column_width(flow.paper) + GAP), larger)
        flow.y += tall
    for _card in cards:
        done()


def _fitted(flow: Flow, content: Content, cards: Sequence[Card]) -> tuple[list[Sequence[Line]] | None, float]:
    """All the cards in even columns and how much larger they are told, None where they need more pages."""
    for larger, share in (*((larger, _USUAL) for larger in _LARGER), (1.0, _LEAST)):
        room = (flow.room * (1 - share) - GAP) / larger
        if (columns := evenly(_lines(flow, content, cards, larger), room)) is not None:
            return columns, larger
    return None, 1.0


def _lines(flow: Flow, content: Content, cards: Sequence[Card], larger: float = 1.0) -> list[Line]:
    width = column_width(flow.paper) / larger
    rows = (brief_row(content, card, width, most=_LINES) for card in with_breaths(cards, flow.breathe))
    return [Line(row, begins=True) for row in rows]


def _set_picture(flow: Flow, content: Content, phase: Phase, height: float) -> None:
    set_phase_picture(flow, content, phase, (flow.paper.inner, height), _CLOSE)
    flow.y += height + GAP
