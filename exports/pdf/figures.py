"""Figures in a row, each under a line with what it counts below it."""

from collections.abc import Sequence

from exports.pdf.page import Flow
from exports.pdf.typeset import Style, height_of, label, text_rows
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, Shape, Weight

FIGURE = Style(24, weight=Weight.BOLD)
_WORDS = Style(8.5, leading=1.4)
_GAP = 14.0


def set_figures(flow: Flow, figures: Sequence[tuple[str, str]], style: Style = FIGURE) -> None:
    """Set figures with their words over the width of the page."""
    width = (flow.paper.inner - _GAP * (len(figures) - 1)) / len(figures)
    top, lowest = flow.y, 0.0
    for place, (figure, words) in enumerate(figures):
        x, baseline = flow.paper.margin + place * (width + _GAP), 7 + style.size
        shapes: list[Shape] = [Box(Rect(0, 0, width, 1.4), LIGHT.ink), label(0, baseline, figure, style)]
        flow.page.put(shapes, x, top)
        rows = text_rows(words, width, _WORDS)
        y = top + baseline + 7
        for row in rows:
            flow.page.put(row.shapes, x, y, goes_on=True)
            y += row.height
        lowest = max(lowest, baseline + 7 + height_of(rows))
    flow.y = top + lowest
