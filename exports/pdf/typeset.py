"""Setting text for paper: styles, and broken lines as text runs."""

from collections.abc import Iterable
from typing import NamedTuple

from exports.pdf.page import Jump
from workshop.model.isolating import isolated, left_open
from workshop.picture.directions import LEFT_TO_RIGHT_MARK, directed, runs_leftward
from workshop.picture.fonts import text_width
from workshop.picture.lines import LINE_HEIGHT, Line, break_lines, one_line
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Colour, Rect, Shape, TextRun, Weight


class Style(NamedTuple):
    """How text is set: size in points, colour, weight, tracking, and the leading as a share of the size."""

    size: float
    colour: Colour = LIGHT.ink
    weight: Weight = Weight.REGULAR
    tracking: float = 0.0
    leading: float = LINE_HEIGHT

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.size * self.leading

    def inked(self, colour: Colour) -> "Style":
        """The same in another colour."""
        return self._replace(colour=colour)


TITLE_SIZES = (34.0, 28.0, 22.0, 17.0)
HEADING = Style(22, weight=Weight.BOLD)
EYEBROW = Style(8, LIGHT.muted, Weight.BOLD, 1.2)
BODY = Style(9.5, leading=1.42)
STRONG = Style(9.5, weight=Weight.SEMIBOLD, leading=1.42)
QUIET = Style(8.5, LIGHT.muted)
SMALL = Style(7.5, LIGHT.muted)
CARD_TEXT = Style(9, leading=1.34)


class Row(NamedTuple):
    """A part of a block that no page break divides: shapes and jumps relative to its top left corner."""

    height: float
    shapes: tuple[Shape, ...] = ()
    jumps: tuple[Jump, ...] = ()


def lines_of(text: str, width: float, style: Style, most: int | None = None) -> list[tuple[Line, bool]]:
    """Lines of the text and whether each belongs at the right, as paragraphs do that begin right to left.

    What turns a line that is broken turns the next one too.
    """
    if text.isascii():
        return [(line, False) for line in break_lines(text, width, style.size, style.weight, most)]
    lines: list[tuple[Line, bool]] = []
    for paragraph in text.split("\n"):
        leftward = runs_leftward(paragraph)
        opened = ""
        for line in break_lines(paragraph, width, style.size, style.weight, most):
            words = opened + line.text
            opened = left_open(words)
            lines.append((line._replace(text=directed(words, leftward)), leftward))
        if most is not None and len(lines) >= most:
            break
    return lines if most is None else lines[:most]


def text_rows(
    text: str, width: float, style: Style, x: float = 0.0, *, most: int | None = None, after: float = 0.0
) -> list[Row]:
    """A row for each line of the text; the last one is higher by `after`."""
    rows = []
    rise = style.line / 2 + style.size * 0.36
    for line, leftward in lines_of(text, width, style, most):
        left = x + width - line.width if leftward else x
        run = TextRun(left, rise, line.text, style.size, line.width, style.colour, style.weight)
        rows.append(Row(style.line, (run,) if line.text else ()))
    if rows and after:
        rows[-1] = rows[-1]._replace(height=rows[-1].height + after)
    return rows


def label(x: float, baseline: float, text: str, style: Style) -> TextRun:
    """Text on one line from x on."""
    width = text_width(text, style.size, style.weight, style.tracking)
    return TextRun(x, baseline, text, style.size, width, style.colour, style.weight, style.tracking)


def label_to(right: float, baseline: float, text: str, style: Style) -> TextRun:
    """Text on one line that ends at an x."""
    run = label(0.0, baseline, text, style)
    return label(right - run.width + style.tracking, baseline, text, style)


def cut_label(x: float, baseline: float, text: str, width: float, style: Style) -> TextRun:
    """Text on one line from x on, ending in an ellipsis where it is longer than the width."""
    line = one_line(text, width, style.size, style.weight)
    words = LEFT_TO_RIGHT_MARK + isolated(line.text) if runs_leftward(line.text) else line.text
    return TextRun(x, baseline, words, style.size, line.width, style.colour, style.weight)


def rightward(sentence: str) -> str:
    """A sentence of ours, marked as running left to right where it begins with words of others that do not."""
    return LEFT_TO_RIGHT_MARK + sentence if runs_leftward(sentence) else sentence


def dotted(parts: Iterable[str]) -> str:
    """Those words of others that are not empty, in one line from left to right with dots between them."""
    return rightward(" · ".join(isolated(part) for part in parts if part.strip()))


def jump_over(run: TextRun, anchor: str = "", address: str = "") -> Jump:
    """The place of a text run as something to click on."""
    return Jump(Rect(run.x - 1, run.baseline - run.size, run.width + 2, run.size * 1.3), anchor, address)


def height_of(rows: Iterable[Row]) -> float:
    """The height of rows one below the other."""
    return sum(row.height for row in rows)
