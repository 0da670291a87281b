"""The sheet that is there while the window waits with closing until an export is written."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.dialogs.keyed_sheet import KeyedSheet
from ui.dialogs.scrim import Scrim
from ui.exporting import Export
from ui.long_paths import in_full
from ui.theme.scale import px

WIDTH, MARGIN = 400, 20


class ClosingSheet(KeyedSheet):
    """`over` tells that the window may go now, with the file written or given up.

    `left` tells that it stays: people went on, nothing was written, or there is something to read about the file.
    """

    over = Signal()
    left = Signal()

    def __init__(self, export: Export, parent: QWidget) -> None:
        super().__init__(parent)
        self._export = export
        self.setAccessibleName("Closing after the export")
        self.setFixedWidth(px(WIDTH))
        heading = QLabel("The window closes when this is written")
        heading.setProperty("heading", True)
        heading.setWordWrap(True)
        room = px(WIDTH) - 2 * MARGIN
        name = QLabel(in_full(export.path.name, export.path, self.fontMetrics(), room))
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 16, MARGIN, 16)
        layout.setSpacing(10)
        for widget in (heading, name, self._bar):
            layout.addWidget(widget)
        layout.addLayout(self._buttons())
        export.progressed.connect(self._on_progress)
        export.ended.connect(self._on_ended)
        parent.installEventFilter(self)
        self._place()
        self.show()
        Scrim(self).pressed.connect(self.leave)
        self._keys.begin()

    def leave(self) -> None:
        """The window stays, and the export goes on."""
        self._end()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It stays in the middle of its window."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _buttons(self) -> QHBoxLayout:
        stay, stop = QPushButton("Keep the window"), QPushButton("Stop and close")
        stay.setObjectName("keepWindow")
        stay.clicked.connect(self.leave)
        stop.setObjectName("stopAndClose")
        stop.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(stay)
        row.addWidget(stop)
        return row

    def _stop(self) -> None:
        """Give the file up, of which nothing is left behind; whoever hears of its end learns that it may go."""
        self._export.ended.disconnect(self._on_ended)
        self._export.stop()
        self._end()
        self.over.emit()

    def _on_progress(self, share: float, _step: str) -> None:
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(share * 1000))

    def _on_ended(self, error: str) -> None:
        self._end()
        (self.left if error or self._export.warnings else self.over).emit()

    def _end(self) -> None:
        if (parent := self.parentWidget()) is not None:
            parent.removeEventFilter(self)
        self._keys.end()
        self.hide()
        self.deleteLater()

    def _place(self) -> None:
        parent, layout = self.parentWidget(), self.layout()
        assert parent is not None
        assert layout is not None
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        self.move((parent.width() - self.width()) // 2, (parent.height() - self.height()) // 2)
