"""Taking note of the folders that the app has the desktop open, in place of opening them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices


class _Catcher(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        path = url.toEncoded().data().removeprefix(b"file://")  # by its bytes, as names may be no UTF-8
        self.opened.append(Path(os.fsdecode(unquote_to_bytes(path))))


@contextmanager
def opened_folders() -> Iterator[list[Path]]:
    """The folders opened meanwhile."""
    catcher = _Catcher()
    QDesktopServices.setUrlHandler("file", catcher, "take")
    try:
        yield catcher.opened
    finally:
        QDesktopServices.unsetUrlHandler("file")
