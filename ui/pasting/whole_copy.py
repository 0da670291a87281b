"""What was copied last, hidden cards included, kept in memory since every program reads the clipboard."""

from uuid import uuid4

from PySide6.QtCore import QByteArray, QMimeData

from exports.clipboard import CARDS_MIME

COPY_MIME = "application/x-trilliant-copy"
"""The kind under which a copy's mark lies on the clipboard; it says nothing but which copy it is."""


class WholeCopy:
    """One copy at a time, for all windows of the program."""

    def __init__(self) -> None:
        self._mark = b""
        self._cards = b""

    def keep(self, cards: bytes, mime: QMimeData) -> None:
        """Keep the whole of a copy, and mark what goes to the clipboard as belonging to it."""
        self._mark, self._cards = uuid4().hex.encode(), cards
        mime.setData(COPY_MIME, QByteArray(self._mark))

    def cards_of(self, mime: QMimeData) -> bytes:
        """The cards as JSON: the whole of them if they were copied here last, else what the clipboard holds."""
        mark = bytes(mime.data(COPY_MIME).data())
        return self._cards if mark and mark == self._mark else bytes(mime.data(CARDS_MIME).data())


WHOLE_COPY = WholeCopy()
"""The program's one."""
