"""Readings of one day broken down: a bar for each area, segment or channel, since a line needs two days."""

from collections.abc import Mapping

from exports.pdf.typeset import Row, Style, cut_label, label
from workshop.method.measure_words import number_text
from workshop.method.measuring import ChartPoint
from workshop.picture.fonts import text_width
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Colour, Rect, Shape

_NAME = Style(7.2, LIGHT.muted)
_VALUE = Style(7.2)
_NAMES, _LINE, _BAR = 84.0, 11.4, 5.0
MOST_BARS = 8


def bar_rows(lines: Mapping[str, tuple[ChartPoint, ...]], ink: Colour, x: float, width: float) -> list[Row]:
    """A row for each part: its name, its bar from zero on, and its last value at the right."""
    values = {name: points[-1].value for name, points in list(lines.items())[:MOST_BARS]}
    room = max(text_width(number_text(value), _VALUE.size) for value in values.values()) + 5
    field = Rect(x + _NAMES, 0, max(width - _NAMES - room, 1.0), _LINE)
    low, high = min(0.0, *values.values()), max(0.0, *values.values())
    scale = field.w / ((high - low) or 1.0)
    rows = []
    for name, value in values.items():
        start, end = sorted((field.x - low * scale, field.x + value * scale - low * scale))
        shapes: list[Shape] = [
            cut_label(x, 8.4, name, _NAMES - 6, _NAME),
            Box(Rect(start, 3.4, max(end - start, 0.6), _BAR), ink, None, 0, 1.5),
            label(field.right + 5, 8.4, number_text(value), _VALUE),
        ]
        rows.append(Row(_LINE, tuple(shapes)))
    return [*rows, Row(3.0)]
