"""The handout: a lying page for each phase, for the wall or the next meeting, in type that is read from a chair."""

from exports.pdf.content import Content
from exports.pdf.cover import facts_line
from exports.pdf.options import PaperOptions
from exports.pdf.page import PAPERS, Flow, LaidOut, Page, Paper
from exports.pdf.phase_section import set_parking_lot, set_phase
from exports.pdf.sheets import lying
from exports.pdf.steps import Steps
from exports.pdf.typeset import HEADING, QUIET, cut_label, label
from workshop.model.diamonds import Phase
from workshop.translation import _

_LARGER = 1.25
"""How much larger than in a summary everything is drawn."""


def lay_out_handout(content: Content, options: PaperOptions, steps: Steps) -> LaidOut:
    """The pages of the handout as data; one that says so where there are no cards."""
    paper = handout_paper(options.paper)
    flow = Flow(paper, breathe=steps.breathe)
    steps.expect(len(content.cards), "Laying out the pages")
    for phase in Phase:
        if content.sections[phase]:
            set_phase(flow, content, phase, steps.done)
            flow.close()
    if content.sections[None]:
        set_parking_lot(flow, content, steps.done)
    return LaidOut(flow.pages or [_empty(content, paper)], paper)


def handout_paper(name: str) -> Paper:
    """The sheet of a handout."""
    paper = lying(PAPERS[name])
    larger = _LARGER * paper.scale
    width, height = paper.width * paper.scale / larger, paper.height * paper.scale / larger
    return Paper(width, height, 40.0, 40.0, 52.0, larger)


def _empty(content: Content, paper: Paper) -> Page:
    """Which workshop it is, and that there is nothing of it to hand out yet."""
    page = Page()
    page.mark(_("Handout"), "handout", 0.0)
    style = QUIET._replace(size=11)
    title = cut_label(0, 20, content.title, paper.inner, HEADING)
    facts = cut_label(0, 42, facts_line(content), paper.inner, style)
    page.put((title, facts, label(0, 76, _("No phase holds a card yet."), style)), paper.margin, paper.top)
    return page
