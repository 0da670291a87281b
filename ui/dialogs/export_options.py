"""The sheet of an export that is being prepared: its choices at the left, its pages as they will be at the right."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from exports.pdf.options import PaperOptions
from ui.dialogs.export_choices import ExportChoices
from ui.dialogs.export_scopes import scopes_of
from ui.export_memory import last_options, remember_options
from ui.export_preview import MOST_PAGES, Preview
from ui.theme.scale import px
from ui.window_state import WindowState

WIDTH, HEIGHT, CHOICES, THUMBNAILS = 1_000, 700, 330, 118
_SETTLE_MS = 120
"""So long after the last choice the preview begins, so that a row of clicks draws once."""


class ExportOptionsSheet(QFrame):
    """`wanted` brings the options with which to export; the sheet closes with Escape."""

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, state: WindowState, session: Path, parent: QWidget, *, selection: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("zoomBar")
        self.setAccessibleName("Export PDF")
        self._session = session
        scopes = scopes_of(state)
        scope = 1 if selection and len(scopes) > 1 and state.cards else 0
        self.choices = ExportChoices(last_options(session), scopes, scope)
        self.choices.changed.connect(self._on_changed)
        self._images: dict[int, QImage] = {}
        self._lay_out()
        self._preview = Preview(state.workshop.board, self)
        self._preview.written.connect(self._on_written)
        self._preview.drawn.connect(self._on_drawn)
        self._preview.failed.connect(self._on_failed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        parent.installEventFilter(self)
        self._place()
        self._ask()
        self.show()
        self.raise_()
        self._export.setFocus()

    @property
    def options(self) -> PaperOptions:
        """What is chosen."""
        return self.choices.options

    def leave(self) -> None:
        """Close the sheet."""
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

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 16, 16)
        row.setSpacing(18)
        left = QVBoxLayout()
        left.setSpacing(12)
        heading = QLabel("Export PDF")
        heading.setProperty("heading", True)
        left.addWidget(heading)
        left.addWidget(self._scrolled(self.choices), 1)
        left.addLayout(self._buttons())
        row.addLayout(left)
        row.addLayout(self._pages_column(), 1)

    def _scrolled(self, body: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(px(CHOICES))
        body.setObjectName("panelBody")
        area.setWidget(body)
        return area

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

    def _pages_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self._told = QLabel("Drawing the pages…")
        self._told.setProperty("quiet", True)
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self._told)
        row = QHBoxLayout()
        self._thumbnails = QListWidget()
        self._thumbnails.setObjectName("exportPages")
        self._thumbnails.setAccessibleName("Pages")
        self._thumbnails.setFixedWidth(px(THUMBNAILS))
        self._thumbnails.setFrameShape(QFrame.Shape.NoFrame)
        self._thumbnails.setIconSize(QSize(px(84), px(110)))
        self._thumbnails.setViewMode(QListView.ViewMode.IconMode)
        colours = self._thumbnails.palette()
        colours.setColor(QPalette.ColorRole.Highlight, colours.color(QPalette.ColorRole.AlternateBase))
        colours.setColor(QPalette.ColorRole.HighlightedText, colours.color(QPalette.ColorRole.Text))
        self._thumbnails.setPalette(colours)
        self._thumbnails.setFlow(QListView.Flow.TopToBottom)
        self._thumbnails.setWrapping(False)
        self._thumbnails.setMovement(QListView.Movement.Static)
        self._thumbnails.setResizeMode(QListView.ResizeMode.Adjust)
        self._thumbnails.currentRowChanged.connect(self._show_page)
        self._page = QLabel()
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.setAccessibleName("The chosen page")
        self._page.setMinimumSize(px(200), px(200))
        row.addWidget(self._thumbnails)
        row.addWidget(self._page, 1)
        column.addLayout(row, 1)
        return column

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        width = min(px(WIDTH), parent.width() - 24)
        height = min(px(HEIGHT), parent.height() - 24)
        self.setGeometry((parent.width() - width) // 2, (parent.height() - height) // 2, width, height)
        self._show_page(self._thumbnails.currentRow())

    def _on_changed(self) -> None:
        self._told.setText("Drawing the pages…")
        self._settle.start()

    def _ask(self) -> None:
        self._images.clear()
        self._preview.ask(self.options)

    def _on_written(self, pages: int, size: int, advice: str) -> None:
        shown = f", the first {MOST_PAGES} are shown" if pages > MOST_PAGES else ""
        words = f"{pages} {'page' if pages == 1 else 'pages'}{shown} · {_size_words(size)}"
        self._told.setText(f"{words}. {advice}" if advice else words)
        row = max(0, min(self._thumbnails.currentRow(), pages - 1))
        self._thumbnails.clear()
        for number in range(min(pages, MOST_PAGES)):
            item = QListWidgetItem(str(number + 1))
            item.setSizeHint(QSize(px(THUMBNAILS - 22), px(138)))
            self._thumbnails.addItem(item)
        self._thumbnails.setCurrentRow(row)

    def _on_drawn(self, number: int, image: QImage) -> None:
        self._images[number] = image
        if (item := self._thumbnails.item(number)) is not None:
            small = self._fitted(image, self._thumbnails.iconSize())
            item.setIcon(QIcon(QPixmap.fromImage(small)))
            height = round(small.height() / self.devicePixelRatioF())
            item.setSizeHint(QSize(px(THUMBNAILS - 22), height + px(30)))
            self._thumbnails.scheduleDelayedItemsLayout()
        if number == self._thumbnails.currentRow():
            self._show_page(number)

    def _on_failed(self, sentence: str) -> None:
        self._told.setText(sentence)

    def _show_page(self, number: int) -> None:
        if (image := self._images.get(number)) is not None:
            self._page.setPixmap(QPixmap.fromImage(self._fitted(image, self._page.size())))
        else:
            self._page.clear()

    def _fitted(self, image: QImage, size: QSize) -> QImage:
        ratio = self.devicePixelRatioF()
        scaled = image.scaled(
            size * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter = QPainter(scaled)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(scaled.rect().adjusted(0, 0, -1, -1))
        painter.end()
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def _on_export(self) -> None:
        options = replace(self.options)
        remember_options(self._session, options)
        self.leave()
        self.wanted.emit(options)


def _size_words(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} KB"
