"""Snap guides: the lines on which dragged cards have come to lie, and how far they are from the next card there."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from ui.canvas.link_preview import Tag
from ui.canvas.painting import colour
from ui.tools.gesture import Stage
from workshop.picture.plan import Point
from workshop.picture.snapping import Guide

_LEAST = 4.0
"""Smaller distances are not written: the cards touch."""


def paint_guides(painter: QPainter, guides: Iterable[Guide], stage: Stage) -> None:
    """Draw the lines of guides with a painter in widget pixels."""
    painter.setPen(QPen(colour(stage.looks.selection), 1))
    for guide in guides:
        start, end = stage.camera.to_screen(guide.start), stage.camera.to_screen(guide.end)
        painter.drawLine(QPointF(*start), QPointF(*end))


def guide_tags(guides: Iterable[Guide], stage: Stage) -> Iterator[Tag]:
    """The distances of guides, each beside the middle of its line."""
    for guide in guides:
        if guide.distance >= _LEAST:
            start, end = stage.camera.to_screen(guide.start), stage.camera.to_screen(guide.end)
            middle = Point((start.x + end.x) / 2 + 8, (start.y + end.y) / 2 - 12)
            yield Tag(f"{guide.distance:.0f}", middle, stage.looks.selection)
