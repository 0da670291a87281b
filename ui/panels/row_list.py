"""A list of rows of any height of which only those in sight are widgets, so that 10,000 of them scroll smoothly."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from operator import is_not

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from ui.panels.row import Row

_GAP = 8
_MARGIN = 12
_GUESS = 112
"""The height in pixels of a row that was not in sight yet."""

_TRIES = 10
"""So often a row is looked for whose place is only guessed; of rows far higher than the guess it takes several."""

_WAYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class RowList(QAbstractScrollArea):
    """Rows by their keys, which `make` turns into widgets. Up and Down walk through the rows, Tab through one."""

    def __init__(self, make: Callable[[str], Row]) -> None:
        super().__init__()
        self.setObjectName("rowList")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setObjectName("panelBody")
        self._make = make
        self._keys: tuple[str, ...] = ()
        self._heights: dict[str, int] = {}
        self._tops: list[int] = [0]
        self._rows: dict[str, Row] = {}
        self._stops: list[QWidget] = []
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._arrange)
        self.verticalScrollBar().valueChanged.connect(self._arrange)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all rows in their order."""
        return self._keys

    @property
    def rows(self) -> list[Row]:
        """The rows that are widgets now, from top to bottom."""
        return sorted(self._rows.values(), key=lambda row: row.y())

    def show_rows(self, keys: Sequence[str]) -> None:
        """Have rows of these keys, each once. Rows in sight that stay show their records anew."""
        self._keys = tuple(keys)
        there = set(keys)
        for key in [key for key in self._rows if key not in there]:
            self._drop(key)
        for row in self._rows.values():
            row.show_record()
        self._heights = {key: height for key, height in self._heights.items() if key in there}
        self._add_up()
        self._arrange()

    def go_to(self, key: str) -> None:
        """Bring a row into sight and the keyboard to it."""
        if key not in self._keys:
            return
        self._bring(self._keys.index(key))
        self._rows[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def settle_later(self) -> None:
        """A row's height may have changed: set the rows anew in a moment."""
        self._again.start()

    def step(self, row: Row, way: int) -> None:
        """Bring the keyboard from a row to one so many rows on."""
        place = self._keys.index(row.key) + way
        self.go_to(self._keys[max(0, min(place, len(self._keys) - 1))])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other heights."""
        if event.size().width() != event.oldSize().width():
            self._heights.clear()
            self._add_up()
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """A row that asks for another height gets it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.settle_later()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the list itself, or a row, the arrows walk to a row."""
        focus = QApplication.focusWidget()
        row = next((row for row in self._rows.values() if row is focus), None)
        key = Qt.Key(event.key())
        if not self._keys or not (focus is self or row is not None):
            event.ignore()
        elif row is None and key in _WAYS:
            self.go_to(self._keys[0])
        elif row is not None and key in _WAYS:
            self.step(row, _WAYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(self._keys[0 if key == Qt.Key.Key_Home else -1])
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll."""
        self.verticalScrollBar().event(event)

    def _bring(self, place: int) -> None:
        """Scroll until a row is in sight, again and again, as heights of rows not seen yet are guessed."""
        for _ in range(_TRIES):
            self._arrange()
            bar, room = self.verticalScrollBar(), self.viewport().height()
            before = bar.value()
            top, bottom = self._tops[place], self._tops[place + 1]
            if top - _MARGIN < before or bottom - top > room:
                bar.setValue(top - _MARGIN)
            elif bottom > before + room:
                bar.setValue(bottom - room + _MARGIN)
            if bar.value() == before and self._keys[place] in self._rows:
                return
        self._arrange()

    def _add_up(self) -> None:
        heights = (self._heights.get(key, _GUESS) + _GAP for key in self._keys)
        self._tops = list(accumulate(heights, initial=_MARGIN))

    def _arrange(self) -> None:
        """Make, set and let go of rows, so that just those in sight are widgets."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        width = max(1, self.viewport().width() - 2 * _MARGIN)
        first = max(0, bisect_right(self._tops, bar.value() - _GAP) - 1)
        y, place, grew = self._tops[first], first, False
        seen: list[str] = []
        while place < len(self._keys) and y < bar.value() + room:
            key = self._keys[place]
            height = self._row(key).height_at(width)
            grew |= self._heights.get(key) != height
            self._heights[key] = height
            self._rows[key].setGeometry(_MARGIN, y - bar.value(), width, height)
            seen.append(key)
            y, place = y + height + _GAP, place + 1
        if grew:
            self._add_up()
        for key in [key for key in self._rows if key not in seen]:
            self._leave(key)
        self._show_in_order(seen)
        bar.setPageStep(room)
        bar.setSingleStep(_GUESS // 3)
        bar.setRange(0, max(0, self._tops[-1] + _MARGIN - _GAP - room))

    def _row(self, key: str) -> Row:
        if key not in self._rows:
            row = self._rows[key] = self._make(key)
            row.setParent(self.viewport())
            row.reshaped.connect(self.settle_later)
            row.show_record()
        return self._rows[key]

    def _show_in_order(self, seen: Sequence[str]) -> None:
        """Show rows that came, and have Tab go from each to the one below, by all that is in it."""
        for key in seen:
            if self._rows[key].isHidden():
                self._rows[key].show()
        stops = [widget for key in seen for widget in self._rows[key].stops()]
        if len(stops) != len(self._stops) or any(map(is_not, stops, self._stops)):
            self._stops = stops
            for before, after in pairwise([self, *stops]):
                QWidget.setTabOrder(before, after)

    def _leave(self, key: str) -> None:
        """Let go of a row out of sight, but for the one with the keyboard, which only moves away."""
        focus = QApplication.focusWidget()
        if (focus is not None and self._rows[key].isAncestorOf(focus)) or self._rows[key] is focus:
            place = self._keys.index(key) if key in self._keys else 0
            self._rows[key].move(_MARGIN, self._tops[place] - self.verticalScrollBar().value())
        else:
            self._drop(key)

    def _drop(self, key: str) -> None:
        row = self._rows.pop(key)
        row.hide()
        row.setParent(None)
        row.deleteLater()
