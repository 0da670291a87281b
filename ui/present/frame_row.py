"""A frame in the list: its number, its name to be written over, what it shows, and acts."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from ui.panels.dragged_row import DraggedRow
from ui.panels.labelled import quiet_label, strong_label
from ui.panels.reordering import GRIP_TIP
from ui.panels.row import Act
from ui.panels.strict_fields import StrictLine
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


class FrameRow(DraggedRow):
    """Enter shows the frame, F2 writes its name, Alt with an arrow moves it, Delete removes it."""

    def __init__(self, key: str, looks: Palette, frames: Frames) -> None:
        super().__init__(key, looks)
        self._frames = frames
        self._shown: object = None
        self.number = strong_label()
        self.number.setFixedWidth(px(_NUMBER))
        self.field = StrictLine()
        self.field.setObjectName(f"name:{key}")
        self.field.setAccessibleName("Name of the frame")
        self.field.edited.connect(lambda name: frames.name(self.key, name))
        self._kind = quiet_label()
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
        self.show_acts(self._frames.acts_of(self.key))
        self.reshaped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Name, move or remove it."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in _WAYS:
            self.field.settle()
            self._frames.move_by(self.key, _WAYS[key])
        elif not self.hasFocus():
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._frames.remove(self.key)
        elif key == Qt.Key.Key_F2:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.number)
        top.addWidget(self.field, 1)
        top.addWidget(self.grip(GRIP_TIP))
        return top
