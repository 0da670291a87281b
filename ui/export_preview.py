"""The preview of an export: a process writes it and draws it as pictures, anew whenever its options change."""

import contextlib
import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from exports.pdf.options import PaperOptions
from exports.pictures.options import PictureOptions
from ui.board_post import post_board, receive_board
from workshop.board.board import Board

POLL_MS = 30
PAGE_WIDTH = 760
"""Pixels of a drawn page."""

PICTURE = (1_200, 1_200)
"""Pixels of a drawn picture at most."""

MOST_PAGES = 60
"""So many pages are drawn; the file has all."""

_PATIENCE_S = 2.0


class Preview(QObject):
    """`written` tells pages, bytes and advice, `drawn` each page's number and picture.

    `refused` is a sentence about why no file can come of what is chosen, `failed` one about the preview alone.
    Of a picture `measured` tells width, height, bytes and advice, the bytes 0 as long as they are not known.
    """

    written = Signal(int, int, str)
    measured = Signal(int, int, int, str)
    drawn = Signal(int, QImage)
    refused = Signal(str)
    failed = Signal(str)

    def __init__(self, board: Board, parent: QObject) -> None:
        super().__init__(parent)
        self._asked = self._drawn = 0
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._on_poll)
        self._begin(board)

    @property
    def busy(self) -> bool:
        """Whether what was asked for last is still being drawn."""
        return self._poll.isActive() and self._drawn < self._asked

    def ask(self, options: PaperOptions | PictureOptions, suffix: str = ".pdf") -> None:
        """Draw what a file with this suffix would show; what was asked before is given up."""
        self._asked += 1
        with contextlib.suppress(OSError):
            self._pipe.send((self._asked, options, suffix))

    def renew(self, board: Board) -> None:
        """Draw a board as it is now from here on, once that is asked for; what was asked before is given up."""
        self.stop()
        self._begin(board)

    def _begin(self, board: Board) -> None:
        self._folder = TemporaryDirectory()
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        posted = post_board(board, context)
        self._process: BaseProcess = context.Process(
            target=_preview, args=(posted, Path(self._folder.name), theirs), daemon=True
        )
        self._process.start()
        theirs.close()
        posted.close()
        self._poll.start()

    def stop(self) -> None:
        """End the process; nothing of it is left."""
        self._poll.stop()
        self._pipe.close()
        self._process.terminate()
        self._process.join(_PATIENCE_S)
        self._folder.cleanup()

    def _on_poll(self) -> None:
        try:
            while self._pipe.poll():
                asked, what, *told = self._pipe.recv()
                if asked == self._asked:
                    self._tell(what, told)
        except (EOFError, OSError):
            self._poll.stop()
            self.failed.emit("The preview ended unexpectedly; exporting is still possible.")

    def _tell(self, what: str, told: list[Any]) -> None:
        if what == "all":
            self._drawn = self._asked
        elif what in ("written", "measured", "refused", "failed"):
            getattr(self, what).emit(*told)
        else:
            number, width, height, pixels = told
            image = QImage(pixels, width, height, 3 * width, QImage.Format.Format_RGB888)
            self.drawn.emit(number, image.copy())


def _preview(posted: Connection, folder: Path, pipe: Connection) -> None:
    """What the process does: for the newest question write the document, and send its pages one by one."""
    with contextlib.suppress(EOFError, OSError):
        board = receive_board(posted)
        while True:
            question = pipe.recv()
            while pipe.poll():
                question = pipe.recv()
            asked, options, suffix = question
            answer = _show_picture if isinstance(options, PictureOptions) else _show_pages
            answer(board, folder / f"preview{suffix}", pipe, asked, options)
            pipe.send((asked, "all"))


def _show_pages(board: Board, path: Path, pipe: Connection, asked: int, options: PaperOptions) -> None:
    from exports.pdf.document import export_paper
    from exports.pdf.today import export_day
    from workshop.errors import ExportCancelled, WorkshopError

    try:
        report = export_paper(board, path, options, cancelled=pipe.poll, today=export_day())
    except ExportCancelled:
        return
    except WorkshopError as error:
        pipe.send((asked, _complaint(error), str(error)))
        return
    pipe.send((asked, "written", report.pages, path.stat().st_size, report.advice))
    try:
        _draw(path, pipe, asked)
    except ImportError:
        pipe.send(
            (asked, "failed", "The library that draws pages is missing (pypdfium2); exporting is possible.")
        )


def _complaint(error: Exception) -> str:
    """A disk that does not take the preview says nothing of the place that the file will have."""
    return "failed" if isinstance(error.__cause__, OSError) else "refused"


def _draw(path: Path, pipe: Connection, asked: int) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    for number in range(min(len(document), MOST_PAGES)):
        if pipe.poll():
            break
        page = document[number]
        image = page.render(scale=PAGE_WIDTH / page.get_width()).to_pil().convert("RGB")
        pipe.send((asked, "page", number, *image.size, image.tobytes()))
    document.close()


def _show_picture(board: Board, path: Path, pipe: Connection, asked: int, options: PictureOptions) -> None:
    """Send what the picture shows, as small as is seen here, and then how large its file is."""
    from exports.pictures.looking import look_at
    from exports.pictures.writing import export_picture
    from workshop.errors import ExportCancelled, WorkshopError

    def breathe() -> None:
        if pipe.poll():
            raise ExportCancelled("Something else was asked for.")

    try:
        size, pixels = look_at(board, options, path.suffix, PICTURE, breathe)
        pipe.send((asked, "measured", size.width, size.height, 0, ""))
        height, width, _ = pixels.shape
        pipe.send((asked, "page", 0, width, height, pixels.tobytes()))
        report = export_picture(board, path, options, cancelled=pipe.poll)
    except ExportCancelled:
        return
    except WorkshopError as error:
        pipe.send((asked, _complaint(error), str(error)))
        return
    pipe.send((asked, "measured", report.width, report.height, path.stat().st_size, report.advice))
