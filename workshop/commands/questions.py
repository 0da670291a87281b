"""Questions to the other side: asking a side with a date, and taking a question back."""

from datetime import date

from workshop.commands.cards import change_cards
from workshop.errors import InvalidRecordError
from workshop.method.checks import checked_day, day_words
from workshop.model.cards import Card, CardKind, Discipline
from workshop.workshop import Workshop


def ask(
    workshop: Workshop, *, origin: str, card_id: str, discipline: Discipline, until: date | None = None
) -> Card:
    """Ask a card of CX or of UX, to be answered by a day; a card of another kind becomes a question.

    A day that has passed already may stay when the question is asked of the other side instead. Raises
    InvalidRecordError for Joint and for a day that no one means or that has passed, LockedCardError,
    MissingRecordError.
    """
    if discipline is Discipline.JOINT:
        raise InvalidRecordError("Ask CX or UX: what is asked of everybody is answered by nobody.")
    card = workshop.board.card(card_id)
    checked_day("An answer by the day", until)
    if until is not None and until != card.asked_until and until < workshop.clock().date():
        raise InvalidRecordError(
            f"{day_words(until)} has passed; choose a day on which an answer can still come."
        )
    return change_cards(
        workshop,
        origin=origin,
        card_ids=[card_id],
        op=f"ask {discipline.value}",
        kind=CardKind.QUESTION,
        asked_of=discipline,
        asked_until=until,
    )[0]


def take_question_back(workshop: Workshop, *, origin: str, card_id: str) -> Card:
    """Ask nobody any more; the card stays a question on the board."""
    return change_cards(
        workshop, origin=origin, card_ids=[card_id], op="take question back", asked_of=None, asked_until=None
    )[0]
