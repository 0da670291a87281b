"""The board as the projector shows it: a kept frame of its own, with all but what is in the spotlight dimmed."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap

from ui.canvas.board_painter import BoardPainter
from ui.canvas.camera import Camera
from ui.canvas.frame import Frame
from ui.canvas.noting import read_notes
from ui.canvas.overlay import paint_lifted, paint_veil
from ui.canvas.scene import Damage, Scene
from workshop.changes.change_set import ChangeSet
from workshop.picture.board_plan import NEAR_ZOOM
from workshop.picture.palette import Palette
from workshop.picture.plan import Point, Rect
from workshop.visibility import Viewer
from workshop.workshop import Workshop

_SLACK = 4

_MOST_ROUNDS = 150
"""Rounds of a few milliseconds each in which cards are drawn in full for a picture that stays."""


class Projected:
    """A scene of its own, so that what the facilitator peeks at or brings up is never on the projector."""

    def __init__(self, workshop: Workshop, viewer: Viewer, palette: Palette) -> None:
        self.scene = Scene(workshop, viewer)
        self.scene.terms.wake()
        read_notes(self.scene, palette)
        self.camera = Camera()
        self.lit: frozenset[str] | None = None
        self.lifted: frozenset[str] = frozenset()
        self._lift_offset = Point(0, 0)
        self._painter = BoardPainter(self.scene, palette)
        self._frame = Frame(self._painter)
        self._veiled: QPixmap | None = None
        self._size = QSize()

    @property
    def _view(self) -> Rect:
        """What of the board the last picture shows."""
        return self.camera.rect_to_board(Rect(0, 0, self._size.width(), self._size.height()))

    @property
    def unfinished(self) -> bool:
        """Whether cards show plain faces still, or from afar threads that are no longer so."""
        return self._painter.unfinished or (self._painter.threads.stale and self.camera.zoom < NEAR_ZOOM)

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        return self._painter.palette

    def use_palette(self, palette: Palette) -> None:
        """Paint in other colours."""
        self._painter.palette = palette
        self._spoil()

    def look(self, camera: Camera, lit: frozenset[str] | None) -> bool:
        """Look elsewhere, and light cards; whether that is something else than before."""
        if camera == self.camera and lit == self.lit:
            return False
        self.camera, self.lit, self._veiled = camera, lit, None
        return True

    def lift(self, cards: frozenset[str], offset: Point) -> bool:
        """Show cards moved by so much, as the hand that drags them has them; whether any of them is in view.

        In a spotlight only what is lit is seen to move.
        """
        if self.lit is not None:
            cards &= self.lit
        if (cards, offset) == (self.lifted, self._lift_offset):
            return False
        boxes = self.scene.cards.boxes[self.scene.cards.places_of(cards | self.lifted)]
        if cards != self.lifted:
            self._veiled = None
        before, self.lifted, self._lift_offset = self._lift_offset, cards, offset
        return any(self._sees(np.add(boxes, (*by, 0.0, 0.0))) for by in (before, offset, Point(0, 0)))

    def _sees(self, boxes: NDArray[np.float64]) -> bool:
        """Whether any of these boxes (n, 4) is in view."""
        view, (x, y, w, h) = self._view, boxes.T
        inside = (x < view.right) & (x + w > view.x) & (y < view.bottom) & (y + h > view.y)
        return bool(inside.any())

    def note(self) -> bool:
        """Note of measures and tensions what holds now; whether that is other than before."""
        places = read_notes(self.scene, self.palette)
        self._frame.spoil(places)
        self._veiled = None if places else self._veiled
        return bool(places)

    def name_authors(self) -> None:
        """Paint the cards anew: of their authors there is more or less to be seen."""
        self._spoil()

    def bring_up(self, card: str) -> None:
        """Have a card lie on top of the stack it is in."""
        if self.scene.bring_up(card):
            self._spoil()

    def take(self, change_set: ChangeSet, size: QSize) -> list[QRect]:
        """Take a change of the board; what of the widget of this size it touches."""
        damage = self.scene.apply(change_set)
        self._painter.threads.note(change_set)
        self._frame.take(damage, self.camera.zoom)
        touched = self._touched(damage, QRect(0, 0, size.width(), size.height()))
        if touched:
            self._veiled = None
        return touched

    def fill(self) -> None:
        """Have drawn in full what was left plain."""
        if self._painter.threads.stale and self.camera.zoom < NEAR_ZOOM:
            self._painter.threads.read()
        self._spoil()

    def picture(self, size: QSize, ratio: float) -> QPixmap:
        """The picture brought up to date for a widget of this size and device pixel ratio."""
        self._size = size
        self._frame.bring_up_to_date(self.camera, size, ratio, self.lifted)
        if self.lit is None:
            return self._frame.picture
        if self._veiled is None or self._veiled.size() != self._frame.picture.size() or self.unfinished:
            self._veiled = self._dimmed(self.lit, ratio)
        return self._veiled

    def paint_lifted(self, painter: QPainter, ratio: float) -> None:
        """Above the picture, the cards that are being dragged."""
        if self.lifted:
            paint_lifted(
                painter, self._painter, self.camera, self.lifted, offset=self._lift_offset, ratio=ratio
            )

    def still(self, size: QSize, ratio: float) -> QPixmap:
        """The picture as it stays: every card in full, however long that takes within reason."""
        picture = self.picture(size, ratio)
        for _ in range(_MOST_ROUNDS):
            if not self.unfinished:
                break
            self.fill()
            picture = self.picture(size, ratio)
        return picture.copy()

    def _dimmed(self, lit: frozenset[str], ratio: float) -> QPixmap:
        veiled = QPixmap(self._frame.picture.size())
        veiled.setDevicePixelRatio(ratio)
        with QPainter(veiled) as painter:
            painter.drawPixmap(QPointF(0, 0), self._frame.picture)
            paint_veil(painter, self._painter, self.camera, lit - self.lifted, ratio)
        return veiled

    def _spoil(self) -> None:
        self._frame.spoil(everything=True)
        self._veiled = None

    def _touched(self, damage: Damage, whole: QRect) -> list[QRect]:
        if damage.everything or damage.links:
            return [whole]
        rects = (*damage.rects, *(damage.far_rects if self.camera.zoom < NEAR_ZOOM else ()))
        found = (_pixels(self.camera.rect_to_screen(rect)) & whole for rect in rects)
        return [rect for rect in found if not rect.isEmpty()]


def _pixels(rect: Rect) -> QRect:
    """A rectangle in whole pixels, with room for what is drawn across its edge."""
    x, y = int(rect.x) - _SLACK, int(rect.y) - _SLACK
    return QRect(x, y, int(rect.w) + 2 * _SLACK + 1, int(rect.h) + 2 * _SLACK + 1)
