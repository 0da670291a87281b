"""The board widget: shows the kept frame, feeds gestures with plain events, and hosts the text field."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ui.canvas.board_painter import BoardPainter
from ui.canvas.camera import Camera
from ui.canvas.fading import Fading
from ui.canvas.frame import Frame
from ui.canvas.hover_light import HoverLight
from ui.canvas.looking import Looking
from ui.canvas.marking import Marking
from ui.canvas.overlay import (
    paint_corner,
    paint_focus,
    paint_handles,
    paint_lifted,
    paint_link_ends,
    paint_phase,
    paint_selection,
    paint_veil,
)
from ui.canvas.pointing import Pointing
from ui.canvas.scene import Scene
from ui.tools.handles import LINK_SLACK
from ui.tools.writing import Writing
from ui.window_state import Tool, WindowState
from workshop.changes.change_set import ChangeSet
from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH
from workshop.model.diamonds import Phase
from workshop.picture.board_plan import NEAR_ZOOM
from workshop.picture.palette import Palette
from workshop.picture.plan import Point, Rect
from workshop.visibility import ROOM

if TYPE_CHECKING:
    from ui.canvas.card_editor import CardEditor
    from ui.canvas.touching import Touching

_TOUCHED = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletRelease,
        QEvent.Type.NativeGesture,
    }
)
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

WRITING_ZOOM = 0.5
"""Farther out, letters cannot be read while they are written, so the board comes nearer first."""

FILL_MS = 15
"""After this pause, cards that still show plain faces are drawn in full."""


class Canvas(QWidget):
    """The board. It is the stage on which gestures play."""

    camera_changed = Signal()
    first_painted = Signal()
    resized = Signal()
    marked = Signal()
    space_tapped = Signal()
    refreshed = Signal()

    def __init__(self, state: WindowState, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName("Board")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.state = state
        self.looks = palette
        self.scene = Scene(state.workshop, ROOM)
        self.camera = Camera()
        self.lifted: frozenset[str] = frozenset()
        self.lift_offset = Point(0, 0)
        self._painter = BoardPainter(self.scene, palette)
        self._frame = Frame(self._painter)
        self.marking = Marking(self._painter, self._frame, self.marked.emit)
        self._fading = Fading(self)
        self._unpainted = True
        self._by_keys = False
        self.looking = Looking(self)
        self.pointing = Pointing(self)
        self._hover_light = HoverLight(state, self)
        self.writing = Writing(self, lambda: self.editor)
        self._fill = QTimer(self)
        self._fill.setSingleShot(True)
        self._fill.setInterval(FILL_MS)
        self._fill.timeout.connect(self._on_fill)
        self.marked.connect(self.update)
        state.board_changed.connect(self._on_board_changed)
        state.selection_changed.connect(self.update)
        state.light_changed.connect(self.update)
        state.phase_changed.connect(self.update)
        state.tool_changed.connect(lambda: self._set_cursor())

    @cached_property
    def editor(self) -> "CardEditor":
        """The text field laid over the card that is written; made once the board is in sight."""
        from ui.canvas.card_editor import CardEditor

        return CardEditor(self, self.state.masking)

    @cached_property
    def touching(self) -> "Touching":
        """Fingers, pen, wheel and trackpad; made when there are any."""
        from ui.canvas.touching import Touching

        return Touching(self)

    @property
    def at_rest(self) -> bool:
        """Whether the board is painted in full, with nothing to be filled in."""
        return not (self._unpainted or self._unfinished or self._fill.isActive() or self._fading.active)

    @property
    def _unfinished(self) -> bool:
        """Whether cards still show plain faces, or from afar threads that are no longer so."""
        return self._painter.unfinished or (self._painter.threads.stale and self.camera.zoom < NEAR_ZOOM)

    def use_palette(self, palette: Palette) -> None:
        """Paint in other colours."""
        self.looks = palette
        self._painter.palette = palette
        self._frame.spoil(everything=True)
        self.update()

    def spoil(self, rects: Iterable[Rect]) -> None:
        """Have board rectangles painted anew."""
        self._frame.spoil(rects)
        self.update()

    def look(self, camera: Camera) -> None:
        """Move the camera."""
        self.camera = camera.snapped(self.devicePixelRatioF())
        self._hover_light.rest_on(None)
        if self._fill.isActive():
            self._fill.start()
        self.writing.follow(self.camera)
        self.update()
        self.camera_changed.emit()

    def refresh(self) -> None:
        """Paint again what lies above the board."""
        self.update()
        self.refreshed.emit()

    def write_new_card(self) -> None:
        """Write a new card beside the selected one, else in the phase in the middle of the view."""
        selected = self.state.one_card
        if selected is not None:
            self.writing.begin_beside(selected)
            return
        phase = self.state.phase or self.scene.layout.phase_at(self.looking.middle) or Phase.DISCOVER
        self.writing.begin_new(phase, None)

    def write_card_at(self, point: Point, *, linked_from: str | None = None) -> None:
        """Write a new card with its middle at a board point."""
        rect = Rect(point.x - CARD_WIDTH / 2, point.y - CARD_HEIGHT / 2, CARD_WIDTH, CARD_HEIGHT)
        place = self.scene.layout.place_of(rect)
        self.writing.begin_new(place.phase, Point(place.x, place.y), linked_from=linked_from)

    def bring_up(self, card: str) -> None:
        """Have a card that is gone to lie on top of the stack it is in, where it is seen."""
        if self.scene.bring_up(card):
            self._frame.spoil(everything=True)
            self.update()

    def open_address(self, address: str) -> None:
        """Open an address of the web in the browser."""
        from PySide6.QtGui import QDesktopServices

        if not QDesktopServices.openUrl(QUrl(address)):
            self.state.message.emit(f"No browser took {address}.")

    def reveal_written(self) -> None:
        """Show the card that is written, near enough for its letters to be read."""
        rect = self.scene.cards.rect(self.writing.card) if self.writing.card else None
        if rect is None:
            return
        if self.camera.zoom < WRITING_ZOOM:
            self.looking.go_to(rect)
        else:
            self.looking.reveal(rect)

    def group_at(self, at: QPoint) -> str | None:
        """The id of the group whose label is under a widget point."""
        box = self.scene.groups.label_at(self.camera.to_board(Point(at.x(), at.y())))
        return box.group.id if box else None

    def pick(self, at: QPoint) -> str | None:
        """The id of the card, else the link, under a widget point."""
        point = self.camera.to_board(Point(at.x(), at.y()))
        return self.scene.cards.at(point) or self.scene.links.at(point, LINK_SLACK / self.camera.zoom)

    def small_picture(self, width: int, height: int) -> QPixmap:
        """The whole board as a small picture."""
        return self._painter.small_picture(width, height)

    def cancel(self) -> None:
        """Escape: end the gesture with nothing changed, else let go of the tool and the selection."""
        if self.pointing.cancel() or self.state.put_out():
            return
        if self.state.tool is not Tool.SELECT:
            self.state.use_tool(Tool.SELECT)
        else:
            self.state.select()
            self.state.choose_phase(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Blit the kept frame, brought up to date, and draw what lies above it."""
        ratio = self.devicePixelRatioF()
        if (self._frame.camera.zoom < NEAR_ZOOM) != (self.camera.zoom < NEAR_ZOOM) and not self._unpainted:
            self._fading.begin(self._frame.picture, self._frame.camera)
        self._frame.bring_up_to_date(self.camera, self.size(), ratio, self.lifted)
        with QPainter(self) as painter:
            painter.setClipRegion(event.region())
            painter.drawPixmap(QPointF(0, 0), self._frame.picture)
            self._fading.paint(painter, self.camera)
            if self.state.lit is not None and self.writing.card is None:
                paint_veil(painter, self._painter, self.camera, self.state.lit, ratio)
            if self.lifted and not self.pointing.paints_lifted:
                paint_lifted(
                    painter, self._painter, self.camera, self.lifted, offset=self.lift_offset, ratio=ratio
                )
            if self.state.phase is not None:
                paint_phase(painter, self._painter, self.camera, self.state.phase)
            paint_selection(painter, self._painter, self.camera, self.state, self.lift_offset)
            shown = self.pointing.handles
            if handles := shown.linkable:
                paint_handles(painter, self._painter, self.camera, handles, shown.size)
            if (card := shown.resizable) is not None:
                paint_corner(painter, self._painter, self.camera, card.id, shown.size)
            paint_link_ends(painter, self._painter, self.camera, shown.link_ends, shown.size)
            self.pointing.paint(painter)
            if self._by_keys and not (self.state.cards or self.state.links):
                paint_focus(painter, self._painter)
        if self._unfinished and not self._fill.isActive():
            self._fill.start()
        if self._unpainted:
            self._unpainted = False
            self.first_painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle of the view in the middle."""
        old, new = event.oldSize(), event.size()
        if old.isValid() and old.width() > 0:
            self.look(self.camera.panned((new.width() - old.width()) / 2, (new.height() - old.height()) / 2))
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin the gesture that belongs to what was pressed."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.writing.end()
        self._hover_light.rest_on(None)
        self.pointing.press(event)
        self._set_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Feed the gesture, or follow what is hovered."""
        self.pointing.move(event)
        if not self.pointing.busy:
            self._hover_light.rest_on(self._under(event))
            self._set_cursor(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        self.pointing.release(event)
        self._set_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write: on a card, or a new one on empty ground."""
        if event.button() != Qt.MouseButton.LeftButton or self.pointing.pans or self.pointing.votes(event):
            return
        from ui.tools.link_word import open_tension, tension_at

        pointer = self.pointing.pointer(event)
        card = self.scene.cards.at(pointer.board)
        if card is None and (label := self.scene.groups.label_at(pointer.board)) is not None:
            from ui.canvas.group_namer import GroupNamer

            GroupNamer(self.state, self, label.group.id)
        elif card is None and (link := tension_at(self, pointer.board)) is not None:
            open_tension(self, link)
        elif card is None:
            if self.pointing.signs.at(pointer.board) is None:
                self.write_card_at(pointer.board)
        elif self.scene.is_folded(card):
            from ui.tools.group_label import unfold_group

            unfold_group(self.state, self.scene.card(card).group)
        else:
            self.writing.begin(card)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered."""
        self.pointing.hovered = self.pointing.resting = self.pointing.signs.hovered = None
        self._hover_light.rest_on(None)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms to the pointer; else the wheel pans, Shift turns it sideways."""
        self.touching.wheel(event)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Fingers, pens and trackpads have an object of their own."""
        kind = event.type()
        if kind in _TOUCHED and self.touching.take(event):
            return True
        if kind == QEvent.Type.MouseMove:
            self.pointing.handles.coarse = False
        elif kind == QEvent.Type.ToolTip:
            from ui.canvas.term_tips import show_term_tip

            return show_term_tip(self, event)
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard came here by keys, if it did."""
        super().focusInEvent(event)
        self._by_keys = event.reason() in _BY_KEYS
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space held pans; Enter writes on the selected card; Escape cancels."""
        self._hover_light.rest_on(None)
        if event.key() == Qt.Key.Key_Space:
            self.pointing.space.press(event)
            self._set_cursor()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.state.one_card:
            self.writing.begin(self.state.one_card.id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state.phase is not None:
            self.write_new_card()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting go of Space ends panning, or was a tap."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if self.pointing.space.let_go(event):
                self.space_tapped.emit()
            self._set_cursor()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Space let go elsewhere must not leave the board panning."""
        super().focusOutEvent(event)
        self._by_keys = False
        self.update()
        self.pointing.space.forget()
        self._set_cursor()

    def _under(self, event: QMouseEvent) -> str | None:
        """The card on which the pointer rests, unless somebody writes."""
        return None if self.writing.card else self.scene.cards.at(self.pointing.pointer(event).board)

    def _set_cursor(self, event: QMouseEvent | None = None) -> None:
        shape = self.pointing.shape(event)
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def _on_board_changed(self, change_set: ChangeSet) -> None:
        self._frame.take(self.scene.apply(change_set), self.camera.zoom)
        self._painter.threads.note(change_set)
        self.pointing.forget_gone()
        self.writing.follow(self.camera)
        self.update()

    def _on_fill(self) -> None:
        if self._painter.threads.stale and self.camera.zoom < NEAR_ZOOM:
            self._painter.threads.read()
        self._frame.spoil(everything=True)
        self.update()
