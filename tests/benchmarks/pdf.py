"""Times the summary of 1,000 cards against ReportLab drawing the same number of text lines alone."""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from exports.pdf.content import content_of
from exports.pdf.document import export_paper, lay_out
from exports.pdf.options import Kind, PaperOptions
from exports.pdf.steps import Steps
from exports.pdf.summary import lay_out_summary
from tests.exports.boards import full_board
from tests.exports.reading import export_summary
from workshop.board.board import Board
from workshop.picture.font_files import font_bytes
from workshop.picture.plan import TextRun, Weight

CARDS, MANY, RUNS, LINES_A_PAGE = 1_000, 10_000, 7, 60


def text_lines(board: Board) -> list[str]:
    """The text of every line that the summary of a board draws."""
    silent = Steps(lambda share, step: None, lambda: False, 0, 1)
    pages = lay_out_summary(content_of(board), PaperOptions(paper="A4"), silent).pages
    shapes = (shape for page in pages for placed in page.unfolded(lambda: None) for shape in placed.shapes)
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
    row = _row(f"PDF summary against ReportLab drawing its {len(lines)} text lines", summary, bare)
    return [row, _poster(board), _memory()]


def _poster(board: Board) -> dict[str, Any]:
    """The poster in the board's own proportions against ReportLab drawing its text lines."""
    options = PaperOptions(kind=Kind.POSTER, paper="board")
    silent = Steps(lambda share, step: None, lambda: False, 0, 1)
    placed = [
        one
        for page in lay_out(content_of(board, options=options), options, silent).pages
        for one in page.placed
    ]
    lines = [shape.text for one in placed for shape in one.shapes if isinstance(shape, TextRun)]
    poster, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(RUNS):
            poster.append(_timed(lambda: export_paper(board, Path(folder) / "poster.pdf", options)))
            bare.append(_timed(lambda: draw_lines(lines, Path(folder) / "bare.pdf")))
    return _row(f"PDF poster against ReportLab drawing its {len(lines)} text lines", poster, bare)


def _memory() -> dict[str, Any]:
    """The memory of a process that writes the summary of MANY cards, and the longest wait between two steps."""
    told = subprocess.run([sys.executable, __file__, "--many"], capture_output=True, text=True, check=True)
    megabytes, wait = map(float, told.stdout.split()[-2:])
    return {
        "name": "Memory of a process that writes a summary",
        "cards": MANY,
        "median": megabytes,
        "worst": megabytes,
        "unit": "MB",
        "longest wait": f"{wait:.0f} ms",
    }


def _write_many() -> None:
    """Write the summary of MANY cards; print the most memory that was used, and the longest time without a step."""
    told = [time.perf_counter()]
    with tempfile.TemporaryDirectory() as folder:
        board, path = full_board(MANY).board, Path(folder) / "many.pdf"
        export_summary(board, path, progress=lambda share, step: told.append(time.perf_counter()))
    waits = [after - before for before, after in pairwise(told[1:])]
    sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} {1000 * max(waits)}")


def _row(name: str, times: list[float], bare: list[float]) -> dict[str, Any]:
    median, baseline = statistics.median(times), statistics.median(bare)
    return {
        "name": name,
        "cards": CARDS,
        "median": round(median, 1),
        "worst": round(max(times), 1),
        "unit": "ms",
        "baseline": round(baseline, 1),
        "ratio": round(median / baseline, 2),
    }


def _timed(act: Any) -> float:
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__" and "--many" in sys.argv:
    _write_many()
elif __name__ == "__main__":
    for row in measure():
        print("  ".join(f"{name} {value}" for name, value in row.items()))
