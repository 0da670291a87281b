"""The handles by which cards and links are taken: edges for linking, a corner for resizing, the ends of a link."""

import math
from collections.abc import Callable

from ui.canvas.overlay import handle_at
from ui.tools.gesture import PointerEvent, Stage
from workshop.model.cards import Card
from workshop.picture.plan import Point

LINK_SLACK = 8.0
"""A link is hit within so many pixels."""

CORNER_REACH = 9.0
_COARSE = 2.0
"""How much larger handles are for fingers."""

_END_APART = 26.0
"""Pixels between a card and where its link is held."""

_LEAST_ZOOM = 0.25
"""Farther out, cards show no handles."""


class Handles:
    """Which handles are shown now, and what lies on them. While a gesture is under way there are none."""

    def __init__(self, stage: Stage, *, hovered: Callable[[], str | None], busy: Callable[[], bool]) -> None:
        self._stage = stage
        self._hovered = hovered
        self._busy = busy
        self.coarse = False
        """Whether a finger points, for which handles are larger."""

    @property
    def size(self) -> float:
        """How much larger than for a mouse the handles are."""
        return _COARSE if self.coarse else 1.0

    @property
    def linkable(self) -> str | None:
        """The card whose edges show handles: the hovered one, else the one selected alone."""
        stage, hovered = self._stage, self._hovered()
        if stage.lifted or not self._shown:
            return None
        if hovered is not None and hovered in stage.scene.cards.index:
            return hovered
        selected = stage.state.one_card
        return selected.id if selected else None

    @property
    def resizable(self) -> Card | None:
        """The card whose corner can be dragged: the one selected alone, near enough and not locked."""
        card = self._stage.state.one_card
        return None if card is None or card.locked or not self._shown else card

    @property
    def link_ends(self) -> tuple[Point, ...]:
        """Where the one selected link is held, near its beginning and its end; none when it is not one.

        A little along the curve, so that the handles of the cards are not beneath.
        """
        state, links = self._stage.state, self._stage.scene.links
        if len(state.links) != 1 or state.cards or self._busy():
            return ()
        index = links.index.get(next(iter(state.links)))
        if index is None:
            return ()
        points = [Point(*point) for point in links.points[index].tolist()]
        span = math.dist(points[0], points[-1])
        apart = min(_END_APART / self._stage.camera.zoom, span / 4)
        return _along(points, apart), _along(points[::-1], apart)

    def on_corner(self, pointer: PointerEvent, card: str) -> bool:
        """Whether the pointer is on the corner of a card."""
        box = self._stage.scene.cards.rect(card)
        if box is None:
            return False
        corner = self._stage.camera.to_screen(Point(box.right, box.bottom))
        return (
            max(abs(corner.x - pointer.screen.x), abs(corner.y - pointer.screen.y)) <= CORNER_REACH * self.size
        )

    def on_edge(self, pointer: PointerEvent, card: str) -> bool:
        """Whether the pointer is on one of the edge handles of a card."""
        rect = self._stage.scene.cards.rect(card)
        return rect is not None and handle_at(
            pointer.screen, self._stage.camera.rect_to_screen(rect), self.size
        )

    @property
    def _shown(self) -> bool:
        stage = self._stage
        return not (self._busy() or stage.writing.card or stage.camera.zoom < _LEAST_ZOOM)


def _along(points: list[Point], apart: float) -> Point:
    """The first point of a line so far from its beginning, at most its middle."""
    begin = points[0]
    half = points[: len(points) // 2]
    return next((p for p in half if math.dist(p, begin) >= apart), half[-1])
