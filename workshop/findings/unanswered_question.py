"""Unanswered question: what one side asked the other, and the answer is overdue."""

from collections.abc import Iterator
from datetime import date

from workshop.findings.finding import Found
from workshop.findings.reading import Reading
from workshop.method.checks import day_words
from workshop.model.cards import Card, CardKind
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind

_PLACE: dict[Phase | None, int] = {phase: place for place, phase in enumerate((None, *Phase))}


def unanswered_questions(reading: Reading) -> Iterator[Found]:
    """A question asked of a discipline without an `answers` link to it, its date past or its phase left.

    The date itself is not past yet on its own day. A phase has been left once a later phase holds a decision. What
    answers a card that is the same answers the question.
    """
    answered = {reading.flow.class_of[link.target] for link in reading.links if link.kind is LinkKind.ANSWERS}
    decided = [_PLACE[card.phase] for card in reading.by_kind.get(CardKind.DECISION, ())]
    latest = max(decided, default=_PLACE[None])
    for card in reading.by_kind.get(CardKind.QUESTION, ()):
        if card.asked_of is None or reading.flow.class_of[card.id] in answered:
            continue
        if overdue := _overdue(card, reading.today, latest):
            words = {"card": reading.words(card.id), "of": card.asked_of.tag, "overdue": overdue}
            yield Found(cards=(card.id,), words=words, phase=card.phase, discipline=card.asked_of)


def _overdue(card: Card, today: date, latest: int) -> str:
    """Why the answer is overdue, empty when it is not; `latest` is the place of the last phase with a decision."""
    if card.asked_until is not None and card.asked_until < today:
        return f"it was wanted by {day_words(card.asked_until)}"
    left = card.phase is not None and latest > _PLACE[card.phase]
    return f"{card.phase.value} has been left" if left and card.phase else ""
