"""What may be dropped on the window: a session to open, and on the board pictures, text and tables."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:
    from ui.main_window import MainWindow

SUFFIXES = (".trilliant", ".pdf")
"""What can be opened; a PDF that carries no session says so."""


def may_be_dropped(event: QDropEvent, *, board: bool) -> bool:
    """Whether a drop here does something, be it that it says what cannot be taken."""
    mime = event.mimeData()
    if session_in(event) is not None:
        return True
    return board and (mime.hasUrls() or mime.hasText() or mime.hasImage())


def drop(window: "MainWindow", event: QDropEvent) -> None:
    """Open the session, or put what was dropped on the board, at the pointer."""
    if (path := session_in(event)) is not None:
        window.open_path(path)
    elif window.desk is not None:
        at = window.desk.canvas.mapFrom(window, event.position().toPoint())
        window.desk.pasting_actions.drop(event.mimeData(), at)


def session_in(event: QDropEvent) -> Path | None:
    """The session file or PDF that is dropped, if it is one alone."""
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].toLocalFile().lower().endswith(SUFFIXES):
        return Path(urls[0].toLocalFile())
    return None
