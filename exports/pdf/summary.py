"""The summary: one PDF that tells a workshop to people who were not there."""

from collections.abc import Callable
from functools import partial

from exports.pdf.content import Content
from exports.pdf.contents import Kept, fill_in, keep_page, keep_room, room_of
from exports.pdf.cut_texts import cut_words
from exports.pdf.later import fill_in_pages
from exports.pdf.options import PaperOptions
from exports.pdf.page import PAPERS, Flow, LaidOut, Paper
from exports.pdf.sections import SECTIONS, Done, set_opening, set_phase_pages
from exports.pdf.steps import Steps
from workshop.errors import ExportError

_FINER = {"A4": 0.96, "Letter": 0.9225, "A5": 0.94, "Legal": 0.97}
"""How much smaller all is drawn than the sheet alone would have it, so that a workshop of 60 cards has 14 pages.

Words are longer in other languages, so that Letter needs more of it than English alone would."""


def summary_paper(name: str) -> Paper:
    """The sheet of a summary."""
    paper, finer = PAPERS[name], _FINER[name]
    return paper._replace(width=paper.width / finer, height=paper.height / finer, scale=paper.scale * finer)


def lay_out_summary(content: Content, options: PaperOptions, steps: Steps) -> LaidOut:
    """The pages of the summary as data. Sections with nothing in them are left out.

    Without the appendix, the advice says how many texts are cut.

    Raises ExportError where there is nothing in any that was chosen.
    """
    whole = options.tells("appendix")
    flow = Flow(summary_paper(options.paper), breathe=steps.breathe, cut=None if whole else 0)
    told = [section for section in SECTIONS if options.tells(section.id)]
    present = [(section, count) for section in told if (count := section.steps(content, flow))]
    steps.expect(sum(count for _, count in present), "Laying out the pages")
    listed = _lines_of_contents(content, options, [section.id for section, _ in present])
    kept: Kept | None = None
    if listed and present[0][0].id != "cover":
        kept = keep_page(flow, content.title)
    setters = _setters(options, listed)
    for section, _ in present:
        setters.get(section.id, section.set)(flow, content, steps.done)
        if section.id == "cover":
            kept = keep_room(flow, listed) if listed else None
            flow.close()
    fill_in_pages(flow.pending, flow.pages)
    if kept is not None:
        fill_in(kept, flow.pages, flow.paper)
    if not flow.pages:
        named = ", ".join(options.sections or ())
        raise ExportError(f"This board has nothing to tell in the sections that were chosen ({named}).")
    return LaidOut(flow.pages, flow.paper, cut_words(flow.cut or 0, "the appendix would have"))


def _lines_of_contents(content: Content, options: PaperOptions, present: list[str]) -> int:
    """How many lines the contents have at most; none where they are left out, or would be a single one."""
    lines = sum(section != "cover" for section in present)
    lines += "phases" in present and bool(content.sections[None])
    return lines if options.tells("contents") and lines > 1 else 0


def _setters(options: PaperOptions, listed: int) -> dict[str, Callable[[Flow, Content, Done], None]]:
    """What sets the sections that are set in another way here: the cover above so many lines of contents."""
    opening = partial(set_opening, below=room_of(listed) if listed else 0.0)
    return {"cover": opening, **({"phases": set_phase_pages} if options.phase_pages else {})}
