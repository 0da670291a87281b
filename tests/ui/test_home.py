"""The home screen with many recent sessions: the form stays in sight, in a small window and in a large one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QWidget

from tests.ui.hands import CTRL, LEFT, Hands, Key, told
from ui.panels.line_fields import DateField
from ui.theme.scale import use_text_scale
from workshop.model.cards import Card


@pytest.mark.parametrize("height", [720, 1_400])
def test_the_form_is_in_sight_with_nine_recent_sessions(
    home: Hands, session_file: Callable[..., Path], height: int
) -> None:
    for number in range(9):
        assert home.window.open_path(session_file(Card(id="c"), name=f"{number}.trilliant"))
        home.breathe()
    home.press(Key.Key_W, CTRL)
    home.window.resize(1280, height)
    home.breathe()
    screen = home.window.home
    assert len(screen.findChildren(QPushButton, "sessionCard")) == 9
    create = screen.findChild(QPushButton, "createWorkshop")
    below = create.mapTo(screen, QPoint(0, create.height()))
    assert screen.rect().contains(below), below
    top, bottom = screen.form.mapTo(screen, QPoint(0, 0)).y(), screen.height() - below.y()
    assert height == 720 or abs(top - bottom) < 300, "in the middle where all fits"


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
@pytest.mark.parametrize("width", [960, 1_100, 1_280, 1_700])
def test_nothing_is_wider_than_the_window_however_large_the_words_are(
    home: Hands, session_file: Callable[..., Path], width: int, scale: int, request: pytest.FixtureRequest
) -> None:
    for number in range(3):
        assert home.window.open_path(session_file(Card(id="c"), name=f"{number}.trilliant"))
        home.breathe()
    request.addfinalizer(lambda: use_text_scale(100))
    home.window._theme.choose_text(scale)
    home.press(Key.Key_W, CTRL)
    home.window.resize(width, 600)
    home.breathe()
    screen = home.window.home
    (area,) = screen.findChildren(QScrollArea)
    assert not area.horizontalScrollBar().isVisible()
    assert area.widget().width() <= area.viewport().width()
    cards = screen.findChildren(QPushButton, "sessionCard")
    assert len(cards) == 3
    for widget in (screen.form, *cards):
        left = widget.mapTo(area.widget(), QPoint(0, 0)).x()
        assert 0 < left <= left + widget.width() < area.viewport().width()


def test_no_scroll_area_takes_the_keyboard_on_its_way(home: Hands) -> None:
    start = home.window.home.form.title
    start.setFocus()
    seen: list[QWidget] = []
    while (here := home.window.focusWidget()) not in seen:
        seen.append(here)
        home.press(Key.Key_Tab)
    assert not [widget for widget in seen if widget.inherits("QScrollArea")]


def test_a_workshop_is_not_made_with_a_day_that_is_none(home: Hands) -> None:
    form = home.window.home.form
    home.window.home.findChild(QLineEdit, "new:title").setFocus()
    home.type("Month end")
    day = form.findChild(DateField).field
    day.selectAll()
    QTest.keyClicks(day, "soon")
    create = home.window.home.findChild(QPushButton, "createWorkshop")
    QTest.mouseClick(create, LEFT)
    assert home.window.desk is None
    assert day.text() == "soon"
    assert "Write a day as" in told(form)
    QTest.keyClick(day, Key.Key_A, CTRL)
    QTest.keyClicks(day, "28.11.2026")
    QTest.mouseClick(create, LEFT)
    assert home.board.session.date == date(2026, 11, 28)
