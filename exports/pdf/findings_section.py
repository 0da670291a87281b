"""Dots nobody connected: what the board says of itself, the most severe first, each with the cards that it names."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby

from exports.pdf.anchors import dot_anchor, measure_anchor, tension_anchor, term_anchor
from exports.pdf.chips import Chip, card_chips, chip_rows, plain_chip
from exports.pdf.content import Content
from exports.pdf.days import day
from exports.pdf.headings import subheading
from exports.pdf.page import Flow
from exports.pdf.rows import beside
from exports.pdf.section_flow import Block, Heading, set_section
from exports.pdf.typeset import Row, Style, cut_label, label, rightward, text_rows
from workshop.findings.finding import Finding, Severity
from workshop.model.text import clean_line
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Colour, Rect, Weight
from workshop.translation import _

SEVERITY_INKS: dict[Severity, Colour] = {
    Severity.HIGH: LIGHT.danger,
    Severity.MEDIUM: LIGHT.warning,
    Severity.LOW: LIGHT.answers,
}
_NUMBER = Style(7.5, LIGHT.muted, Weight.SEMIBOLD)
_TITLE = Style(8.2, weight=Weight.SEMIBOLD, leading=1.316)
_SENTENCE = Style(8.2, leading=1.3)
_REASON = Style(8.2, LIGHT.muted, leading=1.3)
_INDENT, _BETWEEN, _HEAD = 16.0, 20.0, 17.5
"""How far titles stand in, the white between two columns, and the height of a title with its chips."""

_MOST_CHIPS = 8


def set_findings(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each finding."""
    method = content.method
    cue = str(len(method.findings) or _("none left"))
    if method.today > date.min:
        cue = _("{count} as of {day}").format(count=cue, day=day(method.today))
    head = Heading(_("Dots nobody connected"), "dots", cue, _("WHAT NOBODY SAID YET"))
    set_section(flow, head, _blocks(content, flow.paper.inner), done)


def _blocks(content: Content, inner: float) -> Iterator[Block]:
    """Those that ask for something, two in a row, and at the end those that were set aside."""
    method = content.method
    numbered = [(finding, str(number)) for number, finding in enumerate(method.findings, 1)]
    for place, (severity, group) in enumerate(groupby(numbered, key=lambda one: one[0].severity)):
        told = list(group)
        heading = subheading(
            f"{_(severity.value).upper()} · {len(told)}", SEVERITY_INKS[severity], 5.0 if place else 2.0
        )
        yield from _pairs(content, told, inner, heading)
    if method.dismissed:
        heading = subheading(_("SET ASIDE, WITH THE REASON"), above=7.0 if numbered else 2.0)
        yield from _pairs(content, [(finding, "") for finding in method.dismissed], inner, heading)


def _pairs(
    content: Content, told: Sequence[tuple[Finding, str]], inner: float, heading: Sequence[Row]
) -> Iterator[Block]:
    """Findings with their numbers, two beside each other; the heading stays with the first."""
    width = (inner - _BETWEEN) / 2
    for start in range(0, len(told), 2):
        pair = told[start : start + 2]
        cells = [
            _finding(content, finding, number, place * (width + _BETWEEN), width)
            for place, (finding, number) in enumerate(pair)
        ]
        anchors = tuple(dot_anchor(int(number)) for _, number in pair if number)
        yield Block(beside(*cells), () if start else heading, anchors=anchors, steps=len(pair))


def about_chips(content: Content, finding: Finding, most: int = _MOST_CHIPS) -> list[Chip]:
    """The cards that a finding names, and the measure, tension or term that it is about."""
    method, chips = content.method, card_chips(content, finding.cards, most)
    places = (
        (_("measure {number}"), finding.measure, method.measures, measure_anchor),
        (_("tension {number}"), finding.tension, method.tensions, tension_anchor),
        (_("term {number}"), finding.term, method.terms, term_anchor),
    )
    for word, wanted, records, anchor in places:
        ids = [record.id for record in records] if wanted else []
        if wanted in ids:
            chips.append(plain_chip(word.format(number=ids.index(wanted) + 1), anchor(wanted)))
    return chips


def _finding(content: Content, finding: Finding, number: str, x: float, width: float) -> list[Row]:
    """What kind of dot it is with the cards that it names, and the sentence that says it."""
    ink = SEVERITY_INKS[finding.severity] if number else LIGHT.muted
    left, inner = x + _INDENT, width - _INDENT
    title = cut_label(left, 10.2, finding.title, inner, _TITLE.inked(ink))
    named = title.width + 8
    mark = (label(x, 10.2, number, _NUMBER),) if number else ()
    chips = chip_rows(about_chips(content, finding), left + named, inner - named)
    rows = beside([Row(_HEAD, (*mark, title))], chips)
    rows += text_rows(rightward(clean_line(finding.sentence)), inner, _SENTENCE, left)
    if finding.reason.strip():
        rows += text_rows(_("Reason: {reason}").format(reason=clean_line(finding.reason)), inner, _REASON, left)
    line = Box(Rect(x, 0, width, 0.5), LIGHT.hairline)
    return [Row(3.2, (line,)), *rows, Row(3.6)]
