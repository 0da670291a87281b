"""Who leads where: the matrix of disciplines and phases, which stand as on the board, with names, and what it lacks."""

from collections.abc import Callable, Iterator, Sequence

from exports.pdf.content import Content
from exports.pdf.page import Flow, Jump
from exports.pdf.rows import beside, ruled
from exports.pdf.section_flow import Block, Heading, set_section
from exports.pdf.typeset import Row, Style, cut_label, jump_over, label, text_rows
from workshop.method.leading import Cell, Leading
from workshop.model.cards import Discipline
from workshop.model.diamonds import diamond_of
from workshop.model.isolating import isolated
from workshop.model.people import Role
from workshop.model.text import clean_line
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, Shape, Weight
from workshop.translation import _

_PHASE = Style(8, weight=Weight.BOLD)
_SIDE = Style(8, weight=Weight.BOLD, tracking=0.6)
_ROLE = Style(8, weight=Weight.SEMIBOLD, leading=1.35)
_NAMES = Style(8, leading=1.35)
_CAUTION = Style(7.6, LIGHT.warning, leading=1.3)
_NAMED, _GAP = 28.0, 7.0
"""How wide the names of the rows are, and the white between columns."""


def set_leading(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each phase."""
    matrix = content.method.leading
    gaps = sum(not row.leaders for row in matrix)
    shared = sum(row.co_led for row in matrix)
    words = _("{shared} co-led, {gaps} without anybody who leads") if gaps else _("{shared} co-led, no gaps")
    cue = words.format(shared=shared, gaps=gaps)
    head = Heading(_("Who leads where"), "leads", cue, _("RESPONSIBILITIES"))
    set_section(flow, head, _blocks(content, flow.paper.inner), done)


def _blocks(content: Content, inner: float) -> Iterator[Block]:
    """A row for each discipline and one for what both make of it, below the names of the phases."""
    matrix = content.method.leading
    head = _phases(content, inner)
    for side, cells in (
        (Discipline.CX, [row.cx for row in matrix]),
        (Discipline.UX, [row.ux for row in matrix]),
    ):
        name = label(0, 8.4, side.tag, _SIDE.inked(LIGHT.disciplines[side].ink))
        columns = [_cell(cell, *place) for cell, place in zip(cells, _places(inner), strict=True)]
        rows = ruled(beside([Row(10.8, (name,))], *columns), inner, 4.0, 4.0)
        yield Block(rows, head if side is Discipline.CX else (), head, steps=0)
    said = [_said(row, *place) for row, place in zip(matrix, _places(inner), strict=True)]
    yield Block([Row(4.0), *beside(*said)] if any(said) else [], head=head, steps=len(matrix))


def _places(inner: float) -> list[tuple[float, float]]:
    """The x and the width of each phase's column."""
    wide = (inner - _NAMED) / 8
    return [(_NAMED + place * wide, wide - _GAP) for place in range(8)]


def _phases(content: Content, inner: float) -> Sequence[Row]:
    """The names of the phases over a line in the colour of their diamond, each leading to its page."""
    shapes: list[Shape] = []
    jumps: list[Jump] = []
    for row, (x, width) in zip(content.method.leading, _places(inner), strict=True):
        ink = LIGHT.diamonds[diamond_of(row.phase).name].ink
        name = cut_label(x, 9.2, _(row.phase.value), width, _PHASE.inked(ink))
        shapes += [name, Box(Rect(x, 14.6, width + _GAP, 1.0), ink)]
        jumps += [jump_over(name, f"phase-{row.phase.value}")] if content.sections[row.phase] else []
    return [Row(16.0, tuple(shapes), tuple(jumps))]


def _cell(cell: Cell, x: float, width: float) -> list[Row]:
    """What a discipline does in a phase, and who does it."""
    colours = LIGHT.disciplines[cell.discipline]
    names = clean_line(", ".join(map(isolated, cell.names)))
    if cell.role is None and not names:
        return text_rows(_("not set"), width, _NAMES.inked(LIGHT.muted), x)
    style = (_ROLE if cell.role is Role.LEADS else _NAMES).inked(colours.ink)
    rows = text_rows(_(cell.role.value), width, style, x) if cell.role else []
    return rows + text_rows(names, width, _NAMES.inked(LIGHT.ink), x) if names else rows


def _said(row: Leading, x: float, width: float) -> list[Row]:
    """That a phase is co-led, and what it lacks."""
    rows = text_rows(_("Co-led"), width, _ROLE.inked(LIGHT.good), x) if row.co_led else []
    for caution in row.cautions:
        rows += text_rows(caution, width, _CAUTION, x)
    return rows
