"""Presenting in parts: what is too full for its words to be read from the back of the room is shown in pieces."""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from workshop.board.reading_order import reading_order
from workshop.model.cards import Card, Discipline
from workshop.picture.board_plan import NEAR_ZOOM
from workshop.picture.card_plan import TEXT_SIZES, TIGHT_SIZE, card_writing
from workshop.picture.geometry import BoardLayout
from workshop.picture.plan import Rect
from workshop.visibility import Sight, Visible

READABLE = 1 / 45
"""The least height of a card's text, as a share of the screen's height."""

_AROUND = 16.0
"""Board units shown around the cards of a part."""

_ORDER = (Discipline.CX, Discipline.JOINT, Discipline.UX)


class Screen(NamedTuple):
    """What a projector has: `width` and `height` in pixels for the board, `whole` the height of all of the screen."""

    width: float
    height: float
    whole: float


class ViewPart(msgspec.Struct, frozen=True):
    """A piece to show: its title, empty for the whole; the board rectangle; and its cards, None when all stay lit."""

    title: str
    rect: Rect
    cards: frozenset[str] | None = None


class _Seen(NamedTuple):
    """A card as it is presented; `size` is that of its text in board units."""

    card: Card
    rect: Rect
    size: float


class _Pile(NamedTuple):
    """Cards that are shown together: the box around them, and the size of the smallest text on them."""

    rect: Rect
    size: float
    cards: frozenset[str]

    def with_one(self, seen: _Seen) -> "_Pile":
        """The pile with one more card."""
        return _Pile(self.rect.united(seen.rect), min(self.size, seen.size), self.cards | {seen.card.id})


def zoom_for(rect: Rect, screen: Screen) -> float:
    """The zoom at which a board rectangle fills the screen."""
    return min(screen.width / max(rect.w, 1.0), screen.height / max(rect.h, 1.0))


def is_readable(rect: Rect, size: float, screen: Screen) -> bool:
    """Whether text of a size can be read when a board rectangle fills the screen."""
    return zoom_for(rect, screen) * size >= screen.whole * READABLE


def has_small_words(visible: Visible, cards: Iterable[Card], zoom: float, screen: Screen) -> bool:
    """Whether words on any of these cards, seen at a zoom, are too small to be read from the back of the room.

    From afar cards are faces without words, and turned ones have none to be read.
    """
    least = screen.whole * READABLE
    if zoom < NEAR_ZOOM or zoom * TIGHT_SIZE >= least:
        return False
    return any(
        zoom * card_writing(card).size < least
        for card in cards
        if card.text.strip() and visible.sight(card) is Sight.FULL
    )


def parts_of(
    visible: Visible,
    layout: BoardLayout,
    cards: Iterable[Card],
    *,
    whole: Rect,
    screen: Screen,
    in_order: bool = False,
) -> tuple[ViewPart, ...]:
    """What to show one after the other of a view that holds these cards, `whole` being the rectangle of all of it.

    All of it, or just its cards, where their words can be read; else its groups if most cards are grouped, or CX,
    Joint and UX, each in as many pieces as it needs. `in_order` keeps the cards as they come, as along a thread. Of a
    card taller than the screen, one piece follows the other downwards.
    """
    seen = [_seen(visible, layout, card) for card in cards]
    if not seen:
        return (ViewPart("", whole),)
    smallest = min(one.size for one in seen)
    around = _around(seen)
    for rect in (whole, around):
        if is_readable(rect, smallest, screen):
            return (ViewPart("", rect),)
    if in_order:
        return tuple(_titled("", seen, screen, in_order=True))
    found: list[ViewPart] = []
    sorted_out = _sorted_out(visible, seen)
    for title, some in sorted_out:
        found.extend(_titled(title if len(sorted_out) > 1 else "", some, screen, in_order=False))
    return tuple(found)


def _seen(visible: Visible, layout: BoardLayout, card: Card) -> _Seen:
    """A card that lies turned has no words to be read."""
    size = card_writing(card).size if visible.sight(card) is Sight.FULL else TEXT_SIZES[0]
    return _Seen(card, layout.rect_of(card).grown(_AROUND), size)


def _around(seen: Sequence[_Seen]) -> Rect:
    rect = seen[0].rect
    for one in seen[1:]:
        rect = rect.united(one.rect)
    return rect


def _sorted_out(visible: Visible, seen: Sequence[_Seen]) -> list[tuple[str, list[_Seen]]]:
    """The cards by group if most are in one, the others by discipline; CX first, as on the board."""
    groups = visible.board.groups
    grouped = [one for one in seen if one.card.group in groups]
    by_group = len(grouped) * 2 > len(seen)
    found: list[tuple[str, list[_Seen]]] = []
    if by_group:
        for group in dict.fromkeys(one.card.group for one in grouped):
            assert group is not None
            name = groups[group].name or "Group without a name"
            found.append((name, [one for one in grouped if one.card.group == group]))
    rest = [one for one in seen if not (by_group and one.card.group in groups)]
    by_discipline = (
        (discipline.tag, [one for one in rest if one.card.discipline is discipline]) for discipline in _ORDER
    )
    return found + [(title, some) for title, some in by_discipline if some]


def _titled(title: str, seen: Sequence[_Seen], screen: Screen, *, in_order: bool) -> Iterable[ViewPart]:
    """The pieces of a part, with their number where there are several."""
    pieces = [piece for pile in _piled(seen, screen, in_order) for piece in _pieces(pile, screen)]
    for number, (rect, cards) in enumerate(pieces, start=1):
        counted = f"{number} of {len(pieces)}" if len(pieces) > 1 else ""
        yield ViewPart(f"{title} {counted}".strip(), rect, cards)


def _piled(seen: Sequence[_Seen], screen: Screen, in_order: bool) -> list[_Pile]:
    """As few piles as are found by putting each card on the first, or the last, on which all stay readable."""
    if not in_order:
        by_id = {one.card.id: one for one in seen}
        seen = [by_id[card.id] for card in reading_order(one.card for one in seen)]
    piles: list[_Pile] = []
    for one in seen:
        places: Iterable[int] = range(len(piles))[-1:] if in_order else range(len(piles))
        place = _first(places, lambda at, one=one: _fits(piles[at].with_one(one), screen))  # type: ignore[misc]
        if place is None:
            piles.append(_Pile(one.rect, one.size, frozenset({one.card.id})))
        else:
            piles[place] = piles[place].with_one(one)
    return piles


def _fits(pile: _Pile, screen: Screen) -> bool:
    return is_readable(pile.rect, pile.size, screen)


def _first(places: Iterable[int], holds: Callable[[int], bool]) -> int | None:
    return next((place for place in places if holds(place)), None)


def _pieces(pile: _Pile, screen: Screen) -> Iterable[tuple[Rect, frozenset[str]]]:
    """A pile as it is, or of a card that is taller than the screen one piece below the other."""
    x, y, w, h = pile.rect
    room = screen.height / (screen.whole * READABLE / pile.size)
    count = 1 if is_readable(pile.rect, pile.size, screen) else max(1, math.ceil(h / room))
    for place in range(count):
        top = y if count == 1 else min(y + place * room, pile.rect.bottom - room)
        yield Rect(x, top, w, h if count == 1 else room), pile.cards
