"""Unanswered question: what one side asked the other, and the answer is overdue."""

from collections.abc import Iterator

from workshop.findings.finding import Found
from workshop.findings.reading import Reading
from workshop.method.checks import day_words
from workshop.model.cards import Card, CardKind
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind


def unanswered_questions(reading: Reading) -> Iterator[Found]:
    """A question asked of a discipline without an `answers` link to it, its date past or its phase left.

    The date itself is not past yet on its own day. A phase has been left once a later phase holds a decision. What
    answers a card that is the same answers the question.
    """
    answered = {reading.flow.class_of[link.target] for link in reading.links if link.kind is LinkKind.ANSWERS}
    for card in reading.by_kind.get(CardKind.QUESTION, ()):
        if card.asked_of is None or reading.flow.class_of[card.id] in answered:
            continue
        if overdue := _overdue(reading, card):
            words = {"card": reading.words(card.id), "of": card.asked_of.tag, "overdue": overdue}
            yield Found(cards=(card.id,), words=words, phase=card.phase, discipline=card.asked_of)


def _overdue(reading: Reading, card: Card) -> str:
    """Why the answer is overdue, empty when it is not."""
    if card.asked_until is not None and card.asked_until < reading.today:
        return f"it was wanted by {day_words(card.asked_until)}"
    phases = list(Phase)
    decided = [phases.index(c.phase) for c in reading.by_kind.get(CardKind.DECISION, ()) if c.phase is not None]
    left = card.phase is not None and max(decided, default=-1) > phases.index(card.phase)
    return f"{card.phase.value} has been left" if left and card.phase else ""
