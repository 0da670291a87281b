"""A lens of a measure on paper: from baseline to target, how far it has come, and its readings as small charts."""

from collections.abc import Iterable

from msgspec.structs import replace

from exports.pdf.content import Content
from exports.pdf.days import day
from exports.pdf.moving import moved
from exports.pdf.part_bars import bar_rows
from exports.pdf.typeset import Row, Style, label, text_rows
from workshop.method.measure_words import number_text, part_text, progress_text, way_text
from workshop.method.measuring import (
    Breakdown,
    last_reading,
    lens_caution,
    lens_of,
    progress_of,
    value_of,
)
from workshop.model.cards import Discipline
from workshop.model.measures import Direction, Lens, Measure, Reading
from workshop.model.text import clean_line
from workshop.picture.fonts import text_width
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Dot, Point, Rect, Shape, Stroke, Weight
from workshop.picture.reading_chart import ReadingChart, chart_height, chart_of, chart_plan
from workshop.translation import N_, _

_TAG = Style(8, weight=Weight.BOLD, tracking=0.6)
_MEASURED = Style(8.8, weight=Weight.SEMIBOLD, leading=1.32)
_WAY = Style(8.4, leading=1.36)
_QUIET = Style(7.8, LIGHT.muted, leading=1.3)
_CAUTION = Style(8.2, LIGHT.warning, leading=1.4)
_CHART_TEXT = 6.6
_FINER = 0.55
"""Lines and dots of a chart on paper, as a share of those on screen."""

_TREND = 3
"""So many days make a line that tells more of a part than its last value does."""

_LOWER = 17.0
"""So much lower than on screen a chart may be, since print is finer."""

_LARGEST = 1e9
"""A chart of greater numbers would hold nothing but their digits."""


_BY = {
    Breakdown.AREA: N_("by area"),
    Breakdown.SEGMENT: N_("by segment"),
    Breakdown.CHANNEL: N_("by channel"),
}


def lens_rows(content: Content, measure: Measure, side: Discipline, x: float, width: float) -> list[Row]:
    """What a discipline measures; for an empty lens the gap that it leaves."""
    colours, lens = LIGHT.disciplines[side], lens_of(measure, side)
    rows = [
        Row(3.0, (Box(Rect(x, 0, width, 1.6), colours.accent),)),
        Row(14.0, (label(x, 9.2, side.tag, _TAG.inked(colours.ink)),)),
    ]
    if not clean_line(lens.measured):
        return [*rows, _gap(side, x, width)]
    rows += text_rows(clean_line(lens.measured), width, _MEASURED, x)
    if way := clean_line(way_text(lens)):
        words = _("{way}, up is good") if lens.direction is Direction.UP else _("{way}, down is good")
        rows += text_rows(words.format(way=way), width, _WAY, x)
    rows += _progress(measure, side, x, width)
    for words, style in (
        (_last_words(measure, side), _QUIET),
        (lens_caution(lens), _CAUTION),
        (_owner_words(content, measure, side), _QUIET),
    ):
        rows += text_rows(words, width, style, x) if words else []
    return [*rows, Row(2.0)]


def chart_rows(measure: Measure, side: Discipline, by: Breakdown | None, x: float, width: float) -> list[Row]:
    """The chart of a lens's readings, broken down in this way; nothing where there are none, or one would not help."""
    chart = chart_of(_cleaned(measure), side, by)
    if not chart.lines or not lens_of(measure, side).measured or not _drawable(chart, width):
        return []
    if by and chart.by is by and _tells_apart(chart):
        return _parts_rows(chart, _(_BY[by]), x, width)
    return _line_rows(chart, x, width) if by is chart.by is None else []


def _parts_rows(chart: ReadingChart, words: str, x: float, width: float) -> list[Row]:
    """Parts as lines over the days, or as bars of the last ones where there are too few days to show a trend."""
    title = text_rows(words, width, _QUIET, x)
    if any(len(points) >= _TREND for points in chart.lines.values()):
        return [*title, *_line_rows(chart, x, width)]
    return [*title, *bar_rows(chart.lines, LIGHT.disciplines[chart.discipline].accent, x, width)]


def _line_rows(chart: ReadingChart, x: float, width: float) -> list[Row]:
    height = chart_height(chart, _CHART_TEXT) - _LOWER
    plan = chart_plan(chart, (width, height), LIGHT, _CHART_TEXT)
    return [Row(height + 4, tuple(moved(_finer(plan), x, 0)))]


def _tells_apart(chart: ReadingChart) -> bool:
    """Whether no part has two readings of one day, as where they are broken down in another way too."""
    return all(len({point.at for point in points}) == len(points) for points in chart.lines.values())


def _gap(side: Discipline, x: float, width: float) -> Row:
    """A dashed frame where a lens is missing."""
    corners = (Point(x, 2), Point(x + width, 2), Point(x + width, 48), Point(x, 48))
    words = label(0, 0, _("No {side} lens yet").format(side=side.tag), _QUIET)
    return Row(
        56.0,
        (
            Stroke(corners, LIGHT.disciplines[side].accent, 0.7, (3.0, 3.0), closed=True),
            replace(words, x=x + (width - words.width) / 2, baseline=28.0),
        ),
    )


def _progress(measure: Measure, side: Discipline, x: float, width: float) -> list[Row]:
    """A bar from baseline to target."""
    if (progress := progress_of(measure, side)) is None:
        return []
    filled = width * min(max(progress.share, 0.0), 1.0)
    bar: list[Shape] = [Box(Rect(x, 4, width, 4), LIGHT.raised, None, 0, 2)]
    if filled >= 1:
        bar.append(Box(Rect(x, 4, filled, 4), LIGHT.disciplines[side].accent, None, 0, 2))
    return [Row(10.6, tuple(bar))]


def _last_words(measure: Measure, side: Discipline) -> str:
    """The last reading, of which part it is, and how far it is on the way."""
    reading = last_reading(measure, side)
    value = value_of(reading, side) if reading else None
    if reading is None or value is None:
        return _("No readings yet")
    part = clean_line(part_text(reading))
    when = f"{day(reading.at)}{f', {part}' if part else ''}"
    return f"{progress_text(measure, side) or _with_unit(value, lens_of(measure, side))} ({when})"


def _with_unit(value: float, lens: Lens) -> str:
    return f"{number_text(value)} {clean_line(lens.unit)}".rstrip()


def _owner_words(content: Content, measure: Measure, side: Discipline) -> str:
    owner = content.name(measure.owner_cx if side is Discipline.CX else measure.owner_ux)
    return _("Owner: {name}").format(name=owner) if owner else _("No owner yet")


def _cleaned(measure: Measure) -> Measure:
    """A measure whose readings name their parts on one line each."""
    readings = tuple(_cleaned_reading(reading) for reading in measure.readings)
    return measure if readings == measure.readings else replace(measure, readings=readings)


def _cleaned_reading(reading: Reading) -> Reading:
    return replace(
        reading,
        area=clean_line(reading.area),
        segment=clean_line(reading.segment),
        channel=clean_line(reading.channel),
    )


def _drawable(chart: ReadingChart, width: float) -> bool:
    """Whether the numbers leave room for lines between them."""
    lens = lens_of(chart.measure, chart.discipline)
    levels = [one for one in (lens.baseline, lens.target) if one is not None]
    values = [*levels, *(point.value for points in chart.lines.values() for point in points)]
    name = _("baseline")
    words = max((text_width(f"{name} {number_text(one)}", _CHART_TEXT) for one in levels), default=0.0)
    return max(map(abs, values)) < _LARGEST and words < width / 2


def _finer(shapes: Iterable[Shape]) -> list[Shape]:
    """Lines and dots as thin as paper wants them."""
    found: list[Shape] = []
    for shape in shapes:
        if isinstance(shape, Stroke):
            shape = replace(
                shape,
                stroke_width=shape.stroke_width * _FINER,
                dash=tuple(length * _FINER for length in shape.dash),
            )
        elif isinstance(shape, Dot):
            shape = replace(shape, radius=shape.radius * _FINER)
        found.append(shape)
    return found
