"""Linking: from a card's edge handle (or any card with the link tool) to another card, or to a new one."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.canvas.painting import colour
from ui.theme.fonts import font_of
from ui.tools.gesture import Gesture, PointerEvent, Stage
from ui.window_state import ORIGIN
from workshop.commands.links import add_link, can_link
from workshop.picture.plan import Rect, Weight
from workshop.picture.routes import flatten_curves, link_colour, route_curves


class Linking(Gesture):
    """Draws the link to come, its kind, and why not if a rule forbids it. On empty space: a new linked card."""

    def __init__(self, stage: Stage, start: PointerEvent, source: str) -> None:
        super().__init__(stage, start)
        self._source = source
        self._now = start
        self._travelled = False

    def move(self, event: PointerEvent) -> None:
        """Draw the link up to here."""
        self._now = event
        self._travelled = self._travelled or self._distance(event) > 6
        self.stage.refresh()

    def release(self, event: PointerEvent) -> None:
        """Link to the card here, or write a new linked card on empty space."""
        self._now = event
        self.stage.refresh()
        if not self._travelled:
            return
        target = self._target()
        state = self.stage.state
        if target is None:
            self.stage.write_card_at(event.board, linked_from=self._source)
        elif target != self._source:
            link = state.do(
                lambda: add_link(
                    state.workshop,
                    origin=ORIGIN,
                    source=self._source,
                    target=target,
                    kind=state.link_kind,
                    author=state.writer,
                )
            )
            if link:
                state.select(links={link.id})

    def cancel(self) -> None:
        """No link."""
        self.stage.refresh()

    def paint(self, painter: QPainter) -> None:
        """The curve, the card it would reach, and its kind or why not."""
        if not self._travelled:
            return
        stage = self.stage
        source = stage.scene.cards.rect(self._source)
        if source is None:
            return
        target = self._target()
        board = stage.scene.cards.rect(target) if target else None
        end = board or Rect(self._now.board.x - 1, self._now.board.y - 1, 2, 2)
        why_not = self._why_not(target)
        ink = colour(stage.looks.danger if why_not else link_colour(stage.state.link_kind, stage.looks))
        points = flatten_curves(route_curves(np.array([source]), np.array([end])))[0]
        painter.setPen(QPen(ink, 2.0, Qt.PenStyle.DashLine if why_not else Qt.PenStyle.SolidLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        zoom, x, y = stage.camera.zoom, stage.camera.x, stage.camera.y
        painter.drawPolyline(
            QPolygonF([QPointF((px - x) * zoom, (py - y) * zoom) for px, py in points.tolist()])
        )
        if board is not None:
            painter.drawRoundedRect(QRectF(*stage.camera.rect_to_screen(board.grown(4))), 10, 10)
        self._paint_label(painter, why_not or stage.state.link_kind.value, ink)

    def _paint_label(self, painter: QPainter, text: str, ink: QColor) -> None:
        painter.setFont(font_of(Weight.SEMIBOLD, 12))
        width = painter.fontMetrics().horizontalAdvance(text) + 20
        box = QRectF(self._now.screen.x + 14, self._now.screen.y + 14, width, 24)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(colour(self.stage.looks.panel))
        painter.drawRoundedRect(box, 12, 12)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _target(self) -> str | None:
        return self.stage.scene.cards.at(self._now.board)

    def _why_not(self, target: str | None) -> str:
        if target is None or target == self._source:
            return ""
        state = self.stage.state
        return can_link(state.workshop.board, source=self._source, target=target, kind=state.link_kind)

    def _distance(self, event: PointerEvent) -> float:
        return abs(event.screen.x - self.start.screen.x) + abs(event.screen.y - self.start.screen.y)
