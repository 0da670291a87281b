"""Writing laid-out pages as a PDF file: the drawing, the foot of each page, jumps, bookmarks and metadata."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from exports.pdf.content import Content
from exports.pdf.describing import describe, label_pages
from exports.pdf.foot import foot, has_foot
from exports.pdf.jumps import add_jumps
from exports.pdf.options import PaperOptions
from exports.pdf.page import LaidOut, Page
from exports.pdf.painter import Painter
from exports.pdf.sheet_canvas import SheetCanvas
from exports.pdf.steps import Breathe, with_breaths
from exports.pdf.structure import Structure
from exports.whole_file import whole_file
from workshop.picture.plan import Shape

Attach = Callable[[Any, Path], None]
"""Makes a ReportLab document carry something; it may write at the path, where nothing lies afterwards."""


class Progressing(Protocol):
    """Takes the steps of the work."""

    def expect(self, total: int, words: str) -> None:
        """Begin with so many steps to come."""

    def done(self) -> None:
        """One step is done."""

    def breathe(self) -> None:
        """Nothing is done yet that counts."""


def write_pages(
    content: Content,
    laid: LaidOut,
    path: Path,
    steps: Progressing,
    options: PaperOptions,
    *,
    attach: Attach = lambda document, beside: None,
) -> Counter[str]:
    """Write the pages beside the path, then put them in its place; the characters that no font could draw.

    Each page forgets what stood on it once it is drawn.

    Raises ExportError when the file cannot be written.
    """
    with whole_file(path) as file:
        return _draw(content, laid, file, steps, options, attach=attach)


def _draw(
    content: Content,
    laid: LaidOut,
    file: Any,
    steps: Progressing,
    options: PaperOptions,
    *,
    attach: Attach,
) -> Counter[str]:
    pages, paper = laid.pages, laid.paper
    size, breathe = (paper.width * paper.scale, paper.height * paper.scale), steps.breathe
    canvas = SheetCanvas(file, size, options.language, breathe)
    describe(canvas, content, options)
    label_pages(canvas, options, len(pages))
    structure = Structure(breathe)
    images, grey = content.images, options.grey
    painter = Painter(canvas, paper.height, images, grey=grey, structure=structure, breathe=breathe)
    steps.expect(len(pages) + 1, "Drawing the pages")
    for number, page in enumerate(pages, 1):
        below = foot(content, paper, number, len(pages), options) if has_foot(paper) else []
        canvas.scale(paper.scale, paper.scale)
        _draw_page(painter, page, below, breathe)
        add_jumps(canvas, page, paper)
        canvas.showPage()
        page.forget()
        steps.done()
    painter.finish()
    attach(canvas._doc, Path(file.name).with_suffix(".session.part"))
    canvas.save()
    steps.done()
    return painter.missing


def _draw_page(painter: Painter, page: Page, below: list[Shape], breathe: Breathe) -> None:
    """Draw what stands on a page, and below it its foot."""
    painter.begin_page()
    for place, placed in enumerate(with_breaths(page.unfolded(breathe), breathe)):
        if place in page.parts:
            painter.begin_part()
        painter.paint(placed)
    if below:
        painter.paint_artifact(below)
    painter.end_page()
