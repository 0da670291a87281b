"""A step on its way to another place of the list: a line shows where it would go."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from ui.panels.row_list import RowList

_EDGE, _THICK = 12, 3
_NEAR = 28
"""Pixels from the upper or lower edge within which the list scrolls."""


class DraggingStep:
    """One drag over a list."""

    def __init__(self, rows: RowList, colour: str) -> None:
        self._rows = rows
        self._line = QWidget(rows.viewport())
        self._line.setStyleSheet(f"background: {colour}; border-radius: 1px;")

    def move(self, to: QPoint) -> None:
        """The pointer is here now, on the screen."""
        view = self._rows.viewport()
        y = view.mapFromGlobal(to).y()
        bar = self._rows.verticalScrollBar()
        if y < _NEAR or y > view.height() - _NEAR:
            bar.setValue(bar.value() + (bar.singleStep() // 2) * (-1 if y < _NEAR else 1))
        above = [row for row in self._rows.rows if row.geometry().center().y() < y]
        edge = above[-1].geometry().bottom() + 2 if above else self._rows.rows[0].y() - 6
        self._line.setGeometry(_EDGE, edge, view.width() - 2 * _EDGE, _THICK)
        self._line.show()
        self._line.raise_()

    def place(self, to: QPoint, key: str) -> int:
        """The place among all other rows at which the row of a key would be dropped, from 0."""
        y = self._rows.viewport().mapFromGlobal(to).y()
        seen = self._rows.rows
        first = self._rows.keys.index(seen[0].key)
        above = first + sum(row.geometry().center().y() < y for row in seen)
        return above - (self._rows.keys.index(key) < above)

    def end(self) -> None:
        """No line any more."""
        self._line.hide()
        self._line.deleteLater()
