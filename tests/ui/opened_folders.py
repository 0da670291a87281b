"""Taking note of the folders that the app has the desktop open, in place of opening them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices


class _Catcher(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@contextmanager
def opened_folders() -> Iterator[list[Path]]:
    """The folders opened meanwhile."""
    catcher = _Catcher()
    QDesktopServices.setUrlHandler("file", catcher, "take")
    try:
        yield catcher.opened
    finally:
        QDesktopServices.unsetUrlHandler("file")
