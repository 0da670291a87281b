"""Shared measures: each criterion with what CX and UX see of it, side by side."""

from collections.abc import Callable, Iterator

from exports.pdf.anchors import measure_anchor
from exports.pdf.chips import card_chips, chip_rows
from exports.pdf.content import Content
from exports.pdf.days import day
from exports.pdf.headings import ENTRY, continued
from exports.pdf.lens_block import chart_rows, lens_rows
from exports.pdf.page import Flow
from exports.pdf.rows import FACT_X, beside, fact_rows, named_rows
from exports.pdf.section_flow import Block, Heading, set_section
from exports.pdf.typeset import BODY, Row, Style, label, text_rows
from workshop.method.leading import SIDES
from workshop.method.measure_words import part_text
from workshop.method.measuring import breakdowns_of, check_words, gone_caution
from workshop.model.cards import Discipline
from workshop.model.measures import Measure
from workshop.model.text import clean_line, clean_text, short
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Weight

_NAME = Style(13, weight=Weight.BOLD, leading=1.3)
_CAUTION = Style(8.5, LIGHT.warning, Weight.SEMIBOLD, leading=1.4)
_QUIET = BODY._replace(size=9, colour=LIGHT.muted)
_BETWEEN, _AFTER = 24.0, 26.0
_MOST_CHIPS = 40


def set_measures(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each measure."""
    measures = content.method.measures
    halves = sum(measure.one_sided for measure in measures)
    cue = f"{len(measures)} {'criterion' if len(measures) == 1 else 'criteria'} through two lenses"
    cue += f", {halves} of them one-sided" if halves else ""
    head = Heading("Shared measures", "measures", cue, "ONE SUCCESS, TWO LENSES")
    set_section(flow, head, _blocks(content, flow.paper.inner), done)


def _blocks(content: Content, inner: float) -> Iterator[Block]:
    for number, measure in enumerate(content.method.measures, 1):
        first, *further = _parts(content, measure, number, inner)
        title = short(measure.name, 80) or f"Measure {number}"
        after = 0.0 if further else _AFTER
        yield Block(first, anchor=measure_anchor(measure.id), title=title, after=after)
        for place, part in enumerate(further, 1):
            after = _AFTER if place == len(further) else 0.0
            yield Block(part, head=continued(f"MEASURE {number}"), after=after, steps=0)


def _parts(content: Content, measure: Measure, number: int, inner: float) -> list[list[Row]]:
    """The measure in parts that may stand on two pages: both lenses, each way of breaking down, and what is beneath."""
    half = (inner - _BETWEEN) / 2
    places = {Discipline.CX: 0.0, Discipline.UX: half + _BETWEEN}
    rows = [Row(12.0, (label(0, 7, f"MEASURE {number}", ENTRY),))]
    rows += text_rows(clean_line(measure.name) or "Without a name", inner, _NAME)
    rows += (
        text_rows(clean_text(measure.definition).strip(), inner, _QUIET) if measure.definition.strip() else []
    )
    rows.append(Row(9.0))
    rows += beside(*(lens_rows(content, measure, side, places[side], half) for side in SIDES))
    parts = [rows]
    for by in (None, *breakdowns_of(measure)):
        charts = [chart_rows(measure, side, by, places[side], half) for side in SIDES]
        if any(charts):
            parts.append(beside(*charts))
    if len(parts) > 1:
        parts[:2] = [parts[0] + parts[1]]
    parts[-1] = [*parts[-1], Row(4.0), *_facts(content, measure, inner)]
    return parts


def _facts(content: Content, measure: Measure, inner: float) -> list[Row]:
    """What stands under both lenses: cautions, the date of the check, notes of readings, the measured cards."""
    method = content.method
    rows: list[Row] = []
    lacking = [side.tag for side in SIDES if not (measure.cx if side is Discipline.CX else measure.ux).measured]
    if lacking:
        rows += text_rows(f"One-sided: nothing is measured for {' and '.join(lacking)}.", inner, _CAUTION)
    if caution := gone_caution(measure, method.visible):
        rows += text_rows(caution, inner, _CAUTION)
    rows += [Row(3.0)] if rows else []
    rows += fact_rows("Check", check_words(measure, method.today).removeprefix("check "), inner)
    rows += fact_rows("Notes", "\n".join(_notes(measure)), inner)
    if chips := card_chips(content, measure.cards, _MOST_CHIPS):
        rows += named_rows("Measures", chip_rows(chips, FACT_X, inner - FACT_X))
    return rows


def _notes(measure: Measure) -> list[str]:
    told = []
    for reading in sorted(measure.readings, key=lambda one: one.at):
        if note := clean_line(reading.note):
            part = clean_line(part_text(reading))
            told.append(f"{', '.join(filter(None, (day(reading.at), part)))}: {note}")
    return told
