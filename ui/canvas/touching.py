"""Fingers, pen, wheel and trackpad on the board: one finger or the pen is the mouse, two pan and pinch."""

import math
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QEventPoint,
    QGuiApplication,
    QMouseEvent,
    QNativeGestureEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from ui.canvas.camera import WHEEL_STEP, Camera
from workshop.picture.plan import Point

if TYPE_CHECKING:
    from ui.canvas.canvas import Canvas

LONG_PRESS_MS = 500
"""A finger or pen held still so long opens the menu."""

STILL = 10.0
"""Pixels by which a finger may tremble and still be held still."""

TAP_APART = 32.0
"""Pixels between two taps that are one tap-tap."""

_WHEEL_PIXELS = 0.6
"""Pixels panned for each eighth of a degree that a wheel without pixels turns."""

_PINCH_PIXELS = 100.0
"""Pixels of a trackpad with Ctrl held that are one step of zoom."""

_TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
_PEN = {
    QEvent.Type.TabletPress: QEvent.Type.MouseButtonPress,
    QEvent.Type.TabletMove: QEvent.Type.MouseMove,
    QEvent.Type.TabletRelease: QEvent.Type.MouseButtonRelease,
}


class Touching(QObject):
    """Turns what fingers, pens, wheels and trackpads do into what the board understands."""

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._press: Point | None = None
        self._moved = False
        self._fingers: list[Point] = []
        self._was_two = False
        self._tapped: tuple[Point, int] | None = None
        self._zooming = False
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(LONG_PRESS_MS)
        self._hold.timeout.connect(self._on_held)

    def take(self, event: QEvent) -> bool:
        """Take an event if it is one of these; whether it was."""
        kind = event.type()
        if kind in _TOUCHES:
            self._touch(cast(QTouchEvent, event))
        elif kind in _PEN:
            self._pen(cast(QTabletEvent, event))
        elif kind == QEvent.Type.NativeGesture:
            return self._native(cast(QNativeGestureEvent, event))
        else:
            return False
        event.accept()
        return True

    def wheel(self, event: QWheelEvent) -> None:
        """Ctrl zooms to the pointer; else the wheel pans, Shift turns it sideways.

        A trackpad's momentum goes on with what its fingers began: letting go of Ctrl then does not pan.
        """
        look, camera = self._canvas.look, self._canvas.camera
        at = Point(event.position().x(), event.position().y())
        if event.phase() != Qt.ScrollPhase.ScrollMomentum:
            self._zooming = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        pixels, angle = event.pixelDelta(), event.angleDelta()
        if self._zooming:
            steps = angle.y() / 120 if angle.y() or pixels.isNull() else pixels.y() / _PINCH_PIXELS
            look(camera.zoomed(WHEEL_STEP**steps, at))
            return
        delta = QPointF(pixels) if not pixels.isNull() else QPointF(angle) * _WHEEL_PIXELS
        dx, dy = delta.x(), delta.y()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
            dx, dy = dy, 0.0
        look(camera.panned(dx, dy))

    def _native(self, event: QNativeGestureEvent) -> bool:
        """Pinch on a trackpad zooms to the pointer, as two taps there do; two fingers pan."""
        look, camera, kind = self._canvas.look, self._canvas.camera, event.gestureType()
        at = Point(event.position().x(), event.position().y())
        if kind == Qt.NativeGestureType.ZoomNativeGesture:
            look(camera.zoomed(max(0.1, 1.0 + event.value()), at))
        elif kind == Qt.NativeGestureType.SmartZoomNativeGesture:
            look(camera.zoomed((1.0 if camera.zoom < 0.95 else 0.5) / camera.zoom, at))
        elif kind == Qt.NativeGestureType.PanNativeGesture:
            look(camera.panned(event.delta().x(), event.delta().y()))
        else:
            return False
        return True

    def _touch(self, event: QTouchEvent) -> None:
        """Follow the fingers that are down."""
        self._canvas.pointing.handles.coarse = True
        lifted = QEventPoint.State.Released
        points = [point for point in event.points() if point.state() != lifted]
        spots = [Point(point.position().x(), point.position().y()) for point in points]
        if event.type() == QEvent.Type.TouchCancel:
            self._let_go()
        elif len(spots) >= 2:
            self._two(spots[:2])
        elif spots and not self._was_two:
            self._one(spots[0], event.modifiers())
        elif not spots:
            last = event.points()[0].position() if event.points() else QPointF()
            self._end(Point(last.x(), last.y()), event.modifiers())
        else:
            self._fingers = []

    def _one(self, at: Point, held: Qt.KeyboardModifier) -> None:
        """One finger, or the pen, does what the mouse does."""
        if self._press is None:
            self._press, self._moved = at, False
            self._hold.start()
            self._mouse(QEvent.Type.MouseMove, at, held, down=False)
            self._mouse(QEvent.Type.MouseButtonPress, at, held)
            return
        self._moved = self._moved or math.dist(at, self._press) > STILL
        if self._moved:
            self._hold.stop()
            self._mouse(QEvent.Type.MouseMove, at, held)

    def _two(self, now: list[Point]) -> None:
        """Two fingers hold the board: it follows their middle, and grows as they part."""
        if not self._was_two:
            self._hold.stop()
            self._canvas.pointing.cancel()
            self._press, self._was_two, self._fingers = None, True, []
        if len(self._fingers) == 2:
            self._canvas.look(pinched(self._canvas.camera, self._fingers, now))
        self._fingers = now

    def _end(self, at: Point, held: Qt.KeyboardModifier) -> None:
        """The last finger, or the pen, was lifted; a second tap nearby writes."""
        self._hold.stop()
        press, self._press = self._press, None
        self._was_two, self._fingers = False, []
        if press is None:
            return
        self._mouse(QEvent.Type.MouseButtonRelease, at if self._moved else press, held)
        self._canvas.pointing.hovered = None
        now = _now()
        within = QGuiApplication.styleHints().mouseDoubleClickInterval()
        if self._moved:
            self._tapped = None
        elif (
            self._tapped and now - self._tapped[1] <= within and math.dist(press, self._tapped[0]) <= TAP_APART
        ):
            self._tapped = None
            self._mouse(QEvent.Type.MouseButtonDblClick, press, held)
        else:
            self._tapped = (press, now)

    def _let_go(self) -> None:
        """What was under way never was."""
        self._hold.stop()
        self._press, self._was_two, self._fingers, self._tapped = None, False, [], None
        self._canvas.pointing.cancel()

    def _on_held(self) -> None:
        """Held still for long: the menu of what is there."""
        press, self._press, self._tapped = self._press, None, None
        if press is None:
            return
        self._canvas.pointing.cancel()
        self._menu(press)

    def _pen(self, event: QTabletEvent) -> None:
        """The pen is the mouse, whatever its pressure; its second button opens the menu."""
        at = Point(event.position().x(), event.position().y())
        self._canvas.pointing.handles.coarse = False
        if event.button() == Qt.MouseButton.RightButton:
            if event.type() == QEvent.Type.TabletPress:
                self._menu(at)
        elif event.type() == QEvent.Type.TabletRelease:
            self._end(at, event.modifiers())
        elif event.type() == QEvent.Type.TabletPress or self._press is not None:
            self._one(at, event.modifiers())
        else:
            self._mouse(QEvent.Type.MouseMove, at, event.modifiers(), down=False)

    def _menu(self, at: Point) -> None:
        spot = QPointF(*at).toPoint()
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(self._canvas, QContextMenuEvent(reason, spot, self._canvas.mapToGlobal(spot)))

    def _mouse(self, kind: QEvent.Type, at: Point, held: Qt.KeyboardModifier, *, down: bool = True) -> None:
        """Hand the board a mouse event of its own."""
        canvas, left, none = self._canvas, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind == QEvent.Type.MouseMove else left
        buttons = none if kind == QEvent.Type.MouseButtonRelease or not down else left
        spot = QPointF(*at)
        event = QMouseEvent(kind, spot, canvas.mapToGlobal(spot), button, buttons, held)
        handlers = {
            QEvent.Type.MouseButtonPress: canvas.mousePressEvent,
            QEvent.Type.MouseMove: canvas.mouseMoveEvent,
            QEvent.Type.MouseButtonRelease: canvas.mouseReleaseEvent,
            QEvent.Type.MouseButtonDblClick: canvas.mouseDoubleClickEvent,
        }
        handlers[kind](event)


def pinched(camera: Camera, before: list[Point], now: list[Point]) -> Camera:
    """The camera after two fingers moved: what was under their middle is under it still, and so is the spread."""
    middle, to = _middle(before), _middle(now)
    apart = math.dist(*before)
    zoomed = camera.zoomed(math.dist(*now) / apart, middle) if apart > 1 else camera
    return zoomed.panned(to.x - middle.x, to.y - middle.y)


def _middle(two: list[Point]) -> Point:
    (ax, ay), (bx, by) = two
    return Point((ax + bx) / 2, (ay + by) / 2)


def _now() -> int:
    from time import monotonic_ns

    return monotonic_ns() // 1_000_000
