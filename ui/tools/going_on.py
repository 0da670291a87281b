"""Where the next card goes when writing goes on beside or below the one just written."""

from collections.abc import Iterable

from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH, Card
from workshop.picture.placement import GAP, Taken
from workshop.picture.plan import Point


def next_place(card: Card, how: str, *, row_start: float, room: float, taken: Iterable[Taken]) -> Point:
    """The top left corner, in the card's phase, of the next card to its "right" or "left" or "below" it.

    Where the row has no room any more in the phase, which is `room` wide, the next row begins below: to the right at
    `row_start`, to the left at the card's own edge. Cards that are `taken` there push that row further down.
    """
    width, height = card.w or CARD_WIDTH, card.h or CARD_HEIGHT
    below = card.y + height + GAP
    if how == "below":
        return Point(card.x, below)
    if how == "right":
        beside = Point(card.x + width + GAP, card.y)
        return beside if beside.x + width <= room else _free_below(Point(row_start, below), taken)
    beside = Point(card.x - width - GAP, card.y)
    return beside if beside.x >= 0 else _free_below(Point(max(card.x, 0.0), below), taken)


def _free_below(corner: Point, taken: Iterable[Taken]) -> Point:
    """The corner itself, or the first one below where a card of the usual size has room."""
    top = corner.y
    for x, y, w, h in sorted(taken, key=lambda box: box[1]):
        across = x < corner.x + CARD_WIDTH + GAP and corner.x < x + w + GAP
        if across and y < top + CARD_HEIGHT + GAP and top < y + h + GAP:
            top = y + h + GAP
    return Point(corner.x, top)
