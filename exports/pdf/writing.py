"""Writing laid-out pages as a PDF file: the drawing, the foot of each page, jumps, bookmarks and metadata."""

import os
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any, Protocol

from exports.pdf.content import Content
from exports.pdf.days import day
from exports.pdf.jumps import add_jumps
from exports.pdf.options import PaperOptions
from exports.pdf.page import LaidOut, Paper
from exports.pdf.painter import Painter
from exports.pdf.sheet_canvas import SheetCanvas
from exports.pdf.typeset import Style, cut_label, label_to
from workshop.errors import ExportError
from workshop.model.text import short
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Shape

_FOOT = Style(7.5, LIGHT.muted)
_FOOT_RISE = 27.0
_FOOT_ROOM = 45.0
"""Sheets with a lower margin under this have no foot."""


Attach = Callable[[Any, Path], None]
"""Makes a ReportLab document carry something; it may write at the path, where nothing lies afterwards."""


class Progressing(Protocol):
    """Takes the steps of the work."""

    def expect(self, total: int, words: str) -> None:
        """Begin with so many steps to come."""

    def done(self) -> None:
        """One step is done."""


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
    part = path.with_name(f".{path.name[:40]}.{token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            missing = _draw(content, laid, file, steps, options, attach=attach)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise _failed(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink()
    return missing


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
    canvas = SheetCanvas(file, (paper.width * paper.scale, paper.height * paper.scale), options.language)
    _describe(canvas, content, options)
    painter = Painter(canvas, paper.height, content.images, grey=options.grey)
    steps.expect(len(pages) + 1, "Drawing the pages")
    for number, page in enumerate(pages, 1):
        canvas.scale(paper.scale, paper.scale)
        painter.begin_page()
        for placed in page.unfolded():
            painter.paint(placed)
        if paper.bottom >= _FOOT_ROOM:
            painter.paint_shapes(foot(content, paper, number, len(pages), options.kind.value))
        painter.end_page()
        add_jumps(canvas, page, paper)
        canvas.showPage()
        page.forget()
        steps.done()
    painter.finish()
    attach(canvas._doc, Path(file.name).with_suffix(".session.part"))
    canvas.save()
    steps.done()
    return painter.missing


def foot(content: Content, paper: Paper, number: int, total: int, kind: str = "summary") -> list[Shape]:
    """The foot of a page: the title and the date, and which page of how many this is."""
    baseline = paper.height - _FOOT_RISE
    words = " · ".join(filter(None, (content.title, day(content.session.date))))
    if number == 1 and kind == "summary":
        words = f"Trilliant · {kind}"
    return [
        cut_label(paper.margin, baseline, words, paper.inner - 60, _FOOT),
        label_to(paper.right, baseline, f"{number} / {total}", _FOOT),
    ]


def _describe(canvas: SheetCanvas, content: Content, options: PaperOptions) -> None:
    kind = options.kind.value.capitalize()
    canvas.setTitle(short(content.title, 300))
    canvas.setSubject(short(content.session.purpose, 300) or f"{kind} of a joint CX and UX workshop")
    canvas.setAuthor("Trilliant")
    canvas.setCreator("Trilliant")
    canvas.setKeywords("CX, UX, workshop, triple diamond")
    canvas.showOutline()


def _failed(path: Path, error: OSError) -> ExportError:
    reason = (error.strerror or str(error)).lower()
    return ExportError(f"“{path}” could not be written ({reason}); choose another folder or free some space.")
