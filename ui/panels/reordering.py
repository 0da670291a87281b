"""Rows that are dragged to other places of their list: a line shows where one would go."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from ui.panels.dragged_row import DraggedRow
from ui.panels.row_list import RowList

GRIP_TIP = "Drag to another place (Alt+Up, Alt+Down)"

_EDGE, _THICK = 12, 3
_NEAR = 28
"""Pixels from the upper or lower edge within which the list scrolls."""


class Reordering:
    """Follows the rows of a list; `move` is handed the key of one that was dropped, and its place from 0."""

    def __init__(self, rows: RowList, colour: str, move: Callable[[str, int], None]) -> None:
        self._rows, self._colour, self._move = rows, colour, move
        self._line: QWidget | None = None

    def follow(self, row: DraggedRow) -> None:
        """Let a row be dragged."""
        row.dragged.connect(self._on_dragged)
        row.dropped.connect(partial(self._on_dropped, row.key))
        row.drag_ended.connect(self._end)

    def _on_dragged(self, to: QPoint) -> None:
        view = self._rows.viewport()
        y = view.mapFromGlobal(to).y()
        bar = self._rows.verticalScrollBar()
        if y < _NEAR or y > view.height() - _NEAR:
            bar.setValue(bar.value() + (bar.singleStep() // 2) * (-1 if y < _NEAR else 1))
        above = [row for row in self._rows.rows if row.geometry().center().y() < y]
        edge = above[-1].geometry().bottom() + 2 if above else self._rows.rows[0].y() - 6
        if self._line is None:
            self._line = QWidget(view)
            self._line.setStyleSheet(f"background: {self._colour}; border-radius: 1px;")
        self._line.setGeometry(_EDGE, edge, view.width() - 2 * _EDGE, _THICK)
        self._line.show()
        self._line.raise_()

    def _on_dropped(self, key: str, to: QPoint) -> None:
        """The place is that among all other rows."""
        y = self._rows.viewport().mapFromGlobal(to).y()
        seen = self._rows.rows
        first = self._rows.keys.index(seen[0].key)
        above = first + sum(row.geometry().center().y() < y for row in seen)
        self._move(key, above - (self._rows.keys.index(key) < above))

    def _end(self) -> None:
        if self._line is not None:
            self._line.hide()
            self._line.deleteLater()
            self._line = None
