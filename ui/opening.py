"""Opening what was not written here, files and PDFs: tried beside the window, with a sign of progress and Cancel."""

import threading
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.progress_strip import ProgressStrip
from ui.vetted import Vetted, session_copy
from workshop.imports.pdf_format import is_pdf
from workshop.model.text import short
from workshop.session.trial import vet

_BELOW_THE_BAR = 72


class Opening(QObject):
    """One file on its way. The window stays alive meanwhile, so whoever waits must expect anything."""

    _ended = Signal()

    def __init__(self, path: Path, window: QWidget) -> None:
        super().__init__(window)
        self._path = path
        self._cancel = threading.Event()
        self._error: Exception | None = None
        self._vetted = Vetted(path)
        self._loop = QEventLoop(self)
        self._ended.connect(self._loop.quit, Qt.ConnectionType.QueuedConnection)
        self._strip = ProgressStrip(window, top=_BELOW_THE_BAR)
        self._strip.cancelled.connect(self.cancel)

    def wait(self) -> Vetted:
        """Wait until the file is known to be safe to read; the session file to open, for a PDF the copy taken from it.

        Raises what `vet` and `session_copy` raise, OpeningCancelled too.
        """
        thread = threading.Thread(target=self._vet, name="vetting", daemon=True)
        self._strip.begin(f"Checking {short(self._path.name, 40)}, which was not saved here")
        thread.start()
        self._loop.exec()
        if thread.is_alive():  # the application ends: its loops are left without the thread having said so
            self.cancel()
        thread.join()
        self._strip.end()
        self._strip.deleteLater()
        self.deleteLater()
        if self._error is not None:
            raise self._error
        return self._vetted

    def cancel(self) -> None:
        """Stop within a moment; nothing is opened."""
        self._cancel.set()

    def _vet(self) -> None:
        try:
            if is_pdf(self._path):
                self._vetted = session_copy(self._path, cancelled=self._cancel.is_set)
            else:
                vet(self._path, cancelled=self._cancel.is_set)
        except Exception as error:
            self._error = error
        self._ended.emit()
