"""Deciding and acting: decisions out of cards and results, how well people can live with them, actions, parking."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec.structs import replace

from workshop.commands.cards import add_card, change_cards
from workshop.commands.links import add_link
from workshop.commands.moving import move_to_phase
from workshop.errors import InvalidRecordError
from workshop.facilitation.results import result_of
from workshop.method.checks import checked_cards, checked_day, checked_people, checked_person, checked_whole
from workshop.method.people import disciplines_of
from workshop.method.records import standing
from workshop.method.settling import reason_fault
from workshop.model.cards import Card, CardKind, Discipline, Fist, Rhythm
from workshop.model.diamonds import Phase
from workshop.model.facilitation import VotingRound
from workshop.model.session import Principle
from workshop.model.text import clean_text
from workshop.picture.placement import GAP
from workshop.visibility import ROOM, visible_to
from workshop.workshop import Workshop

MOST_FINGERS = 5


def decide(
    workshop: Workshop,
    *,
    origin: str,
    card_id: str,
    reason: str,
    decided_by: Iterable[str],
    principle: str | None = None,
) -> Card:
    """Turn a card into a decision with its reason and authors; a decision gets another reason and other authors.

    Raises InvalidRecordError without a sentence of reason or anybody who decides, and for a hidden card;
    LockedCardError, MissingRecordError.
    """
    fields = _decided(workshop, reason, decided_by, principle)
    _open_card(workshop, card_id)
    return change_cards(
        workshop, origin=origin, card_ids=[card_id], op="decide", kind=CardKind.DECISION, **fields
    )[0]


def decide_result(
    workshop: Workshop,
    *,
    origin: str,
    round_id: str,
    text: str,
    reason: str,
    decided_by: Iterable[str],
    card_ids: Iterable[str] | None = None,
    phase: Phase | None = None,
    principle: str | None = None,
    author: str | None = None,
) -> Card:
    """Write down what was decided on the result of a round: a new decision to which the cards lead, as one step.

    Without `card_ids` these are the first card and those that tie with it; without `phase` it lies in that of the
    first of them. It is of the discipline of those who decide, Joint for both. Raises what `decide` raises, and
    InvalidRecordError for an open round, for one without a dot, and without words.
    """
    fields = _decided(workshop, reason, decided_by, principle)
    words = _sentence("was decided", text)
    result = result_of(visible_to(ROOM, workshop.board), standing(workshop.board, VotingRound, round_id))
    if result is None:
        raise InvalidRecordError("The round is still open; end it to decide on its result.")
    chosen = [row.card for row in result.top(1)] if card_ids is None else card_ids
    cards = [_open_card(workshop, card_id) for card_id in checked_cards(workshop.board, chosen)]
    if not cards:
        raise InvalidRecordError(
            "No card of this round has a dot; choose the cards that the decision is about."
        )
    sides = disciplines_of(workshop.board, fields["decided_by"])
    mark = workshop.history.mark(origin)
    decision = add_card(
        workshop, origin=origin, phase=phase or cards[0].phase, text=words, kind=CardKind.DECISION,
        discipline=sides.pop() if len(sides) == 1 else Discipline.JOINT, author=author, hidden=False, **fields,
    )  # fmt: skip
    _lead(workshop, origin, cards, decision, author)
    workshop.history.squash(origin, mark, "decide on result")
    return decision


def show_fist(workshop: Workshop, *, origin: str, card_id: str, participant: str, fingers: int | None) -> Card:
    """Keep with a decision how well a participant can live with it: 0 (a fist: no) to 5 fingers; None takes it back.

    It is possible on a locked decision too. Raises InvalidRecordError for a card that is no decision or a number out
    of range; MissingRecordError.
    """
    card = workshop.board.card(card_id)
    if card.kind is not CardKind.DECISION:
        raise InvalidRecordError("Fingers are shown on decisions; make this card one first.")
    checked_whole("A show of fingers", fingers, 0, MOST_FINGERS)
    checked_person(workshop.board, participant)
    others = tuple(fist for fist in card.fists if fist.participant != participant)
    mine = () if fingers is None else (Fist(participant=participant, fingers=fingers),)
    with workshop.transact("show fingers", origin) as transaction:
        return transaction.put(replace(card, fists=(*others, *mine)))


def add_action(
    workshop: Workshop,
    *,
    origin: str,
    card_id: str,
    text: str,
    owner: str | None = None,
    due: date | None = None,
    rhythm: Rhythm | None = None,
    author: str | None = None,
) -> Card:
    """Write an action that a card leads to, beside it, with its owner, due date and rhythm, as one step.

    It is of its owner's discipline, else of the card's. Raises InvalidRecordError without words, for a hidden card and
    a day that no one means; MissingRecordError.
    """
    card = _open_card(workshop, card_id)
    words = _sentence("is to be done", text)
    checked_day("A due date", due)
    sides = (
        disciplines_of(workshop.board, [owner]) if checked_person(workshop.board, owner) and owner else set()
    )
    mark = workshop.history.mark(origin)
    action = add_card(
        workshop, origin=origin, phase=card.phase, text=words, kind=CardKind.ACTION,
        discipline=sides.pop() if sides else card.discipline, author=author, near=(card.x + card.w + GAP, card.y),
        owner=owner, due=due, rhythm=rhythm,
    )  # fmt: skip
    _lead(workshop, origin, [card], action, author)
    workshop.history.squash(origin, mark, "add action")
    return action


def park_cards(workshop: Workshop, *, origin: str, card_ids: Iterable[str]) -> None:
    """Set cards aside in the parking lot, as one step. Raises LockedCardError, MissingRecordError."""
    move_to_phase(workshop, origin=origin, card_ids=card_ids, phase=None)


def unpark_cards(workshop: Workshop, *, origin: str, card_ids: Iterable[str], phase: Phase) -> None:
    """Take cards up again in a phase, as one step. Raises LockedCardError, MissingRecordError."""
    move_to_phase(workshop, origin=origin, card_ids=card_ids, phase=phase)


def _decided(
    workshop: Workshop, reason: str, decided_by: Iterable[str], principle: str | None
) -> dict[str, Any]:
    """The fields of a decision, checked."""
    if fault := reason_fault(reason):
        raise InvalidRecordError(fault)
    people = checked_people(workshop.board, decided_by)
    if not people:
        raise InvalidRecordError("Name who decides, at best one of CX and one of UX.")
    if principle is not None:
        standing(workshop.board, Principle, principle)
    return {"rationale": clean_text(reason).strip(), "decided_by": people, "principle": principle}


def _sentence(what: str, text: str) -> str:
    if not (words := clean_text(text).strip()):
        raise InvalidRecordError(f"Say in a sentence what {what}.")
    return words


def _lead(workshop: Workshop, origin: str, cards: Iterable[Card], to: Card, author: str | None) -> None:
    for card in cards:
        add_link(workshop, origin=origin, source=card.id, target=to.id, author=author)


def _open_card(workshop: Workshop, card_id: str) -> Card:
    card = workshop.board.card(card_id)
    if card.hidden:
        raise InvalidRecordError("This card is hidden; reveal it first.")
    return card
