"""Writing laid-out pages as a PDF file: the drawing, the foot of each page, jumps, bookmarks and metadata."""

import os
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any, Protocol

from exports.pdf.content import Content
from exports.pdf.days import day
from exports.pdf.jumps import add_jumps
from exports.pdf.page import Page, Paper
from exports.pdf.painter import Painter
from exports.pdf.sheet_canvas import SheetCanvas
from exports.pdf.typeset import Style, cut_label, label_to
from workshop.errors import ExportError
from workshop.model.text import short
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Shape

LANGUAGE = "en"
_FOOT = Style(7.5, LIGHT.muted)
_FOOT_RISE = 34.0


class Progressing(Protocol):
    """Takes the steps of the work."""

    def expect(self, total: int, words: str) -> None:
        """Begin with so many steps to come."""

    def done(self) -> None:
        """One step is done."""


def write_pages(
    content: Content, pages: Sequence[Page], paper: Paper, path: Path, steps: Progressing
) -> Counter[str]:
    """Write the pages beside the path, then put them in its place; the characters that no font could draw.

    Raises ExportError when the file cannot be written.
    """
    part = path.with_name(f".{path.name[:40]}.{token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            missing = _draw(content, pages, paper, file, steps)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise _failed(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink()
    return missing


def _draw(content: Content, pages: Sequence[Page], paper: Paper, file: Any, steps: Progressing) -> Counter[str]:
    canvas = SheetCanvas(file, (paper.width, paper.height), LANGUAGE)
    _describe(canvas, content)
    painter = Painter(canvas, paper.height, content.images)
    steps.expect(len(pages) + 1, "Drawing the pages")
    for number, page in enumerate(pages, 1):
        painter.begin_page()
        for placed in page.placed:
            painter.paint(placed)
        painter.paint_shapes(foot(content, paper, number, len(pages)))
        painter.end_page()
        add_jumps(canvas, page, paper)
        canvas.showPage()
        steps.done()
    painter.finish()
    canvas.save()
    steps.done()
    return painter.missing


def foot(content: Content, paper: Paper, number: int, total: int) -> list[Shape]:
    """The foot of a page: the title and the date, and which page of how many this is."""
    baseline = paper.height - _FOOT_RISE
    words = " · ".join(filter(None, (content.title, day(content.session.date))))
    if number == 1:
        words = "Trilliant · summary"
    return [
        cut_label(paper.margin, baseline, words, paper.inner - 60, _FOOT),
        label_to(paper.right, baseline, f"{number} / {total}", _FOOT),
    ]


def _describe(canvas: SheetCanvas, content: Content) -> None:
    canvas.setTitle(short(content.title, 300))
    canvas.setSubject(short(content.session.purpose, 300) or "Summary of a joint CX and UX workshop")
    canvas.setAuthor("Trilliant")
    canvas.setCreator("Trilliant")
    canvas.setKeywords("CX, UX, workshop, triple diamond")
    canvas.showOutline()


def _failed(path: Path, error: OSError) -> ExportError:
    reason = (error.strerror or str(error)).lower()
    return ExportError(f"“{path}” could not be written ({reason}); choose another folder or free some space.")
