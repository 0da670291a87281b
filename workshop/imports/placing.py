"""Giving a size and a free place to cards that come without."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from workshop.board.board import Board
from workshop.model.cards import CARD_HEIGHT, Card
from workshop.model.diamonds import Phase
from workshop.picture.card_plan import grown_height
from workshop.picture.places import with_places
from workshop.picture.taken import taken_in


def grown(card: Card) -> Card:
    """The card as tall as its text needs."""
    return replace(card, h=grown_height(card.text, card.w, CARD_HEIGHT))


def placed(cards: Sequence[Card], placeless: Iterable[int]) -> list[Card]:
    """The cards, those at the given indexes moved to places where nothing lies, the others as they are."""
    result = list(cards)
    missing = set(placeless)
    there = [card for index, card in enumerate(cards) if index not in missing]
    for phase in (*Phase, None):
        if not (loose := [index for index in sorted(missing) if cards[index].phase == phase]):
            continue
        moved = with_places([cards[index] for index in loose], taken_in(Board(there), phase))
        for index, card in zip(loose, moved, strict=True):
            result[index] = card
        there += moved
    return result
