"""The picture of the whole board that the map keeps: diamonds, cards as dots, and the balance of disciplines."""

from collections.abc import Iterable

import msgspec
import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from ui.canvas.card_arrays import DISCIPLINES
from ui.canvas.fragments import draw_fragments, draw_lines, fragments_of
from ui.canvas.painting import colour, paint_plan
from ui.canvas.scene import Scene
from workshop.model.diamonds import DIAMONDS, Diamond
from workshop.picture.board_plan import Balance, balance_bar
from workshop.picture.palette import Palette
from workshop.picture.plan import Point, Rect

PAD = 10.0
BAR = 5.0
_BAR_GAP = 8.0
BELOW = PAD + BAR + _BAR_GAP / 2
"""Pixels at the lower edge that the bars take."""

_LEAST_DOT = 2.0
_DOT = 5
"""The width of the dot on a card of which something was found, in pixels."""

_MARGIN = 60.0
"""Board units around everything, so that no dot touches the frame."""


class MapScale(msgspec.Struct, frozen=True):
    """How the board lies on the map: board units are `scale` pixels, the board's point `x`, `y` at `left`, `top`."""

    scale: float
    x: float
    y: float
    left: float
    top: float

    def to_map(self, rect: Rect) -> Rect:
        """A board rectangle in the map's pixels."""
        x, y = self.left + (rect.x - self.x) * self.scale, self.top + (rect.y - self.y) * self.scale
        return Rect(x, y, rect.w * self.scale, rect.h * self.scale)

    def to_board(self, point: Point) -> Point:
        """A pixel of the map on the board."""
        return Point(self.x + (point.x - self.left) / self.scale, self.y + (point.y - self.top) / self.scale)


def balance_of(scene: Scene, diamond: Diamond) -> Balance:
    """The cards of a diamond by discipline."""
    balances = scene.balances()
    rows = zip(*(balances[phase] for phase in diamond.phases), strict=True)
    return Balance(*(sum(row) for row in rows))


def scale_of(scene: Scene, width: float, height: float) -> MapScale:
    """How the whole board fits into a map of this size, above its bars."""
    around = scene.layout.bounds.united(scene.layout.parking)
    boxes = scene.cards.boxes
    if len(boxes):
        low, high = boxes[:, :2].min(axis=0), (boxes[:, :2] + boxes[:, 2:]).max(axis=0)
        around = around.united(Rect(*low.tolist(), *(high - low).tolist()))
    around = around.grown(_MARGIN)
    room_w, room_h = width - 2 * PAD, height - 2 * PAD - BAR - _BAR_GAP
    scale = min(room_w / around.w, room_h / around.h)
    left = PAD + (room_w - around.w * scale) / 2
    top = PAD + (room_h - around.h * scale) / 2
    return MapScale(scale, around.x, around.y, left, top)


def map_picture(
    scene: Scene, scale: MapScale, size: QSize, palette: Palette, *, ratio: float, marked: Iterable[str] = ()
) -> QPixmap:
    """The picture, in device pixels, with its ground and frame; `marked` cards bear a dot."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(palette.hairline))
        painter.setBrush(colour(palette.panel))
        painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), 12, 12)
        _paint_diamonds(painter, scene, scale, palette)
        _paint_cards(painter, scene, scale, palette)
        _paint_marks(painter, scene, scale, palette, marked)
        _paint_balances(painter, scene, size, palette)
    return picture


def _paint_diamonds(painter: QPainter, scene: Scene, scale: MapScale, palette: Palette) -> None:
    for name, frame in scene.layout.diamonds.items():
        colours = palette.diamonds[name]
        painter.setPen(colour(colours.outline))
        painter.setBrush(colour(colours.tint))
        tips = [scale.to_map(Rect(*tip, 0, 0)) for tip in frame.tips]
        painter.drawPolygon(QPolygonF([QPointF(tip.x, tip.y) for tip in tips]))


def _paint_cards(painter: QPainter, scene: Scene, scale: MapScale, palette: Palette) -> None:
    """Each card as a short thick line, all of a discipline in one call."""
    cards = scene.cards
    if not len(cards):
        return
    left = scale.left + (cards.boxes[:, 0] - scale.x) * scale.scale
    middle = scale.top + (cards.boxes[:, 1] + cards.boxes[:, 3] / 2 - scale.y) * scale.scale
    right = left + np.maximum(cards.boxes[:, 2] * scale.scale, _LEAST_DOT)
    lines = np.stack([left, middle, right, middle], axis=1)
    height = max(_LEAST_DOT, float(np.median(cards.boxes[:, 3])) * scale.scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(cards) < 1_000)
    for number, discipline in enumerate(DISCIPLINES):
        pen = QPen(colour(palette.disciplines[discipline].accent), height)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        draw_lines(painter, lines[cards.disciplines == number])


def _paint_marks(
    painter: QPainter, scene: Scene, scale: MapScale, palette: Palette, marked: Iterable[str]
) -> None:
    """A dot at the upper right corner of each marked card."""
    shown = [index for card in marked if (index := scene.cards.index.get(card)) is not None]
    x, y, w, _ = scene.cards.boxes[shown].T
    left = scale.left + (x + w - scale.x) * scale.scale - _DOT / 2
    top = scale.top + (y - scale.y) * scale.scale - _DOT / 2
    source = np.broadcast_to(np.array((0.0, 0.0, _DOT, _DOT)), (len(shown), 4))
    draw_fragments(painter, fragments_of(np.rint(left), np.rint(top), source), _dot(palette))


def _dot(palette: Palette) -> QPixmap:
    dot = QPixmap(_DOT, _DOT)
    dot.fill(Qt.GlobalColor.transparent)
    with QPainter(dot) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.danger))
        painter.drawEllipse(QRectF(0.5, 0.5, _DOT - 1, _DOT - 1))
    return dot


def _paint_balances(painter: QPainter, scene: Scene, size: QSize, palette: Palette) -> None:
    """Three bars at the lower edge, as wide as their diamonds are to one another."""
    widths = [scene.layout.diamonds[diamond.name].rect.w for diamond in DIAMONDS]
    room = size.width() - 2 * PAD - _BAR_GAP * (len(DIAMONDS) - 1)
    x, y = PAD, size.height() - PAD - BAR + 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for diamond, width in zip(DIAMONDS, widths, strict=True):
        rect = Rect(x, y, room * width / sum(widths), BAR)
        paint_plan(painter, balance_bar(rect, balance_of(scene, diamond), palette))
        x = rect.right + _BAR_GAP
