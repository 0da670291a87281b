"""What dims the window behind a sheet: the mouse does nothing there, but a press may put the sheet away."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

_SHADE = QColor(12, 14, 18, 115)
"""As dark in both themes: the sheet stands out, and what is behind can still be told."""


class Scrim(QWidget):
    """Covers the window of a sheet as long as that is shown. `pressed` tells of a press beside the sheet."""

    pressed = Signal()

    def __init__(self, sheet: QWidget) -> None:
        window = sheet.parentWidget()
        super().__init__(window)
        assert window is not None
        self._sheet = sheet
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        sheet.setAcceptDrops(True)
        window.installEventFilter(self)
        sheet.installEventFilter(self)
        sheet.destroyed.connect(self.deleteLater)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        sheet.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It is as large as the window, and goes with the sheet."""
        window = self.parentWidget()
        if watched is window and window is not None and event.type() == QEvent.Type.Resize:
            self.setGeometry(window.rect())
        if watched is self._sheet and event.type() == QEvent.Type.Hide and self._sheet.isHidden():
            self.hide()
            self.deleteLater()
        if watched is self._sheet and isinstance(event, QDropEvent):
            _let_fall(event)
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies behind."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), _SHADE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a press with the first button; no press goes on to what lies behind."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing behind moves."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Nothing behind offers its menu."""
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Nothing is dropped on what lies behind."""
        _let_fall(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """What is dropped here is not taken."""
        _let_fall(event)


def _let_fall(event: QDropEvent) -> None:
    """Take a drag or drop and do nothing with it; one that is not taken would go on to the window."""
    event.setDropAction(Qt.DropAction.IgnoreAction)
    event.accept()
