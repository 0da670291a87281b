"""A row that is dragged by the mouse, with a grip that says so."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel

from ui.layouts import empty
from ui.panels.flow_layout import FlowLayout
from ui.panels.looking_only import is_looked_at
from ui.panels.row import Act, Row, link_button
from ui.theme.icons import icon_picture
from ui.theme.scale import px
from workshop.picture.palette import Palette


class DraggedRow(Row):
    """`dragged` and `dropped` tell where the pointer is on the screen, `drag_ended` that it is over either way.

    `clicked` tells of a press and release that was no drag. Escape leaves what is dragged where it was.
    """

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    drag_ended = Signal()
    clicked = Signal()

    def __init__(self, key: str, looks: Palette) -> None:
        super().__init__(key, looks)
        self.first: Callable[[], object] | None = None
        self._acts = FlowLayout(gap=12)
        self._pressed: QPoint | None = None
        self._dragging = False
        self._stays = False
        self._grip: QLabel | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_acts(self, acts: list[Act]) -> None:
        """Offer these as links; Enter on the row does the first."""
        self.first = acts[0][1] if acts else None
        empty(self._acts)
        for words, do in acts:
            self._acts.addWidget(link_button(words, do))

    def showEvent(self, event: QShowEvent) -> None:
        """Where the session is only looked at, the row stays where it is."""
        super().showEvent(event)
        self._stays = is_looked_at(self)
        if self._stays:
            self.unsetCursor()
            if self._grip is not None:
                self._grip.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does the first act; Escape ends a drag."""
        if event.key() == Qt.Key.Key_Escape and self._dragging:
            self._end_dragging()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus() and self.first:
            self.first()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough from where it was pressed, the row is dragged."""
        if self._pressed is None or self._stays:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if not self._dragging and far >= QApplication.startDragDistance():
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop it here, or tell that it was only clicked."""
        dragging, pressed = self._dragging, self._pressed
        if dragging:
            self.dropped.emit(event.globalPosition().toPoint())
        self._end_dragging()
        if not dragging and pressed is not None and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def grip(self, tip: str) -> QLabel:
        """The sign that it can be dragged, and what a drag does."""
        grip = self._grip = QLabel()
        grip.setPixmap(icon_picture("dots-six-vertical", self.looks.muted, px(16)))
        grip.setToolTip(tip)
        return grip

    def _end_dragging(self) -> None:
        dragging, self._dragging, self._pressed = self._dragging, False, None
        if not self._stays:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        if dragging:
            self.drag_ended.emit()
