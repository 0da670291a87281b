"""The pointer on the board: which gesture a press begins, what is hovered, and the pointer's shape."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter

from ui.canvas.space_key import SpaceKey
from ui.tools.addresses import address_under
from ui.tools.gesture import PointerEvent, Stage
from ui.tools.handles import Handles
from ui.tools.panning import Panning
from ui.tools.signs import Signs
from ui.window_state import Tool
from workshop.picture.plan import Point

if TYPE_CHECKING:
    from ui.tools.gesture import Gesture

_HOVER_SLACK = 14.0


class Pointing:
    """Feeds gestures with plain events; at most one is under way."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._gesture: Gesture | None = None
        self.hovered: str | None = None
        self.resting: Point | None = None
        """The pixel where the pointer is, None while it is elsewhere."""
        self.space = SpaceKey()
        self.signs = Signs(stage)
        self.handles = Handles(stage, hovered=lambda: self.hovered, busy=lambda: self.busy)

    @property
    def busy(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None

    @property
    def pans(self) -> bool:
        """Whether a press pans the board."""
        return self.space.held or self._stage.state.tool is Tool.PAN

    @property
    def paints_lifted(self) -> bool:
        """Whether the gesture under way draws the lifted cards itself."""
        return self._gesture is not None and self._gesture.paints_lifted

    def press(self, event: QMouseEvent) -> None:
        """Begin the gesture that belongs to what was pressed."""
        pointer = self.pointer(event)
        self.space.use()
        if event.button() == Qt.MouseButton.MiddleButton or self.pans:
            self._gesture = Panning(self._stage, pointer)
        elif event.button() == Qt.MouseButton.LeftButton:
            from ui.tools.pressing import gesture_at  # with all gestures, which the first sight has no use for

            self._gesture = gesture_at(self._stage, pointer, self.handles)

    def votes(self, event: QMouseEvent) -> bool:
        """Take the second press of a double click as another dot, if somebody votes; whether it was taken."""
        if self._stage.state.voter is not None:
            self.press(event)
        return self._stage.state.voter is not None

    def move(self, event: QMouseEvent) -> None:
        """Feed the gesture, or follow what is hovered."""
        pointer = self.pointer(event)
        self.resting = pointer.screen
        if self._gesture is not None:
            self._gesture.move(pointer)
            return
        hovered = self._card_under(pointer)
        self.signs.hover(pointer, free=hovered is None)
        if hovered != self.hovered:
            self.hovered = hovered
            self._stage.refresh()

    def _card_under(self, pointer: PointerEvent) -> str | None:
        """The card whose handle is under the pointer, if it shows them already, else the one that lies there or near.

        Cards may lie so close that the handle of one reaches to the next.
        """
        shown = self.handles.linkable
        if shown is not None and self.handles.on_edge(pointer, shown):
            return shown
        return self._stage.scene.cards.at(pointer.board, _HOVER_SLACK / self._stage.camera.zoom)

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
        """Draw what the gesture shows, or that something can be pressed."""
        if self._gesture is not None:
            self._gesture.paint(painter)
        elif not self.pans:
            self.signs.paint(painter)

    def shape(self, event: QMouseEvent | None = None) -> Qt.CursorShape:
        """The shape that the pointer should have."""
        if isinstance(self._gesture, Panning):
            return Qt.CursorShape.ClosedHandCursor
        if self.pans:
            return Qt.CursorShape.OpenHandCursor
        if event is not None and not self.busy:
            return self._shape_over(self.pointer(event))
        links = self._stage.state.tool is Tool.LINK
        return Qt.CursorShape.CrossCursor if links else Qt.CursorShape.ArrowCursor

    def _shape_over(self, pointer: PointerEvent) -> Qt.CursorShape:
        """The shape over a handle, an address, or the board."""
        card, handles = self.handles.linkable, self.handles
        if (own := handles.resizable) is not None and handles.on_corner(pointer, own.id):
            return Qt.CursorShape.SizeFDiagCursor
        if self._stage.marking.card_at(pointer.board) or address_under(self._stage, pointer):
            return Qt.CursorShape.PointingHandCursor
        if self.signs.hovered is not None or self._eye_at(pointer):
            return Qt.CursorShape.PointingHandCursor
        links = self._stage.state.tool is Tool.LINK or (card is not None and handles.on_edge(pointer, card))
        return Qt.CursorShape.CrossCursor if links else Qt.CursorShape.ArrowCursor

    def _eye_at(self, pointer: PointerEvent) -> bool:
        """Whether the pointer is on the eye of a turned card, which a click turns."""
        if self.hovered is None:
            return False
        from ui.tools.revealing_card import eye_at

        return eye_at(self._stage, pointer) is not None

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
