"""Every page of the sample's summary as a picture, and of a board whose method speaks in many scripts."""

from datetime import date
from pathlib import Path

import pypdfium2

from tests.exports.method_boards import method_board
from tests.exports.reading import export_summary
from tests.pictures import boards
from workshop.board.board import Board

SCALE = 1.5
"""Pixels a point."""

TODAY = date(2026, 11, 22)
"""The day that the summary compares dates with."""

_MANY_SCRIPTS = "حساب <b>&</b> 账单 счёт 😀"


def picture_pages(folder: Path) -> int:
    """Write the summaries and a picture of each of their pages; the number of the sample's pages."""
    _draw(method_board(_MANY_SCRIPTS).board, folder, "scripts")
    return _draw(Board(boards.sample()), folder, "page")


def _draw(board: Board, folder: Path, name: str) -> int:
    path = folder / ("summary.pdf" if name == "page" else f"summary-{name}.pdf")
    count = export_summary(board, path, today=TODAY).pages
    document = pypdfium2.PdfDocument(path)
    for number in range(count):
        document[number].render(scale=SCALE).to_pil().save(folder / f"{name}-{number + 1:02}.png")
    document.close()
    return count
