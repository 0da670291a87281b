"""Times the summary of 1,000 cards against ReportLab drawing the same number of text lines alone."""

import statistics
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from exports.pdf.content import content_of
from exports.pdf.options import PaperOptions
from exports.pdf.steps import Steps
from exports.pdf.summary import lay_out_summary
from tests.exports.boards import full_board
from tests.exports.reading import export_summary
from workshop.board.board import Board
from workshop.picture.font_files import font_bytes
from workshop.picture.plan import TextRun, Weight

CARDS, RUNS, LINES_A_PAGE = 1_000, 7, 60


def text_lines(board: Board) -> list[str]:
    """The text of every line that the summary of a board draws."""
    silent = Steps(lambda share, step: None, lambda: False, 0, 1)
    pages = lay_out_summary(content_of(board), PaperOptions(paper="A4"), silent)
    shapes = (shape for page in pages for placed in page.placed for shape in placed.shapes)
    return [shape.text for shape in shapes if isinstance(shape, TextRun)]


def draw_lines(lines: list[str], path: Path) -> None:
    """What is compared with: the same lines, one by one, in the same embedded font, and nothing else."""
    pdfmetrics.registerFont(TTFont("Baseline", BytesIO(font_bytes(Weight.REGULAR))))
    canvas = Canvas(str(path), pagesize=(595.276, 841.89), pageCompression=1, invariant=1)
    for start in range(0, len(lines), LINES_A_PAGE):
        canvas.setFont("Baseline", 9)
        for place, line in enumerate(lines[start : start + LINES_A_PAGE]):
            canvas.drawString(48, 786 - place * 12, line)
        canvas.showPage()
    canvas.save()


def measure() -> list[dict[str, Any]]:
    """The rows of the report: median and worst time of the summary, the bare drawing's median, the ratio."""
    board = full_board(CARDS).board
    lines = text_lines(board)
    summary, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(RUNS):
            summary.append(_timed(lambda: export_summary(board, Path(folder) / "summary.pdf")))
            bare.append(_timed(lambda: draw_lines(lines, Path(folder) / "bare.pdf")))
    median, baseline = statistics.median(summary), statistics.median(bare)
    return [
        {
            "name": f"PDF summary against ReportLab drawing its {len(lines)} text lines",
            "cards": CARDS,
            "median": round(median, 1),
            "worst": round(max(summary), 1),
            "unit": "ms",
            "baseline": round(baseline, 1),
            "ratio": round(median / baseline, 2),
        }
    ]


def _timed(act: Any) -> float:
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    for row in measure():
        print("  ".join(f"{name} {value}" for name, value in row.items()))
