"""The table of contents: what stands on which page, each line to be clicked; set once all pages are known."""

from collections.abc import Iterator
from typing import NamedTuple

from exports.pdf.page import Flow, Jump, Page, Paper
from exports.pdf.typeset import EYEBROW, HEADING, Style, cut_label, label, label_to
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, Weight
from workshop.translation import _

COLUMNS, GAP = 3, 16.0
_LINE, _HEAD, _ABOVE = 14.0, 18.0, 4.0
_NAME = Style(8.6)
_PAGE = Style(8.6, weight=Weight.SEMIBOLD)
_NOT_LISTED = ("cover", "about")


class Kept(NamedTuple):
    """The place that is kept: the page, and the y of its top."""

    page: Page
    y: float


class Line(NamedTuple):
    """A line of the contents."""

    title: str
    anchor: str
    page: int


def room_of(most: int) -> float:
    """The height that at most so many lines need below what stands on the page."""
    return _ABOVE + _HEAD + -(-most // COLUMNS) * _LINE


def keep_room(flow: Flow, most: int) -> Kept:
    """Keep room for at most so many lines at the foot of the page, or on a further one."""
    height = room_of(most) - _ABOVE
    if flow.room < height + _ABOVE:
        flow.turn()
        kept = Kept(flow.page, flow.y)
    else:
        kept = Kept(flow.page, flow.paper.floor - height)
    flow.close()
    return kept


def keep_page(flow: Flow, title: str) -> Kept:
    """Keep a page of their own under a title, where there is no cover."""
    flow.turn()
    flow.put((cut_label(0, 20, title, flow.paper.inner, HEADING),), 40)
    flow.close()
    return Kept(flow.page, flow.paper.top + 40)


def fill_in(kept: Kept, pages: list[Page], paper: Paper) -> None:
    """Set the lines where room was kept."""
    lines = list(_lines(pages))
    deep = -(-len(lines) // COLUMNS)
    width = (paper.inner - (COLUMNS - 1) * GAP) / COLUMNS
    kept.page.put((label(0, 7, _("CONTENTS"), EYEBROW),), paper.margin, kept.y)
    for place, line in enumerate(lines):
        column, row = divmod(place, deep)
        x, y = paper.margin + column * (width + GAP), kept.y + _HEAD + row * _LINE
        page = label_to(width, 9.6, str(line.page), _PAGE)
        name = cut_label(0, 9.6, line.title, page.x - 8, _NAME)
        rule = Box(Rect(0, 12.6, width, 0.4), LIGHT.hairline)
        kept.page.put((name, page, rule), x, y)
        kept.page.jumps.append(Jump(Rect(x, y, width, _LINE), line.anchor))


def _lines(pages: list[Page]) -> Iterator[Line]:
    """Sections by their pages; the phases are one line."""
    phases = False
    for number, page in enumerate(pages, 1):
        for bookmark in page.bookmarks:
            if bookmark.level or bookmark.anchor in _NOT_LISTED:
                continue
            is_phase = bookmark.anchor.startswith("phase-")
            if not (is_phase and phases):
                yield Line(_("Phases") if is_phase else bookmark.title, bookmark.anchor, number)
            phases = phases or is_phase
