"""The frame of an export that is being prepared: its choices at the left, what comes of them at the right."""

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
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

from ui.dialogs.keyed_sheet import KeyedSheet
from ui.dialogs.scrim import Scrim
from ui.export_preview import Preview
from ui.theme.scale import px
from ui.window_state import WindowState

CHOICES = 330
_LEAST, _MOST, _SHARE, _EDGE = (1_000, 700), (1_280, 960), 0.86, 24
"""The size of the frame, the share of the window's height that it takes between them, and what it leaves beside it.

It is so much larger in a large window that a page in the preview can be read."""

_SETTLE_MS = 120
"""So long after the last choice the preview begins, so that a row of clicks draws once."""

_RENEW_MS = 300
"""So long after the first of some changes of the board the preview begins anew, so that they are drawn together."""


class ExportFrame(KeyedSheet):
    """`wanted` tells that a file for what is chosen is to be named; the frame closes once it is.

    It closes with nothing exported by Escape and by a press beside it.
    """

    wanted = Signal()
    closed = Signal()

    def __init__(self, title: str, state: WindowState, session: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._title, self._session, self._state = title, session, state
        self._told = QLabel("Drawing…")
        self._told.setProperty("quiet", True)
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._preview = Preview(state.workshop.board, self)
        self._preview.failed.connect(self._told.setText)
        self._preview.refused.connect(self._refuse)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._look)
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.setInterval(_RENEW_MS)
        self._stale.timeout.connect(self._renew)
        state.board_changed.connect(self._on_board)
        parent.installEventFilter(self)

    @property
    def told(self) -> str:
        """What is said of the file that would come of it."""
        return self._told.text()

    def chosen(self) -> Struct:
        """What is chosen now."""
        raise NotImplementedError

    def take(self) -> None:
        """The file has a name: keep what is chosen for the next time, and close the frame."""
        self._remember()
        self.leave()

    def leave(self) -> None:
        """Close the frame."""
        self._state.board_changed.disconnect(self._on_board)
        self._stale.stop()
        self._settle.stop()
        self._preview.stop()
        if (parent := self.parentWidget()) is not None:
            parent.removeEventFilter(self)
        self._keys.end()
        self.hide()
        self.deleteLater()
        self.closed.emit()

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
        self._choices = _scrolled(choices)
        left.addWidget(self._choices, 1)
        left.addLayout(self._buttons())
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._told)
        right.addLayout(shown, 1)
        row.addLayout(left)
        row.addLayout(right, 1)
        self._beside = right
        self._place()
        self._look()
        self.show()
        Scrim(self).pressed.connect(self.leave)
        self._keys.begin()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        cancel = QPushButton("Cancel")
        cancel.setObjectName("leaveExport")
        cancel.clicked.connect(self.leave)
        self._export = QPushButton("Export…")
        self._export.setObjectName("beginExport")
        self._export.setProperty("primary", True)
        self._export.clicked.connect(lambda _checked=False: self.wanted.emit())
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._export)
        return row

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        width, height = _size_in(parent.width(), parent.height())
        self._choices.setFixedWidth(self._room_for_choices(width))
        self.setGeometry((parent.width() - width) // 2, (parent.height() - height) // 2, width, height)
        self._fit()

    def _room_for_choices(self, width: int) -> int:
        """Their width in a frame of this width: the usual one, or what the least preview leaves."""
        row = self.layout()
        assert row is not None
        margins = row.contentsMargins()
        taken = margins.left() + margins.right() + row.spacing() + self._beside.minimumSize().width()
        return min(px(CHOICES), width - taken)

    def _on_changed(self) -> None:
        if self._objection():
            self._settle.stop()
            self._look()
        else:
            self._export.setEnabled(True)
            self._told.setText("Drawing…")
            self._settle.start()

    def _look(self) -> None:
        """Have drawn what is chosen, or nothing where no file can come of it; what was being drawn is given up."""
        self._ask()
        if words := self._objection():
            self._refuse(words)

    def _refuse(self, words: str) -> None:
        """Say why no file can come of what is chosen, in place of what it would show."""
        self._blank()
        self._told.setText(words)
        self._export.setEnabled(False)

    def _accept(self, words: str) -> None:
        """Say what the file will be."""
        self._told.setText(words)
        self._export.setEnabled(True)

    def _on_board(self, _change_set: object) -> None:
        """What is shown is no longer what would be written."""
        self._told.setText(self._objection() or "Drawing…")
        if not self._stale.isActive():
            self._stale.start()

    def _renew(self) -> None:
        """Have the board drawn as it is now; what is being drawn is waited for, or it would never be seen."""
        if self._preview.busy:
            self._stale.start()
            return
        self._settle.stop()
        self._follow()
        self._preview.renew(self._state.workshop.board)
        self._look()

    def _follow(self) -> None:
        """Take up what the board's parts hold now."""

    def _objection(self) -> str:
        """Why no board can be exported by these choices; empty where one can, or where only drawing it tells."""
        return ""

    def _blank(self) -> None:
        """Show nothing."""
        raise NotImplementedError

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


def _size_in(width: int, height: int) -> tuple[int, int]:
    """The size of the frame in a window of this size, as wide for its height as it is at least."""
    (wide, high), (widest, highest) = (tuple(map(px, size)) for size in (_LEAST, _MOST))
    tall = max(high, min(round(height * _SHARE), highest))
    return min(wide * tall // high, widest, width - _EDGE), min(tall, height - _EDGE)


def size_words(size: int) -> str:
    """A number of bytes as people say it."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} KB"


def _scrolled(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedWidth(px(CHOICES))
    body.setObjectName("panelBody")
    area.setWidget(body)
    return area
