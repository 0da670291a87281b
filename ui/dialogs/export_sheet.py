"""The sheet of a running export: how far it is, cancel, and afterwards where the file lies or why there is none."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.exporting import Export
from ui.long_paths import in_full
from ui.theme.scale import px
from ui.tips import plain_tip
from workshop.model.text import short

WIDTH, MARGIN, EDGE = 360, 18, 16


class ExportSheet(QFrame):
    """Floats at the top right of the window, of the board in it, while people work on or open another session.

    Then the folder opens, unless `quiet` says that a room looks on. `closed` tells that somebody closes it.
    """

    closed = Signal()

    def __init__(self, export: Export, window: QWidget, quiet: Callable[[], bool]) -> None:
        super().__init__(window)
        self._quiet = quiet
        self._over: QWidget = window
        self.setObjectName("zoomBar")
        self._export = export
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 14, MARGIN, 14)
        layout.setSpacing(8)
        self._heading = QLabel(f"Exporting {short(export.path.name, 30)}")
        self._heading.setProperty("heading", True)
        self._heading.setWordWrap(True)
        self._step = QLabel("Starting")
        self._step.setProperty("quiet", True)
        self._step.setWordWrap(True)
        self._step.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        for widget in (self._heading, self._step, self._bar):
            layout.addWidget(widget)
        self._acts = self._row()
        layout.addLayout(self._acts)
        export.progressed.connect(self._on_progress)
        export.ended.connect(self._on_ended)
        self._running = True
        self._told = ""
        self._settle()
        self.show()
        self.raise_()

    def place(self, over: QWidget) -> None:
        """Float in the upper right corner of a widget of the window."""
        self._over = over
        if self.width() != self._fitting():
            self._settle()
            return
        corner = over.mapTo(self.window(), QPoint(over.width() - self.width() - EDGE, EDGE))
        corner.setX(max(corner.x(), EDGE))
        if corner != self.pos():
            self.move(corner)

    def _fitting(self) -> int:
        """The width that fits what it floats over, in which its row of buttons still has room."""
        least = self._acts.minimumSize().width() + 2 * MARGIN
        return min(px(WIDTH), max(self._over.width() - 2 * EDGE, least))

    def _row(self) -> QHBoxLayout:
        """The links to the file and its folder, and the button that cancels or closes."""
        self._button = QPushButton("Cancel")
        self._button.setObjectName("cancelExport")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where people write
        self._button.clicked.connect(self._on_button)
        self._leads = [
            self._lead("openExport", "Open", self._export.path),
            self._lead("showExport", "Show in folder", self._export.path.parent),
        ]
        row = QHBoxLayout()
        for lead in self._leads:
            row.addWidget(lead)
        row.addStretch(1)
        row.addWidget(self._button)
        return row

    def _lead(self, name: str, words: str, path: Path) -> QPushButton:
        """A link to the file or its folder, in sight once the file is there."""
        lead = QPushButton(words)
        lead.setObjectName(name)
        lead.setProperty("link", True)
        lead.setFocusPolicy(Qt.FocusPolicy.TabFocus)
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
            self._tell(error)
        else:
            self._heading.setText(f"{self._export.path.suffix[1:].upper()} exported")
            self._tell("\n".join((str(self._export.path), *self._export.warnings)))
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
        self.closed.emit()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.close()

    def _tell(self, words: str) -> None:
        """Say how it ended, and in full where the pointer rests."""
        self._told = words
        self._step.setToolTip(plain_tip(words))

    def _settle(self) -> None:
        """Take the width that there is, with a long path shortened to it, and the height of the words at that.

        Which adjustSize only guesses.
        """
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.setFixedWidth(self._fitting())
        if self._told:
            room = self.width() - 2 * MARGIN
            self._step.setText(in_full(self._told, self._export.path, self._step.fontMetrics(), room))
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        self.place(self._over)


def _open(path: Path) -> None:
    address = path.absolute().as_uri()  # by its bytes, which are not UTF-8 in every name
    QDesktopServices.openUrl(QUrl.fromEncoded(address.encode()))
