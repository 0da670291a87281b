"""The marquee: a rectangle that selects the cards it touches; with Alt only those it encloses."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from ui.tools.gesture import Gesture, PointerEvent, Stage
from workshop.picture.plan import Rect


class Marquee(Gesture):
    """Selects while it is drawn; Shift adds to what was selected before."""

    def __init__(self, stage: Stage, start: PointerEvent) -> None:
        super().__init__(stage, start)
        self._before = stage.state.cards if start.shift else frozenset()
        self._was = (stage.state.cards, stage.state.links)
        self._now = start
        if not start.shift:
            stage.state.select()

    def move(self, event: PointerEvent) -> None:
        """Draw the rectangle up to here and select what it touches."""
        self._now = event
        arrays = self.stage.scene.cards
        rect = self._rect()
        found = arrays.enclosed_in(rect) if event.alt else arrays.visible_in(rect)
        self.stage.state.select(self._before | {arrays.ids[index] for index in found.tolist()})
        self.stage.refresh()

    def release(self, event: PointerEvent) -> None:
        """The selection stays as it is; a click on empty ground chooses the phase there."""
        if event.board == self.start.board and not event.shift:
            self.stage.state.choose_phase(self.stage.scene.layout.phase_at(event.board))
        self.stage.refresh()

    def cancel(self) -> None:
        """Select again what was selected before."""
        self.stage.state.select(*self._was)

    def paint(self, painter: QPainter) -> None:
        """Draw the rectangle."""
        shade = QColor(self.stage.looks.selection)
        painter.setPen(shade)
        shade.setAlpha(28)
        painter.setBrush(shade)
        painter.drawRect(QRectF(*self.stage.camera.rect_to_screen(self._rect())))

    def _rect(self) -> Rect:
        a, b = self.start.board, self._now.board
        return Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
