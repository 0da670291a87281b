"""The appendix: every card in full, in the order of its short id, each with its links both ways."""

from collections.abc import Callable

from exports.pdf.card_grid import CardGrid, blocks_of
from exports.pdf.content import Content
from exports.pdf.headings import HEAD_HEIGHT, heading
from exports.pdf.page import SECTION_GAP, Flow
from exports.pdf.typeset import counted
from workshop.picture.palette import LIGHT

_LEAST = 125.0


def set_appendix(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each card."""
    if flow.room < SECTION_GAP + HEAD_HEIGHT + _LEAST:
        flow.turn()
    else:
        flow.y += SECTION_GAP
    flow.page.mark("Every card", "appendix", flow.y - 8)
    cue = f"{counted(len(content.cards), 'card')}, {counted(len(content.links), 'link')}"
    flow.put(heading("Every card", cue, "APPENDIX", LIGHT.muted, flow.paper.inner), HEAD_HEIGHT)
    grid = CardGrid(flow, content)
    grid.set(blocks_of(content, content.cards.values(), flow.paper, done))
