"""In short: the page that can be read alone. What was decided, what comes next, what is still open."""

from exports.pdf.content import Content
from exports.pdf.decided import set_decided
from exports.pdf.figures import FIGURE, set_figures
from exports.pdf.next_steps import open_actions, overdue, set_next_steps
from exports.pdf.page import Flow
from exports.pdf.still_open import open_questions, set_still_open
from exports.pdf.threads_short import set_threads_short
from exports.pdf.typeset import HEADING, QUIET, label, noun
from workshop.findings.finding import Severity
from workshop.model.cards import CardKind

_CUE = QUIET._replace(size=10)
_FIGURE = FIGURE._replace(size=16.0)


def has_in_short(content: Content) -> bool:
    """Whether there is anything to tell."""
    method = content.method
    told = (method.threads, method.findings, method.tensions, open_questions(content))
    return any(told) or any(map(content.of_kind, (CardKind.DECISION, CardKind.ACTION)))


def set_in_short(flow: Flow, content: Content) -> None:
    """Set the section on a page of its own."""
    flow.turn()
    flow.page.mark("In short", "in-short", flow.y - 8)
    flow.put((label(0, 20, "In short", HEADING),), 28)
    flow.put((label(0, 10, "What was decided, what comes next, what is still open.", _CUE),), 22)
    if figures := _figures(content):
        set_figures(flow, figures, _FIGURE)
        flow.y += 4
    set_decided(flow, content)
    set_next_steps(flow, content)
    set_threads_short(flow, content)
    set_still_open(flow, content)


def _figures(content: Content) -> list[tuple[str, str]]:
    method = content.method
    whole, waiting = sum(thread.whole for thread in method.threads), len(method.open_tensions)
    actions, late = open_actions(content), sum(overdue(content, card) for card in open_actions(content))
    late_words = f", {late} overdue" if late else ""
    figures = [
        (f"{whole} of {len(method.threads)}", "threads reach an outcome", method.threads),
        (str(len(method.findings)), f"dots nobody connected: {_severities(content)}", method.findings),
        (f"{waiting} of {len(method.tensions)}", "tensions still open", method.tensions),
        (str(len(actions)), f"open {noun(len(actions), 'action')}{late_words}", actions),
    ]
    return [(figure, words) for figure, words, there in figures if there]


def _severities(content: Content) -> str:
    found = [finding.severity for finding in content.method.findings]
    return ", ".join(
        f"{found.count(severity)} {severity.value}" for severity in reversed(Severity) if severity in found
    )
