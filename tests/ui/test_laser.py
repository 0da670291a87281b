"""The laser: a dot on the projector where the facilitator points, with a trail that passes."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import SHIFT, Hands, Key
from tests.ui.projecting import (
    hover,
    on_projector,
    picture,
    present,
    presenting,
    projector,
    settle,
)
from tests.ui.seeing import alike
from workshop.picture.plan import Point


def test_the_laser_shows_where_the_pointer_is_and_its_trail_passes(room: Hands) -> None:
    present(room)
    clean = picture(room)
    room.press(Key.Key_K, on=room.canvas)
    target = room.rect("c").centre
    for step in range(5):
        room.move(room.pixel(Point(target.x - 200 + 50 * step, target.y)))
    at = on_projector(room, target)
    shown = picture(room).pixelColor(at)
    assert shown.red() > 240
    assert shown.green() < 80
    room.bot.waitUntil(lambda: not presenting(room).projector.laser._trail)
    assert picture(room).pixelColor(at) == shown
    room.press(Key.Key_K, on=room.canvas)
    assert alike(picture(room), clean)


def test_a_pointer_that_leaves_the_board_leaves_no_dot(room: Hands) -> None:
    present(room)
    clean = picture(room)
    room.press(Key.Key_K, on=room.canvas)
    room.move(room.middle("a"))
    assert not alike(picture(room), clean)
    QApplication.sendEvent(room.canvas, QEvent(QEvent.Type.Leave))
    assert alike(picture(room), clean)


def test_on_one_screen_the_pointer_on_the_projector_is_the_laser(room: Hands) -> None:
    present(room, second=None)
    QTest.keyClick(projector(room), Key.Key_K)
    hover(projector(room), QPoint(200, 100))
    assert projector(room).laser.at == pytest.approx((200, 100), abs=1)
    assert projector(room).grab().toImage().pixelColor(QPoint(200, 100)).green() < 80
    QApplication.sendEvent(projector(room), QEvent(QEvent.Type.Leave))
    assert projector(room).laser.at is None


def test_on_a_frozen_picture_the_laser_points_at_what_is_seen_there(room: Hands) -> None:
    present(room)
    target = room.rect("c").centre
    at = on_projector(room, target)
    room.press(Key.Key_B, SHIFT, on=room.canvas)
    room.wheel(QPoint(300, 300), -4)
    room.press(Key.Key_K, on=room.canvas)
    room.move(room.pixel(target))
    settle(room)
    assert projector(room).laser.at == pytest.approx((at.x(), at.y()), abs=3)


def test_on_one_screen_the_laser_is_under_the_pointer_on_a_frozen_picture_too(room: Hands) -> None:
    present(room, second=None)
    presenting(room).freeze()
    room.desk.act("show_problem")
    settle(room)
    presenting(room).use_laser()
    hover(projector(room), QPoint(200, 100))
    assert projector(room).laser.at == pytest.approx((200, 100), abs=1)
