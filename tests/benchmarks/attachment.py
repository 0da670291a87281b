"""Times what it adds to a PDF to carry its session, and what it takes to get the session out again, vetted."""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from exports.pdf.document import export_paper
from exports.pdf.options import Attached, PaperOptions
from tests.benchmarks.pdf import draw_lines, text_lines
from tests.exports.boards import full_board
from workshop.imports.pdf_session import session_at

SIZES = ((1_000, 7), (10_000, 1))
"""Numbers of cards, and how often each is measured."""


def measure() -> list[dict[str, Any]]:
    """The rows of the report: the summary with and without its session against bare lines, and the way back."""
    return [row for cards, runs in SIZES for row in _rows(cards, runs)]


def _rows(cards: int, runs: int) -> list[dict[str, Any]]:
    board = full_board(cards).board
    lines = text_lines(board)
    times: dict[str, list[float]] = {"bare": [], "none": [], "sharing": [], "opening": []}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out.pdf"
        for _ in range(runs):
            times["bare"].append(_timed(lambda: draw_lines(lines, path)))
            for attached in (Attached.NONE, Attached.SHARING):
                options = PaperOptions(paper="A4", attachment=attached)
                times[attached.value].append(_timed(lambda: export_paper(board, path, options)))  # noqa: B023
            times["opening"].append(_timed(lambda: _open(path)))
    return [
        _row("PDF summary without its session", cards, times["none"], times["bare"]),
        _row("PDF summary that carries its session", cards, times["sharing"], times["bare"]),
        _row("Session out of a PDF, vetted", cards, times["opening"], None),
    ]


def _open(path: Path) -> None:
    with session_at(path):
        pass


def _row(name: str, cards: int, times: list[float], bare: list[float] | None) -> dict[str, Any]:
    median, baseline = statistics.median(times), statistics.median(bare or [0])
    return {
        "name": name,
        "cards": cards,
        "median": round(median, 1),
        "worst": round(max(times), 1),
        "unit": "ms",
        "baseline": round(baseline, 1),
        "ratio": round(median / baseline, 2) if bare else None,
    }


def _timed(act: Callable[[], object]) -> float:
    """Milliseconds by the clock."""
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    for row in measure():
        print("  ".join(f"{name} {value}" for name, value in row.items()))
