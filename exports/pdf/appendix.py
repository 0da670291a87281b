"""The appendix: every card in full, in the order of its short id, each with its links both ways."""

from collections.abc import Callable

from exports.pdf.card_grid import CardGrid, blocks_of, first_of
from exports.pdf.content import Content
from exports.pdf.headings import heading
from exports.pdf.page import SECTION_GAP, Flow
from workshop.picture.palette import LIGHT
from workshop.translation import _, counted

_LEAST = 125.0


def set_appendix(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each card."""
    every = blocks_of(content, content.cards.values(), flow.paper, done)
    blocks, least = first_of(every, flow.paper)
    cards = counted("{count} card", "{count} cards", len(content.cards))
    cue = ", ".join((cards, counted("{count} link", "{count} links", len(content.links))))
    told = heading(_("Every card"), cue, _("APPENDIX"), LIGHT.muted, flow.paper.inner)
    if flow.room < SECTION_GAP + told.height + max(least, _LEAST):
        flow.turn()
    else:
        flow.y += SECTION_GAP
    flow.page.mark(_("Every card"), "appendix", flow.y - 8)
    flow.put(told.shapes, told.height)
    CardGrid(flow, content).set(blocks)
