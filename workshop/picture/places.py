"""Finding places for cards that come to a phase together."""

from collections.abc import Sequence

from msgspec.structs import replace

from workshop.model.cards import Card, Discipline
from workshop.picture.blocks import FEW, free_corner, in_block
from workshop.picture.placement import Taken, find_place

_ORDER = (Discipline.JOINT, Discipline.CX, Discipline.UX)
"""Blocks take their places in this order, so that what is of both lies around the axis and the others beside it."""


def with_places(cards: Sequence[Card], taken: list[Taken]) -> list[Card]:
    """The cards of one phase at places beside what is `taken`, to which theirs are added.

    A few fill the phase from the axis outwards; more lie in a block of each discipline, in their order.
    """
    return (_one_by_one if len(cards) <= FEW else _in_blocks)(cards, taken)


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
