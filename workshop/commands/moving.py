"""Moving cards to another phase without saying where in it: each goes where nothing lies."""

from collections.abc import Iterable

from msgspec.structs import replace

from workshop.board.reading_order import reading_order
from workshop.commands.cards import move_cards
from workshop.model.diamonds import Phase
from workshop.picture.places import with_places
from workshop.picture.taken import taken_in
from workshop.workshop import Workshop


def move_to_phase(workshop: Workshop, *, origin: str, card_ids: Iterable[str], phase: Phase | None) -> None:
    """Move cards to a phase (None: the parking lot), as one step; those that are there already stay.

    Raises LockedCardError when one is locked, MissingRecordError when one is gone.
    """
    board = workshop.board
    cards = reading_order(card for card_id in card_ids if (card := board.card(card_id)).phase != phase)
    moved = with_places([replace(card, phase=phase) for card in cards], taken_in(board, phase))
    if moved:
        move_cards(workshop, origin=origin, places={card.id: card.place for card in moved})
