"""Decisions: every one in full, with why and who signed it, where the page in short has no room for all."""

from collections.abc import Callable

from exports.pdf.content import Content
from exports.pdf.decided import decisions_of, entry_rows
from exports.pdf.page import Flow
from exports.pdf.section_flow import Block, Heading, set_section
from workshop.translation import _, counted


def set_decisions(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each decision."""
    decisions = decisions_of(content)
    cue = counted("{count} decision", "{count} decisions", len(decisions))
    head = Heading(_("Decisions"), "decisions", cue, _("WHAT WAS DECIDED, AND WHY"))
    inner = flow.paper.inner
    blocks = (Block(entry_rows(content, one, inner, None, None), after=4.0) for one in decisions)
    set_section(flow, head, blocks, done)
