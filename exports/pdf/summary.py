"""The summary: one PDF that tells a workshop to people who were not there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from exports.pdf.content import Content, content_of
from exports.pdf.page import PAPERS, Flow, Page
from exports.pdf.sections import SECTIONS
from exports.pdf.writing import write_pages
from workshop.board.board import Board
from workshop.errors import ExportCancelled, ExportError

Progress = Callable[[float, str], None]
"""Told the share that is done, 0 to 1, and what is being done."""

_READING, _LAYING_OUT = 0.05, 0.6
"""The shares of the work that are done once the board is read, and once the pages are laid out."""

_EVERY = 10


@dataclass(frozen=True)
class ExportReport:
    """What was written: where, how many pages, and how many characters no font could draw.

    Those characters stand on the paper as boxes with their code points; `missing` counts each of them.
    """

    path: Path
    pages: int
    boxes: int = 0
    missing: tuple[tuple[str, int], ...] = ()


def export_summary(
    board: Board,
    path: Path,
    *,
    progress: Progress = lambda share, step: None,
    cancelled: Callable[[], bool] = lambda: False,
    paper: str = "A4",
    today: date | None = None,
) -> ExportReport:
    """Write the summary of a board; what stood at the path is replaced only when all is written.

    The same board with the same options gives the same bytes. Dates are compared with `today`, by default the day of
    the workshop. Raises ExportCancelled when `cancelled` says so,
    ExportError when the paper is unknown or the file cannot be written; then nothing is left behind.
    """
    if paper not in PAPERS:
        raise ExportError(f"There is no paper named “{paper}”; use one of {', '.join(PAPERS)}.")
    reading = Steps(progress, cancelled, 0.0, _READING)
    reading.expect(1, "Reading the board")
    content = content_of(board, today, reading.breathe)
    pages = lay_out_summary(content, paper, Steps(progress, cancelled, _READING, _LAYING_OUT))
    steps = Steps(progress, cancelled, _LAYING_OUT, 1.0)
    missing = write_pages(content, pages, PAPERS[paper], path, steps)
    return ExportReport(path, len(pages), sum(missing.values()), tuple(sorted(missing.items())))


def lay_out_summary(content: Content, paper: str, steps: "Steps") -> list[Page]:
    """The pages of the summary as data. Sections with nothing in them are left out."""
    flow = Flow(PAPERS[paper])
    present = [(section, count) for section in SECTIONS if (count := section.count(content))]
    steps.expect(sum(count for _, count in present), "Laying out the pages")
    for section, _ in present:
        section.set(flow, content, steps.done)
    return flow.pages


class Steps:
    """Tells the progress of a part of the work and stops it when it was cancelled."""

    def __init__(self, progress: Progress, cancelled: Callable[[], bool], start: float, end: float) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._start, self._end = start, end
        self._count, self._total, self._words = 0, 1, ""

    def expect(self, total: int, words: str) -> None:
        """Begin with so many steps to come."""
        self._count, self._total, self._words = 0, max(1, total), words
        self._tell()

    def done(self) -> None:
        """One step is done. Raises ExportCancelled when the work was cancelled."""
        self._count += 1
        if self._count % _EVERY == 0 or self._count == self._total:
            self._tell()

    def breathe(self) -> None:
        """Nothing is done yet that counts. Raises ExportCancelled when the work was cancelled."""
        self._tell()

    def _tell(self) -> None:
        if self._cancelled():
            raise ExportCancelled("The export was stopped; nothing was written.")
        share = min(1.0, self._count / self._total)
        self._progress(self._start + share * (self._end - self._start), self._words)
