"""Reading a summary back: its text, its outline, where its links lead."""

from pathlib import Path
from typing import Any

from pypdf import PdfReader

from exports.pdf.content import Content, content_of
from exports.pdf.document import ExportReport, export_paper
from exports.pdf.options import PaperOptions
from exports.pdf.page import Page
from exports.pdf.steps import Steps
from exports.pdf.summary import lay_out_summary
from workshop.board.board import Board


def export_summary(
    board: Board,
    path: Path,
    *,
    paper: str = "A4",
    sections: tuple[str, ...] | None = None,
    **others: Any,
) -> ExportReport:
    """Write the summary of a board on a paper."""
    return export_paper(board, path, PaperOptions(paper=paper, sections=sections), **others)


def exported(board: Board, folder: Path, **options: Any) -> PdfReader:
    """The summary of a board, opened."""
    path = folder / "summary.pdf"
    export_summary(board, path, **options)
    return PdfReader(path)


def all_text(reader: PdfReader) -> str:
    """The text of all pages."""
    return "\n".join(page.extract_text() for page in reader.pages)


def squeezed(text: str) -> str:
    """Text without white space, since lines are broken anew on paper."""
    return "".join(text.split())


def laid_out(board: Board, paper: str = "A4") -> tuple[Content, list[Page]]:
    """What the summary of a board tells, and its pages as data."""
    content = content_of(board)
    options = PaperOptions(paper=paper)
    steps = Steps(lambda share, step: None, lambda: False, 0, 1)
    return content, lay_out_summary(content, options, steps).pages


def outline_titles(reader: PdfReader) -> list[str]:
    """The lines of the outline, nested ones included."""
    found: list[str] = []

    def walk(entries: list[Any]) -> None:
        for entry in entries:
            walk(entry) if isinstance(entry, list) else found.append(str(entry.title))

    walk(reader.outline)
    return found


def annotations(page: Any) -> list[Any]:
    """The link annotations of a page."""
    return [one.get_object() for one in page.get("/Annots", [])]
