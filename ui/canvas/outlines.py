"""Outlines of very many cards at once: their sides as filled rectangles of whole pixels, all in one call."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from ui.canvas.fragments import Floats, draw_rects


def paint_outlines(painter: QPainter, boxes: Floats, ink: QColor, ratio: float) -> None:
    """Paint frames at boxes (n, 4: x, y, w, h in widget pixels), a pixel wide, with `ratio` device pixels a pixel."""
    view = painter.viewport()
    x, y, w, h = boxes.T
    inside = boxes[(x < view.width()) & (x + w > 0) & (y < view.height()) & (y + h > 0)]
    x, y, w, h = np.rint(inside * ratio).astype(np.int32).T
    right, bottom, line = x + w, y + h, max(1, round(ratio)) - 1
    sides = [
        (x, y, right, y + line),
        (x, bottom - line, right, bottom),
        (x, y, x + line, bottom),
        (right - line, y, right, bottom),
    ]
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    draw_rects(painter, np.concatenate([np.column_stack(side) for side in sides]))
    painter.restore()
