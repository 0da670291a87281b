"""Questions to the other side: each side's list with what is open, overdue and answered."""

from datetime import date
from enum import StrEnum

import msgspec

from workshop.method.checks import day_words
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.links import LinkKind
from workshop.visibility import Visible


class QuestionState(StrEnum):
    """How it stands with a question that was asked of a side."""

    OPEN = "open"
    OVERDUE = "overdue"
    ANSWERED = "answered"


class Question(msgspec.Struct, frozen=True):
    """A question card that was asked of CX or UX, and the cards that answer it, as the viewer sees them."""

    card: Card
    asked_of: Discipline
    until: date | None
    answers: tuple[Card, ...]
    state: QuestionState

    @property
    def words(self) -> str:
        """How it stands: “open, by 22 October 2026”, “overdue since 22 October 2026”, “answered”."""
        if self.until is None or self.state is QuestionState.ANSWERED:
            return self.state.value
        link = "since" if self.state is QuestionState.OVERDUE else "by"
        comma = "" if self.state is QuestionState.OVERDUE else ","
        return f"{self.state.value}{comma} {link} {day_words(self.until)}"


def question_of(visible: Visible, card: Card, today: date) -> Question | None:
    """A card as a question to a side; None for other cards and questions asked of nobody.

    It is overdue from the day after its date on, while no card that the viewer sees answers it.
    """
    if card.kind is not CardKind.QUESTION or card.asked_of is None:
        return None
    answers = tuple(
        visible.board.cards[link.source]
        for link in visible.board.links_of(card.id)
        if link.kind is LinkKind.ANSWERS and link.target == card.id and visible.sees_link(link)
    )
    is_late = card.asked_until is not None and card.asked_until < today
    state = QuestionState.OVERDUE if is_late else QuestionState.OPEN
    return Question(
        card, card.asked_of, card.asked_until, answers, QuestionState.ANSWERED if answers else state
    )


def questions_to(visible: Visible, discipline: Discipline, today: date) -> list[Question]:
    """The list that a side takes home: overdue questions first, then open ones by their dates, then answered ones.

    A question asked of both (Joint, as a foreign file may have it) stands on either list.
    """
    found = [question for card in visible.cards() if (question := question_of(visible, card, today))]
    mine = [question for question in found if question.asked_of in (discipline, Discipline.JOINT)]
    order = [QuestionState.OVERDUE, QuestionState.OPEN, QuestionState.ANSWERED]
    return sorted(mine, key=lambda question: (order.index(question.state), question.until or date.max))


def questions_sentence(questions: list[Question]) -> str:
    """A list in short: “2 open, 1 overdue, 1 answered”; empty for an empty list."""
    states = [question.state for question in questions]
    return ", ".join(f"{states.count(state)} {state.value}" for state in QuestionState if state in states)
