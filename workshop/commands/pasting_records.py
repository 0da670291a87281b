"""Putting cards of another board on this one: new ids, their links, and people matched by their names."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from workshop.changes.transaction import Transaction
from workshop.commands.pasting import Manner
from workshop.errors import ForeignFileError, InvalidRecordError
from workshop.imports.json_session import records_from_json
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Group
from workshop.model.journey import Stage
from workshop.model.links import Link
from workshop.model.people import Participant, Persona
from workshop.model.record import Record
from workshop.model.session import Asset, Principle
from workshop.picture.blocks import free_corner
from workshop.picture.plan import Point, Rect
from workshop.picture.taken import taken_in
from workshop.workshop import Workshop

R = TypeVar("R", bound=Record)
Ids = Mapping[str, str]

_MATCHED: tuple[tuple[str, type[Record], str], ...] = (
    ("participants", Participant, "name"),
    ("stages", Stage, "name"),
    ("personas", Persona, "name"),
    ("principles", Principle, "text"),
    ("assets", Asset, "data"),
)
"""The collections whose records are taken for those of this board when they say the same in this field."""


def records_on_clipboard(body: bytes) -> list[Record]:
    """The records of copied cards. Raises ForeignFileError when they are not whole."""
    try:
        return records_from_json(body)
    except InvalidRecordError as error:
        raise ForeignFileError(f"The copied cards cannot be read: {error}") from error


def paste_records(workshop: Workshop, *, origin: str, records: Sequence[Record], manner: Manner) -> list[Card]:
    """Put copied cards on the board as one step of undo, lying to one another as they did, covering nothing.

    Cards of one phase lie where the manner says, cards of several each on its own phase. Groups come anew. Raises
    InvalidRecordError when no card is among the records.
    """
    cards = _of(Card, records)
    if not cards:
        raise InvalidRecordError("There is nothing to paste.")
    with workshop.transact("paste cards", origin) as transaction:
        ids: dict[str, str] = {}
        for collection, record_type, field in _MATCHED:
            ids |= _matched(workshop, transaction, collection, _of(record_type, records), field)
        ids |= _groups(workshop, transaction, _of(Group, records), cards)
        placed = _placed(workshop, cards, manner)
        made = {old.id: transaction.put(_fresh(workshop, card, ids)) for old, card in placed}
        for link in _of(Link, records):
            if link.source in made and link.target in made:
                ends = {"source": made[link.source].id, "target": made[link.target].id}
                author = ids.get(link.author or "")
                transaction.put(replace(link, id=workshop.new_id(), author=author, **ends))
    return list(made.values())


def _of(record_type: type[R], records: Iterable[Record]) -> list[R]:
    return [record for record in records if isinstance(record, record_type)]


def _matched(
    workshop: Workshop,
    transaction: Transaction,
    collection: str,
    records: Sequence[Record],
    field: str,
) -> dict[str, str]:
    """The ids on this board of records that came along; those that nobody here is like are added."""
    known = {_key(record, field): record.id for record in workshop.board.collection(collection).values()}
    ids: dict[str, str] = {}
    for record in records:
        key = _key(record, field)
        if key not in known:
            known[key] = transaction.put(replace(record, id=workshop.new_id())).id
        ids[record.id] = known[key]
    return ids


def _key(record: Record, field: str) -> Any:
    value = getattr(record, field)
    return value.casefold() if isinstance(value, str) else value


def _groups(
    workshop: Workshop, transaction: Transaction, groups: Sequence[Group], cards: Sequence[Card]
) -> dict[str, str]:
    """New groups for those of which several cards came; a card that came alone joins its group if that is here."""
    ids: dict[str, str] = {}
    for group in groups:
        members = sum(card.group == group.id for card in cards)
        if members > 1:
            ids[group.id] = transaction.put(replace(group, id=workshop.new_id())).id
        elif group.id in workshop.board.groups:
            ids[group.id] = group.id
    return ids


def _placed(workshop: Workshop, cards: Sequence[Card], manner: Manner) -> list[tuple[Card, Card]]:
    """Each card and the same where it shall lie."""
    phases: dict[Phase | None, list[Card]] = {}
    for card in cards:
        phases.setdefault(card.phase, []).append(card)
    placed: dict[str, Card] = {}
    for own, heap in phases.items():
        around = Rect(heap[0].x, heap[0].y, heap[0].w, heap[0].h)
        for card in heap[1:]:
            around = around.united(Rect(card.x, card.y, card.w, card.h))
        phase = manner.phase if len(phases) == 1 else own
        near = manner.near if len(phases) == 1 else Point(around.x + heap[0].w / 2, around.y + heap[0].h / 2)
        taken = taken_in(workshop.board, phase)
        corner = free_corner(taken, phase, (around.w, around.h), near=near)
        for card in heap:
            x, y = corner.x + card.x - around.x, corner.y + card.y - around.y
            placed[card.id] = replace(card, phase=phase, x=round(x, 2), y=round(y, 2))
    return [(card, placed[card.id]) for card in cards]


def _fresh(workshop: Workshop, card: Card, ids: Ids) -> Card:
    """The card as a new one of this board, unlocked, naming the records of this board."""
    now = workshop.clock()
    return replace(
        card,
        id=workshop.new_id(), created=now, changed=now, locked=False,
        hidden=card.hidden or workshop.room.rules.hides_new_cards,
        anonymity=card.anonymity.stricter(workshop.room.anonymity),
        author=ids.get(card.author or ""), owner=ids.get(card.owner or ""), group=ids.get(card.group or ""),
        stage=ids.get(card.stage or ""), principle=ids.get(card.principle or ""),
        image=ids.get(card.image or ""),
        personas=tuple(ids[persona] for persona in card.personas if persona in ids),
        decided_by=tuple(ids[who] for who in card.decided_by if who in ids),
        fists=tuple(replace(one, participant=ids[one.participant]) for one in card.fists if one.participant in ids),
    )  # fmt: skip
