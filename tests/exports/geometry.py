"""Where things lie on laid-out pages."""

from exports.pdf.page import Page, Paper, Placed
from workshop.picture.plan import Rect, TextRun


def runs(page: Page) -> list[TextRun]:
    return [shape for placed in page.placed for shape in placed.shapes if isinstance(shape, TextRun)]


def anchors(pages: list[Page]) -> set[str]:
    return {anchor for page in pages for anchor in page.anchors}


def text_rects(placed: Placed) -> list[Rect]:
    s = placed.scale
    return [
        Rect(placed.x + s * r.x, placed.y + s * r.y, s * r.w, s * r.h)
        for r in (shape.rect for shape in placed.shapes if isinstance(shape, TextRun))
    ]


def assert_inside(pages: list[Page], paper: Paper) -> None:
    """All text lies within the margins, and what can be clicked on the sheet."""
    inside = Rect(paper.margin, 0, paper.inner, paper.floor)
    for page in pages:
        for placed in page.placed:
            assert all(inside.contains(rect, slack=4.5) for rect in text_rects(placed))
        sheet = Rect(0, 0, paper.width, paper.height)
        assert all(sheet.contains(jump.rect) for jump in page.jumps)


def assert_no_overlaps(pages: list[Page]) -> None:
    """No line of text lies on another; the boxes of large type reach beyond what is drawn of it."""
    for page in pages:
        placed = page.placed
        rects = sorted((_core(rect) for one in placed for rect in text_rects(one)), key=lambda rect: rect.y)
        for place, rect in enumerate(rects):
            for other in rects[place + 1 :]:
                if other.y > rect.bottom:
                    break
                assert not rect.overlaps(other), (rect, other, [run.text for run in runs(page)][:40])


def _core(rect: Rect) -> Rect:
    return rect.grown(-max(1.6, 0.1 * rect.h))
