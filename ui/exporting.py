"""An export in a process of its own, so that the window never waits: progress, cancel, and how it ended."""

import contextlib
import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from workshop.board.board import Board
from workshop.model.cards import Anonymity
from workshop.model.record import Record

POLL_MS = 40
PATIENCE_MS = 3_000
"""How long a cancelled export may take to clean up before it is ended."""


class Export(QObject):
    """`progressed` carries a share and a step's words; `ended` a sentence of what went wrong, empty if nothing did."""

    progressed = Signal(float, str)
    ended = Signal(str)

    def __init__(self, board: Board, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        context = multiprocessing.get_context("spawn")
        self._reports, theirs = context.Pipe(duplex=False)
        self._cancelled = context.Event()
        records, shown = list(board.records()), board.shown_of_authors()
        self._process = context.Process(
            target=_export, args=(records, shown, path, theirs, self._cancelled), daemon=True
        )
        self._process.start()
        theirs.close()
        self.cancelling = False
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._on_poll)
        self._poll.start()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._process.terminate)

    def cancel(self) -> None:
        """Stop; nothing is left behind."""
        self.cancelling = True
        self._cancelled.set()
        self._patience.start()

    def stop(self) -> None:
        """Cancel and wait until nothing of it runs, a few seconds at most: the app closes."""
        self._cancelled.set()
        self._process.join(PATIENCE_MS / 1000)
        if self._process.is_alive():
            self._process.terminate()
        self._end("The export was cancelled.")

    def _on_poll(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            while self._reports.poll():
                report = self._reports.recv()
                if isinstance(report, str):
                    self._end(report)
                    return
                self.progressed.emit(*report)
        if not self._process.is_alive() and not self._reports_waiting():
            self._end(
                "The export was cancelled." if self.cancelling else "The export ended unexpectedly; try again."
            )

    def _reports_waiting(self) -> bool:
        try:
            return self._reports.poll()
        except (EOFError, OSError):
            return False

    def _end(self, error: str) -> None:
        self._poll.stop()
        self._patience.stop()
        self._process.join()
        self._reports.close()
        self.ended.emit(error)
        self.deleteLater()


def _export(records: list[Record], shown: Anonymity, path: Path, reports: Connection, cancelled: Event) -> None:
    """What the process does: write the file, reporting as it goes; at the end a sentence, empty if all went well.

    `shown` is what the running step shows of authors, which no record holds.
    """
    from exports.registry import export_board
    from workshop.errors import WorkshopError

    def progress(share: float, step: str) -> None:
        reports.send((share, step))

    board = Board(records)
    board.shown_of_authors = lambda: shown
    try:
        export_board(board, path, force=True, progress=progress, cancelled=cancelled.is_set)
    except WorkshopError as error:
        reports.send(str(error))
    except Exception as error:
        reports.send(f"The export failed ({type(error).__name__}: {error}); the session is untouched.")
    else:
        reports.send("")
