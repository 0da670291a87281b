"""Turning hidden cards: one by one or all, and hiding cards again."""

from collections.abc import Iterable

from msgspec.structs import replace

from workshop.board.board import Board
from workshop.board.reading_order import reading_order
from workshop.errors import InvalidRecordError
from workshop.facilitation.rounds import open_round
from workshop.method.checks import checked_cards
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.workshop import Workshop


def hidden_cards(board: Board, phase: Phase | None = None) -> list[Card]:
    """The cards that lie turned, of a phase or of the whole board and the parking lot, in reading order."""
    return reading_order(
        card for card in board.cards.values() if card.hidden and (phase is None or card.phase is phase)
    )


def next_to_reveal(board: Board, phase: Phase | None = None, after: Discipline | None = None) -> Card | None:
    """The card to turn next: the oldest of another discipline than `after`, so that CX and UX come in turn.

    When only cards of that discipline are left, the oldest of them; None when all lie open.
    """
    waiting = [card for card in board.cards.values() if card.hidden and (phase is None or card.phase is phase)]
    return next((card for card in waiting if card.discipline is not after), waiting[0] if waiting else None)


def reveal_cards(workshop: Workshop, *, origin: str, card_ids: Iterable[str]) -> list[Card]:
    """Turn cards so that all may read them, locked ones too, as one step; those that lie open stay.

    Raises MissingRecordError when one is gone.
    """
    return _turned(workshop, origin, "reveal", checked_cards(workshop.board, card_ids), hidden=False)


def reveal_all(workshop: Workshop, *, origin: str, phase: Phase | None = None) -> list[Card]:
    """Turn all hidden cards, of a phase or everywhere, as one step. Raises InvalidRecordError when there is none."""
    cards = [card.id for card in hidden_cards(workshop.board, phase)]
    if not cards:
        raise InvalidRecordError("No card is hidden here.")
    return _turned(workshop, origin, "reveal all" if len(cards) > 1 else "reveal", cards, hidden=False)


def hide_cards(workshop: Workshop, *, origin: str, card_ids: Iterable[str]) -> list[Card]:
    """Turn cards face down, locked ones too, as one step.

    Raises InvalidRecordError for a card that takes part in an open round, MissingRecordError when one is gone.
    """
    cards = checked_cards(workshop.board, card_ids)
    if (voting_round := open_round(workshop.board)) is not None and set(cards) & set(voting_round.cards):
        raise InvalidRecordError("A card that is being voted on cannot be hidden; end the round first.")
    return _turned(workshop, origin, "hide", cards, hidden=True)


def _turned(workshop: Workshop, origin: str, verb: str, card_ids: Iterable[str], *, hidden: bool) -> list[Card]:
    """Turning is no edit: the time of the last change and the lock of a card stay as they are."""
    cards = [workshop.board.card(card_id) for card_id in card_ids]
    name = verb if " " in verb else f"{verb} {'cards' if len(cards) > 1 else 'card'}"
    with workshop.transact(name, origin) as transaction:
        return [transaction.put(replace(card, hidden=hidden)) for card in cards]
