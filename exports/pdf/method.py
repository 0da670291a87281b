"""What the board says beyond its cards, as paper may tell it: threads, dots, measures, tensions, terms, questions."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from msgspec.structs import replace

from exports.pdf.anchors import dot_anchor, measure_anchor, tension_anchor, term_anchor, thread_anchor
from workshop.board.threads import Thread, has_flow, threads_of
from workshop.findings.finding import Finding
from workshop.findings.looking import findings_in_steps, most_severe_first
from workshop.findings.unanswered_question import UNANSWERED_QUESTION
from workshop.method.asking import Question, questions_to
from workshop.method.leading import SIDES, Leading, matrix_of
from workshop.method.records import records_of
from workshop.method.term_index import TermIndex, TermUse
from workshop.method.thread_risk import by_votes
from workshop.model.cards import Discipline
from workshop.model.measures import Measure
from workshop.model.tensions import Tension, TensionState
from workshop.model.terms import Term
from workshop.visibility import Visible

MOST_THREADS = 30
"""So many threads are drawn; of more the paper says how many they are."""


class Mention(NamedTuple):
    """A place of the document that tells of a card: the section's id without its “s”, the entry's number and anchor."""

    sort: str
    number: int
    anchor: str


@dataclass(frozen=True)
class Method:
    """The parts in the order of paper; `today` is the day that dates are compared with.

    `sections` are those of the document, by their ids.
    """

    visible: Visible
    today: date
    threads: list[Thread]
    findings: list[Finding]
    dismissed: list[Finding]
    measures: list[Measure]
    tensions: list[Tension]
    terms: list[Term]
    uses: Mapping[str, tuple[TermUse, ...]]
    leading: tuple[Leading, ...]
    sections: frozenset[str]
    questions: dict[Discipline, list[Question]]

    @property
    def shown_threads(self) -> list[Thread]:
        """The threads that are drawn."""
        return self.threads[:MOST_THREADS]

    @property
    def open_tensions(self) -> list[Tension]:
        """The tensions that are neither settled nor being tested."""
        waiting = (TensionState.OPEN, TensionState.SCORED)
        return [tension for tension in self.tensions if tension.state in waiting]

    @cached_property
    def set_aside(self) -> dict[str, str]:
        """Why questions that nobody answered are no matter any more, by the ids of their cards."""
        return {
            finding.cards[0]: finding.reason
            for finding in self.dismissed
            if finding.finding == UNANSWERED_QUESTION
        }

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """Where the document tells of each card, besides the section of its phase."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention, cards in self._mentions():
            for card in dict.fromkeys(cards) if f"{mention.sort}s" in self.sections else ():
                found[card].append(mention)
        return found

    def _mentions(self) -> Iterator[tuple[Mention, tuple[str, ...]]]:
        for number, thread in enumerate(self.shown_threads, 1):
            yield Mention("thread", number, thread_anchor(number)), thread.cards
        for number, finding in enumerate(self.findings, 1):
            if finding.marks:
                yield Mention("dot", number, dot_anchor(number)), finding.cards
        for number, measure in enumerate(self.measures, 1):
            yield Mention("measure", number, measure_anchor(measure.id)), measure.cards
        for number, tension in enumerate(self.tensions, 1):
            cards = tuple(position.card for position in tension.positions)
            yield Mention("tension", number, tension_anchor(tension.id)), cards
        for number, term in enumerate(self.terms, 1):
            cards = tuple(use.card for use in self.uses.get(term.id, ()))
            yield Mention("term", number, term_anchor(term.id)), cards


def method_of(
    visible: Visible,
    today: date,
    breathe: Callable[[], None] = lambda: None,
    *,
    whole: Visible,
    sections: Iterable[str] = (),
) -> Method:
    """What a viewer may be told; `breathe` is called now and then, and may raise to stop.

    `visible` may be a part of the `whole`: what is amiss and how threads run is asked of the whole, and told where it
    is of the part's cards alone. A document without `sections` tells no findings, threads and uses of terms, which take
    the most time.
    """
    reads = frozenset(sections)
    shown = {card.id for card in visible.cards()}
    findings: list[Finding] = []
    for step in findings_in_steps(whole, today) if reads else ():
        findings.extend(one for one in step if visible is whole or (one.cards and shown.issuperset(one.cards)))
        breathe()
    threads = _threads(whole) if reads else []
    threads = [thread for thread in threads if shown.issuperset(thread.cards)]
    breathe()
    uses = TermIndex(visible).uses() if reads else {}
    breathe()
    return Method(
        visible=visible,
        today=today,
        threads=threads,
        findings=most_severe_first(one for one in findings if not one.dismissal),
        dismissed=most_severe_first(one for one in findings if one.dismissal),
        measures=[_seen(measure, shown, visible) for measure in records_of(visible.board, Measure).values()],
        tensions=list(visible.tensions()),
        terms=list(records_of(visible.board, Term).values()),
        uses=uses,
        leading=_leading(visible),
        sections=reads,
        questions=_questions(visible, today, breathe),
    )


def _questions(visible: Visible, today: date, breathe: Callable[[], None]) -> dict[Discipline, list[Question]]:
    """What each side may ask the other."""
    questions: dict[Discipline, list[Question]] = {}
    for side in SIDES:
        breathe()
        questions[side] = questions_to(visible, side, today)
    breathe()
    return questions


def _threads(visible: Visible) -> list[Thread]:
    """Whole ones first, each sort by votes; none before the first link, when every signal would be one that stops."""
    if not has_flow(visible):
        return []
    return sorted(by_votes(threads_of(visible)), key=lambda thread: not thread.whole)


def _seen(measure: Measure, shown: set[str], visible: Visible) -> Measure:
    """A measure without the cards that are on the board and not to be seen."""
    cards = tuple(card for card in measure.cards if card in shown or card not in visible.board.cards)
    return measure if cards == measure.cards else replace(measure, cards=cards)


def _leading(visible: Visible) -> tuple[Leading, ...]:
    """The matrix; empty while nothing in it is set."""
    matrix = matrix_of(visible.board)
    return matrix if any(cell.words for row in matrix for cell in (row.cx, row.ux)) else ()
