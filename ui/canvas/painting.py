"""Painting a drawing plan with a QPainter, shape by shape as it stands."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ui.theme.fonts import font_of, icon_font
from workshop.picture.directions import runs_leftward
from workshop.picture.icons import icon_character
from workshop.picture.plan import Box, Dot, Icon, Picture, Shape, Stroke, TextRun, Weight, fitted_in

if TYPE_CHECKING:
    from ui.canvas.asset_images import AssetImages

_NO_PICTURE = "#8A8F99"
_SQUEEZED = 0.25
"""A line this much (in pixels) wider than its plan says is squeezed; less is not seen."""

_LARGE = 200.0
"""Pixels across, from which a polygon is drawn side by side."""


@cache
def colour(name: str) -> QColor:
    """A palette colour in Qt."""
    return QColor(name)


def paint_plan(painter: QPainter, shapes: Iterable[Shape], images: "AssetImages | None" = None) -> None:
    """Draw shapes in the painter's present coordinates; pictures are taken from `images`."""
    for shape in shapes:
        match shape:
            case TextRun():
                paint_text(painter, shape)
            case Box():
                _paint_box(painter, shape)
            case Icon():
                _paint_icon(painter, shape)
            case Dot():
                _set(painter, shape.stroke, shape.stroke_width, shape.fill)
                painter.drawEllipse(QPointF(*shape.centre), shape.radius, shape.radius)
            case Stroke():
                _paint_stroke(painter, shape)
            case Picture():
                _paint_picture(painter, shape, images)


def paint_text(painter: QPainter, run: TextRun) -> None:
    """Draw one line at its baseline, squeezed to its width where this font would make it wider.

    One that runs right to left and is narrower ends where its plan says.
    """
    font = font_of(run.weight, run.size, run.tracking)
    painter.setFont(font)
    painter.setPen(colour(run.colour))
    natural = run.width if run.text.isascii() else _natural_width(run.text, run.weight, run.size, run.tracking)
    if natural <= run.width + _SQUEEZED:
        spare = run.width - natural if runs_leftward(run.text) else 0.0
        painter.drawText(QPointF(run.x + spare, run.baseline), run.text)
        return
    painter.save()
    painter.translate(run.x, run.baseline)
    painter.scale(run.width / natural, 1.0)
    painter.drawText(QPointF(0, 0), run.text)
    painter.restore()


@lru_cache(maxsize=4_000)
def _natural_width(text: str, weight: Weight, size: float, tracking: float) -> float:
    return float(QFontMetricsF(font_of(weight, size, tracking)).horizontalAdvance(text))


def _paint_box(painter: QPainter, box: Box) -> None:
    _set(painter, box.stroke, box.stroke_width, box.fill)
    rect = QRectF(*box.rect)
    if box.radius:
        painter.drawRoundedRect(rect, box.radius, box.radius)
    else:
        painter.drawRect(rect)


def _paint_icon(painter: QPainter, icon: Icon) -> None:
    painter.setFont(icon_font(icon.size))
    painter.setPen(colour(icon.colour))
    box = QRectF(icon.x, icon.y, icon.size, icon.size)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, icon_character(icon.name))


def _paint_picture(painter: QPainter, picture: Picture, images: "AssetImages | None") -> None:
    """Draw a picture, or where it cannot be had, a frame with the sign of one."""
    scale = painter.combinedTransform().m11()
    image = images.at_size(picture.asset, picture.rect.w * scale, picture.rect.h * scale) if images else None
    if images is not None and image is not None:
        at = fitted_in(picture.rect, *images.own_size(picture.asset))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(*at), image)
        return
    box = Box(picture.rect, None, _NO_PICTURE, 1.0, 4.0)
    side = min(28.0, picture.rect.h - 8)
    centre = picture.rect.centre
    _paint_box(painter, box)
    _paint_icon(painter, Icon(centre.x - side / 2, centre.y - side / 2, side, "image", _NO_PICTURE))


def _paint_stroke(painter: QPainter, stroke: Stroke) -> None:
    """Draw a line or polygon; sides one by one, where Qt would take thirty times as long for all of them at once."""
    points = [QPointF(*point) for point in stroke.points]
    _set(painter, stroke.stroke, stroke.stroke_width, stroke.fill, stroke.dash)
    if not stroke.closed and len(points) == 2:
        painter.drawLine(*points)
    elif not stroke.closed:
        painter.drawPolyline(QPolygonF(points))
    elif stroke.stroke and not stroke.dash and _is_large(painter, points):
        _paint_large(painter, points, stroke.stroke, stroke.stroke_width)
    else:
        painter.drawPolygon(QPolygonF(points))


def _is_large(painter: QPainter, points: list[QPointF]) -> bool:
    xs = [point.x() for point in points]
    return (max(xs, default=0.0) - min(xs, default=0.0)) * painter.worldTransform().m11() > _LARGE


def _paint_large(painter: QPainter, points: list[QPointF], stroke: str, width: float) -> None:
    """Its fill with plain edges, which lie beneath its sides."""
    painter.setPen(Qt.PenStyle.NoPen)
    smooth = bool(painter.renderHints() & QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.drawPolygon(QPolygonF(points))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    painter.setPen(_pen(stroke, width, ()))
    painter.drawLines([QLineF(points[place - 1], point) for place, point in enumerate(points)])


def _set(
    painter: QPainter, stroke: str | None, width: float, fill: str | None, dash: tuple[float, ...] = ()
) -> None:
    painter.setPen(_pen(stroke, width, dash) if stroke else Qt.PenStyle.NoPen)
    # The colour itself: with the first QBrush made in Python, PySide makes the 180 presets of QGradient.
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)


@cache
def _pen(name: str, width: float, dash: tuple[float, ...]) -> QPen:
    pen = QPen(colour(name), width)
    if dash:
        pen.setDashPattern([max(length / width, 0.1) for length in dash])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
