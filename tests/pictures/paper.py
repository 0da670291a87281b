"""Every page of the sample's summary as a picture, and of a board whose method speaks in many scripts."""

from datetime import date
from pathlib import Path

import pypdfium2

from exports.pdf.document import export_paper
from exports.pdf.options import Kind, PaperOptions
from tests.exports.method_boards import method_board
from tests.exports.reading import export_summary
from tests.pictures import boards
from workshop.board.board import Board
from workshop.translation import ENGLISH, LANGUAGES

SCALE = 1.5
"""Pixels a point."""

TODAY = date(2026, 11, 22)
"""The day that the summary compares dates with."""

_KINDS = {
    "poster": PaperOptions(kind=Kind.POSTER, paper="A3"),
    "handout": PaperOptions(kind=Kind.HANDOUT, paper="A4"),
    "cards": PaperOptions(kind=Kind.CARDS, paper="A4", blanks=2),
    "phases": PaperOptions(paper="A4", sections=("phases",), phase_pages=True),
    "grey": PaperOptions(paper="A4", grey=True),
    **{f"page-{tag}": PaperOptions(paper="A4", language=tag) for tag in LANGUAGES if tag != ENGLISH},
}

_MANY_SCRIPTS = "حساب <b>&</b> 账单 счёт 😀"


def picture_pages(folder: Path) -> int:
    """Write the summaries and a picture of each of their pages; the number of the sample's pages."""
    _draw(method_board(_MANY_SCRIPTS).board, folder, "scripts")
    _draw_kinds(folder)
    return _draw(Board(boards.sample()), folder, "page")


def _draw_kinds(folder: Path) -> None:
    """The other kinds of documents, and the summary with a page a phase, in grey and in each language."""
    board = Board(boards.sample())
    for name, options in _KINDS.items():
        path = folder / f"{name}.pdf"
        count = export_paper(board, path, options, today=TODAY).pages
        _picture(path, folder, name, count)


def _draw(board: Board, folder: Path, name: str) -> int:
    path = folder / ("summary.pdf" if name == "page" else f"summary-{name}.pdf")
    count = export_summary(board, path, today=TODAY).pages
    _picture(path, folder, name, count)
    return count


def _picture(path: Path, folder: Path, name: str, count: int) -> None:
    document = pypdfium2.PdfDocument(path)
    for number in range(count):
        document[number].render(scale=SCALE).to_pil().save(folder / f"{name}-{number + 1:02}.png")
    document.close()
