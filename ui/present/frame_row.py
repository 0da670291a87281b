"""A frame in the list: its number, its name to be written over, what it shows, and acts."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel

from ui.layouts import empty
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import quiet_label, strong_label
from ui.panels.row import Act, Row, link_button
from ui.panels.strict_fields import StrictLine
from ui.theme.icons import icon_picture
from ui.theme.scale import px
from workshop.model.facilitation import Frame, FrameKind
from workshop.picture.palette import Palette

_NUMBER = 20
_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_KINDS = {
    FrameKind.PHASE: "A phase",
    FrameKind.GROUP: "A group",
    FrameKind.THREAD: "A thread",
    FrameKind.REGION: "A part of the board",
}


class Frames(Protocol):
    """What a row asks of the page."""

    def frame(self, key: str) -> Frame | None:
        """The frame."""
        ...

    def place(self, key: str) -> tuple[int, int]:
        """Which of how many it is, counted from 0."""
        ...

    def acts_of(self, key: str) -> list[Act]:
        """What is offered; the first is what Enter does."""
        ...

    def name(self, key: str, name: str) -> None:
        """Give it another name."""
        ...

    def move_by(self, key: str, way: int) -> None:
        """Move it up (−1) or down (1)."""
        ...

    def remove(self, key: str) -> None:
        """Take it out."""
        ...


class FrameRow(Row):
    """Enter shows the frame, F2 writes its name, Alt with an arrow moves it, Delete removes it."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    drag_ended = Signal()

    def __init__(self, key: str, looks: Palette, frames: Frames) -> None:
        super().__init__(key, looks)
        self._frames = frames
        self._shown: object = None
        self._first: Callable[[], object] | None = None
        self._pressed: QPoint | None = None
        self._dragging = False
        self.number = strong_label()
        self.number.setFixedWidth(px(_NUMBER))
        self.field = StrictLine()
        self.field.setObjectName(f"name:{key}")
        self.field.setAccessibleName("Name of the frame")
        self.field.edited.connect(lambda name: frames.name(self.key, name))
        self._kind = quiet_label()
        self._acts = FlowLayout(gap=12)
        self.column.addLayout(self._top())
        self.column.addWidget(self._kind)
        self.column.addLayout(self._acts)

    def show_record(self) -> None:
        """Show the frame as it is now."""
        frame = self._frames.frame(self.key)
        if frame is None:
            return
        place, count = self._frames.place(self.key)
        if (frame, place, count) == self._shown:
            return
        self._shown = (frame, place, count)
        self.number.setText(str(place + 1))
        self.field.show_value(frame.name)
        self._kind.setText(_KINDS[frame.kind])
        self.setAccessibleName(frame.name)
        self.setAccessibleDescription(f"Frame {place + 1} of {count}. {_KINDS[frame.kind]}.")
        acts = self._frames.acts_of(self.key)
        self._first = acts[0][1]
        empty(self._acts)
        for words, do in acts:
            self._acts.addWidget(link_button(words, do))
        self.reshaped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show, name, move or remove; Escape leaves a frame that is dragged where it was."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in _WAYS:
            self.field.settle()
            self._frames.move_by(self.key, _WAYS[key])
        elif key == Qt.Key.Key_Escape and self._dragging:
            self._end_dragging()
        elif not self.hasFocus():
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._frames.remove(self.key)
        elif key == Qt.Key.Key_F2:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._first is not None:
            self._first()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough from where it was pressed, the frame is dragged."""
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if self._dragging or far >= QApplication.startDragDistance():
            self._dragging = True
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the frame here."""
        if self._dragging:
            self.dropped.emit(event.globalPosition().toPoint())
        self._end_dragging()

    def _end_dragging(self) -> None:
        self._dragging, self._pressed = False, None
        self.drag_ended.emit()

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(8)
        grip = QLabel()
        grip.setPixmap(icon_picture("dots-six-vertical", self.looks.muted, px(16)))
        grip.setToolTip("Drag to another place (Alt+Up, Alt+Down)")
        top.addWidget(self.number)
        top.addWidget(self.field, 1)
        top.addWidget(grip)
        return top
