"""The pointer on the board: which gesture a press begins, what is hovered, and the pointer's shape."""

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter

from ui.canvas.overlay import HANDLE_REACH, handle_at
from ui.tools.dragging_cards import DraggingCards, address_under
from ui.tools.gesture import Gesture, PointerEvent, Stage
from ui.tools.group_label import press_label
from ui.tools.linking import Linking
from ui.tools.marquee import Marquee
from ui.tools.panning import Panning
from ui.tools.relinking import Relinking
from ui.tools.resizing import Resizing
from ui.window_state import Tool
from workshop.model.cards import Card
from workshop.picture.plan import Point

LINK_SLACK = 8.0
"""A link is hit within so many pixels."""

_HOVER_SLACK = 14.0
CORNER_REACH = 9.0
_END_APART = 26.0
"""Pixels between a card and where its link is held."""

_LEAST_ZOOM = 0.25
"""Farther out, cards show no handles."""


class Pointing:
    """Feeds gestures with plain events; at most one is under way."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._gesture: Gesture | None = None
        self.hovered: str | None = None
        self.resting: Point | None = None
        """The pixel where the pointer is, None while it is elsewhere."""
        self.space_held = False

    @property
    def busy(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None

    @property
    def pans(self) -> bool:
        """Whether a press pans the board."""
        return self.space_held or self._stage.state.tool is Tool.PAN

    @property
    def handles(self) -> str | None:
        """The card whose edge handles are shown: the hovered one, else the one selected alone."""
        stage = self._stage
        if stage.lifted or self.busy or stage.camera.zoom < _LEAST_ZOOM or stage.writing.card:
            return None
        if self.hovered is not None and self.hovered in stage.scene.cards.index:
            return self.hovered
        selected = stage.state.one_card
        return selected.id if selected else None

    @property
    def resizable(self) -> Card | None:
        """The card whose corner can be dragged: the one selected alone, near enough and not locked."""
        card = self._stage.state.one_card
        if card is None or card.locked or self.busy or self._stage.camera.zoom < _LEAST_ZOOM:
            return None
        return None if self._stage.writing.card else card

    @property
    def link_ends(self) -> tuple[Point, ...]:
        """Where the one selected link is held, near its beginning and its end; none when it is not one.

        A little along the curve, so that the handles of the cards are not beneath.
        """
        state, links = self._stage.state, self._stage.scene.links
        if len(state.links) != 1 or state.cards or self.busy:
            return ()
        index = links.index.get(next(iter(state.links)))
        if index is None:
            return ()
        points = [Point(*point) for point in links.points[index].tolist()]
        span = math.dist(points[0], points[-1])
        apart = min(_END_APART / self._stage.camera.zoom, span / 4)
        return _along(points, apart), _along(points[::-1], apart)

    @property
    def paints_lifted(self) -> bool:
        """Whether the gesture under way draws the lifted cards itself."""
        return self._gesture is not None and self._gesture.paints_lifted

    def press(self, event: QMouseEvent) -> None:
        """Begin the gesture that belongs to what was pressed."""
        pointer = self.pointer(event)
        if event.button() == Qt.MouseButton.MiddleButton or self.pans:
            self._gesture = Panning(self._stage, pointer)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._gesture = self._gesture_at(pointer)

    def move(self, event: QMouseEvent) -> None:
        """Feed the gesture, or follow what is hovered."""
        pointer = self.pointer(event)
        self.resting = pointer.screen
        if self._gesture is not None:
            self._gesture.move(pointer)
            return
        hovered = self._stage.scene.cards.at(pointer.board, _HOVER_SLACK / self._stage.camera.zoom)
        if hovered != self.hovered:
            self.hovered = hovered
            self._stage.refresh()

    def release(self, event: QMouseEvent) -> None:
        """End the gesture."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.release(self.pointer(event))
        self._stage.refresh()

    def cancel(self) -> bool:
        """End the gesture with nothing changed; whether there was one."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
            self._stage.refresh()
        return gesture is not None

    def forget_gone(self) -> None:
        """What is hovered may be gone."""
        if self.hovered is not None and self.hovered not in self._stage.scene.cards.index:
            self.hovered = None

    def paint(self, painter: QPainter) -> None:
        """Draw what the gesture shows."""
        if self._gesture is not None:
            self._gesture.paint(painter)

    def shape(self, event: QMouseEvent | None = None) -> Qt.CursorShape:
        """The shape that the pointer should have."""
        if isinstance(self._gesture, Panning):
            return Qt.CursorShape.ClosedHandCursor
        if self.pans:
            return Qt.CursorShape.OpenHandCursor
        if event is not None and not self.busy and address_under(self._stage, self.pointer(event)):
            return Qt.CursorShape.PointingHandCursor
        handles = self.handles
        on_handle = (
            event is not None and handles is not None and self._is_on_handle(self.pointer(event), handles)
        )
        links = on_handle or self._stage.state.tool is Tool.LINK
        return Qt.CursorShape.CrossCursor if links else Qt.CursorShape.ArrowCursor

    def pointer(self, event: QMouseEvent) -> PointerEvent:
        """An event of Qt as gestures take it."""
        screen = Point(event.position().x(), event.position().y())
        held = event.modifiers()
        return PointerEvent(
            screen,
            self._stage.camera.to_board(screen),
            shift=bool(held & Qt.KeyboardModifier.ShiftModifier),
            ctrl=bool(held & Qt.KeyboardModifier.ControlModifier),
            alt=bool(held & Qt.KeyboardModifier.AltModifier),
        )

    def _gesture_at(self, pointer: PointerEvent) -> Gesture | None:
        """The gesture that belongs to what was pressed: handles first, then cards, labels, links and the ground."""
        stage = self._stage
        if (held := self._held_handle(pointer)) is not None:
            return held
        card = stage.scene.cards.at(pointer.board)
        if card is not None:
            links = stage.state.tool is Tool.LINK
            return Linking(stage, pointer, card) if links else DraggingCards(stage, pointer, card)
        if (box := stage.scene.groups.label_at(pointer.board)) is not None:
            return press_label(stage, pointer, box)
        link = stage.scene.links.at(pointer.board, LINK_SLACK / stage.camera.zoom)
        if link is not None:
            kept = stage.state.links if pointer.shift else frozenset()
            stage.state.select(stage.state.cards if pointer.shift else (), {*kept, link})
            return None
        return Marquee(stage, pointer)

    def _held_handle(self, pointer: PointerEvent) -> Gesture | None:
        """The gesture of the handle under the pointer: a card's corner, a link's end, a card's edge."""
        stage, handles = self._stage, self.handles
        if (card := self.resizable) is not None and self._is_on_corner(pointer, card.id):
            return Resizing(stage, pointer, card)
        away = [math.dist(stage.camera.to_screen(end), pointer.screen) for end in self.link_ends]
        if away and min(away) <= HANDLE_REACH:
            link = stage.state.workshop.board.links[next(iter(stage.state.links))]
            return Relinking(stage, pointer, link, source=away[0] <= away[1])
        if handles is not None and self._is_on_handle(pointer, handles):
            return Linking(stage, pointer, handles)
        return None

    def _is_on_corner(self, pointer: PointerEvent, card: str) -> bool:
        box = self._stage.scene.cards.rect(card)
        if box is None:
            return False
        corner = self._stage.camera.to_screen(Point(box.right, box.bottom))
        return max(abs(corner.x - pointer.screen.x), abs(corner.y - pointer.screen.y)) <= CORNER_REACH

    def _is_on_handle(self, pointer: PointerEvent, card: str) -> bool:
        rect = self._stage.scene.cards.rect(card)
        return rect is not None and handle_at(pointer.screen, self._stage.camera.rect_to_screen(rect))


def _along(points: list[Point], apart: float) -> Point:
    """The first point of a line so far from its beginning, at most its middle."""
    begin = points[0]
    half = points[: len(points) // 2]
    return next((p for p in half if math.dist(p, begin) >= apart), half[-1])
