"""An export in a process of its own, so that the window never waits: progress, cancel, and how it ended."""

import contextlib
import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from exports.whole_file import STOPPED, remove_parts
from ui.board_post import post_board, receive_board
from workshop.board.board import Board

if TYPE_CHECKING:
    from exports.pdf.options import PaperOptions
    from exports.pictures.options import PictureOptions

POLL_MS = 20
PATIENCE_MS = 60
"""How long a cancelled export may take to clean up before it is ended; the window says so within 200 ms."""

CLOSING_MS = 3_000
"""How long the app waits for it when it closes."""


class Export(QObject):
    """`progressed` carries a share and a step's words; `ended` a sentence of what went wrong, empty if nothing did.

    `warnings` are sentences about what was written, once it is.
    """

    progressed = Signal(float, str)
    ended = Signal(str)

    def __init__(
        self,
        board: Board,
        path: Path,
        parent: QObject | None = None,
        options: "PaperOptions | PictureOptions | None" = None,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.warnings: tuple[str, ...] = ()
        context = multiprocessing.get_context("spawn")
        self._reports, theirs = context.Pipe(duplex=False)
        self._cancelled = context.Event()
        posted = post_board(board, context)
        job = _Job(posted, path, options)
        self._process = context.Process(target=_export, args=(job, theirs, self._cancelled), daemon=True)
        self._process.start()
        theirs.close()
        posted.close()
        self.cancelling = False
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._on_poll)
        self._poll.start()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setTimerType(Qt.TimerType.PreciseTimer)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._lose_patience)

    def cancel(self) -> None:
        """Stop; nothing is left behind."""
        self.cancelling = True
        self._cancelled.set()
        self._patience.start()

    def stop(self) -> None:
        """Cancel and wait until nothing of it runs, a few seconds at most: the app closes."""
        self._cancelled.set()
        self._process.join(CLOSING_MS / 1000)
        if self._process.is_alive():
            self._process.terminate()
        self._end(STOPPED)

    def _lose_patience(self) -> None:
        """End it; what it reported until then counts, so that a file that is there is not said to be none."""
        self._process.terminate()
        self._process.join()
        self._on_poll()

    def _on_poll(self) -> None:
        alive = self._process.is_alive()
        with contextlib.suppress(EOFError, OSError):
            while self._reports.poll():
                report = self._reports.recv()
                if isinstance(report, _Ending):
                    self.warnings = report.warnings
                    self._end(report.error)
                    return
                self.progressed.emit(*report)
        if not alive:
            self._end(STOPPED if self.cancelling else "The export ended unexpectedly; try again.")

    def _end(self, error: str) -> None:
        self._poll.stop()
        self._patience.stop()
        self._process.terminate()  # whatever it still does is of no use, and takes a large board long
        self._process.join()
        self._reports.close()
        if error:
            remove_parts(self.path)
        self.ended.emit(error)
        self.deleteLater()


class _Job(NamedTuple):
    """What is to be written."""

    board: Connection
    path: Path
    options: "PaperOptions | PictureOptions | None"


class _Ending(NamedTuple):
    """How it ended: a sentence of what went wrong, empty if nothing did, and what is to be said of the file."""

    error: str = ""
    warnings: tuple[str, ...] = ()


def _export(job: _Job, reports: Connection, cancelled: Event) -> None:
    """What the process does: write the file, reporting as it goes, and at the end how it went."""
    from exports.registry import export_board
    from ui.export_words import warnings_of
    from workshop.errors import WorkshopError

    def progress(share: float, step: str) -> None:
        reports.send((share, step))

    stopped = cancelled.is_set
    try:
        report = export_board(
            receive_board(job.board),
            job.path,
            options=job.options,
            force=True,
            progress=progress,
            cancelled=stopped,
        )
        ending = _Ending(warnings=warnings_of(report))
    except WorkshopError as error:
        ending = _Ending(str(error))
    except Exception as error:
        ending = _Ending(f"The export failed ({type(error).__name__}: {error}); the session is untouched.")
    reports.send(ending)
