"""Dots nobody connected: what the board says of itself, the most severe first, each with the cards that it names."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from exports.pdf.anchors import dot_anchor, measure_anchor, tension_anchor, term_anchor
from exports.pdf.chips import Chip, card_chips, chip_rows, plain_chip
from exports.pdf.content import Content
from exports.pdf.days import day
from exports.pdf.headings import subheading
from exports.pdf.page import Flow
from exports.pdf.rows import beside, ruled
from exports.pdf.section_flow import Block, Heading, set_section
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
_TITLE = Style(8.2, weight=Weight.SEMIBOLD, leading=1.34)
_SENTENCE = Style(8.5, leading=1.34)
_REASON = Style(8.5, LIGHT.muted, leading=1.34)
_TITLE_X, _SENTENCE_X, _CHIPS = 18.0, 118.0, 100.0
"""Where title and sentence begin, and how wide the chips at the right are."""

_MOST_CHIPS = 8


def set_findings(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each finding."""
    method = content.method
    when = f" as of {day(method.today)}" if method.today > date.min else ""
    cue = f"{len(method.findings) or 'none left'}{when}"
    head = Heading("Dots nobody connected", "dots", cue, "WHAT NOBODY SAID YET")
    set_section(flow, head, _blocks(content, flow.paper.inner), done)


def _blocks(content: Content, inner: float) -> Iterator[Block]:
    """Those that ask for something, and at the end those that were set aside."""
    method = content.method
    counts = Counter(finding.severity for finding in method.findings)
    before: Severity | None = None
    for number, finding in enumerate(method.findings, 1):
        severity, ink = finding.severity, SEVERITY_INKS[finding.severity]
        words = f"{severity.value.upper()} · {counts[severity]}"
        heading = subheading(words, ink, 2.0 if number == 1 else 9.0) if severity is not before else ()
        before = severity
        yield Block(_finding(content, finding, inner, str(number), ink), heading, anchor=dot_anchor(number))
    for place, finding in enumerate(method.dismissed):
        heading = () if place else subheading("SET ASIDE, WITH THE REASON", above=14.0 if counts else 2.0)
        yield Block(_finding(content, finding, inner, "", LIGHT.muted), heading)


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
    return ruled(beside(mark, title, told, chips), inner, 3.0, 3.0)
