"""Writing, changing, moving, duplicating and removing cards."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from workshop.board.showing import assets_only_on
from workshop.changes.transaction import Transaction
from workshop.errors import InvalidRecordError, LockedCardError
from workshop.facilitation.writing import as_written_now
from workshop.method.checks import checked_day
from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH, Card, CardKind, Discipline, Place
from workshop.model.diamonds import Phase
from workshop.model.links import Link
from workshop.model.record import Record
from workshop.model.text import clean_text
from workshop.picture.card_plan import grown_height
from workshop.picture.placement import find_place
from workshop.picture.plan import Point
from workshop.picture.taken import taken_in
from workshop.workshop import Workshop

DUPLICATE_SHIFT = 24.0

SMALLEST_CARD, LARGEST_CARD = (120.0, 84.0), (900.0, 1_200.0)
"""Width and height between which people resize a card, in board units."""

CHANGEABLE = frozenset(Card.__struct_fields__) - {"id", "extra", "created", "changed", "phase", "x", "y", "h"}
"""The fields that `change_cards` takes; places change by `move_cards`, heights follow the text."""

DAYS = {
    "asked_until": "An answer by the day",
    "due": "A due date",
    "needed_by": "A need by the day",
    "lands_on": "A landing",
}
"""The fields that hold days, and what a sentence calls them when one is out of range."""


def add_card(
    workshop: Workshop,
    *,
    origin: str,
    phase: Phase | None,
    text: str = "",
    kind: CardKind = CardKind.INSIGHT,
    discipline: Discipline = Discipline.JOINT,
    author: str | None = None,
    near: tuple[float, float] | None = None,
    **fields: Any,
) -> Card:
    """Put a new card on a phase (None: the parking lot) where nothing lies, at or near `near` when given.

    During silent writing it is hidden. Other fields of a card may be given by name. Raises InvalidRecordError when
    one breaks the model.
    """
    text = clean_text(text)
    size = (float(fields.pop("w", CARD_WIDTH)), CARD_HEIGHT)
    height = float(fields.pop("h", size[1]))
    size = (size[0], grown_height(text, size[0], height, picture=fields.get("image") is not None))
    place = find_place(taken_in(workshop.board, phase), phase, discipline, size, Point(*near) if near else None)
    now = workshop.clock()
    said = {"text": text, "kind": kind, "discipline": discipline, "author": author}
    lying = {"phase": phase, "x": place.x, "y": place.y, "w": size[0], "h": size[1]}
    blank = Card(id=workshop.new_id(), created=now, changed=now)
    card = _made(blank, {**as_written_now(workshop.room), **fields, **said, **lying})
    with workshop.transact("add card", origin) as transaction:
        return transaction.put(card)


def change_text(workshop: Workshop, *, origin: str, card_id: str, text: str) -> Card:
    """Give a card another text; it grows when the text needs it. Raises LockedCardError for a locked card."""
    return change_cards(workshop, origin=origin, card_ids=[card_id], op="edit text", text=text)[0]


def change_cards(
    workshop: Workshop, *, origin: str, card_ids: Iterable[str], op: str = "", **fields: Any
) -> list[Card]:
    """Set fields of cards, the same for all. Only unlocking is possible on a locked card.

    Raises LockedCardError, MissingRecordError, and InvalidRecordError naming the field that breaks the model.
    """
    if unknown := fields.keys() - CHANGEABLE:
        raise InvalidRecordError(f"A card has no field named {sorted(unknown)[0]} that can be changed so.")
    if "text" in fields:
        fields["text"] = clean_text(fields["text"])
    for field in DAYS.keys() & fields.keys():
        checked_day(DAYS[field], fields[field])
    name = op or "change " + ", ".join(sorted(fields)).replace("_", " ")
    with workshop.transact(name, origin) as transaction:
        return [_changed(workshop, transaction, card_id, fields) for card_id in card_ids]


def resized(card: Card, width: float, height: float) -> Card:
    """The card at a size within SMALLEST_CARD and LARGEST_CARD, as much taller as its text needs."""
    width = min(max(width, SMALLEST_CARD[0]), LARGEST_CARD[0])
    height = min(max(height, SMALLEST_CARD[1]), LARGEST_CARD[1])
    return replace(card, w=round(width, 1), h=_height(card, width, round(height, 1)))


def _height(card: Card, width: float, at_least: float) -> float:
    """The height that a card needs at a width, at least what is given."""
    return grown_height(card.text, width, at_least, picture=card.image is not None)


def resize_card(workshop: Workshop, *, origin: str, card_id: str, width: float, height: float) -> Card:
    """Make a card so large, or as large as its text needs. Raises LockedCardError for a locked card."""
    card = _unlocked(workshop.board.card(card_id))
    new = resized(card, width, height)
    with workshop.transact("resize card", origin) as transaction:
        return card if new == card else transaction.put(_touched(workshop, card, {"w": new.w, "h": new.h}))


def move_cards(workshop: Workshop, *, origin: str, places: Mapping[str, Place], op: str = "") -> None:
    """Put cards at new places, which sets their phases. Raises LockedCardError when one is locked."""
    name = op or ("move cards" if len(places) > 1 else "move card")
    with workshop.transact(name, origin) as transaction:
        for card_id, place in places.items():
            card = _unlocked(workshop.board.card(card_id))
            if card.place != place:
                transaction.put(_touched(workshop, card, {"phase": place.phase, "x": place.x, "y": place.y}))


def remove_cards(workshop: Workshop, *, origin: str, card_ids: Iterable[str]) -> None:
    """Remove cards with their links, votes and pictures, as one step. Raises LockedCardError when one is locked."""
    cards = [_unlocked(workshop.board.card(card_id)) for card_id in card_ids]
    with workshop.transact("delete cards" if len(cards) > 1 else "delete card", origin) as transaction:
        gone = {card.id for card in cards}
        for record in _hanging_on(workshop, gone):
            transaction.remove(record)
        for card in cards:
            transaction.remove(card)


def duplicate_cards(
    workshop: Workshop,
    *,
    origin: str,
    card_ids: Iterable[str],
    shift: tuple[float, float] = (DUPLICATE_SHIFT, DUPLICATE_SHIFT),
) -> list[Card]:
    """Copies of cards a little aside, with the links among them; unlocked, without votes; hidden in silent writing.

    Copies of a whole group are a group of their own, named and folded like it; copies of some of its cards lie in it.
    """
    copies: dict[str, Card] = {}
    now, cards = workshop.clock(), [workshop.board.card(card_id) for card_id in card_ids]
    with workshop.transact("duplicate", origin) as transaction:
        groups = _copied_groups(workshop, transaction, cards)
        for card in cards:
            hidden = card.hidden or workshop.room.rules.hides_new_cards
            fresh = {"id": workshop.new_id(), "created": now, "changed": now, "locked": False, "hidden": hidden}
            group = groups.get(card.group or "", card.group)
            copy = replace(card, x=card.x + shift[0], y=card.y + shift[1], group=group, **fresh)
            copies[card.id] = transaction.put(copy)
        for link in _links_among(workshop, copies):
            transaction.put(
                replace(
                    link, id=workshop.new_id(), source=copies[link.source].id, target=copies[link.target].id
                )
            )
    return list(copies.values())


def _copied_groups(workshop: Workshop, transaction: Transaction, cards: Iterable[Card]) -> dict[str, str]:
    """Copy the groups of which these are all the cards; the new groups' ids by the old ones."""
    left = Counter(card.group for card in workshop.board.cards.values() if card.group)
    left.subtract(card.group for card in cards if card.group)
    whole = [group for group in workshop.board.groups.values() if group.id in left and not left[group.id]]
    return {group.id: transaction.put(replace(group, id=workshop.new_id())).id for group in whole}


def _changed(workshop: Workshop, transaction: Transaction, card_id: str, fields: dict[str, Any]) -> Card:
    card = workshop.board.card(card_id)
    if not (card.locked and fields.keys() == {"locked"}):
        _unlocked(card)
    if all(getattr(card, name) == value for name, value in fields.items()):
        return card
    changed = _touched(workshop, card, fields)
    if {"text", "w", "image"} & fields.keys():
        changed = replace(changed, h=_height(changed, changed.w, changed.h))
    return transaction.put(changed)


def _touched(workshop: Workshop, card: Card, fields: dict[str, Any]) -> Card:
    return _made(card, {**fields, "changed": workshop.clock()})


def _made(card: Card, fields: dict[str, Any]) -> Card:
    try:
        return replace(card, **fields)
    except TypeError as error:
        raise InvalidRecordError(f"A card cannot be made so: {error}.") from error


def _unlocked(card: Card) -> Card:
    if card.locked:
        raise LockedCardError("This card is locked; unlock it first (Ctrl+Shift+L).")
    return card


def _hanging_on(workshop: Workshop, card_ids: set[str]) -> list[Record]:
    links = {link.id: link for card_id in card_ids for link in workshop.board.links_of(card_id)}
    votes = [vote for vote in workshop.board.votes.values() if vote.card in card_ids]
    return [*links.values(), *votes, *assets_only_on(workshop.board, card_ids)]


def _links_among(workshop: Workshop, cards: Mapping[str, Card]) -> list[Link]:
    links = {link.id: link for card_id in cards for link in workshop.board.links_of(card_id)}
    return [link for link in links.values() if link.source in cards and link.target in cards]
