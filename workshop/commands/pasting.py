"""Putting what was pasted on the board: cards in rows where nothing lies, with the people they name, as one step."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from workshop.changes.transaction import Transaction
from workshop.errors import InvalidRecordError
from workshop.facilitation.writing import as_written_now
from workshop.imports.planning import PlannedCard
from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH, Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.people import Participant
from workshop.model.text import clean_line, clean_text
from workshop.picture.blocks import free_corner, in_block
from workshop.picture.card_plan import grown_height
from workshop.picture.plan import Point
from workshop.picture.taken import taken_in
from workshop.workshop import Workshop


class Manner(NamedTuple):
    """What cards are where their plan does not say: their phase (None: the parking lot), at or near a point of it,
    and their kind, discipline and author.
    """

    phase: Phase | None
    near: Point | None = None
    kind: CardKind = CardKind.INSIGHT
    discipline: Discipline = Discipline.JOINT
    author: str | None = None


def card_height(text: str) -> float:
    """How high a new card with this text is."""
    return grown_height(clean_text(text), CARD_WIDTH, CARD_HEIGHT)


def paste_cards(
    workshop: Workshop,
    *,
    origin: str,
    cards: Sequence[PlannedCard],
    manner: Manner,
    heights: Sequence[float] | None = None,
    op: str = "paste cards",
) -> list[Card]:
    """Put cards on the board as one step of undo, in rows in their order, covering nothing.

    Those that name a phase lie there, in the half of their discipline; the others together at the manner's place.
    Authors that nobody is named like become participants. During silent writing the cards are hidden. `heights` are
    `card_height` of each, where they are known already, since finding them out takes longest. Raises
    InvalidRecordError when there is nothing to paste.
    """
    if not cards:
        raise InvalidRecordError("There is nothing to paste.")
    known = [card_height(card.text) for card in cards] if heights is None else heights
    with workshop.transact(op, origin) as transaction:
        people = _people(workshop, transaction, cards, manner)
        fresh = {"created": (now := workshop.clock()), "changed": now, **as_written_now(workshop.room)}
        made: list[Card | None] = [None] * len(cards)
        for (phase, discipline, near), places in _gathered(cards, manner).items():
            block = in_block([(CARD_WIDTH, known[place]) for place in places], phase)
            taken = taken_in(workshop.board, phase, made)
            size = (block.width, block.height)
            corner = free_corner(taken, phase, size, near=near, discipline=discipline)
            for place, at in zip(places, block.corners, strict=True):
                card = cards[place]
                made[place] = transaction.put(
                    Card(
                        id=workshop.new_id(), text=clean_text(card.text), kind=card.kind or manner.kind,
                        discipline=card.discipline or manner.discipline, phase=phase,
                        x=round(corner.x + at.x, 2), y=round(corner.y + at.y, 2), h=known[place],
                        author=people.get(card.author.casefold(), manner.author), **fresh,
                    )
                )  # fmt: skip
    return [card for card in made if card is not None]


_Heap = tuple[Phase | None, Discipline, Point | None]


def _gathered(cards: Sequence[PlannedCard], manner: Manner) -> dict[_Heap, list[int]]:
    """The numbers of the cards that lie together in one block."""
    heaps: dict[_Heap, list[int]] = {}
    for place, card in enumerate(cards):
        if card.phase is msgspec.UNSET:
            heap: _Heap = (manner.phase, manner.discipline, manner.near)
        else:
            heap = (card.phase, card.discipline or manner.discipline, None)
        heaps.setdefault(heap, []).append(place)
    return heaps


def _people(
    workshop: Workshop, transaction: Transaction, cards: Sequence[PlannedCard], manner: Manner
) -> dict[str, str]:
    """The ids of the participants by their names, letter case aside; those who are new are added."""
    ids = {person.name.casefold(): person.id for person in workshop.board.participants.values()}
    for card in cards:
        if card.author and (name := card.author.casefold()) not in ids:
            ids[name] = participant_named(
                workshop, transaction, card.author, card.discipline or manner.discipline
            )
    return ids


def participant_named(workshop: Workshop, transaction: Transaction, name: str, discipline: Discipline) -> str:
    """Add somebody within a transaction; the id."""
    person = Participant(id=workshop.new_id(), name=clean_line(name), discipline=discipline)
    return transaction.put(person).id
