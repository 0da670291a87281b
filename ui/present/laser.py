"""The laser: a dot where the facilitator points on the board, with a short trail behind it."""

import time
from collections import deque
from itertools import pairwise

from PySide6.QtCore import QObject, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from ui.motion import motion_ms
from workshop.picture.plan import Point

TRAIL_MS = 320
_FRAME_MS = 16
_MOST = 48
"""Points of the trail that are kept, however fast the pointer is."""

_DOT = QColor("#FF2D2D")
_RING = QColor(255, 255, 255, 220)


class Laser(QObject):
    """Points are in pixels of the projector. `moved` carries what has to be painted anew."""

    moved = Signal(QRect)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.size = 12.0
        """The radius of the dot, in pixels."""
        self.at: Point | None = None
        self._trail: deque[tuple[float, Point]] = deque(maxlen=_MOST)
        self._length = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._fade)

    def point(self, at: Point | None) -> None:
        """Point elsewhere, or with None nowhere."""
        if at == self.at:
            return
        before = self._area()
        if self.at is None:
            self._length = motion_ms(TRAIL_MS) / 1000
        if self.at is not None and at is not None and self._length:
            self._trail.append((time.perf_counter(), self.at))
            self._timer.start()
        if at is None:
            self._trail.clear()
            self._timer.stop()
        self.at = at
        self.moved.emit(before.united(self._area()))

    def paint(self, painter: QPainter) -> None:
        """Draw the trail, thinner the older it is, and the dot."""
        if self.at is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, points = time.perf_counter(), [*self._trail, (time.perf_counter(), self.at)]
        for (since, start), (_, end) in pairwise(points):
            left = max(0.0, 1 - (now - since) / self._length) if self._length else 0.0
            shade = QColor(_DOT)
            shade.setAlphaF(0.75 * left)
            pen = QPen(shade, max(1.0, 1.5 * self.size * left))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(*start), QPointF(*end))
        painter.setPen(QPen(_RING, self.size / 5))
        painter.setBrush(_DOT)
        painter.drawEllipse(QPointF(*self.at), self.size, self.size)

    def _fade(self) -> None:
        before, oldest = self._area(), time.perf_counter() - self._length
        while self._trail and self._trail[0][0] < oldest:
            self._trail.popleft()
        if not self._trail:
            self._timer.stop()
        self.moved.emit(before)

    def _area(self) -> QRect:
        """The box of the dot and its trail."""
        points = [point for _, point in self._trail] + ([self.at] if self.at is not None else [])
        if not points:
            return QRect()
        xs, ys, edge = [p.x for p in points], [p.y for p in points], self.size * 2
        left, top = round(min(xs) - edge), round(min(ys) - edge)
        return QRect(left, top, round(max(xs) + edge) - left, round(max(ys) + edge) - top)
