"""Who leads where: the matrix of phases and disciplines, with names, and what it lacks."""

from collections.abc import Callable, Iterator

from exports.pdf.content import Content
from exports.pdf.page import Flow
from exports.pdf.rows import beside, ruled
from exports.pdf.section_flow import Block, Heading, set_section
from exports.pdf.table_head import table_head
from exports.pdf.typeset import Row, Style, jump_over, label, text_rows
from workshop.method.leading import Cell, Leading
from workshop.model.diamonds import diamond_of
from workshop.model.people import Role
from workshop.model.text import clean_line
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Weight

_SHARES = (0.0, 0.16, 0.42, 0.68)
_PHASE = Style(9, weight=Weight.BOLD)
_ROLE = Style(9, weight=Weight.SEMIBOLD, leading=1.4)
_NAMES = Style(8.6, leading=1.4)
_CAUTION = Style(8.6, LIGHT.warning, leading=1.4)
_GAP = 10.0


def set_leading(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each phase."""
    matrix = content.method.leading
    gaps = sum(not row.leaders for row in matrix)
    shared = sum(row.co_led for row in matrix)
    cue = f"{shared} co-led, {gaps} without anybody who leads" if gaps else f"{shared} co-led, no gaps"
    head = Heading("Who leads where", "leads", cue, "RESPONSIBILITIES")
    set_section(flow, head, _blocks(content, flow.paper.inner), done)


def _blocks(content: Content, inner: float) -> Iterator[Block]:
    head = table_head(inner, _SHARES, ("PHASE", "CX", "UX", "TOGETHER"))
    for place, row in enumerate(content.method.leading):
        yield Block(_phase(content, row, inner), () if place else head, head)


def _phase(content: Content, row: Leading, inner: float) -> list[Row]:
    ink = LIGHT.diamonds[diamond_of(row.phase).name].ink
    name = label(0, 9.2, row.phase.value, _PHASE.inked(ink))
    jumps = (jump_over(name, f"phase-{row.phase.value}"),) if content.sections[row.phase] else ()
    width = inner * (_SHARES[2] - _SHARES[1]) - _GAP
    cells = [
        [Row(12.6, (name,), jumps)],
        _cell(row.cx, inner * _SHARES[1], width),
        _cell(row.ux, inner * _SHARES[2], width),
        _said(row, inner * _SHARES[3], inner * (1 - _SHARES[3])),
    ]
    return ruled(beside(*cells), inner, 3.5, 3.5)


def _cell(cell: Cell, x: float, width: float) -> list[Row]:
    colours = LIGHT.disciplines[cell.discipline]
    names = clean_line(", ".join(cell.names))
    if cell.role is None and not names:
        return text_rows("not set", width, _NAMES.inked(LIGHT.muted), x)
    style = (_ROLE if cell.role is Role.LEADS else _NAMES).inked(colours.ink)
    words = ": ".join(filter(None, (cell.role.value if cell.role else "", names)))
    return text_rows(words, width, style, x)


def _said(row: Leading, x: float, width: float) -> list[Row]:
    """That a phase is co-led, and what it lacks."""
    rows = text_rows("Co-led", width, _ROLE.inked(LIGHT.good), x) if row.co_led else []
    for caution in row.cautions:
        rows += text_rows(caution, width, _CAUTION, x)
    return rows
