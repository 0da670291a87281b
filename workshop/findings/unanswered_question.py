"""Unanswered question: what one side asked the other, and the answer is overdue."""

from collections.abc import Iterator

from workshop.findings.finding import Found
from workshop.findings.reading import Reading
from workshop.method.asking import Asking, Question, QuestionState
from workshop.method.checks import day_words
from workshop.model.cards import CardKind
from workshop.translation import _

UNANSWERED_QUESTION = "unanswered question"
"""The id of the kind."""


def unanswered_questions(reading: Reading) -> Iterator[Found]:
    """A question asked of a discipline that is overdue, as its panel says too (`Asking.question`)."""
    decisions = reading.by_kind.get(CardKind.DECISION, ())
    asking = Asking(reading.cards, lambda card: reading.links_at.get(card, ()), decisions, reading.today)
    for card in reading.by_kind.get(CardKind.QUESTION, ()):
        question = asking.question(card)
        if question is not None and question.state is QuestionState.OVERDUE:
            words = {"card": reading.words(card.id), "of": question.asked_of.tag, "overdue": _why(question)}
            yield Found(cards=(card.id,), words=words, phase=card.phase, discipline=question.asked_of)


def _why(question: Question) -> str:
    if question.left is not None:
        return _("{phase} has been left").format(phase=_(question.left.value))
    return _("it was wanted by {day}").format(day=day_words(question.until)) if question.until else ""
