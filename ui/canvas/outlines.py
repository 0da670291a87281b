"""Outlines of very many cards at once: a frame is drawn once a size, and blitted to every card of that size."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from ui.canvas.fragments import Floats, draw_fragments, fragments_of

_LARGE = 400
"""Device pixels from which on a side is drawn as lines: few such cards are in view, and their frames would be large."""


def paint_outlines(painter: QPainter, boxes: Floats, ink: QColor, ratio: float) -> None:
    """Paint frames at boxes (n, 4: x, y, w, h in widget pixels), a pixel wide, with `ratio` device pixels a pixel."""
    view = painter.viewport()
    x, y, w, h = boxes.T
    inside = boxes[(x < view.width()) & (x + w > 0) & (y < view.height()) & (y + h > 0)]
    device = np.rint(inside * ratio)
    large = (device[:, 2:] >= _LARGE).any(axis=1)
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    painter.setPen(QPen(ink, max(1, round(ratio))))
    for box in device[large].tolist():
        painter.drawRect(QRectF(*box))
    _blit_frames(painter, device[~large], ink, max(1, round(ratio)))
    painter.restore()


def _blit_frames(painter: QPainter, boxes: Floats, ink: QColor, line: int) -> None:
    """Blit a frame to each box, whose sides are below `_LARGE`, those of one size in one call."""
    sides = boxes[:, 2:] + 1
    sizes, kind = np.unique(sides[:, 0] * (2 * _LARGE) + sides[:, 1], return_inverse=True)
    for number, size in enumerate(sizes.tolist()):
        width, height = divmod(int(size), 2 * _LARGE)
        at = boxes[kind == number, :2]
        source = np.broadcast_to(np.array((0.0, 0.0, width, height)), (len(at), 4))
        draw_fragments(painter, fragments_of(at[:, 0], at[:, 1], source), _frame(width, height, ink, line))


def _frame(width: int, height: int, ink: QColor, line: int) -> QPixmap:
    frame = QPixmap(width, height)
    frame.fill(Qt.GlobalColor.transparent)
    with QPainter(frame) as painter:
        for x, y, w, h in (
            (0, 0, width, line),
            (0, height - line, width, line),
            (0, 0, line, height),
            (width - line, 0, line, height),
        ):
            painter.fillRect(QRectF(x, y, w, h), ink)
    return frame
