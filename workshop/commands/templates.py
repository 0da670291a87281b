"""Taking a template's agenda and prepared cards over into the session that is open."""

from msgspec.structs import replace

from workshop.changes.transaction import Transaction
from workshop.errors import InvalidRecordError
from workshop.model.cards import Card
from workshop.model.facilitation import AgendaStep
from workshop.model.session import Session
from workshop.picture.placement import find_place
from workshop.picture.taken import taken_in
from workshop.session.templates import template_records
from workshop.workshop import Workshop


def use_template(workshop: Workshop, *, origin: str, key: str, with_cards: bool = True) -> list[AgendaStep]:
    """Replace the agenda by a template's and add its prepared cards where nothing lies, as one step of undo.

    The booked minutes and the note are taken over where the session has none. Raises InvalidRecordError while the
    agenda runs, and what `template_records` raises.
    """
    if workshop.room.running is not None:
        raise InvalidRecordError("The agenda is running; stop it before you take another.")
    records = template_records(key)
    with workshop.transact("use template", origin) as transaction:
        for old in workshop.board.collection("agenda_steps").values():
            transaction.remove(old)
        steps = [
            transaction.put(replace(one, id=workshop.new_id()))
            for one in records
            if isinstance(one, AgendaStep)
        ]
        for model in records:
            if isinstance(model, Session):
                mine = workshop.board.session
                booked = model.booked_minutes if mine.booked_minutes is None else mine.booked_minutes
                transaction.put(replace(mine, booked_minutes=booked, note=mine.note or model.note))
        if with_cards:
            _put_cards(workshop, transaction, [one for one in records if isinstance(one, Card)])
    return steps


def _put_cards(workshop: Workshop, transaction: Transaction, prepared: list[Card]) -> None:
    """The prepared cards as new ones; a card that says the same in its phase already is not put twice."""
    made: list[Card] = []
    now = workshop.clock()
    for card in prepared:
        if any(one.text == card.text for one in workshop.board.cards_in(card.phase).values()):
            continue
        taken = taken_in(workshop.board, card.phase, made)
        place = find_place(taken, card.phase, card.discipline, (card.w, card.h))
        apart = {"group": None, "stage": None, "personas": (), "image": None, "principle": None}
        fresh = {"id": workshop.new_id(), "created": now, "changed": now, "x": place.x, "y": place.y}
        made.append(transaction.put(replace(card, **apart, **fresh)))
