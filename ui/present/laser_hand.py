"""The hand that holds the laser: where the facilitator's pointer is on the board, the projector shows the dot."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent

from ui.canvas.canvas import Canvas
from ui.present.placing import Placing
from ui.present.projector import Projector
from workshop.picture.plan import Point


class LaserHand(QObject):
    """Watches the pointer over the board, and over the projector where that is the only screen."""

    def __init__(self, canvas: Canvas, projector: Projector, placing: Placing) -> None:
        super().__init__(projector)
        self._canvas = canvas
        self._projector = projector
        self._placing = placing
        self.on = False
        projector.pointed.connect(self._on_pointed)

    def hold(self, *, on: bool) -> None:
        """Take it up, or put it down."""
        self.on = on
        if on:
            self._canvas.installEventFilter(self)
            at = None if self._placing.alone else self._canvas.pointing.resting
            if at is not None:
                self._projector.point(self._canvas.camera.to_board(at))
        else:
            self._canvas.removeEventFilter(self)
            self._projector.point(None)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Point where the pointer is; the board gets the event as ever."""
        if self._placing.alone:
            return False
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            at = Point(event.position().x(), event.position().y())
            self._projector.point(self._canvas.camera.to_board(at))
        elif event.type() == QEvent.Type.Leave:
            self._projector.point(None)
        return False

    def _on_pointed(self, at: Point | None) -> None:
        if self.on:
            self._projector.point(at)
