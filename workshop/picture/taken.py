"""Where new cards cannot lie: the rectangles of a phase that are taken, those of its neighbours' cards among them."""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from workshop.board.board import Board
from workshop.model.cards import Card
from workshop.model.diamonds import Phase, diamond_of
from workshop.picture.geometry import DIAMOND_GAP, column_width
from workshop.picture.placement import GAP, Taken

_FAR = 1e6
_REACH = 500.0
"""Half the widest card, with a gap: so far a card may reach over a border, as its middle stays within."""

_box = attrgetter("x", "y", "w", "h")


def taken_in(board: Board, phase: Phase | None, others: Iterable[Card | None] = ()) -> list[Taken]:
    """Where cards lie, in the coordinates of a phase (None: the parking lot).

    These are its own, `others` of that phase that are being put there, and those of the phases beside it that reach
    over the border between them.
    """
    own: list[Taken] = [*map(_box, board.cards_in(phase).values())]
    own += [_box(card) for card in others if card is not None and card.phase == phase]
    return own if phase is None else [*own, *_of_neighbours(board, phase, own)]


def _of_neighbours(board: Board, phase: Phase, own: list[Taken]) -> Iterator[Taken]:
    phases = tuple(Phase)
    place = phases.index(phase)
    if place:
        before = phases[place - 1]
        cards: list[Taken] = [*map(_box, board.cards_in(before).values())]
        width = column_width(before, _reached(cards)) + _gap(before, phase)
        yield from ((x - width, y, w, h) for x, y, w, h in cards if x + w > width - _REACH)
    if place + 1 < len(phases):
        after = phases[place + 1]
        width = column_width(phase, _reached(own)) + _gap(phase, after)
        near = (card for card in board.cards_in(after).values() if card.x < GAP)
        # Without an end to the right: what is put there widens the column, and they move on with it.
        yield from ((width + card.x, card.y, _FAR, card.h) for card in near)


def _reached(cards: Iterable[Taken]) -> float:
    return max((x + w for x, _, w, _ in cards), default=0.0)


def _gap(left: Phase, right: Phase) -> float:
    """How far the columns of two neighbours lie apart."""
    return 0.0 if diamond_of(left) is diamond_of(right) else DIAMOND_GAP
