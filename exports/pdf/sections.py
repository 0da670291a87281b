"""The table of the summary's sections, in the order of reading."""

from collections.abc import Callable
from typing import NamedTuple

from exports.pdf.about import set_about
from exports.pdf.actions_section import set_actions
from exports.pdf.appendix import set_appendix
from exports.pdf.content import Content
from exports.pdf.cover import set_cover
from exports.pdf.decisions_section import set_decisions
from exports.pdf.findings_section import set_findings
from exports.pdf.in_short import has_in_short, set_in_short, told_in_full
from exports.pdf.leading_section import set_leading
from exports.pdf.measures_section import set_measures
from exports.pdf.page import Flow
from exports.pdf.phase_page import set_phase_page
from exports.pdf.phase_section import set_parking_lot, set_phase
from exports.pdf.questions_section import set_questions
from exports.pdf.tensions_section import set_tensions
from exports.pdf.terms_section import set_terms
from exports.pdf.threads_section import set_threads
from exports.pdf.votes_section import results, set_votes
from exports.pdf.wins_section import set_wins
from workshop.model.cards import CardKind
from workshop.model.diamonds import Phase

Done = Callable[[], None]
SetPhase = Callable[[Flow, Content, Phase, Done], None]


class Section(NamedTuple):
    """A section: its id, how many steps it takes (none: it is left out), and the call that sets it.

    How many is asked with the flow, since a page in short tells more on a larger one. The call that sets it is handed
    the flow, the content, and what to call after each step.
    """

    id: str
    steps: Callable[[Content, Flow], int]
    set: Callable[[Flow, Content, Done], None]


def set_opening(flow: Flow, content: Content, done: Done, below: float = 0.0) -> None:
    """The cover, which leaves this height `below` it where it can, and what it had no room for."""
    if not set_cover(flow, content, below):
        set_about(flow, content)
    done()


def _set_in_short(flow: Flow, content: Content, done: Done) -> None:
    set_in_short(flow, content)
    flow.close()
    done()


def set_phase_pages(flow: Flow, content: Content, done: Done) -> None:
    """The phases, each on a page of its own, and the parking lot."""
    _set_phases(flow, content, done, set_phase_page)


def _set_phases(flow: Flow, content: Content, done: Done, set_one: SetPhase = set_phase) -> None:
    for phase in Phase:
        if content.sections[phase]:
            set_one(flow, content, phase, done)
    if content.sections[None]:
        set_parking_lot(flow, content, done)


SECTIONS = (
    Section("cover", lambda content, flow: 1, set_opening),
    Section("in-short", lambda content, flow: int(has_in_short(content)), _set_in_short),
    Section(
        "decisions", lambda content, flow: len(told_in_full(content, flow.paper, flow.breathe)), set_decisions
    ),
    Section("threads", lambda content, flow: len(content.method.shown_threads), set_threads),
    Section(
        "dots",
        lambda content, flow: len(content.method.findings) + len(content.method.dismissed),
        set_findings,
    ),
    Section("measures", lambda content, flow: len(content.method.measures), set_measures),
    Section("tensions", lambda content, flow: len(content.method.tensions), set_tensions),
    Section("actions", lambda content, flow: len(content.of_kind(CardKind.ACTION)), set_actions),
    Section("votes", lambda content, flow: len(results(content)), set_votes),
    Section("phases", lambda content, flow: len(content.cards), _set_phases),
    Section("terms", lambda content, flow: len(content.method.terms), set_terms),
    Section("leads", lambda content, flow: len(content.method.leading), set_leading),
    Section(
        "questions",
        lambda content, flow: sum(len(questions) for questions in content.method.questions.values()),
        set_questions,
    ),
    Section("wins", lambda content, flow: len(content.of_kind(CardKind.WIN)), set_wins),
    Section("appendix", lambda content, flow: len(content.cards), set_appendix),
)
