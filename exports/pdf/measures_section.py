"""Shared measures: each criterion with what CX and UX see of it, side by side."""

from collections.abc import Callable, Iterator
from itertools import chain

from exports.pdf.anchors import measure_anchor
from exports.pdf.chips import card_chips, chip_rows
from exports.pdf.content import Content
from exports.pdf.days import day
from exports.pdf.headings import ENTRY, continued
from exports.pdf.lens_block import chart_rows, lens_rows
from exports.pdf.page import Flow
from exports.pdf.rows import beside
from exports.pdf.section_flow import Block, Heading, set_section
from exports.pdf.typeset import Row, Style, height_of, label, text_rows
from workshop.method.leading import SIDES
from workshop.method.measure_words import part_text
from workshop.method.measuring import breakdowns_of, check_words, gone_caution
from workshop.model.cards import Discipline
from workshop.model.measures import Measure
from workshop.model.text import clean_line, clean_text, short
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, Weight
from workshop.translation import _, counted, in_a_row, ngettext

_NAME = Style(11, weight=Weight.BOLD, leading=1.3)
_CAUTION = Style(8.2, LIGHT.warning, Weight.SEMIBOLD, leading=1.4)
_QUIET = Style(8.2, LIGHT.muted, leading=1.35)
_FACT = Style(8.2, leading=1.35)
_ABOUT, _BETWEEN, _AFTER = 156.0, 16.0, 10.0
_MOST_CHIPS = 40
_WHOLE = 300.0
"""A measure up to this height is not divided."""


def set_measures(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each measure."""
    measures = content.method.measures
    halves = sum(measure.one_sided for measure in measures)
    head = Heading(_("Shared measures"), "measures", _cue(len(measures), halves), _("ONE SUCCESS, TWO LENSES"))
    set_section(flow, head, _blocks(content, flow.paper.inner), done)


def _cue(count: int, halves: int) -> str:
    if not halves:
        return counted("{count} criterion through two lenses", "{count} criteria through two lenses", count)
    words = ngettext(
        "{count} criterion through two lenses, one-sided",
        "{count} criteria through two lenses, {halves} of them one-sided",
        count,
    )
    return words.format(count=count, halves=halves)


def _blocks(content: Content, inner: float) -> Iterator[Block]:
    for number, measure in enumerate(content.method.measures, 1):
        first, *further = _parts(content, measure, number, inner)
        title = short(measure.name, 80) or _("Measure {number}").format(number=number)
        after = 0.0 if further else _AFTER
        yield Block(first, anchor=measure_anchor(measure.id), title=title, after=after)
        for place, part in enumerate(further, 1):
            after = _AFTER if place == len(further) else 0.0
            yield Block(part, head=continued(_("MEASURE {number}").format(number=number)), after=after, steps=0)


def _parts(content: Content, measure: Measure, number: int, inner: float) -> list[list[Row]]:
    """What the measure is beside both lenses and their charts; a high one in parts that may stand on two pages."""
    width = (inner - _ABOUT - 2 * _BETWEEN) / 2
    places = {Discipline.CX: _ABOUT + _BETWEEN, Discipline.UX: _ABOUT + width + 2 * _BETWEEN}
    ways = (None, *breakdowns_of(measure))
    charts = [[chart_rows(measure, side, by, places[side], width) for side in SIDES] for by in ways]
    about = _about(content, measure, number)
    lenses = [lens_rows(content, measure, side, places[side], width) for side in SIDES]
    columns = [lens + list(chain(*(one[place] for one in charts))) for place, lens in enumerate(lenses)]
    if max(map(height_of, (about, *columns))) <= _WHOLE:
        return [beside(about, *columns)]
    return [beside(about, *lenses), *(beside(*pair) for pair in charts if any(pair))]


def _about(content: Content, measure: Measure, number: int) -> list[Row]:
    """Name and definition, cautions, the date of the check, notes of readings, the measured cards."""
    rule = Box(Rect(0, 0, _ABOUT, 1.6), LIGHT.ink)
    rows = [Row(3.0, (rule,)), Row(14.0, (label(0, 9.2, _("MEASURE {number}").format(number=number), ENTRY),))]
    rows += text_rows(clean_line(measure.name) or _("Without a name"), _ABOUT, _NAME, after=2)
    if definition := clean_text(measure.definition).strip():
        rows += text_rows(definition, _ABOUT, _QUIET, after=3)
    for caution in _cautions(content, measure):
        rows += text_rows(caution, _ABOUT, _CAUTION, after=2)
    if check := check_words(measure, content.method.today):
        rows += text_rows(check[:1].upper() + check[1:], _ABOUT, _FACT, after=2)
    for note in _notes(measure):
        rows += text_rows(note, _ABOUT, _FACT, after=2)
    chips = card_chips(content, measure.cards, _MOST_CHIPS)
    return [*rows, Row(2.0), *chip_rows(chips, 0, _ABOUT)]


def _cautions(content: Content, measure: Measure) -> list[str]:
    lacking = [side.tag for side in SIDES if not (measure.cx if side is Discipline.CX else measure.ux).measured]
    sides = in_a_row(lacking, " and ".join(lacking)) if lacking else ""
    sided = _("One-sided: nothing is measured for {sides}.").format(sides=sides) if lacking else ""
    return [words for words in (sided, gone_caution(measure, content.method.visible)) if words]


def _notes(measure: Measure) -> list[str]:
    told = []
    for reading in sorted(measure.readings, key=lambda one: one.at):
        if note := clean_line(reading.note):
            part = clean_line(part_text(reading))
            when = ", ".join(filter(None, (day(reading.at), part)))
            told.append(_("{name}: {text}").format(name=when, text=note))
    return told
