"""The head of a poster: the title, the facts and the purpose, with the team's logo at the upper right."""

from typing import NamedTuple

from exports.pdf.content import Content
from exports.pdf.cover import facts_line
from exports.pdf.discipline_key import discipline_key
from exports.pdf.logo import placed_logo
from exports.pdf.moving import moved
from exports.pdf.page import Page, Paper, Placed
from exports.pdf.typeset import Style, cut_label, dotted, height_of, lines_of, text_rows
from workshop.model.text import clean_line
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Shape, Weight, bounds_of

LEAST_TEXT = 7.0
"""Points below which words on a poster are too small."""

_TITLE_LINES, _FACTS_LINES, _PURPOSE_LINES = 3, 2, 3
_LOGO_WIDTH, _LOGO_HEIGHT = 6.0, 1.7
"""How large a logo may be, in sizes of the title's type."""

_BELOW = 0.48
"""The white below the last line, in sizes of the title's type."""


class Head(NamedTuple):
    """What stands at the top of a poster, from the upper left corner of its margins on, and how high it is."""

    shapes: list[Shape]
    height: float
    logo: Placed | None = None


def head_of(content: Content, paper: Paper, *, grey: bool) -> Head:
    """The title with the key of grey paper and the logo at its right, and the facts and the purpose below.

    Each takes one line where it can, else a few.
    """
    size = max(18.0, min(paper.width * 0.018, 90.0))
    title, facts = Style(size, weight=Weight.BOLD, leading=1.2), Style(size * 0.42, LIGHT.muted, leading=1.4)
    logo = None
    inner = paper.inner
    if content.logo is not None:
        logo = placed_logo(content.logo, paper.right, paper.top, (_LOGO_WIDTH * size, _LOGO_HEIGHT * size))
        inner = logo.x - size - paper.margin
    key = discipline_key(inner, size, Style(max(LEAST_TEXT, facts.size), LIGHT.muted)) if grey else []
    room = min((bounds_of(shape).x - size for shape in key), default=inner)
    shapes, baseline = _lines(content.title, room, size, title, _TITLE_LINES)
    told, baseline = _below_title(content, inner, baseline + 0.62 * size, facts, size)
    return Head([*shapes, *key, *told], baseline + _BELOW * size, logo)


def set_head(page: Page, head: Head, paper: Paper) -> None:
    """Put the head on the page."""
    page.put(head.shapes, paper.margin, paper.top)
    if head.logo is not None:
        page.begin_part()
        page.placed.append(head.logo)


def _below_title(
    content: Content, inner: float, baseline: float, style: Style, apart: float
) -> tuple[list[Shape], float]:
    """The facts, and the purpose beside them where the line holds it whole, else below; the last baseline."""
    told = dotted((content.part, facts_line(content)))
    purpose = clean_line(content.session.purpose)
    shapes, last = _lines(told, inner, baseline, style, _FACTS_LINES)
    if not purpose:
        return shapes, last
    x = max(bounds_of(shape).right for shape in shapes) + apart
    if last == baseline and len(lines_of(purpose, max(1.0, inner - x), style, 2)) == 1 and x < inner:
        return [*shapes, cut_label(x, baseline, purpose, inner - x, style)], last
    more, last = _lines(purpose, inner, last + style.line, style, _PURPOSE_LINES)
    return shapes + more, last


def _lines(text: str, width: float, baseline: float, style: Style, most: int) -> tuple[list[Shape], float]:
    """A text on one line where it fits, else on a few, the last cut; and the last one's baseline."""
    lines = lines_of(text, width, style, 2)
    if len(lines) < 2:
        return [cut_label(0, baseline, text, width, style)], baseline
    rows = text_rows(text, width, style, most=most)
    top = baseline - style.line / 2 - 0.36 * style.size
    shapes: list[Shape] = []
    for row in rows:
        shapes += moved(row.shapes, 0.0, top)
        top += row.height
    return shapes, baseline + height_of(rows[1:])
