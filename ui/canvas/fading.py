"""The switch between near and far as a short cross-fade: the old picture goes as the new one is there."""

import time

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ui.canvas.camera import Camera
from ui.motion import motion_ms
from workshop.picture.plan import Rect

FADE_MS = 150
_FRAME_MS = 16


class Fading:
    """Holds the old picture, moved and scaled as the camera goes on, until it has faded."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._picture: QPixmap | None = None
        self._camera = Camera()
        self._until = 0.0
        self._length = 0.0
        self._timer = QTimer(widget)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._on_frame)

    @property
    def active(self) -> bool:
        """Whether something still fades."""
        return self._picture is not None

    def begin(self, picture: QPixmap, camera: Camera) -> None:
        """Have what was painted for a camera fade from now on, unless motion is to be reduced."""
        self._length = motion_ms(FADE_MS) / 1000
        if self._length <= 0 or picture.isNull():
            return
        self._picture, self._camera = picture.copy(), camera
        self._until = time.perf_counter() + self._length
        self._timer.start()

    def end(self) -> None:
        """Show only the new picture from now on."""
        self._picture = None
        self._timer.stop()

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Draw what is left of the old picture where the camera shows it now."""
        left = self._until - time.perf_counter()
        if self._picture is None or left <= 0:
            return
        width, height = self._widget.width(), self._widget.height()
        box = camera.rect_to_screen(self._camera.rect_to_board(Rect(0, 0, width, height)))
        painter.save()
        painter.setOpacity(left / self._length)
        painter.drawPixmap(QRectF(*box), self._picture, QRectF(self._picture.rect()))
        painter.restore()

    def _on_frame(self) -> None:
        if time.perf_counter() >= self._until:
            self.end()
        self._widget.update()
