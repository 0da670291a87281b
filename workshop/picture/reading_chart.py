"""The drawing plan of a small chart: a measure's readings through one lens, with its baseline and its target."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from workshop.method.checks import day_words, day_words_short
from workshop.method.measure_words import number_text
from workshop.method.measuring import Breakdown, ChartPoint, breakdowns_of, lens_of, series_of
from workshop.model.cards import Discipline
from workshop.model.measures import Measure
from workshop.picture.fonts import text_width
from workshop.picture.palette import Palette
from workshop.picture.plan import Dot, Point, Rect, Shape, Stroke, TextRun, Weight
from workshop.translation import _

_DASHES: tuple[tuple[float, ...], ...] = ((), (5, 3), (2, 2), (7, 2, 2, 2), (1, 3))
"""How the lines of parts differ besides their names; with more parts they begin anew."""

_SPREAD = 0.12
"""Room above and below the readings, as a share of their range."""

MOST_LINES = 5
"""So many parts are drawn, the ones read last; more could not be told apart."""


class ReadingChart(msgspec.Struct, frozen=True):
    """The lines of a chart by the names of their parts (“” for everything) and what they are broken down by."""

    measure: Measure
    discipline: Discipline
    by: Breakdown | None
    lines: dict[str, tuple[ChartPoint, ...]]

    @property
    def words(self) -> str:
        """The readings in a sentence, for those who listen."""
        unit = lens_of(self.measure, self.discipline).unit
        told = [
            _("{name}: {text}").format(name=name or _("all"), text=_told(points, unit))
            for name, points in self.lines.items()
        ]
        if not told:
            return _("No readings yet.")
        return _("{side} readings. {told}.").format(side=self.discipline.tag, told="; ".join(told))


def chart_of(measure: Measure, discipline: Discipline, by: Breakdown | None = None) -> ReadingChart:
    """The chart of a lens; where all readings are of parts, broken down by the first way that has any."""
    lines = series_of(measure, discipline, by)
    for other in () if lines or by else breakdowns_of(measure):
        if lines := series_of(measure, discipline, other):
            by = other
            break
    last = sorted(lines, key=lambda name: lines[name][-1].at, reverse=True)[:MOST_LINES]
    return ReadingChart(measure, discipline, by, {name: lines[name] for name in lines if name in last})


def chart_plan(chart: ReadingChart, size: tuple[float, float], palette: Palette, text: float) -> list[Shape]:
    """The shapes of a chart of this size, with words of `text` units; empty without readings.

    Baseline and target are lines across, the readings are dots on a line for each part; the last is written beside.
    """
    if not chart.lines:
        return []
    lens = lens_of(chart.measure, chart.discipline)
    levels = [
        (f"{name} {number_text(value)}", value, colour, dash)
        for name, value, colour, dash in (
            (_("baseline"), lens.baseline, palette.muted, (3.0, 3.0)),
            (_("target"), lens.target, palette.good, ()),
        )
        if value is not None
    ]
    gutter = max((text_width(words, text) + 0.6 * text for words, *_ in levels), default=0.0)
    legend = _legend_height(chart, text)
    field = Rect(2, 0.9 * text, size[0] - 4 - gutter, size[1] - 2.6 * text - legend)
    scale = _Scale(field, list(chart.lines.values()), [value for _, value, _, _ in levels])
    ink = palette.disciplines[chart.discipline].accent
    shapes = list(_levels(levels, scale, field, text))
    for number, points in enumerate(chart.lines.values()):
        shapes.extend(_line(points, scale, ink, _DASHES[number % len(_DASHES)]))
    newest = max((line[-1] for line in chart.lines.values()), key=lambda point: point.at)
    shapes.extend(_last(newest, scale, levels, palette.ink, text))
    shapes.extend(_days(scale, field, palette.muted, text))
    return [*shapes, *_legend(chart, Point(field.x, field.bottom + 1.7 * text), palette, text)]


def chart_height(chart: ReadingChart, text: float) -> float:
    """The height that a chart likes to have with words of `text` units."""
    return 9.6 * text + _legend_height(chart, text)


class _Scale:
    """Where days and values lie in a rectangle. Values are compared by the largest of them, so that none runs over."""

    def __init__(
        self, field: Rect, lines: Sequence[Sequence[ChartPoint]], levels: Sequence[float | None]
    ) -> None:
        days = [point.at.toordinal() for line in lines for point in line]
        values = [point.value for line in lines for point in line]
        values += [level for level in levels if level is not None]
        self._unit = max(1.0, *map(abs, values))
        values = [value / self._unit for value in values]
        room = (max(values) - min(values)) * _SPREAD or 1.0
        self.field = field
        self.first, self.last = min(days), max(days)
        self._low, self._high = min(values) - room, max(values) + room

    def x(self, day: date) -> float:
        """A day from left to right; one alone lies in the middle."""
        inside = self.field.grown(-6)
        if self.first == self.last:
            return inside.centre.x
        return inside.x + inside.w * (day.toordinal() - self.first) / (self.last - self.first)

    def y(self, value: float) -> float:
        """A value, the highest on top."""
        return self.field.bottom - self.field.h * (value / self._unit - self._low) / (self._high - self._low)


def _line(points: Sequence[ChartPoint], scale: _Scale, ink: str, dash: tuple[float, ...]) -> Iterator[Shape]:
    places = tuple(Point(scale.x(point.at), scale.y(point.value)) for point in points)
    if len(places) > 1:
        yield Stroke(places, ink, 2.0, dash)
    for place in places:
        yield Dot(place, 3.0, ink)


_Level = tuple[str, float, str, tuple[float, ...]]
"""The words of a level, its value, its colour and its dashes."""


def _levels(levels: Sequence[_Level], scale: _Scale, field: Rect, text: float) -> Iterator[Shape]:
    """A line across at each level with its words at the right end, no words over others."""
    taken = -1e9
    for words, value, colour, dash in sorted(levels, key=lambda level: -level[1]):
        y = scale.y(value)
        yield Stroke((Point(field.x, y), Point(field.right, y)), colour, 1.0, dash)
        baseline = max(y + 0.35 * text, taken + 1.15 * text)
        taken = baseline
        x = field.right + 0.5 * text
        yield TextRun(x, baseline, words, text, text_width(words, text), colour)


def _last(point: ChartPoint, scale: _Scale, levels: Sequence[_Level], ink: str, text: float) -> Iterator[Shape]:
    """The value of the newest reading, below or above its dot: where there is room and no level runs through it."""
    words, field = number_text(point.value), scale.field
    width = text_width(words, text, Weight.SEMIBOLD)
    x = min(max(scale.x(point.at) - width / 2, field.x), field.right - width)
    y = scale.y(point.value)
    crossed = any(0 < scale.y(value) - y < 1.6 * text for _, value, _, _ in levels)
    below = y + 1.6 * text < field.bottom and not crossed
    yield TextRun(x, y + 1.3 * text if below else y - 0.6 * text, words, text, width, ink, Weight.SEMIBOLD)


def _days(scale: _Scale, field: Rect, ink: str, text: float) -> Iterator[Shape]:
    """The first and the last day below the field."""
    first, last = (day_words_short(date.fromordinal(day)) for day in (scale.first, scale.last))
    baseline = field.bottom + 1.1 * text
    width = text_width(last, text)
    if scale.first == scale.last:
        yield TextRun(field.centre.x - width / 2, baseline, last, text, width, ink)
        return
    yield TextRun(field.x, baseline, first, text, text_width(first, text), ink)
    yield TextRun(field.right - width, baseline, last, text, width, ink)


def _legend_height(chart: ReadingChart, text: float) -> float:
    return 1.4 * text * len(chart.lines) if chart.by else 0.0


def _legend(chart: ReadingChart, corner: Point, palette: Palette, text: float) -> Iterator[Shape]:
    """Which line is which part, where they are broken down."""
    if chart.by is None:
        return
    ink = palette.disciplines[chart.discipline].accent
    for number, name in enumerate(chart.lines):
        y = corner.y + 1.4 * text * number + 0.5 * text
        start = Point(corner.x, y), Point(corner.x + 2.4 * text, y)
        yield Stroke(start, ink, 2.0, _DASHES[number % len(_DASHES)])
        shown = name if len(name) <= 28 else name[:27] + "…"
        x = corner.x + 3 * text
        yield TextRun(x, y + 0.35 * text, shown, text, text_width(shown, text), palette.muted)


def _told(points: Sequence[ChartPoint], unit: str) -> str:
    said = ((f"{number_text(one.value)} {unit}".rstrip(), day_words(one.at)) for one in points)
    return ", ".join(_("{value} on {day}").format(value=value, day=day) for value, day in said)
