"""In short: the page that can be read alone. What was decided, what comes next, what is still open."""

from exports.pdf.amounts import AMOUNTS, Amounts
from exports.pdf.content import Content
from exports.pdf.days import day
from exports.pdf.decided import Decision, decisions_of, set_decided
from exports.pdf.figures import FIGURE, set_figures
from exports.pdf.next_steps import open_actions, overdue, set_next_steps
from exports.pdf.page import Flow, Paper
from exports.pdf.steps import Breathe
from exports.pdf.still_open import open_questions, set_still_open
from exports.pdf.threads_short import set_threads_short
from exports.pdf.typeset import HEADING, QUIET, Style, cut_label, label, label_to, text_rows
from workshop.findings.finding import Severity
from workshop.model.cards import CardKind
from workshop.model.text import clean_text
from workshop.picture.plan import Weight
from workshop.translation import N_, _, ngettext

_CUE = QUIET._replace(size=10)
_WORKSHOP = Style(13, weight=Weight.SEMIBOLD)
_USUAL = N_("What was decided, what comes next, what is still open.")
_FIGURE = FIGURE._replace(size=16.0)


def has_in_short(content: Content) -> bool:
    """Whether there is anything to tell."""
    method = content.method
    told = (method.threads, method.findings, method.tensions, open_questions(content))
    return any(told) or any(map(content.of_kind, (CardKind.DECISION, CardKind.ACTION)))


def set_in_short(flow: Flow, content: Content) -> None:
    """Set the section on a page of its own, with as much of everything as that has room for."""
    _set(flow, content, _amounts(flow.paper, content, flow.breathe))


def told_in_full(content: Content, paper: Paper, breathe: Breathe = lambda: None) -> list[Decision]:
    """The decisions where they are more than this page tells on such paper; none where it tells all.

    It tells none where it is left out, and cuts them where no appendix has them in full.
    """
    decisions = decisions_of(content)
    if not {"in-short", "appendix"} <= content.method.sections:
        return decisions
    least, most = AMOUNTS[-1].decisions, AMOUNTS[0].decisions
    if least < len(decisions) <= most:
        most = _amounts(paper, content, breathe).decisions
    return decisions if len(decisions) > most else []


def _amounts(paper: Paper, content: Content, breathe: Breathe) -> Amounts:
    """The most that fits on a page."""
    return next((one for one in AMOUNTS if _fits(paper, content, one, breathe)), AMOUNTS[-1])


def _fits(paper: Paper, content: Content, amounts: Amounts, breathe: Breathe) -> bool:
    """Whether so much fits on a page."""
    trial = Flow(paper, breathe=breathe)
    _set(trial, content, amounts)
    return len(trial.pages) == 1


def _set(flow: Flow, content: Content, amounts: Amounts) -> None:
    flow.turn()
    flow.page.mark(_("In short"), "in-short", flow.y - 8)
    _set_head(flow, content)
    if figures := _figures(content):
        set_figures(flow, figures, _FIGURE)
        flow.y += 4
    set_decided(flow, content, amounts)
    flow.breathe()
    set_next_steps(flow, content, amounts)
    set_threads_short(flow, content, amounts)
    flow.breathe()
    set_still_open(flow, content, amounts)


def _set_head(flow: Flow, content: Content) -> None:
    """Which workshop it was, and what it was for; the page may be handed on without the cover."""
    inner = flow.paper.inner
    when = label_to(inner, 20, day(content.session.date), _CUE)
    name = label(0, 20, _("In short"), HEADING)
    x = name.width + 10
    flow.put((name, cut_label(x, 20, content.title, when.x - x - 12, _WORKSHOP), when), 31)
    purpose = clean_text(content.session.purpose).strip() or _(_USUAL)
    for row in text_rows(purpose, inner, _CUE, most=2):
        flow.put(row.shapes, row.height)
    flow.y += 9


def _figures(content: Content) -> list[tuple[str, str]]:
    method = content.method
    whole, waiting = sum(thread.whole for thread in method.threads), len(method.open_tensions)
    actions, late = open_actions(content), sum(overdue(content, card) for card in open_actions(content))
    dots = _("dots nobody connected: {severities}").format(severities=_severities(content))
    figures = [
        (_of(whole, len(method.threads)), _("threads reach an outcome"), method.threads),
        (str(len(method.findings)), dots, method.findings),
        (_of(waiting, len(method.tensions)), _("tensions still open"), method.tensions),
        (str(len(actions)), _actions_words(len(actions), late), actions),
    ]
    return [(figure, words) for figure, words, there in figures if there]


def _of(count: int, every: int) -> str:
    return _("{count} of {all}").format(count=count, all=every)


def _actions_words(count: int, late: int) -> str:
    if not late:
        return ngettext("open action", "open actions", count)
    return ngettext("open action, {late} overdue", "open actions, {late} overdue", count).format(late=late)


def _severities(content: Content) -> str:
    found = [finding.severity for finding in content.method.findings]
    told = ((found.count(severity), severity) for severity in reversed(Severity) if severity in found)
    return ", ".join(
        _("{count}\u202f{severity}").format(count=count, severity=_(severity.value)) for count, severity in told
    )
