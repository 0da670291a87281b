"""A section on the flow of pages: its heading, and its blocks one below the other."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from exports.pdf.headings import heading
from exports.pdf.page import SECTION_GAP, Flow
from exports.pdf.rows import least_of, set_rows
from exports.pdf.typeset import Row, height_of
from workshop.picture.palette import LIGHT


class Heading(NamedTuple):
    """The heading of a section: its title, its anchor, the cue beside and the line above it."""

    title: str
    anchor: str
    cue: str
    eyebrow: str


class Block(NamedTuple):
    """Rows to set as `set_rows` does; `steps` is how much of the work is done with them, `anchors` lead there too."""

    rows: Sequence[Row]
    before: Sequence[Row] = ()
    head: Sequence[Row] = ()
    anchor: str = ""
    title: str = ""
    after: float = 0.0
    steps: int = 1
    anchors: tuple[str, ...] = ()
    below: float = 0.0


def set_section(flow: Flow, head: Heading, blocks: Iterable[Block], done: Callable[[], None]) -> None:
    """Set a section of at least one block; its heading stays with the beginning of the first.

    It begins below what stands on the page where that has room for both. `done` is called after each step.
    """
    coming = iter(blocks)
    first = next(coming)
    _begin(flow, head, first)
    for block in chain((first,), coming):
        set_rows(
            flow,
            block.rows,
            before=block.before,
            head=block.head,
            anchor=block.anchor,
            title=block.title,
            after=block.after,
            anchors=block.anchors,
            below=block.below,
        )
        for _ in range(block.steps):
            done()


def _begin(flow: Flow, head: Heading, first: Block) -> None:
    told = heading(head.title, head.cue, head.eyebrow, LIGHT.muted, flow.paper.inner)
    opening = told.height + height_of(first.before)
    least = opening + least_of(first.rows, flow.paper.body - opening)
    if flow.room < SECTION_GAP + least:
        flow.turn()
    else:
        flow.y += SECTION_GAP
    flow.page.mark(head.title, head.anchor, flow.y - 8)
    flow.put(told.shapes, told.height)
    flow.heading = told.height
