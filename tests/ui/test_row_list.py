"""A list of rows: only those in sight are widgets, however many there are; keys, wheel and Tab reach all of them."""

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.panels.row import TextRow
from ui.panels.row_list import RowList
from workshop.picture.palette import LIGHT

MANY = 10_000


class _Numbered(TextRow):
    """A row that says its number, the higher the longer."""

    told = 0
    done: ClassVar[list[str]] = []

    def show_record(self) -> None:
        """Say it, and count."""
        type(self).told += 1
        words = "some more words " * (int(self.key) % 7)
        self.tell(f"Row {self.key}", words, [("Do it", lambda: self.done.append(self.key))])


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[RowList]:
    """Ten thousand rows in a panel's width."""
    made = RowList(lambda key: _Numbered(key, LIGHT))
    _Numbered.told, _Numbered.done = 0, []
    qtbot.addWidget(made)
    made.resize(324, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_rows([str(number) for number in range(MANY)])
    _settle()
    yield made
    made.show_rows([])


def test_only_rows_in_sight_are_made(rows: RowList) -> None:
    assert len(rows.rows) < 20
    for place in (0.3, 0.7, 1.0, 0.0):
        rows.verticalScrollBar().setValue(round(rows.verticalScrollBar().maximum() * place))
        _settle()
        assert 3 < len(rows.rows) < 20
    assert _Numbered.told < 200


def test_rows_follow_one_another_without_overlap_and_fit_what_they_say(rows: RowList) -> None:
    rows.verticalScrollBar().setValue(40_000)
    _settle()
    shown = rows.rows
    for one, other in pairwise(shown):
        assert int(other.key) == int(one.key) + 1
        assert other.y() == one.y() + one.height() + 8
    for row in shown:
        assert row.height() == row.height_at(row.width())
        assert row.width() <= rows.viewport().width()


def test_end_and_home_go_to_the_last_and_the_first_row(rows: RowList) -> None:
    rows.go_to("0")
    _press(Qt.Key.Key_End)
    assert _focused() == str(MANY - 1)
    assert _in_sight(rows)
    _press(Qt.Key.Key_Up)
    assert _focused() == str(MANY - 2)
    _press(Qt.Key.Key_Home)
    assert _focused() == "0"
    assert _in_sight(rows)


def test_enter_does_the_first_act_and_tab_goes_through_a_row_to_the_next(rows: RowList) -> None:
    rows.go_to("3")
    _press(Qt.Key.Key_Return)
    assert _Numbered.done == ["3"]
    _press(Qt.Key.Key_Tab)
    _press(Qt.Key.Key_Space)
    assert _Numbered.done == ["3", "3"]
    _press(Qt.Key.Key_Tab)
    assert _focused() == "4"


def test_tab_comes_to_a_row_that_came_later_where_it_stands(rows: RowList) -> None:
    rows.show_rows(["10000", *rows.keys])
    _settle()
    rows.go_to("10000")
    visited = []
    for _ in range(5):
        _press(Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert [w.key if isinstance(w, TextRow) else w.text() for w in visited] == [
        "Do it",
        "0",
        "Do it",
        "1",
        "Do it",
    ]


def test_the_wheel_scrolls(rows: RowList) -> None:
    at = QPointF(100, 100)
    event = QWheelEvent(
        at,
        QPointF(rows.viewport().mapToGlobal(QPoint(100, 100))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(rows.viewport(), event)
    _settle()
    assert rows.verticalScrollBar().value() > 0
    assert int(rows.rows[-1].key) > 3


def test_the_row_with_the_keyboard_stays_while_it_is_out_of_sight(rows: RowList) -> None:
    rows.go_to("2")
    rows.verticalScrollBar().setValue(90_000)
    _settle()
    assert _focused() == "2"
    _press(Qt.Key.Key_Down)
    assert _focused() == "3"
    assert _in_sight(rows)


def test_a_row_that_goes_takes_the_keyboard_to_no_other_window(rows: RowList) -> None:
    rows.go_to("1")
    rows.show_rows(["0", "2", "3"])
    _settle()
    assert [row.key for row in rows.rows] == ["0", "2", "3"]


def _settle() -> None:
    QApplication.processEvents()


def _press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)
    _settle()


def _focused() -> str:
    row = QApplication.focusWidget()
    assert isinstance(row, TextRow)
    return row.key


def _in_sight(rows: RowList) -> bool:
    row = QApplication.focusWidget()
    assert row is not None
    return rows.viewport().rect().contains(row.geometry().center())
