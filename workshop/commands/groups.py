"""Groups: named clusters of cards. A card names its group; a group without cards is nothing."""

from collections.abc import Iterable

from msgspec.structs import replace

from workshop.changes.transaction import Transaction
from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.model.cards import Card
from workshop.model.facilitation import Group
from workshop.model.text import clean_line
from workshop.workshop import Workshop

GROUP_COLOURS = ("slate", "rose", "amber", "green", "teal", "plum")
"""The names of a group's colours; an empty name is slate."""


def group_cards(
    workshop: Workshop, *, origin: str, card_ids: Iterable[str], name: str = "", colour: str = ""
) -> Group:
    """Put cards into a new group, as one step; groups that are left empty go.

    Raises MissingRecordError when a card is gone, InvalidRecordError without cards or for a colour that is none.
    """
    cards = [workshop.board.card(card_id) for card_id in card_ids]
    if not cards:
        raise InvalidRecordError("A group needs at least one card.")
    group = Group(id=workshop.new_id(), name=clean_line(name), colour=_colour(colour))
    with workshop.transact("group cards", origin) as transaction:
        transaction.put(group)
        _assign(workshop, transaction, cards, group.id)
    return group


def assign_to_group(workshop: Workshop, *, origin: str, card_ids: Iterable[str], group_id: str | None) -> None:
    """Put cards into a group, or out of theirs with None, as one step; groups that are left empty go.

    Raises MissingRecordError when a card or the group is gone.
    """
    if group_id is not None:
        _group(workshop, group_id)
    cards = [workshop.board.card(card_id) for card_id in card_ids]
    with workshop.transact("assign to group" if group_id else "ungroup cards", origin) as transaction:
        _assign(workshop, transaction, cards, group_id)


def change_group(
    workshop: Workshop,
    *,
    origin: str,
    group_id: str,
    name: str | None = None,
    colour: str | None = None,
    folded: bool | None = None,
) -> Group:
    """Name, colour, fold or unfold a group. Raises MissingRecordError, and InvalidRecordError for no colour of ours."""
    group = _group(workshop, group_id)
    changed = replace(
        group,
        name=group.name if name is None else clean_line(name),
        colour=group.colour if colour is None else _colour(colour),
        folded=group.folded if folded is None else folded,
    )
    op = "name group" if name is not None else "colour group" if colour is not None else "fold group"
    with workshop.transact(op, origin) as transaction:
        return group if changed == group else transaction.put(changed)


def merge_groups(workshop: Workshop, *, origin: str, into: str, group_ids: Iterable[str]) -> Group:
    """Put the cards of groups into one of them, whose name and colour stay. Raises MissingRecordError."""
    kept = _group(workshop, into)
    others = {_group(workshop, group_id).id for group_id in group_ids} - {into}
    cards = [card for card in workshop.board.cards.values() if card.group in others]
    with workshop.transact("merge groups", origin) as transaction:
        _assign(workshop, transaction, cards, into)
        if not kept.name:
            named = next((n for g in sorted(others) if (n := _group(workshop, g).name)), "")
            kept = transaction.put(replace(kept, name=named))
    return kept


def _assign(workshop: Workshop, transaction: Transaction, cards: list[Card], group_id: str | None) -> None:
    now = workshop.clock()
    moving = {card.id for card in cards}
    left = {card.group for card in cards if card.group and card.group != group_id}
    for card in cards:
        if card.group != group_id:
            transaction.put(replace(card, group=group_id, changed=now))
    kept = {card.group for card in workshop.board.cards.values() if card.id not in moving}
    for empty in sorted(left - kept):
        if (group := workshop.board.groups.get(empty)) is not None:
            transaction.remove(group)


def _group(workshop: Workshop, group_id: str) -> Group:
    if (group := workshop.board.groups.get(group_id)) is None:
        raise MissingRecordError("This group is no longer on the board.")
    return group


def _colour(colour: str) -> str:
    if colour and colour not in GROUP_COLOURS:
        raise InvalidRecordError(f"A group's colour is one of {', '.join(GROUP_COLOURS)}, not {colour!r}.")
    return colour
