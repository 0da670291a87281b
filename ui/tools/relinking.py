"""Relinking: dragging one end of a link to another card."""

from PySide6.QtGui import QPainter

from ui.canvas.link_preview import paint_link_preview
from ui.tools.gesture import Gesture, PointerEvent, Stage
from ui.window_state import ORIGIN
from workshop.commands.links import can_link, change_link
from workshop.model.links import Link
from workshop.picture.plan import Rect


class Relinking(Gesture):
    """Draws the link as it would be; let go over no card, it stays as it was."""

    def __init__(self, stage: Stage, start: PointerEvent, link: Link, *, source: bool) -> None:
        """`source` says which end is dragged."""
        super().__init__(stage, start)
        self._link = link
        self._drags_source = source
        self._now = start

    def move(self, event: PointerEvent) -> None:
        """Draw the link to here."""
        self._now = event
        self.stage.refresh()

    def release(self, event: PointerEvent) -> None:
        """Let the end go on the card that is here."""
        self._now = event
        self.stage.refresh()
        target = self._target()
        if target is None:
            return
        state = self.stage.state
        source, other = (target, None) if self._drags_source else (None, target)
        state.do(
            lambda: change_link(
                state.workshop, origin=ORIGIN, link_id=self._link.id, source=source, target=other
            )
        )

    def cancel(self) -> None:
        """The link stays as it was."""
        self.stage.refresh()

    def paint(self, painter: QPainter) -> None:
        """The curve between the end that stays and the pointer."""
        cards = self.stage.scene.cards
        stays = cards.rect(self._link.target if self._drags_source else self._link.source)
        if stays is None:
            return
        target = self._target()
        there = cards.rect(target) if target else None
        loose = there or Rect(self._now.board.x - 1, self._now.board.y - 1, 2, 2)
        ends = (loose, stays) if self._drags_source else (stays, loose)
        paint_link_preview(
            painter,
            self.stage,
            ends,
            kind=self._link.kind,
            landing=there,
            why_not=self._why_not(target),
            at=self._now.screen,
        )

    def _target(self) -> str | None:
        return self.stage.scene.cards.at(self._now.board)

    def _why_not(self, target: str | None) -> str:
        if target is None or target == (self._link.source if self._drags_source else self._link.target):
            return ""
        source = target if self._drags_source else self._link.source
        other = self._link.target if self._drags_source else target
        return can_link(self.stage.state.workshop.board, source=source, target=other, kind=self._link.kind)
