"""Arrays handed to QPainter in one call draw what the slow way draws, pixel by pixel."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from ui.canvas import fragments
from ui.canvas.fragments import draw_fragments, draw_lines, draw_rects, fragments_of, takes_arrays
from ui.canvas.outlines import paint_outlines


@pytest.mark.parametrize("smooth", [False, True])
def test_lines_drawn_at_once_are_those_drawn_one_by_one(
    qapp: QApplication, smooth: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = np.random.default_rng(7).uniform(0, 200, (300, 4))
    pictures = []
    for at_once in (True, False):
        monkeypatch.setattr(fragments, "takes_arrays", lambda at_once=at_once: at_once)
        picture, painter = _blank()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        painter.setPen(QPen(QColor("#204060"), 1.5))
        draw_lines(painter, lines)
        painter.end()
        pictures.append(picture)
    assert pictures[0] == pictures[1]


def test_fragments_drawn_at_once_are_those_drawn_one_by_one(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    atlas = QPixmap(64, 64)
    painter = QPainter(atlas)
    for x in range(8):
        for y in range(8):
            painter.fillRect(x * 8, y * 8, 8, 8, QColor(x * 30, y * 30, 99))
    painter.end()
    chance = np.random.default_rng(3)
    lefts, tops = chance.integers(0, 180, (2, 200)).astype(float)
    sources = np.column_stack([chance.integers(0, 40, (200, 2)), chance.integers(3, 24, (200, 2))]).astype(
        float
    )
    pictures = []
    for at_once in (True, False):
        monkeypatch.setattr(fragments, "takes_arrays", lambda at_once=at_once: at_once)
        picture, painter = _blank()
        draw_fragments(painter, fragments_of(lefts, tops, sources), atlas)
        painter.end()
        pictures.append(picture)
    assert pictures[0] == pictures[1]


def test_rectangles_drawn_at_once_are_those_drawn_one_by_one(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = np.random.default_rng(5)
    corners = chance.integers(-20, 210, (300, 2))
    rects = np.column_stack([corners, corners + chance.integers(0, 30, (300, 2))]).astype(np.int32)
    pictures = []
    for at_once in (True, False):
        monkeypatch.setattr(fragments, "takes_arrays", lambda at_once=at_once: at_once)
        picture, painter = _blank()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#204060"))
        draw_rects(painter, rects)
        painter.end()
        pictures.append(picture)
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_outline_runs_along_the_four_sides_of_its_box_and_no_farther(
    qapp: QApplication, ratio: float
) -> None:
    picture, painter = _blank()
    picture_line = round(ratio)
    painter.scale(ratio, ratio)
    paint_outlines(painter, np.array([[10.0, 20.0, 30.0, 15.0], [500.0, 0.0, 9.0, 9.0]]), QColor("red"), ratio)
    painter.end()
    inked = {
        (x, y)
        for x in range(200)
        for y in range(200)
        if picture.pixelColor(x, y) != QColor(Qt.GlobalColor.white)
    }
    left, top, right, bottom = (round(side * ratio) for side in (10, 20, 40, 35))
    assert inked == {
        (x, y)
        for x in range(left, right + 1)
        for y in range(top, bottom + 1)
        if min(x - left, right - x, y - top, bottom - y) < picture_line
    }


def test_this_pyside_takes_arrays_and_one_that_does_not_is_noticed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert takes_arrays()
    takes_arrays.cache_clear()
    monkeypatch.setattr(fragments, "_draw_wrapped", lambda painter, lines: painter.drawLine(0, 0, 1, 0))
    assert not takes_arrays()
    takes_arrays.cache_clear()


def test_nothing_to_draw_draws_nothing(qapp: QApplication) -> None:
    picture, painter = _blank()
    draw_lines(painter, np.empty((0, 4)))
    draw_rects(painter, np.empty((0, 4), np.int32))
    draw_fragments(painter, np.empty((0, 10)), QPixmap(8, 8))
    painter.end()
    assert picture == _blank()[0]


def _blank() -> tuple[QImage, QPainter]:
    picture = QImage(200, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    return picture, QPainter(picture)
