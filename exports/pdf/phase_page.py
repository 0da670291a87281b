"""A page for a phase: its name and balance, a large picture of what lies in it, and below that its cards."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from exports.pdf.brief import brief_row, note_cut
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
from exports.pdf.pictures import phase_scale
from exports.pdf.steps import with_breaths
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.translation import _

_LARGER = (1.25, 1.15, 1.05)
"""How much larger cards are told where they leave the picture its usual share of the height."""

_USUAL, _LEAST = 0.52, 0.36
"""The picture's share of what the head leaves; where there are many cards it is down to the second."""

_LINES = (16, 10, 6, 4, 2)
"""Lines of a card at most, fewer where that keeps all on the page; the appendix, where a click leads, has them all."""

_SIZES = (*((larger, _LINES[0]) for larger in _LARGER), *((1.0, most) for most in _LINES))
"""How large cards are told and in how many lines, the better ones first."""

_HALF, _CLEARLY = 0.5, 1.3
"""The picture's share of the width beside the cards, and how much larger it is there at least."""

_CLOSE = 1.0
"""Points a board unit that a picture shows at most."""


class _Told(NamedTuple):
    """Cards in columns of this width at life size, how much larger they are drawn, and how many lines each has at most.

    `others` need pages of their own.
    """

    columns: Sequence[Sequence[Line]]
    larger: float
    width: float
    most: int
    others: Sequence[Line] = ()

    @property
    def tall(self) -> float:
        """How high the columns stand."""
        return self.larger * max(map(height_of_lines, self.columns), default=0.0)


def set_phase_page(flow: Flow, content: Content, phase: Phase, done: Callable[[], None]) -> None:
    """Set a phase on a page of its own, and on more where its cards need them; `done` is called after each card.

    The picture stands above the cards and has what they leave; where cards stack high on the board it stands beside
    them, if it is clearly larger there.
    """
    if not flow.pages or flow.y > flow.paper.top:
        flow.turn()
    cards = content.sections[phase]
    set_phase_head(flow, content, phase, flow.paper.inner)
    told = _below(flow, content, cards)
    beside = _beside(flow, content, cards)
    half = phase_scale(content, phase, (flow.paper.inner * _HALF, flow.room), _CLOSE)
    if beside is not None and half > _CLEARLY * phase_scale(content, phase, _size_above(flow, told), _CLOSE):
        told = beside
        set_phase_picture(flow, content, phase, (flow.paper.inner * _HALF, flow.room), _CLOSE)
        set_lines(flow, told.columns[0], flow.paper.inner * _HALF + GAP, told.larger)
        flow.close()
    else:
        _set_above(flow, content, phase, told)
    note_cut(flow, content, cards, told.width, told.most)
    for _card in cards:
        done()


def _set_above(flow: Flow, content: Content, phase: Phase, told: _Told) -> None:
    """The picture with the cards below it, which may go on over more pages."""
    size = _size_above(flow, told)
    set_phase_picture(flow, content, phase, size, _CLOSE)
    flow.y += size[1] + GAP
    if told.others:
        go_on(flow, in_columns(flow, told.others), _(phase.value).upper())
        flow.close()
        return
    for place, column in enumerate(told.columns):
        set_lines(flow, column, place * (column_width(flow.paper) + GAP), told.larger)
    flow.y += told.tall


def _size_above(flow: Flow, told: _Told) -> tuple[float, float]:
    """The size of a picture above the cards."""
    return flow.paper.inner, flow.room * _LEAST if told.others else flow.room - GAP - told.tall


def _below(flow: Flow, content: Content, cards: Sequence[Card]) -> _Told:
    """The cards in even columns, in as large a type as leaves the picture its share; some for later at the worst."""
    wide = column_width(flow.paper)
    for larger, most in _SIZES:
        lines = _lines(flow, content, cards, wide / larger, most)
        share = _USUAL if larger > 1 else _LEAST
        if (columns := evenly(lines, (flow.room * (1 - share) - GAP) / larger)) is not None:
            return _Told(columns, larger, wide / larger, most)
    return _Told([], 1.0, wide, most, lines)


def _beside(flow: Flow, content: Content, cards: Sequence[Card]) -> _Told | None:
    """The cards in one column of the page's other half; None where it is too short for them."""
    wide = flow.paper.inner * (1 - _HALF) - GAP
    for larger, most in _SIZES:
        lines = _lines(flow, content, cards, wide / larger, most)
        if height_of_lines(lines) * larger <= flow.room:
            return _Told([lines], larger, wide / larger, most)
    return None


def _lines(flow: Flow, content: Content, cards: Sequence[Card], width: float, most: int) -> list[Line]:
    rows = (brief_row(content, card, width, most=most) for card in with_breaths(cards, flow.breathe))
    return [Line(row, begins=True) for row in rows]
