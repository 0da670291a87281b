"""A projector pulled out and plugged in again, another theme, a session closed: both windows stay usable."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import astuple
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.ui.hands import CTRL, LEFT, SHIFT, Hands, Key
from tests.ui.projecting import (
    SECOND,
    bar_button,
    plug,
    present,
    presenting,
    projector,
    projectors,
    settle,
)
from ui.present.screens import Place
from ui.theme.theme import ThemeChoice
from workshop.imports.sample import sample_records
from workshop.picture.palette import DARK
from workshop.picture.plan import Point, Rect


def test_a_change_of_theme_in_mid_presentation_leaves_both_windows_usable(room: Hands) -> None:
    present(room)
    room.press(Key.Key_PageDown, on=room.canvas)
    room.window._theme.choose(ThemeChoice.DARK)
    settle(room)
    assert projector(room).board.palette is DARK
    assert room.desk.presenting.bar.isVisible()
    room.press(Key.Key_PageDown, on=room.canvas)
    room.bot.mouseClick(bar_button(room, "Black"), LEFT)
    assert projector(room).black


def test_a_projector_pulled_out_leaves_the_window_and_comes_back_where_it_was(room: Hands) -> None:
    present(room)
    room.press(Key.Key_PageDown, on=room.canvas)
    shown = presenting(room).stop
    screens = room.desk.presenting.screens
    screens.plug(None)
    room.bot.waitUntil(lambda: not presenting(room).waits)
    assert not projector(room).isVisible()
    assert room.desk.presenting.bar.where.text() == "Projector unplugged"
    room.canvas.setFocus()
    card = room.write("written meanwhile")
    room.press(Key.Key_Escape, on=room.canvas)
    plug(room, Place(QRect(3_000, 0, 1_280, 720)))
    assert projector(room).isVisible()
    assert projector(room).geometry() == QRect(3_000, 0, 1_280, 720)
    assert presenting(room).stop.frame == shown.frame
    assert card.id in projector(room).board.scene.cards.index
    room.press(Key.Key_PageDown, on=room.canvas)
    assert room.write("and on")


def test_f5_brings_an_unplugged_presentation_onto_the_only_screen_and_plugging_in_moves_it(room: Hands) -> None:
    present(room)
    room.desk.presenting.screens.plug(None)
    room.bot.waitUntil(lambda: not presenting(room).waits)
    room.press(Key.Key_F5, on=room.canvas)
    assert presenting(room).placing.alone
    assert projector(room).isVisible()
    plug(room, SECOND)
    assert not presenting(room).placing.alone
    assert projector(room).geometry() == SECOND.geometry


def test_screens_that_come_and_go_in_a_burst_move_the_projector_once(room: Hands) -> None:
    present(room)
    screens = room.desk.presenting.screens
    for _ in range(5):
        screens.plug(None)
        screens.plug(SECOND)
    settle(room)
    assert projector(room).isVisible()
    assert not presenting(room).placing.unplugged


def test_closing_the_session_ends_presenting(room: Hands) -> None:
    present(room)
    room.press(Key.Key_W, CTRL, on=room.canvas)
    assert room.window.desk is None
    assert not projectors()


def test_another_session_opens_without_the_projector(room: Hands, session_file: Callable[..., Path]) -> None:
    present(room)
    room.press(Key.Key_S, on=room.canvas)
    assert room.window.open_path(session_file(*sample_records(), name="other.trilliant"))
    room.breathe()
    assert not projectors()
    assert not room.desk.presenting.on
    present(room)
    assert len(projector(room).board.scene.cards) == len(room.board.cards)


def test_a_projector_closed_by_the_window_manager_ends_presenting(room: Hands) -> None:
    present(room)
    projector(room).close()
    room.breathe()
    assert not room.desk.presenting.on
    assert room.write("and on")


def test_what_qt_says_of_screens_moves_the_projector(room: Hands) -> None:
    present(room)
    application, screens = QApplication.instance(), room.desk.presenting.screens
    screens.second = None
    application.screenRemoved.emit(room.window.screen())
    settle_screens(room)
    assert presenting(room).placing.unplugged
    screens.second = SECOND
    application.screenAdded.emit(room.window.screen())
    settle_screens(room)
    assert projector(room).isVisible()


def test_large_words_in_a_small_window_leave_the_bar_within_it(room: Hands) -> None:
    present(room)
    room.press(Key.Key_PageDown, on=room.canvas)
    room.window._theme.choose_text(200)
    room.window.resize(960, 600)
    settle(room)
    bar = room.desk.presenting.bar
    assert room.window.width() == 960
    assert bar.width() == 960
    shown = [child for child in bar.findChildren(QWidget) if child.isVisible() and child.parent() is bar]
    assert all(bar.rect().contains(child.geometry()) for child in shown)


def test_large_words_are_left_out_of_the_bar_rather_than_cut(room: Hands) -> None:
    present(room)
    room.window.resize(1280, 720)
    room.window._theme.choose_text(200)
    room.press(Key.Key_1, on=room.canvas)
    settle(room)
    bar = room.desk.presenting.bar
    assert bar.small.isVisible()
    assert bar.hidden.isVisible()
    assert bar.layout().minimumSize().width() <= bar.width()
    for button in bar.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()), button.text()
    assert bar.small.accessibleName()
    room.window._theme.choose_text(100)


def test_a_projector_that_is_gone_stays_so_when_screens_change(room: Hands) -> None:
    present(room)
    screens = room.desk.presenting.screens
    room.press(Key.Key_F5, SHIFT, on=room.canvas)
    screens.plug(SECOND)
    assert not projectors()
    present(room)
    room.window._theme.choose(ThemeChoice.DARK)
    room.window._theme.choose(ThemeChoice.LIGHT)
    settle(room)
    assert len(projectors()) == 1
    bars = [one for one in QApplication.allWidgets() if one.objectName() == "presenterBar" and one.isVisible()]
    assert bars == [room.desk.presenting.bar]


def settle_screens(hands: Hands) -> None:
    """Wait until the projector has its place."""
    hands.bot.waitUntil(lambda: presenting(hands).placing.settling)
    hands.bot.waitUntil(lambda: not presenting(hands).placing.settling)


def test_a_frozen_picture_is_seen_whole_on_a_smaller_projector(room: Hands) -> None:
    present(room)
    room.press(Key.Key_B, SHIFT, on=room.canvas)
    before = projector(room)
    seen = [before.board_point(Point(x, y)) for x, y in ((0, 0), (before.width(), before.room.height()))]
    plug(room, None)
    plug(room, Place(QRect(3_000, 0, 800, 600)))
    after = projector(room)
    room_now = Rect(0, 0, after.width(), after.room.height()).grown(1)
    for point in seen:
        spot = after._seen_by.to_screen(point)
        assert room_now.contains(Rect(*spot, 0, 0))
    corners = [after._seen_by.to_screen(point) for point in seen]
    assert corners[1].x - corners[0].x == pytest.approx(800)
    plug(room, SECOND)
    assert astuple(projector(room)._seen_by) == pytest.approx(astuple(before._still_camera))
