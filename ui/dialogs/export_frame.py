"""The frame of an export that is being prepared: its choices at the left, what comes of them at the right."""

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.export_preview import Preview
from ui.theme.scale import px
from ui.window_state import WindowState

WIDTH, HEIGHT, CHOICES = 1_000, 700, 330
_SETTLE_MS = 120
"""So long after the last choice the preview begins, so that a row of clicks draws once."""


class ExportFrame(QFrame):
    """`wanted` brings what was chosen; the frame closes with Escape."""

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, title: str, state: WindowState, session: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("zoomBar")
        self.setAccessibleName(title)
        self._title, self._session = title, session
        self._told = QLabel("Drawing…")
        self._told.setProperty("quiet", True)
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._preview = Preview(state.workshop.board, self)
        self._preview.failed.connect(self._told.setText)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        parent.installEventFilter(self)

    @property
    def told(self) -> str:
        """What is said of the file that would come of it."""
        return self._told.text()

    def chosen(self) -> Struct:
        """What is chosen now; it is kept for the next time when it is exported."""
        raise NotImplementedError

    def leave(self) -> None:
        """Close the frame."""
        self._settle.stop()
        self._preview.stop()
        if (parent := self.parentWidget()) is not None:
            parent.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It stays within its window."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _begin(self, choices: QWidget, shown: QLayout) -> None:
        """Lay out the choices and what shows what comes of them, and ask for it."""
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 16, 16)
        row.setSpacing(18)
        left = QVBoxLayout()
        left.setSpacing(12)
        heading = QLabel(self._title)
        heading.setProperty("heading", True)
        left.addWidget(heading)
        left.addWidget(_scrolled(choices), 1)
        left.addLayout(self._buttons())
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._told)
        right.addLayout(shown, 1)
        row.addLayout(left)
        row.addLayout(right, 1)
        self._place()
        self._ask()
        self.show()
        self.raise_()
        self._export.setFocus()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        cancel = QPushButton("Cancel")
        cancel.setObjectName("leaveExport")
        cancel.clicked.connect(self.leave)
        self._export = QPushButton("Export…")
        self._export.setObjectName("beginExport")
        self._export.setProperty("primary", True)
        self._export.clicked.connect(self._on_export)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._export)
        return row

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        width = min(px(WIDTH), parent.width() - 24)
        height = min(px(HEIGHT), parent.height() - 24)
        self.setGeometry((parent.width() - width) // 2, (parent.height() - height) // 2, width, height)
        self._fit()

    def _on_changed(self) -> None:
        self._told.setText("Drawing…")
        self._settle.start()

    def _ask(self) -> None:
        """Have drawn what is chosen."""
        raise NotImplementedError

    def _fit(self) -> None:
        """Show what is drawn as large as there is room for."""
        raise NotImplementedError

    def _remember(self) -> None:
        """Keep what is chosen."""
        raise NotImplementedError

    def _fitted(self, image: QImage, size: QSize) -> QImage:
        ratio = self.devicePixelRatioF()
        scaled = image.scaled(
            size * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter = QPainter(scaled)
        painter.setPen(self.palette().color(self.palette().ColorRole.Mid))
        painter.drawRect(scaled.rect().adjusted(0, 0, -1, -1))
        painter.end()
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def _on_export(self) -> None:
        chosen = self.chosen()
        self._remember()
        self.leave()
        self.wanted.emit(chosen)


def size_words(size: int) -> str:
    """A number of bytes as people say it."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} KB"


def _scrolled(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedWidth(px(CHOICES))
    body.setObjectName("panelBody")
    area.setWidget(body)
    return area
