"""Walking from card to card: which one lies next in a direction."""

from collections.abc import Mapping
from enum import Enum

from workshop.picture.plan import Point, Rect


class Way(Enum):
    """A direction on the board, as steps right and down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


ASIDE = 2.0
"""How much farther a step aside counts than one in the direction."""


def next_card(boxes: Mapping[str, Rect], start: str, way: Way) -> str | None:
    """The id of the nearest card that lies in a direction of a card, None when none does.

    A card lies there when its middle does, no more aside than ahead; one that is a little aside is farther than one
    that is straight ahead.
    """
    here = boxes[start].centre
    lying = {card: _distance(here, box.centre, way) for card, box in boxes.items() if card != start}
    ahead = {card: distance for card, distance in lying.items() if distance is not None}
    return min(ahead, key=ahead.__getitem__, default=None)


def nearest_card(boxes: Mapping[str, Rect], point: Point) -> str | None:
    """The id of the card whose middle is nearest a point, None when there is no card."""

    def distance(card: str) -> float:
        centre = boxes[card].centre
        return (centre.x - point.x) ** 2 + (centre.y - point.y) ** 2

    return min(boxes, key=distance, default=None)


def _distance(here: Point, there: Point, way: Way) -> float | None:
    right, down = way.value
    dx, dy = there.x - here.x, there.y - here.y
    ahead, aside = dx * right + dy * down, abs(dx * down) + abs(dy * right)
    return ahead + ASIDE * aside if ahead > 0 and aside <= ahead else None
