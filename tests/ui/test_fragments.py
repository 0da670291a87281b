"""Arrays handed to QPainter in one call draw what the slow way draws, pixel by pixel."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from ui.canvas import fragments
from ui.canvas.fragments import draw_fragments, draw_lines, fragments_of, takes_arrays


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
    draw_fragments(painter, np.empty((0, 10)), QPixmap(8, 8))
    painter.end()
    assert picture == _blank()[0]


def _blank() -> tuple[QImage, QPainter]:
    picture = QImage(200, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    return picture, QPainter(picture)
