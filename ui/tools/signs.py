"""What on the ground can be pressed, found under the pointer and shown to be so."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.canvas.painting import colour
from ui.tools.gesture import PointerEvent, Stage
from workshop.picture.board_plan import NEAR_ZOOM, unit_at
from workshop.picture.plan import Point
from workshop.picture.signs import Sign, signs_of

_RADIUS = 8.0


class Signs:
    """The signs as the board is shown now; `hovered` is the one under the pointer."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._known: tuple[object, tuple[Sign, ...]] = (None, ())
        self.hovered: Sign | None = None

    def at(self, point: Point) -> Sign | None:
        """The sign at a board point on which nothing else lies."""
        for sign in self._signs():
            x, y, w, h = sign.rect
            if x <= point.x <= x + w and y <= point.y <= y + h:
                return sign
        return None

    def hover(self, pointer: PointerEvent, *, free: bool) -> None:
        """The pointer is here now; `free` says that no card or link is under it."""
        sign = self.at(pointer.board) if free else None
        if sign != self.hovered:
            self.hovered = sign
            self._stage.refresh()

    def paint(self, painter: QPainter) -> None:
        """Show that what is hovered can be pressed."""
        if self.hovered is None:
            return
        looks = self._stage.looks
        shade = colour(looks.selection)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shade, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(*self._stage.camera.rect_to_screen(self.hovered.rect))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _signs(self) -> tuple[Sign, ...]:
        scene, zoom = self._stage.scene, self._stage.camera.zoom
        far = zoom < NEAR_ZOOM
        key = (scene.layout, scene.headline, far, far and unit_at(zoom))
        if self._known[0] != key:
            self._known = (key, signs_of(scene.headline, scene.layout, far=far, unit=unit_at(zoom)))
        return self._known[1]
