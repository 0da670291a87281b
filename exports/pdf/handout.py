"""The handout: a lying page for each phase, for the wall or the next meeting, in type that is read from a chair."""

from collections.abc import Sequence

from exports.pdf.content import Content
from exports.pdf.cover import facts_line
from exports.pdf.handout_cards import (
    GAP,
    Line,
    column_width,
    first_column,
    go_on,
    in_columns,
    largest,
    lines_of_cards,
    set_lines,
)
from exports.pdf.logo import placed_logo
from exports.pdf.options import PaperOptions
from exports.pdf.page import PAPERS, Flow, LaidOut, Page, Paper
from exports.pdf.phase_head import set_lot_head, set_phase_head, set_phase_picture
from exports.pdf.sheets import lying
from exports.pdf.steps import Steps, with_breaths
from exports.pdf.typeset import HEADING, QUIET, cut_label, label
from workshop.model.diamonds import Phase
from workshop.translation import _

_LARGER = 1.25
"""How much larger than in a summary everything is drawn."""

_PICTURE_SHARE, _CLOSE = 0.56, 1.2
"""The picture's share of the width, and the points a board unit that it shows at most."""

_LOGO_TOP, _LOGO = 11.0, (80.0, 21.0)
"""Where a logo begins in the upper margin, and how wide and high it may be."""


def lay_out_handout(content: Content, options: PaperOptions, steps: Steps) -> LaidOut:
    """The pages of the handout as data; one that says so where there are no cards."""
    paper = handout_paper(options.paper)
    flow = Flow(paper, breathe=steps.breathe)
    steps.expect(len(content.cards), "Laying out the pages")
    for section, cards in content.sections.items():
        if not cards:
            continue
        _set_logo(flow.turn(), content, paper)
        if section is None:
            _set_lot(flow, content)
        else:
            _set_phase(flow, content, section)
        for _card in cards:
            steps.done()
    return LaidOut(flow.pages or [_empty(content, paper)], paper)


def handout_paper(name: str) -> Paper:
    """The sheet of a handout."""
    paper = lying(PAPERS[name])
    larger = _LARGER * paper.scale
    width, height = paper.width * paper.scale / larger, paper.height * paper.scale / larger
    return Paper(width, height, 40.0, 40.0, 52.0, larger)


def _set_phase(flow: Flow, content: Content, phase: Phase) -> None:
    """At the left what a phase is and its picture, at the right its cards, which go on over pages where they must."""
    cards, paper, top = content.sections[phase], flow.paper, flow.y
    left = paper.inner * _PICTURE_SHARE
    lines: Sequence[Line]
    others: Sequence[Line] = ()
    if (found := largest(content, cards, paper.inner - left - GAP, paper.body, flow.breathe)) is not None:
        lines, larger = found
    else:
        left, larger = column_width(paper), 1.0
        lines, others = first_column(
            lines_of_cards(content, with_breaths(cards, flow.breathe), left), paper.body
        )
    set_phase_head(flow, content, phase, left)
    set_phase_picture(flow, content, phase, (left, flow.room), _CLOSE)
    flow.y = top
    set_lines(flow, lines, left + GAP, larger)
    go_on(flow, others, _(phase.value).upper())


def _set_lot(flow: Flow, content: Content) -> None:
    """The cards that were put aside."""
    cards, width = content.sections[None], flow.paper.inner
    set_lot_head(flow, content, width)
    if (found := largest(content, cards, width, flow.room, flow.breathe)) is not None:
        set_lines(flow, found[0], 0.0, found[1])
        return
    others = in_columns(
        flow, lines_of_cards(content, with_breaths(cards, flow.breathe), column_width(flow.paper))
    )
    go_on(flow, others, _("Parking lot").upper())


def _set_logo(page: Page, content: Content, paper: Paper) -> None:
    """The team's logo at the upper right, in the margin."""
    if content.logo is not None:
        page.begin_part()
        page.placed.append(placed_logo(content.logo, paper.right, _LOGO_TOP, _LOGO))


def _empty(content: Content, paper: Paper) -> Page:
    """Which workshop it is, and that there is nothing of it to hand out yet."""
    page = Page()
    page.mark(_("Handout"), "handout", 0.0)
    _set_logo(page, content, paper)
    style = QUIET._replace(size=11)
    title = cut_label(0, 20, content.title, paper.inner, HEADING)
    facts = cut_label(0, 42, facts_line(content), paper.inner, style)
    page.put((title, facts, label(0, 76, _("No phase holds a card yet."), style)), paper.margin, paper.top)
    return page
