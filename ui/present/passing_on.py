"""What the projector's window passes on to the board: over the only screen, nothing else has the keyboard."""

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from workshop.picture.plan import Point

_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier.value, Qt.KeyboardModifier.AltModifier.value

PASSED_ON: dict[int, str] = {
    Qt.Key.Key_R: "reveal_next",
    Qt.Key.Key_R | _SHIFT: "reveal_all",
    Qt.Key.Key_R | _ALT: "show_result",
    Qt.Key.Key_S: "spotlight",
    Qt.Key.Key_N | _ALT: "next_step",
    Qt.Key.Key_B | _ALT: "previous_step",
    Qt.Key.Key_M | _ALT: "add_minute",
    Qt.Key.Key_P | _ALT: "toggle_timer",
    Qt.Key.Key_B | _SHIFT: "freeze_projector",
    Qt.Key.Key_F5 | _SHIFT: "end_presenting",
}
"""The actions of the window by key, as they are in it; none of them writes on the board."""


def wheel_at(widget: QWidget, at: Point, event: QWheelEvent) -> None:
    """Turn the wheel over a pixel of another widget as it was turned."""
    where = QPointF(*at)
    passed = QWheelEvent(
        where,
        QPointF(widget.mapToGlobal(where)),
        event.pixelDelta(),
        event.angleDelta(),
        event.buttons(),
        event.modifiers(),
        event.phase(),
        event.inverted(),
    )
    QCoreApplication.sendEvent(widget, passed)
