"""Giving a size and a free place to cards that come without."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from workshop.board.board import Board
from workshop.model.cards import CARD_HEIGHT, Card, Discipline
from workshop.model.diamonds import Phase
from workshop.picture.blocks import FEW, free_corner, in_block
from workshop.picture.card_plan import grown_height
from workshop.picture.placement import Taken, find_place
from workshop.picture.taken import taken_in

_ORDER = (Discipline.JOINT, Discipline.CX, Discipline.UX)
"""Blocks take their places in this order, so that what is of both lies around the axis and the others beside it."""


def grown(card: Card) -> Card:
    """The card as tall as its text needs."""
    return replace(card, h=grown_height(card.text, card.w, CARD_HEIGHT))


def placed(cards: Sequence[Card], placeless: Iterable[int]) -> list[Card]:
    """The cards, those at the given indexes moved to places where nothing lies, the others as they are.

    A few of a phase fill it from the axis outwards; more lie in a block of each discipline, in their order.
    """
    result = list(cards)
    missing = set(placeless)
    there = [card for index, card in enumerate(cards) if index not in missing]
    for phase in (*Phase, None):
        if not (loose := [index for index in sorted(missing) if cards[index].phase == phase]):
            continue
        taken = taken_in(Board(there), phase)
        moved = (_one_by_one if len(loose) <= FEW else _in_blocks)([cards[index] for index in loose], taken)
        for index, card in zip(loose, moved, strict=True):
            result[index] = card
        there += moved
    return result


def _one_by_one(cards: Sequence[Card], taken: list[Taken]) -> list[Card]:
    """Each card of a phase at a free place near the axis, in the half where its discipline works."""
    moved = []
    for card in cards:
        at = find_place(taken, card.phase, card.discipline, (card.w, card.h))
        taken.append((at.x, at.y, card.w, card.h))
        moved.append(replace(card, x=at.x, y=at.y))
    return moved


def _in_blocks(cards: Sequence[Card], taken: list[Taken]) -> list[Card]:
    """The cards of a phase in a block of each discipline, which are as wide as one of them all would be."""
    moved = list(cards)
    for discipline in _ORDER:
        if places := [place for place, card in enumerate(cards) if card.discipline == discipline]:
            phase = cards[0].phase
            block = in_block([(cards[place].w, cards[place].h) for place in places], phase, among=len(cards))
            corner = free_corner(taken, phase, (block.width, block.height), discipline=discipline)
            for place, at in zip(places, block.corners, strict=True):
                x, y = round(corner.x + at.x, 2), round(corner.y + at.y, 2)
                moved[place] = replace(cards[place], x=x, y=y)
            taken.append((*corner, block.width, block.height))
    return moved
