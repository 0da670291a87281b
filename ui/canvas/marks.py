"""The quiet marks at the corners of cards of which the board has found something."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from ui.canvas.camera import Camera
from ui.canvas.card_arrays import CardArrays
from ui.canvas.fragments import Floats, draw_fragments, fragments_of
from ui.canvas.painting import colour
from workshop.findings.finding import Severity
from workshop.picture.palette import Palette
from workshop.picture.plan import Point

RADIUS = 14.0
"""The radius of a mark in board units."""

_SMALLEST, _LARGEST = 3.0, 10.0
_QUIET_SHARE, _READABLE = 0.55, 5.5
_MOST = 600
"""With more cards in view than that, marks would be no more than noise."""


class Marks:
    """What is marked, by card; paints the marks of the cards in view."""

    def __init__(self) -> None:
        self.marked: Mapping[str, Severity] = {}
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    def changed(self, marked: Mapping[str, Severity]) -> set[str]:
        """Take other marks; the cards on which they differ."""
        before, self.marked = self.marked, marked
        return {card for card in {*before, *marked} if before.get(card) is not marked.get(card)}

    def at(self, cards: CardArrays, point: Point, slack: float) -> str | None:
        """The card whose mark is at a board point, the topmost where several are."""
        x, y, w, _ = cards.boxes.T
        beside = (np.abs(x + w - point.x) <= slack) & (np.abs(y - point.y) <= slack) & ~cards.under
        near = (cards.ids[place] for place in np.flatnonzero(beside)[::-1].tolist())
        return next((card for card in near if card in self.marked), None)

    def paint(
        self, painter: QPainter, camera: Camera, cards: CardArrays, which: NDArray[np.intp], palette: Palette
    ) -> None:
        """Paint the marks of these cards, by index, with a painter in widget pixels."""
        if not self.marked or len(which) > _MOST:
            return
        radius = min(max(RADIUS * camera.zoom, _SMALLEST), _LARGEST)
        found = [
            (index, severity) for index in which.tolist() if (severity := self.marked.get(cards.ids[index]))
        ]
        ratio = painter.device().devicePixelRatioF()
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        for severity in Severity:
            if at := [index for index, own in found if own is severity]:
                size = radius if severity is not Severity.LOW else radius * _QUIET_SHARE
                self._blit(
                    painter, self._picture(severity, size, ratio, palette), camera, cards.boxes[at], ratio
                )
        painter.restore()

    def _blit(self, painter: QPainter, mark: QPixmap, camera: Camera, boxes: Floats, ratio: float) -> None:
        """Blit a mark, on whole device pixels, to the upper right corner of each box."""
        x = (boxes[:, 0] + boxes[:, 2] - camera.x) * camera.zoom * ratio - mark.width() / 2
        y = (boxes[:, 1] - camera.y) * camera.zoom * ratio - mark.height() / 2
        source = np.broadcast_to(np.array((0.0, 0.0, mark.width(), mark.height())), (len(boxes), 4))
        draw_fragments(painter, fragments_of(np.rint(x), np.rint(y), source), mark)

    def _picture(self, severity: Severity, radius: float, ratio: float, palette: Palette) -> QPixmap:
        key = (severity, round(radius, 1), ratio, palette.ground, palette.high)
        if key not in self._pictures:
            self._pictures = {k: v for k, v in self._pictures.items() if k[2:] == key[2:]}
            self._pictures[key] = _drawn(severity, radius, ratio, palette)
        return self._pictures[key]


def severity_colour(severity: Severity, palette: Palette) -> str:
    """The colour that stands for a severity, beside its words."""
    return {Severity.HIGH: palette.danger, Severity.MEDIUM: palette.warning, Severity.LOW: palette.muted}[
        severity
    ]


def _drawn(severity: Severity, radius: float, ratio: float, palette: Palette) -> QPixmap:
    side = int(2 * radius) + 3
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    ink = severity_colour(severity, palette)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(ink), 1.2))
        painter.setBrush(colour(palette.warning_fill if severity is not Severity.LOW else palette.panel))
        painter.drawEllipse(QRectF(1, 1, 2 * radius, 2 * radius))
        if radius >= _READABLE:
            _exclaim(painter, Point(1 + radius, 1 + radius), radius, ink)
    return picture


def _exclaim(painter: QPainter, centre: Point, radius: float, ink: str) -> None:
    """An exclamation mark: a stroke and a dot, as thick as one another."""
    pen = QPen(colour(ink), max(1.4, radius * 0.22))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(centre.x, centre.y - radius * 0.48), QPointF(centre.x, centre.y + radius * 0.08))
    painter.drawPoint(QPointF(centre.x, centre.y + radius * 0.5))
