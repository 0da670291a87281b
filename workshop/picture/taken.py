"""Where new cards cannot lie: the rectangles of a phase that are taken, those of its neighbours' cards among them."""

from collections.abc import Iterable, Iterator

from workshop.board.board import Board
from workshop.model.cards import Card
from workshop.model.diamonds import Phase, diamond_of
from workshop.picture.geometry import DIAMOND_GAP, column_width
from workshop.picture.placement import GAP
from workshop.picture.plan import Rect

_FAR = 1e6
_REACH = 500.0
"""Half the widest card, with a gap: so far a card may reach over a border, as its middle stays within."""


def taken_in(board: Board, phase: Phase | None, others: Iterable[Card | None] = ()) -> list[Rect]:
    """Where cards lie, in the coordinates of a phase (None: the parking lot).

    These are its own, `others` of that phase that are being put there, and those of the phases beside it that reach
    over the border between them.
    """
    lying = board.cards_in(phase).values()
    own = [Rect(card.x, card.y, card.w, card.h) for card in lying]
    own += [Rect(card.x, card.y, card.w, card.h) for card in others if card is not None and card.phase == phase]
    return own if phase is None else [*own, *_of_neighbours(board, phase, own)]


def _of_neighbours(board: Board, phase: Phase, own: list[Rect]) -> Iterator[Rect]:
    phases = tuple(Phase)
    place = phases.index(phase)
    if place:
        before = phases[place - 1]
        cards = board.cards_in(before).values()
        width = column_width(before, max((card.x + card.w for card in cards), default=0.0)) + _gap(
            before, phase
        )
        yield from (
            Rect(card.x - width, card.y, card.w, card.h) for card in cards if card.x + card.w > width - _REACH
        )
    if place + 1 < len(phases):
        after = phases[place + 1]
        width = column_width(phase, max((rect.right for rect in own), default=0.0)) + _gap(phase, after)
        # Without an end to the right: what is put there widens the column, and they move on with it.
        yield from (
            Rect(width + card.x, card.y, _FAR, card.h)
            for card in board.cards_in(after).values()
            if card.x < GAP
        )


def _gap(left: Phase, right: Phase) -> float:
    """How far the columns of two neighbours lie apart."""
    return 0.0 if diamond_of(left) is diamond_of(right) else DIAMOND_GAP
