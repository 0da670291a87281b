"""A card's lines that point elsewhere: words and a name to click on, as many in a line as fit."""

from collections.abc import Iterable

from exports.pdf.page import Jump
from exports.pdf.typeset import Row, Style, jump_over, label
from workshop.picture.palette import DisciplineColours
from workshop.picture.plan import Shape, Weight

PADDING = 8.0
"""The white at the left and right of a card."""

_WORDS = Style(7, leading=1.3)
_NAME = Style(7, weight=Weight.SEMIBOLD, leading=1.3)
_LINE, _RISE, _GAP, _SPACE = 9.6, 7.4, 6.0, 2.0
"""The height of a line, where its words stand, and what comes after a name, and after one of several."""


def pointing_rows(told: Iterable[tuple[str, str, str]], inner: float, colours: DisciplineColours) -> list[Row]:
    """Rows of words, names and the anchors that the names lead to; none where there is nothing to tell."""
    rows: list[Row] = []
    shapes: list[Shape] = []
    jumps: list[Jump] = []
    x = PADDING
    for before, after, anchor in told:
        words = label(x, _RISE, before, _WORDS.inked(colours.ink))
        name = label(x + words.width, _RISE, after, _NAME.inked(colours.ink))
        if shapes and name.x + name.width > PADDING + inner:
            rows.append(Row(_LINE, tuple(shapes), tuple(jumps)))
            shapes, jumps = [], []
            words = label(PADDING, _RISE, before, _WORDS.inked(colours.ink))
            name = label(PADDING + words.width, _RISE, after, _NAME.inked(colours.ink))
        shapes += [words, name] if before else [name]
        jumps.append(jump_over(name, anchor))
        x = name.x + name.width + (_SPACE if after.endswith(",") else _GAP)
    if shapes:
        rows.append(Row(_LINE, tuple(shapes), tuple(jumps)))
    return [Row(2.6), *rows] if rows else []
