"""Documents on paper: a board becomes a PDF of the kind, on the sheet and with the parts that the options name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from exports.attachment import attach_session
from exports.pdf.collecting import collector_at_rest
from exports.pdf.content import Content, content_of
from exports.pdf.narrowing import narrowed
from exports.pdf.options import Kind, PaperOptions, checked
from exports.pdf.page import LaidOut
from exports.pdf.steps import Progress, Steps
from exports.pdf.writing import write_pages
from workshop.board.board import Board
from workshop.translation import speaking

_READING, _LAYING_OUT = 0.05, 0.6
"""The shares of the work that are done once the board is read, and once the pages are laid out."""


@dataclass(frozen=True)
class ExportReport:
    """What was written: where, how many pages, and how many characters no font could draw.

    Those characters stand on the paper as boxes with their code points; `missing` counts each of them. `advice` is a
    sentence about what would make the document better to read, empty for none.
    """

    path: Path
    pages: int
    boxes: int = 0
    missing: tuple[tuple[str, int], ...] = ()
    advice: str = ""


def export_paper(
    board: Board,
    path: Path,
    options: PaperOptions | None = None,
    *,
    progress: Progress = lambda share, step: None,
    cancelled: Callable[[], bool] = lambda: False,
    today: date | None = None,
) -> ExportReport:
    """Write a document about a board; what stood at the path is replaced only when all is written.

    The same board with the same options gives the same bytes. Dates are compared with `today`, by default the day of
    the workshop. Raises ExportCancelled when `cancelled` says so, ExportError when an option cannot be met or the file
    cannot be written; then nothing is left behind.
    """
    options = checked(options or PaperOptions())
    reading = Steps(progress, cancelled, 0.0, _READING)
    reading.expect(1, "Reading the board")
    steps = Steps(progress, cancelled, _LAYING_OUT, 1.0)

    def attach(document: Any, beside: Path) -> None:
        attach_session(document, board, options, beside, steps.breathe)

    with collector_at_rest(), speaking(options.language):
        content = content_of(narrowed(board, options), today, reading.breathe, options, board)
        laid = lay_out(content, options, Steps(progress, cancelled, _READING, _LAYING_OUT))
        missing = write_pages(content, laid, path, steps, options, attach=attach)
    return ExportReport(
        path, len(laid.pages), sum(missing.values()), tuple(sorted(missing.items())), laid.advice
    )


def lay_out(content: Content, options: PaperOptions, steps: Steps) -> LaidOut:
    """The pages of a document, without jumps to sections that the options leave out."""
    laid = _LAYOUTS[options.kind](content, options, steps)
    anchors = {anchor for page in laid.pages for anchor in page.anchors}
    for page in laid.pages:
        page.jumps[:] = [jump for jump in page.jumps if jump.address or jump.anchor in anchors]
    return laid


def _summary(content: Content, options: PaperOptions, steps: Steps) -> LaidOut:
    from exports.pdf.summary import lay_out_summary

    return lay_out_summary(content, options, steps)


def _poster(content: Content, options: PaperOptions, steps: Steps) -> LaidOut:
    from exports.pdf.poster import lay_out_poster

    return lay_out_poster(content, options, steps)


def _handout(content: Content, options: PaperOptions, steps: Steps) -> LaidOut:
    from exports.pdf.handout import lay_out_handout

    return lay_out_handout(content, options, steps)


def _cards(content: Content, options: PaperOptions, steps: Steps) -> LaidOut:
    from exports.pdf.printed_cards import lay_out_cards

    return lay_out_cards(content, options, steps)


_LAYOUTS: dict[Kind, Callable[[Content, PaperOptions, Steps], LaidOut]] = {
    Kind.SUMMARY: _summary,
    Kind.POSTER: _poster,
    Kind.HANDOUT: _handout,
    Kind.CARDS: _cards,
}
