"""Moving cards to another phase without saying where in it: each goes where nothing lies."""

from collections.abc import Iterable

from workshop.board.reading_order import reading_order
from workshop.commands.cards import move_cards
from workshop.model.cards import Place
from workshop.model.diamonds import Phase
from workshop.picture.placement import find_place
from workshop.picture.plan import Rect
from workshop.picture.taken import taken_in
from workshop.workshop import Workshop


def move_to_phase(workshop: Workshop, *, origin: str, card_ids: Iterable[str], phase: Phase | None) -> None:
    """Move cards to a phase (None: the parking lot), as one step; those that are there already stay.

    Raises LockedCardError when one is locked, MissingRecordError when one is gone.
    """
    board = workshop.board
    cards = reading_order(card for card_id in card_ids if (card := board.card(card_id)).phase != phase)
    taken = taken_in(board, phase)
    places: dict[str, Place] = {}
    for card in cards:
        at = find_place(taken, phase, card.discipline, (card.w, card.h))
        taken.append(Rect(at.x, at.y, card.w, card.h))
        places[card.id] = Place(phase, at.x, at.y)
    if places:
        move_cards(workshop, origin=origin, places=places)
