"""Linking: from a card's edge handle (or any card with the link tool) to another card, or to a new one."""

from PySide6.QtGui import QPainter

from ui.canvas.link_preview import paint_link_preview
from ui.tools.gesture import Gesture, PointerEvent, Stage
from ui.window_state import ORIGIN
from workshop.commands.links import add_link, can_link
from workshop.picture.plan import Rect


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
        paint_link_preview(
            painter,
            stage,
            (source, end),
            kind=stage.state.link_kind,
            landing=board,
            why_not=self._why_not(target),
            at=self._now.screen,
        )

    def _target(self) -> str | None:
        return self.stage.scene.cards.at(self._now.board)

    def _why_not(self, target: str | None) -> str:
        if target is None:
            return ""
        state = self.stage.state
        return can_link(state.workshop.board, source=self._source, target=target, kind=state.link_kind)

    def _distance(self, event: PointerEvent) -> float:
        return abs(event.screen.x - self.start.screen.x) + abs(event.screen.y - self.start.screen.y)
