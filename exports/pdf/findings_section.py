"""Dots nobody connected: what the board says of itself, the most severe first, each with the cards that it names."""

from collections.abc import Callable
from datetime import date
from itertools import groupby

from exports.pdf.anchors import dot_anchor, measure_anchor, tension_anchor, term_anchor
from exports.pdf.chips import Chip, card_chips, chip_rows, plain_chip
from exports.pdf.content import Content
from exports.pdf.days import day
from exports.pdf.headings import begin_section, subheading
from exports.pdf.page import Flow
from exports.pdf.rows import beside, ruled, set_rows
from exports.pdf.typeset import Row, Style, label, rightward, text_rows
from workshop.findings.finding import Finding, Severity
from workshop.model.text import clean_line
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Colour, Weight

SEVERITY_INKS: dict[Severity, Colour] = {
    Severity.HIGH: LIGHT.danger,
    Severity.MEDIUM: LIGHT.warning,
    Severity.LOW: LIGHT.answers,
}
_NUMBER = Style(7.5, LIGHT.muted, Weight.SEMIBOLD)
_TITLE = Style(8.5, weight=Weight.SEMIBOLD, leading=1.4)
_SENTENCE = Style(9, leading=1.4)
_REASON = Style(8.5, LIGHT.muted, leading=1.4)
_TITLE_X, _SENTENCE_X, _CHIPS = 20.0, 138.0, 92.0
"""Where title and sentence begin, and how wide the chips at the right are."""

_MOST_CHIPS, _LEAST = 8, 110.0


def set_findings(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each finding."""
    method = content.method
    found = len(method.findings)
    when = f" as of {day(method.today)}" if method.today > date.min else ""
    cue = f"{found or 'none left'}{when}"
    begin_section(flow, "Dots nobody connected", "dots", cue, eyebrow="WHAT NOBODY SAID YET", least=_LEAST)
    numbered = list(enumerate(method.findings, 1))
    for severity, group in groupby(numbered, key=lambda pair: pair[1].severity):
        members = list(group)
        for place, (number, finding) in enumerate(members):
            above = 2.0 if number == 1 else 14.0
            words = f"{severity.value.upper()} · {len(members)}"
            before = () if place else subheading(words, SEVERITY_INKS[severity], above)
            rows = _finding(content, finding, flow.paper.inner, str(number), SEVERITY_INKS[severity])
            set_rows(flow, rows, before=before, anchor=dot_anchor(number))
            done()
    for place, finding in enumerate(method.dismissed):
        before = () if place else subheading("SET ASIDE, WITH THE REASON", above=14.0 if found else 2.0)
        set_rows(flow, _finding(content, finding, flow.paper.inner, "", LIGHT.muted), before=before)
        done()


def about_chips(content: Content, finding: Finding, most: int = _MOST_CHIPS) -> list[Chip]:
    """The cards that a finding names, and the measure, tension or term that it is about."""
    method, chips = content.method, card_chips(content, finding.cards, most)
    places = (
        ("measure", finding.measure, method.measures, measure_anchor),
        ("tension", finding.tension, method.tensions, tension_anchor),
        ("term", finding.term, method.terms, term_anchor),
    )
    for word, wanted, records, anchor in places:
        ids = [record.id for record in records] if wanted else []
        if wanted in ids:
            chips.append(plain_chip(f"{word} {ids.index(wanted) + 1}", anchor(wanted)))
    return chips


def _finding(content: Content, finding: Finding, inner: float, number: str, ink: Colour) -> list[Row]:
    width = inner - _SENTENCE_X - _CHIPS - 12
    told = text_rows(rightward(clean_line(finding.sentence)), width, _SENTENCE, _SENTENCE_X)
    if finding.reason.strip():
        told += text_rows(f"Reason: {clean_line(finding.reason)}", width, _REASON, _SENTENCE_X)
    title = text_rows(finding.title, _SENTENCE_X - _TITLE_X - 8, _TITLE.inked(ink), _TITLE_X)
    chips = chip_rows(about_chips(content, finding), inner - _CHIPS, _CHIPS)
    mark = [Row(9.0, (label(0, 8.9, number, _NUMBER),) if number else ())]
    return ruled(beside(mark, title, told, chips), inner, 4.2, 4.2)
