"""Fingers, pen, wheel and trackpad on the board, by the events that Qt sends for them."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QNativeGestureEvent,
    QPointingDevice,
    QPointingDeviceUniqueId,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.hands import CTRL, LEFT, MIDDLE, NO, RIGHT, SHIFT, Hands, Key
from ui.canvas.touching import pinched
from workshop.picture.plan import Point

Phase = Qt.ScrollPhase


class Fingers:
    """Touches the canvas, in the steps a hand makes."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._device = QTest.createTouchDevice()
        self._down: dict[int, QPoint] = {}

    def press(self, *spots: QPoint) -> None:
        """Put fingers down one after the other."""
        for spot in spots:
            number = len(self._down)
            touch = QTest.touchEvent(self._hands.canvas, self._device, False)
            self._keep(touch)
            touch.press(number, spot, self._hands.canvas)
            self._down[number] = spot
            touch.commit()
            self._hands.breathe()

    def move(self, *spots: QPoint, steps: int = 4) -> None:
        """Move all fingers to these spots."""
        start = dict(self._down)
        for step in range(1, steps + 1):
            touch = QTest.touchEvent(self._hands.canvas, self._device, False)
            for number, spot in enumerate(spots):
                self._down[number] = start[number] + (spot - start[number]) * (step / steps)
                touch.move(number, self._down[number], self._hands.canvas)
            touch.commit()
            self._hands.breathe()

    def lift(self) -> None:
        """Lift them one after the other."""
        while self._down:
            number, spot = self._down.popitem()
            touch = QTest.touchEvent(self._hands.canvas, self._device, False)
            self._keep(touch)
            touch.release(number, spot, self._hands.canvas)
            touch.commit()
            self._hands.breathe()

    def _keep(self, touch: QTest.QTouchEventSequence) -> None:
        """The fingers that are down stay where they are; `stationary` would send them without their places."""
        for number, spot in self._down.items():
            touch.move(number, spot, self._hands.canvas)

    def tap(self, spot: QPoint) -> None:
        """Touch for a moment."""
        self.press(spot)
        self.lift()


@pytest.fixture
def fingers(hands: Hands) -> Fingers:
    """Ten of them."""
    return Fingers(hands)


def test_a_tap_selects_and_tap_tap_edits(hands: Hands, fingers: Fingers) -> None:
    card = hands.write("card")
    hands.press(Key.Key_Escape)
    fingers.tap(hands.middle(card))
    assert hands.state.cards == {card.id}
    assert hands.canvas.writing.card is None
    fingers.tap(hands.middle(card) + QPoint(4, 3))
    assert hands.canvas.writing.card == card.id


def test_two_taps_far_apart_are_no_tap_tap(hands: Hands, fingers: Fingers) -> None:
    card = hands.write("card")
    fingers.tap(hands.empty_ground())
    fingers.tap(hands.middle(card))
    assert hands.canvas.writing.card is None


def test_one_finger_drags_a_card_as_the_mouse_does(hands: Hands, fingers: Fingers) -> None:
    card = hands.write("card")
    hands.press(Key.Key_Escape)
    at = hands.middle(card)
    fingers.press(at)
    fingers.move(at + QPoint(120, 60))
    fingers.lift()
    assert hands.cards[0].x != card.x


def test_two_fingers_pan_and_leave_cards_where_they_are(hands: Hands, fingers: Fingers) -> None:
    card = hands.write("card")
    at, before = hands.middle(card), hands.canvas.camera
    fingers.press(at, at + QPoint(100, 0))
    fingers.move(at + QPoint(50, 40), at + QPoint(150, 40))
    fingers.lift()
    assert hands.cards[0].place == card.place
    moved = hands.canvas.camera
    assert moved.zoom == pytest.approx(before.zoom)
    assert (before.x - moved.x) * moved.zoom == pytest.approx(50, abs=2)
    assert (before.y - moved.y) * moved.zoom == pytest.approx(40, abs=2)


def test_pinching_zooms_at_the_fingers(hands: Hands, fingers: Fingers) -> None:
    middle = QPoint(400, 300)
    before = hands.canvas.camera
    under = before.to_board(Point(400, 300))
    fingers.press(middle - QPoint(50, 0), middle + QPoint(50, 0))
    fingers.move(middle - QPoint(100, 0), middle + QPoint(100, 0))
    fingers.lift()
    assert hands.canvas.camera.zoom == pytest.approx(2 * before.zoom, rel=0.02)
    stays = hands.canvas.camera.to_screen(under)
    assert (stays.x, stays.y) == (pytest.approx(400, abs=3), pytest.approx(300, abs=3))


def test_a_second_finger_ends_what_the_first_began(hands: Hands, fingers: Fingers) -> None:
    card = hands.write("card")
    at = hands.middle(card)
    fingers.press(at)
    fingers.move(at + QPoint(80, 0))
    fingers.press(at + QPoint(200, 0))
    fingers.lift()
    assert hands.cards[0].place == card.place
    assert not hands.canvas.pointing.busy


def test_a_long_press_opens_the_menu_of_the_card(hands: Hands, fingers: Fingers) -> None:
    card = hands.write("card")
    hands.press(Key.Key_Escape)
    fingers.press(hands.middle(card))
    hands.bot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    fingers.lift()
    assert hands.state.cards == {card.id}
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    assert hands.cards[0].place == card.place


def test_handles_grow_for_fingers_and_shrink_for_the_mouse(hands: Hands, fingers: Fingers) -> None:
    card = hands.write("card")
    fingers.tap(hands.middle(card))
    handles = hands.canvas.pointing.handles
    assert handles.size == 2
    beside = hands.pixel(Point(hands.rect(card).right, hands.rect(card).centre.y)) + QPoint(26, 0)
    fingers.press(beside)
    fingers.move(beside + QPoint(160, 120))
    fingers.lift()
    assert len(hands.board.links) == 1
    hands.canvas.writing.end()
    hands.move(QPoint(5, 5))
    assert handles.size == 1


@pytest.mark.parametrize(("held", "pans"), [(NO, (0, -72)), (SHIFT, (-72, 0))])
def test_the_wheel_pans_and_sideways_with_shift(hands: Hands, held: object, pans: tuple[int, int]) -> None:
    before = hands.canvas.camera
    hands.wheel(QPoint(300, 300), -1, held)  # type: ignore[arg-type]
    after = hands.canvas.camera
    moved = ((before.x - after.x) * after.zoom, (before.y - after.y) * after.zoom)
    assert moved == (pytest.approx(pans[0], abs=1), pytest.approx(pans[1], abs=1))


def test_ctrl_and_the_wheel_zoom_to_the_pointer(hands: Hands) -> None:
    before = hands.canvas.camera
    hands.wheel(QPoint(300, 300), 1, CTRL)
    assert hands.canvas.camera.zoom > before.zoom


def test_momentum_goes_on_with_what_the_fingers_began(hands: Hands) -> None:
    zoom = hands.canvas.camera.zoom
    _scroll(hands, Phase.ScrollBegin, QPoint(0, 20))
    _scroll(hands, Phase.ScrollMomentum, QPoint(0, 10), CTRL)
    assert hands.canvas.camera.zoom == zoom
    _scroll(hands, Phase.ScrollBegin, QPoint(0, 40), CTRL)
    zoomed, y = hands.canvas.camera.zoom, hands.canvas.camera.y
    assert zoomed > zoom
    _scroll(hands, Phase.ScrollMomentum, QPoint(0, 40))
    assert hands.canvas.camera.zoom > zoomed
    assert hands.canvas.camera.y != y


def test_middle_drag_and_space_drag_pan(hands: Hands) -> None:
    for press_space in (False, True):
        before = hands.canvas.camera
        if press_space:
            QTest.keyPress(hands.canvas, Key.Key_Space)
        hands.drag(QPoint(300, 300), QPoint(380, 340), button=LEFT if press_space else MIDDLE)
        if press_space:
            QTest.keyRelease(hands.canvas, Key.Key_Space)
        assert (before.x - hands.canvas.camera.x) * before.zoom == pytest.approx(80, abs=2)


def test_pinching_on_a_trackpad_zooms_and_two_taps_there_too(hands: Hands) -> None:
    before = hands.canvas.camera.zoom
    _native(hands, Qt.NativeGestureType.ZoomNativeGesture, 0.25)
    assert hands.canvas.camera.zoom == pytest.approx(1.25 * before)
    _native(hands, Qt.NativeGestureType.SmartZoomNativeGesture, 0)
    assert hands.canvas.camera.zoom == pytest.approx(1.0)


def test_the_pen_is_the_mouse(hands: Hands) -> None:
    card = hands.write("card")
    hands.press(Key.Key_Escape)
    at = hands.middle(card)
    _pen(hands, QEvent.Type.TabletPress, at)
    for step in (20, 60, 120):
        _pen(hands, QEvent.Type.TabletMove, at + QPoint(step, step // 2))
    _pen(hands, QEvent.Type.TabletRelease, at + QPoint(120, 60))
    assert hands.cards[0].x != card.x
    assert hands.canvas.pointing.handles.size == 1
    _pen(hands, QEvent.Type.TabletPress, hands.middle(card.id), RIGHT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_fingers_that_lie_on_one_another_do_not_zoom_without_end() -> None:
    from ui.canvas.camera import Camera

    same = [Point(10, 10), Point(10, 10)]
    assert pinched(Camera(0.5), same, [Point(0, 0), Point(90, 0)]).zoom == 0.5


def _scroll(hands: Hands, phase: Qt.ScrollPhase, pixels: QPoint, held: Qt.KeyboardModifier = NO) -> None:
    at = QPointF(300, 300)
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(at, hands.canvas.mapToGlobal(at), pixels, QPoint(), none, held, phase, False)
    QCoreApplication.sendEvent(hands.canvas, event)


def _native(hands: Hands, kind: Qt.NativeGestureType, value: float) -> None:
    at = QPointF(300, 300)
    spot = hands.canvas.mapToGlobal(at)
    device = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, device, 2, at, at, spot, value, QPointF())
    QCoreApplication.sendEvent(hands.canvas, event)


def _pen(hands: Hands, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        2,
        "",
        QPointingDeviceUniqueId(),
    )
    spot = QPointF(at)
    buttons = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else button
    event = QTabletEvent(
        kind, device, spot, hands.canvas.mapToGlobal(spot), 0.4, 0, 0, 0, 0, 0, NO, button, buttons
    )
    QCoreApplication.sendEvent(hands.canvas, event)
    hands.breathe()
