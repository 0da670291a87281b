"""A part of a board: only some of its cards, never a draft, and of everything else what goes with them."""

from collections.abc import Iterator

from msgspec.structs import replace

from exports.pdf.options import PaperOptions
from workshop.board.board import Board
from workshop.model.cards import Card
from workshop.model.facilitation import Vote
from workshop.model.links import Link
from workshop.model.measures import Measure
from workshop.model.record import Record
from workshop.model.tensions import Tension


def narrowed(board: Board, options: PaperOptions) -> Board:
    """The board with the cards that the options let on paper; the board itself where these are all."""
    chosen = None if options.chosen is None else set(options.chosen)
    left_out = {
        card.id
        for card in board.cards.values()
        if card.unwritten
        or (card.phase is None and not options.parked)
        or (chosen is not None and card.id not in chosen)
    }
    if not left_out:
        return board
    part = Board(_records(board, left_out))
    part.shown_of_authors = board.shown_of_authors
    return part


def _records(board: Board, left_out: set[str]) -> Iterator[Record]:
    for record in board.records():
        if isinstance(record, Measure) and not left_out.isdisjoint(record.cards):
            yield replace(record, cards=tuple(card for card in record.cards if card not in left_out))
        elif left_out.isdisjoint(_cards_of(record)):
            yield record


def _cards_of(record: Record) -> tuple[str, ...]:
    """The cards without which a record says nothing."""
    match record:
        case Card():
            return (record.id,)
        case Link():
            return (record.source, record.target)
        case Vote():
            return (record.card,)
        case Tension():
            return tuple(position.card for position in record.positions)
        case _:
            return ()
