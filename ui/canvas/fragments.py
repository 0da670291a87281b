"""Handing numpy arrays to QPainter without a Python object for each line or fragment."""

from functools import cache
from typing import cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap

Floats = NDArray[np.float64]
Integers = NDArray[np.int32]

FRAGMENT_FIELDS = 10
"""x, y of the centre, source left and top, width, height, scale x and y, rotation, opacity."""


def fragments_of(lefts: Floats, tops: Floats, sources: Floats) -> Floats:
    """Fragments that blit source rectangles (n, 4) of a picture 1:1 with their corners at lefts, tops."""
    fragments = np.empty((len(lefts), FRAGMENT_FIELDS))
    fragments[:, 0] = lefts + sources[:, 2] / 2
    fragments[:, 1] = tops + sources[:, 3] / 2
    fragments[:, 2:6] = sources
    fragments[:, 6:8] = 1.0
    fragments[:, 8] = 0.0
    fragments[:, 9] = 1.0
    return fragments


def draw_fragments(painter: QPainter, fragments: Floats, picture: QPixmap) -> None:
    """Draw fragments (n, 10) of a picture in one call."""
    if not len(fragments):
        return
    if not takes_arrays():
        _draw_fragments_one_by_one(painter, fragments, picture)
        return
    data = np.ascontiguousarray(fragments, np.float64)
    # WORKAROUND PySide6 takes one PixmapFragment where Qt means an array: the first is wrapped in place.
    first = cast(QPainter.PixmapFragment, shiboken6.wrapInstance(data.ctypes.data, QPainter.PixmapFragment))
    painter.drawPixmapFragments(first, len(data), picture, QPainter.PixmapFragmentHint(0))


def draw_lines(painter: QPainter, lines: Floats) -> None:
    """Draw lines (n, 4: x1, y1, x2, y2) in one call."""
    if takes_arrays():
        _draw_wrapped(painter, lines)
    elif len(lines):
        painter.drawLines([QLineF(*line) for line in lines.tolist()])


def draw_rects(painter: QPainter, corners: Integers) -> None:
    """Draw rectangles (n, 4: left, top, right, bottom, the last two within) in one call.

    Of whole pixels, with a brush and no pen, Qt fills many times as many in the same time as of any other.
    """
    if not takes_arrays():
        painter.drawRects(
            [
                QRect(left, top, right - left + 1, bottom - top + 1)
                for left, top, right, bottom in corners.tolist()
            ]
        )
    elif len(corners):
        data = np.ascontiguousarray(corners, np.int32)
        first = cast(QRect, shiboken6.wrapInstance(data.ctypes.data, QRect))
        painter.drawRects(first, len(data))


@cache
def takes_arrays() -> bool:
    """Whether this PySide6 reads on in memory behind the first line that it is given; tried once, with two lines."""
    picture = QImage(2, 2, QImage.Format.Format_RGB32)
    picture.fill(0)
    try:
        with QPainter(picture) as painter:
            painter.setPen(0xFFFFFF)
            _draw_wrapped(painter, np.array([[0.0, 0.0, 1.0, 0.0], [0.0, 1.0, 1.0, 1.0]]))
    except (TypeError, ValueError, RuntimeError):
        return False
    return all(picture.pixelColor(1, row).red() == 255 for row in (0, 1))


def _draw_wrapped(painter: QPainter, lines: Floats) -> None:
    if len(lines):
        data = np.ascontiguousarray(lines, np.float64)
        first = cast(QLineF, shiboken6.wrapInstance(data.ctypes.data, QLineF))
        painter.drawLines(first, len(data))


def _draw_fragments_one_by_one(painter: QPainter, fragments: Floats, picture: QPixmap) -> None:
    opacity = painter.opacity()
    for x, y, left, top, width, height, across, down, _, share in fragments.tolist():
        painter.setOpacity(opacity * share)
        wide, high = width * across, height * down
        target = QRectF(x - wide / 2, y - high / 2, wide, high)
        painter.drawPixmap(target, picture, QRectF(left, top, width, height))
    painter.setOpacity(opacity)
