"""Resizing: dragging the lower right corner of a card; its text keeps its size and the card never cuts it."""

from PySide6.QtGui import QPainter

from ui.canvas.painting import paint_plan
from ui.tools.gesture import Gesture, PointerEvent, Stage
from ui.window_state import ORIGIN
from workshop.commands.cards import resize_card, resized
from workshop.model.cards import Card
from workshop.picture.card_plan import card_plan
from workshop.picture.plan import Point


class Resizing(Gesture):
    """Shows the card as large as it would be."""

    paints_lifted = True

    def __init__(self, stage: Stage, start: PointerEvent, card: Card) -> None:
        super().__init__(stage, start)
        self._card = card
        self._size = (card.w, card.h)
        stage.lifted = frozenset({card.id})

    def move(self, event: PointerEvent) -> None:
        """Make it as large as the pointer says."""
        dx, dy = event.board.x - self.start.board.x, event.board.y - self.start.board.y
        self._size = (self._card.w + dx, self._card.h + dy)
        self.stage.refresh()

    def release(self, event: PointerEvent) -> None:
        """Keep the size, as one step."""
        self.cancel()
        state = self.stage.state
        width, height = self._size
        if self._size != (self._card.w, self._card.h):
            state.do(
                lambda: resize_card(
                    state.workshop, origin=ORIGIN, card_id=self._card.id, width=width, height=height
                )
            )

    def cancel(self) -> None:
        """The card stays as large as it was."""
        self.stage.lifted = frozenset()
        self.stage.refresh()

    def paint(self, painter: QPainter) -> None:
        """The card at its new size."""
        box = self.stage.scene.cards.rect(self._card.id)
        if box is None:
            return
        card = resized(self._card, *self._size)
        at = self.stage.camera.to_screen(Point(box.x, box.y))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(*at)
        painter.scale(self.stage.camera.zoom, self.stage.camera.zoom)
        paint_plan(
            painter, card_plan(card, self.stage.scene.words(card), self.stage.looks), self.stage.scene.images
        )
        painter.restore()
