"""Handing numpy arrays to QPainter without a Python object for each line or fragment."""

from typing import cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPixmap

Floats = NDArray[np.float64]

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
    data = np.ascontiguousarray(fragments, np.float64)
    # WORKAROUND PySide6 takes one PixmapFragment where Qt means an array: the first is wrapped in place.
    first = cast(QPainter.PixmapFragment, shiboken6.wrapInstance(data.ctypes.data, QPainter.PixmapFragment))
    painter.drawPixmapFragments(first, len(data), picture, QPainter.PixmapFragmentHint(0))


def draw_lines(painter: QPainter, lines: Floats) -> None:
    """Draw lines (n, 4: x1, y1, x2, y2) in one call."""
    if not len(lines):
        return
    data = np.ascontiguousarray(lines, np.float64)
    first = cast(QLineF, shiboken6.wrapInstance(data.ctypes.data, QLineF))
    painter.drawLines(first, len(data))


def draw_lines_slowly(painter: QPainter, lines: Floats) -> None:
    """The same without wrapping memory, for a PySide6 in which that fails."""
    painter.drawLines([QLineF(*line) for line in lines.tolist()])


def draw_fragments_slowly(painter: QPainter, fragments: Floats, picture: QPixmap) -> None:
    """The same without wrapping memory, for a PySide6 in which that fails."""
    for x, y, left, top, width, height, *_ in fragments.tolist():
        painter.drawPixmap(
            int(x - width / 2), int(y - height / 2), picture, int(left), int(top), int(width), int(height)
        )
