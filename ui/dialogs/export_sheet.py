"""The sheet of a running export: how far it is, cancel, and afterwards where the file lies."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.exporting import Export
from ui.theme.scale import px
from workshop.model.text import short

WIDTH = 360


class ExportSheet(QFrame):
    """Floats at the top right while people work on; then the folder opens, unless `quiet` says that a room looks on."""

    closed = Signal()

    def __init__(self, export: Export, parent: QWidget, quiet: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self.setObjectName("zoomBar")
        self.setFixedWidth(px(WIDTH))
        self._export = export
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(8)
        self._heading = QLabel(f"Exporting {short(export.path.name, 30)}")
        self._heading.setProperty("heading", True)
        self._step = QLabel("Starting")
        self._step.setProperty("quiet", True)
        self._step.setWordWrap(True)
        self._step.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._button = QPushButton("Cancel")
        self._button.setObjectName("cancelExport")
        self._button.clicked.connect(self._on_button)
        self._leads = [
            self._lead("openExport", "Open", export.path),
            self._lead("showExport", "Show in folder", export.path.parent),
        ]
        row = QHBoxLayout()
        for lead in self._leads:
            row.addWidget(lead)
        row.addStretch(1)
        row.addWidget(self._button)
        for widget in (self._heading, self._step, self._bar):
            layout.addWidget(widget)
        layout.addLayout(row)
        export.progressed.connect(self._on_progress)
        export.ended.connect(self._on_ended)
        self._running = True
        self._settle()
        self.show()

    def place(self) -> None:
        """Stay in the upper right corner."""
        if (parent := self.parentWidget()) is not None:
            self.move(parent.width() - self.width() - 16, 16)

    def _lead(self, name: str, words: str, path: Path) -> QPushButton:
        """A link to the file or its folder, in sight once the file is there."""
        lead = QPushButton(words)
        lead.setObjectName(name)
        lead.setProperty("link", True)
        lead.clicked.connect(lambda: _open(path))
        lead.hide()
        return lead

    def _on_progress(self, share: float, step: str) -> None:
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(share * 1000))
        self._step.setText(step)

    def _on_ended(self, error: str) -> None:
        self._running = False
        self._bar.setVisible(False)
        self._button.setText("Close")
        if error:
            self._heading.setText("Nothing was exported")
            self._step.setText(error)
        else:
            self._heading.setText(f"{self._export.path.suffix[1:].upper()} exported")
            self._step.setText("\n".join((str(self._export.path), *self._export.warnings)))
            for lead in self._leads:
                lead.show()
            if not self._quiet():
                _open(self._export.path.parent)
        self._settle()

    def _on_button(self) -> None:
        if self._running:
            self._step.setText("Cancelling…")
            self._export.cancel()
            return
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.close()
        self.closed.emit()

    def _settle(self) -> None:
        self.adjustSize()
        self.place()


def _open(path: Path) -> None:
    address = path.absolute().as_uri()  # by its bytes, which are not UTF-8 in every name
    QDesktopServices.openUrl(QUrl.fromEncoded(address.encode()))
