"""Giving a size and a free place to cards that come without."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from workshop.model.cards import CARD_HEIGHT, Card
from workshop.model.diamonds import Phase
from workshop.picture.card_plan import grown_height
from workshop.picture.placement import GAP, find_place
from workshop.picture.plan import Point, Rect

SEARCHED = 48
"""So many cards of a phase look for a place near the axis; the others go in rows below, as looking is slow."""

_ROW = 4


def grown(card: Card) -> Card:
    """The card as tall as its text needs."""
    return replace(card, h=grown_height(card.text, card.w, CARD_HEIGHT))


def placed(cards: Sequence[Card], placeless: Iterable[int]) -> list[Card]:
    """The cards, those at the given indexes moved to places where nothing lies, the others as they are."""
    missing = set(placeless)
    taken: dict[Phase | None, list[Rect]] = {}
    for index, card in enumerate(cards):
        if index not in missing:
            taken.setdefault(card.phase, []).append(Rect(card.x, card.y, card.w, card.h))
    result = list(cards)
    rows: dict[Phase | None, _Rows] = {}
    counts: dict[Phase | None, int] = {}
    for index in sorted(missing):
        card = cards[index]
        occupied = taken.setdefault(card.phase, [])
        counts[card.phase] = counts.get(card.phase, 0) + 1
        if counts[card.phase] <= SEARCHED:
            point = find_place(occupied, card.phase, card.discipline, (card.w, card.h))
        else:
            point = rows.setdefault(card.phase, _Rows(occupied)).next(card)
        occupied.append(Rect(*point, card.w, card.h))
        result[index] = replace(card, x=point.x, y=point.y)
    return result


class _Rows:
    """Rows of four below everything that lies there already."""

    def __init__(self, occupied: Iterable[Rect]) -> None:
        self._top = max((rect.bottom for rect in occupied), default=0.0) + GAP
        self._right = 0.0
        self._lowest = self._top
        self._in_row = 0

    def next(self, card: Card) -> Point:
        if self._in_row == _ROW:
            self._top, self._right, self._in_row = self._lowest + GAP, 0.0, 0
        point = Point(self._right + GAP, self._top)
        self._right = point.x + card.w
        self._lowest = max(self._lowest, point.y + card.h)
        self._in_row += 1
        return point
