"""The link to come, while it is dragged: its curve, the card where it would land, its kind or why not."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.canvas.painting import colour
from ui.theme.fonts import font_of
from ui.tools.gesture import Stage
from workshop.model.links import LinkKind
from workshop.picture.palette import Palette
from workshop.picture.plan import Point, Rect, Weight
from workshop.picture.routes import (
    LINK_STYLES,
    Floats,
    arrow_heads,
    flatten_curves,
    link_colour,
    route_curves,
)
from workshop.picture.tags import apart

_EDGE = 8.0
_TAG_HEIGHT = 24.0
_WIDTH = 2.0


def paint_link_preview(
    painter: QPainter,
    stage: Stage,
    ends: tuple[Rect, Rect],
    *,
    kind: LinkKind,
    landing: Rect | None,
    why_not: str,
    at: Point,
) -> None:
    """Draw a link between two board rectangles, `landing` outlined, and a label beside a widget point."""
    ink = stage.looks.danger if why_not else link_colour(kind, stage.looks)
    curves = route_curves(np.array([ends[0]]), np.array([ends[1]]))
    painter.setPen(_pen(kind, ink, stage.camera.zoom))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_on_screen(flatten_curves(curves)[0], stage))
    if LINK_STYLES[kind].arrow:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ink))
        painter.drawPolygon(_on_screen(arrow_heads(curves)[0], stage))
    if landing is not None:
        painter.setPen(QPen(colour(ink), _WIDTH, Qt.PenStyle.DashLine if why_not else Qt.PenStyle.SolidLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(*stage.camera.rect_to_screen(landing.grown(4))), 10, 10)
    paint_tag(painter, why_not or kind.value, Point(at.x + 14, at.y + 14), stage.looks, ink)


def _pen(kind: LinkKind, ink: str, zoom: float) -> QPen:
    """The pen for the line style of a kind."""
    pen = QPen(colour(ink), _WIDTH)
    if dash := LINK_STYLES[kind].dash:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([max(length * zoom / _WIDTH, 0.5) for length in dash])
    return pen


def _on_screen(points: Floats, stage: Stage) -> QPolygonF:
    camera = stage.camera
    return QPolygonF([QPointF(*camera.to_screen(Point(x, y))) for x, y in points.tolist()])


class Tag(NamedTuple):
    """A few words on a small plate with its top left corner at a widget point, if nothing else is there."""

    text: str
    corner: Point
    ink: str
    opacity: float = 1.0


def paint_tag(painter: QPainter, text: str, corner: Point, looks: Palette, ink: str) -> None:
    """Draw one tag."""
    paint_tags(painter, [Tag(text, corner, ink)], looks)


def paint_tags(painter: QPainter, tags: Sequence[Tag], looks: Palette) -> None:
    """Draw tags, none over another; the first ones lie where they are wanted."""
    painter.setFont(font_of(Weight.SEMIBOLD, 12))
    area, metrics = painter.viewport(), painter.fontMetrics()
    wanted = [Rect(*tag.corner, metrics.horizontalAdvance(tag.text) + 20, _TAG_HEIGHT) for tag in tags]
    boxes = apart(wanted, Rect(0, 0, area.width(), area.height()).grown(-_EDGE))
    for tag, box in zip(tags, boxes, strict=True):
        painter.setOpacity(tag.opacity)
        painter.setPen(QPen(colour(tag.ink), 1))
        painter.setBrush(colour(looks.panel))
        painter.drawRoundedRect(QRectF(*box), _TAG_HEIGHT / 2, _TAG_HEIGHT / 2)
        painter.drawText(QRectF(*box), Qt.AlignmentFlag.AlignCenter, tag.text)
    painter.setOpacity(1.0)
