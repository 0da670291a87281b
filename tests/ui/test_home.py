"""The home screen with many recent sessions: the form stays in sight, in a small window and in a large one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.hands import CTRL, Hands, Key
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


def test_no_scroll_area_takes_the_keyboard_on_its_way(home: Hands) -> None:
    start = home.window.home.form.title
    start.setFocus()
    seen: list[QWidget] = []
    while (here := home.window.focusWidget()) not in seen:
        seen.append(here)
        home.press(Key.Key_Tab)
    assert not [widget for widget in seen if widget.inherits("QScrollArea")]
