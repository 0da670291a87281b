"""Which cards are marked, and at which mark the pointer is. The marks themselves are made when there are any."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ui.canvas.board_painter import BoardPainter
from ui.canvas.frame import Frame
from workshop.picture.plan import Point

if TYPE_CHECKING:
    from workshop.findings.finding import Severity

REACH = 16.0
"""Board units around the corner of a card that its mark takes."""


class Marking:
    """Keeps the marks of a canvas; `changed` is told when they are others."""

    def __init__(self, painter: BoardPainter, frame: Frame, changed: Callable[[], None]) -> None:
        self._painter = painter
        self._frame = frame
        self._changed = changed

    def show(self, marked: "Mapping[str, Severity]") -> None:
        """Bear other marks at the corners of cards."""
        from ui.canvas.marks import Marks

        self._painter.marks = self._painter.marks or Marks()
        cards = self._painter.scene.cards
        others = self._painter.marks.changed(marked)
        if rects := [rect.grown(REACH) for card in others if (rect := cards.rect(card))]:
            self._frame.spoil(rects)
        if others:
            self._changed()

    @property
    def marked(self) -> "Mapping[str, Severity]":
        """The cards that are marked, and how severely."""
        return self._painter.marks.marked if self._painter.marks is not None else {}

    def card_at(self, point: Point) -> str | None:
        """The card whose mark is at a board point."""
        marks = self._painter.marks
        return marks.at(self._painter.scene.cards, point, REACH) if marks is not None else None
