"""The pointer on the board: which gesture a press begins, what is hovered, and the pointer's shape."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter

from ui.canvas.overlay import handle_at
from ui.tools.dragging_cards import DraggingCards
from ui.tools.gesture import Gesture, PointerEvent, Stage
from ui.tools.linking import Linking
from ui.tools.marquee import Marquee
from ui.tools.panning import Panning
from ui.window_state import Tool
from workshop.picture.plan import Point

LINK_SLACK = 8.0
"""A link is hit within so many pixels."""

_HOVER_SLACK = 14.0
_LEAST_ZOOM = 0.25
"""Farther out, cards show no handles."""


class Pointing:
    """Feeds gestures with plain events; at most one is under way."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._gesture: Gesture | None = None
        self.hovered: str | None = None
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
        stage = self._stage
        card, handles = stage.scene.cards.at(pointer.board), self.handles
        if handles is not None and self._is_on_handle(pointer, handles):
            return Linking(stage, pointer, handles)
        if stage.state.tool is Tool.LINK and card is not None:
            return Linking(stage, pointer, card)
        if card is not None:
            return DraggingCards(stage, pointer, card)
        link = stage.scene.links.at(pointer.board, LINK_SLACK / stage.camera.zoom)
        if link is not None:
            kept = stage.state.links if pointer.shift else frozenset()
            stage.state.select(stage.state.cards if pointer.shift else (), {*kept, link})
            return None
        return Marquee(stage, pointer)

    def _is_on_handle(self, pointer: PointerEvent, card: str) -> bool:
        rect = self._stage.scene.cards.rect(card)
        return rect is not None and handle_at(pointer.screen, self._stage.camera.rect_to_screen(rect))
