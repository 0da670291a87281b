"""Questions to the other side: each side's list with what is open, overdue and answered."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from workshop.method.checks import day_words
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.links import Link, LinkKind
from workshop.translation import _, counted
from workshop.visibility import Visible

_PLACE: dict[Phase | None, int] = {phase: place for place, phase in enumerate((None, *Phase))}


class QuestionState(StrEnum):
    """How it stands with a question that was asked of a side."""

    OPEN = "open"
    OVERDUE = "overdue"
    ANSWERED = "answered"


class Question(msgspec.Struct, frozen=True):
    """A question card that was asked of CX or UX, and the cards that answer it, as the viewer sees them.

    `left` is the phase that was left without an answer; None also where the date has passed, which says more.
    """

    card: Card
    asked_of: Discipline
    until: date | None
    answers: tuple[Card, ...]
    state: QuestionState
    left: Phase | None = None

    @property
    def words(self) -> str:
        """How it stands: “open, by 22 October 2026”, “overdue since 22 October 2026”, “answered”."""
        if self.left is not None:
            return _("{state}: {phase} has been left").format(
                state=_(self.state.value), phase=_(self.left.value)
            )
        if self.until is None or self.state is QuestionState.ANSWERED:
            return _(self.state.value)
        words = _("overdue since {day}") if self.state is QuestionState.OVERDUE else _("open, by {day}")
        return words.format(day=day_words(self.until))


class Asking:
    """How it stands with questions on a day, for the panel and for the finding alike.

    `cards` hold all cards that links lead to, `links_at` gives the links at a card, and `decisions` are the cards of
    that kind, each as far as the viewer sees them.
    """

    def __init__(
        self,
        cards: Mapping[str, Card],
        links_at: Callable[[str], Iterable[Link]],
        decisions: Iterable[Card],
        today: date,
    ) -> None:
        self._cards = cards
        self._links_at = links_at
        self._today = today
        self._decided = max((_PLACE[card.phase] for card in decisions), default=_PLACE[None])

    def question(self, card: Card) -> Question | None:
        """A card as a question to a side; None for other cards and questions asked of nobody.

        While nothing answers it, it is overdue from the day after its date on, and once its phase has been left: when
        a later phase holds a decision. What answers a card that is the same answers it.
        """
        if card.kind is not CardKind.QUESTION or card.asked_of is None:
            return None
        answers = self._answers(card.id)
        is_late = card.asked_until is not None and card.asked_until < self._today
        left = None if answers or is_late or _PLACE[card.phase] >= self._decided else card.phase
        state = QuestionState.OVERDUE if is_late or left else QuestionState.OPEN
        if answers:
            state = QuestionState.ANSWERED
        return Question(card, card.asked_of, card.asked_until, answers, state, left)

    def _answers(self, card_id: str) -> tuple[Card, ...]:
        """The cards that answer a card or one that is the same, those that answer it itself first."""
        same, waiting = {card_id}, [card_id]
        answers: dict[str, Card] = {}
        for card in waiting:
            for link in self._links_at(card):
                if link.kind is LinkKind.ANSWERS and link.target == card:
                    answers[link.source] = self._cards[link.source]
                elif link.kind is LinkKind.SAME_AS:
                    other = link.target if link.source == card else link.source
                    if other not in same:
                        same.add(other)
                        waiting.append(other)
        return tuple(answers.values())


def asking_of(visible: Visible, today: date) -> Asking:
    """How it stands with the questions of a board as a viewer sees it. Make it anew after a change."""
    board = visible.board

    def links_at(card: str) -> Iterator[Link]:
        return (link for link in board.links_of(card) if visible.sees_link(link))

    decisions = (card for card in visible.cards() if card.kind is CardKind.DECISION)
    return Asking(board.cards, links_at, decisions, today)


def question_of(visible: Visible, card: Card, today: date) -> Question | None:
    """A card as a question to a side, by `Asking`; None for other cards and questions asked of nobody."""
    return asking_of(visible, today).question(card)


def questions_to(visible: Visible, discipline: Discipline, today: date) -> list[Question]:
    """The list that a side takes home: overdue questions first, then open ones by their dates, then answered ones.

    A question asked of both (Joint, as a foreign file may have it) stands on either list.
    """
    asking = asking_of(visible, today)
    found = [question for card in visible.cards() if (question := asking.question(card))]
    mine = [question for question in found if question.asked_of in (discipline, Discipline.JOINT)]
    order = [QuestionState.OVERDUE, QuestionState.OPEN, QuestionState.ANSWERED]
    return sorted(mine, key=lambda question: (order.index(question.state), question.until or date.max))


def questions_sentence(questions: list[Question]) -> str:
    """A list in short: “2 open, 1 overdue, 1 answered”; empty for an empty list."""
    states = [question.state for question in questions]
    found = [(state, states.count(state)) for state in QuestionState if state in states]
    return ", ".join(_said(state, count) for state, count in found)


def _said(state: QuestionState, count: int) -> str:
    told = {
        QuestionState.OPEN: counted("{count} open", "{count} open", count),
        QuestionState.OVERDUE: counted("{count} overdue", "{count} overdue", count),
        QuestionState.ANSWERED: counted("{count} answered", "{count} answered", count),
    }
    return told[state]
