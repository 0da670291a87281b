"""The checks of the pictures find what they are made to find, and nothing in a tidy window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.pictures.plan_checks import overlapping, problems_of_board
from tests.pictures.widget_checks import problems_of
from tests.ui.boards import small_board
from tests.ui.hands import Hands
from ui.canvas.scene import Scene
from workshop.picture.palette import DARK, LIGHT
from workshop.picture.plan import TextRun
from workshop.visibility import ROOM
from workshop.workshop import Workshop

LONG = "a text that is far too long for its room"


def _combo(text: str) -> QComboBox:
    combo = QComboBox()
    combo.addItem(text)
    return combo


def _placeholder(text: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(text)
    return line


@pytest.mark.parametrize("make", [QLabel, QPushButton, QCheckBox, _combo, _placeholder])
def test_a_clipped_text_is_found_and_one_that_fits_is_not(make: Callable[[str], QWidget], qtbot: QtBot) -> None:
    widget = make(LONG)
    window = _window(widget, QRect(10, 10, 60, 30), qtbot)
    assert any("clipped" in problem for problem in problems_of(window))
    widget.setGeometry(10, 10, 380, 30)
    assert problems_of(window) == []


def test_lines_that_need_more_height_are_found(qtbot: QtBot) -> None:
    label = QLabel(LONG)
    label.setWordWrap(True)
    window = _window(label, QRect(10, 10, 80, 30), qtbot)
    assert "pixels of height" in problems_of(window)[0]
    label.setGeometry(10, 10, 80, 180)
    assert problems_of(window) == []


def test_a_label_that_reaches_out_of_its_parent_is_found(qtbot: QtBot) -> None:
    window = _window(QLabel("short"), QRect(380, 10, 80, 30), qtbot)
    assert "reaches out" in problems_of(window)[0]


def test_labels_over_one_another_are_found(qtbot: QtBot) -> None:
    window = _window(QLabel("one"), QRect(10, 10, 80, 30), qtbot)
    other = QLabel("other", window)
    other.setGeometry(60, 20, 80, 30)
    other.show()
    assert "overlap" in problems_of(window)[0]


def test_a_panel_that_would_scroll_sideways_is_found(qtbot: QtBot) -> None:
    area = QScrollArea()
    inside = QWidget()
    inside.resize(500, 50)
    area.setWidget(inside)
    window = _window(area, QRect(0, 0, 200, 100), qtbot)
    assert "pixels wide in a panel" in problems_of(window)[0]


def test_words_over_one_another_in_a_plan_are_found() -> None:
    runs = [TextRun(x, 20, "word", 10, 30, "#000000") for x in (0, 20)]
    assert list(overlapping(runs)) == ["“word” and “word” overlap"]
    assert not list(overlapping([runs[0], TextRun(40, 20, "word", 10, 30, "#000000")]))


def test_the_plan_of_a_board_has_nothing_clipped_or_overlapping() -> None:
    scene = Scene(Workshop(small_board()), ROOM)
    assert problems_of_board(scene, LIGHT) == []
    assert problems_of_board(scene, DARK) == []


def test_nothing_is_clipped_in_the_window(sample: Hands) -> None:
    sample.settle()
    assert problems_of(sample.window) == []


def _window(child: QWidget, rect: QRect, qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 200)
    child.setParent(window)
    child.setGeometry(rect)
    with qtbot.waitExposed(window):
        window.show()
    return window
