"""Every page of the sample's summary as a picture."""

from pathlib import Path

import pypdfium2

from exports.registry import export_board
from tests.pictures import boards
from workshop.board.board import Board

SCALE = 1.5
"""Pixels a point."""


def picture_pages(folder: Path) -> int:
    """Write the summary and a picture of each page; the number of pages."""
    path = folder / "summary.pdf"
    export_board(Board(boards.sample()), path, force=True)
    document = pypdfium2.PdfDocument(path)
    count = len(document)
    for number in range(count):
        document[number].render(scale=SCALE).to_pil().save(folder / f"page-{number + 1:02}.png")
    document.close()
    return count
