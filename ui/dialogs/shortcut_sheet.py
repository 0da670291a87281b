"""The sheet of shortcuts, read from the table of actions: in columns as there is room, with a filter."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.actions import ACTIONS
from ui.dialogs.scrim import Scrim
from ui.layouts import empty
from ui.theme.scale import px
from workshop.board.searching import folded, needles_of

_WRITING = (
    ("Next card right / left", "Tab / Shift+Tab"),
    ("Next card below", "Ctrl+Return"),
    ("Done writing, cancel", "Esc"),
    ("Write on the selected card", "Return"),
)
_POINTER = (
    ("Start or pause the step", "Tap Space"),
    ("Look under turned cards", "Hold F9"),
    ("Pan", "Space and drag"),
    ("Pan sideways", "Shift+wheel"),
    ("Zoom to the pointer", "Ctrl+wheel"),
    ("Copy while dragging", "Alt and drag"),
    ("The menu of a card, by touch", "Long press"),
)
_OUTLINE = "Outline"

_SECTIONS = (
    ("Workshop", "new_session"),
    ("Cards", "select_tool"),
    ("Walk and link", "walk_left"),
    ("Arrange", "nudge_left"),
    ("Group", "group"),
    ("Kind, writer, votes", "add_dot"),
    ("Look", "show_problem"),
    ("Find and show", "find_cards"),
    ("Run the room", "reveal_next"),
    ("Panels and theme", "next_panel"),
)
"""Each section's name and the action with which it begins."""

_COLUMN, _EDGE, _GAP = 340, 24, 28
_MOST_COLUMNS = 3


class Row(NamedTuple):
    """A line of the sheet."""

    section: str
    text: str
    keys: str


class ShortcutSheet(QFrame):
    """Closes with Escape or a click beside it; typing filters."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("zoomBar")
        self.setAccessibleName("Shortcuts")
        self._had_keyboard: QWidget | None = parent.focusWidget()
        self._rows = tuple(_rows())
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 12, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._body.setObjectName("panelBody")
        self._columns = QHBoxLayout(self._body)
        self._columns.setContentsMargins(0, 0, 16, 0)
        self._columns.setSpacing(_GAP)
        self._area.setWidget(self._body)
        column.addWidget(self._area, 1)
        parent.installEventFilter(self)
        self._show(self._rows)
        self._place()
        self.show()
        Scrim(self).pressed.connect(self._leave)
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Enter close it; the arrows scroll."""
        bar, key = self._area.verticalScrollBar(), event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 12, Qt.Key.Key_PageUp: -12}
        if key in steps:
            bar.setValue(bar.value() + steps[Qt.Key(key)] * px(26))
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click beside it closes it; it stays within its window."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() not in passing:  # type: ignore[attr-defined]
                self._had_keyboard = None
                self._leave()
        return super().eventFilter(watched, event)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 16, 0)
        row.setSpacing(16)
        heading = QLabel("Shortcuts")
        heading.setProperty("heading", True)
        self.field = QLineEdit()
        self.field.setObjectName("shortcutFilter")
        self.field.setAccessibleName("Filter the shortcuts")
        self.field.setPlaceholderText("Filter by words or keys")
        self.field.setMinimumWidth(
            self.field.fontMetrics().horizontalAdvance(self.field.placeholderText()) + 40
        )
        self.field.textChanged.connect(self._on_filter)
        self.field.installEventFilter(self)
        hint = QLabel("Esc closes")
        hint.setProperty("quiet", True)
        row.addWidget(heading)
        row.addWidget(self.field)
        row.addStretch(1)
        row.addWidget(hint)
        return row

    def _on_filter(self, text: str) -> None:
        needles = needles_of(text)
        self._show(row for row in self._rows if all(needle in folded(" ".join(row)) for needle in needles))

    def _show(self, rows: Iterable[Row]) -> None:
        """Lay the sections out whole, each in the column that is the shortest so far."""
        empty(self._columns)
        columns: list[list[Row | str]] = [[] for _ in range(self._columns_that_fit)]
        for section, part in groupby(rows, key=lambda row: row.section):
            min(columns, key=len).extend((section, *part))
        for lines in columns:
            self._columns.addWidget(_column(lines, self._row_width), 0, Qt.AlignmentFlag.AlignTop)
        self._columns.addStretch(1)

    @property
    def _room(self) -> tuple[int, int]:
        parent = self.parentWidget()
        assert parent is not None
        return parent.width() - 2 * _EDGE, parent.height() - 2 * _EDGE

    @property
    def _columns_that_fit(self) -> int:
        return max(1, min(_MOST_COLUMNS, (self._room[0] - 72) // (px(_COLUMN) + _GAP)))

    @property
    def _row_width(self) -> int:
        return min(px(_COLUMN), self._room[0] - 72)

    def _place(self) -> None:
        """Be as large as the rows, within the window."""
        width, height = self._room
        columns = self._columns_that_fit
        wanted = columns * self._row_width + (columns - 1) * _GAP + 72
        needed = self._body.sizeHint().height() + px(40) + 64
        self.resize(min(wanted, width), min(max(needed, px(320)), height))
        parent = self.parentWidget()
        assert parent is not None
        self.move((parent.width() - self.width()) // 2, (parent.height() - self.height()) // 2)

    def _leave(self) -> None:
        """Close, and give the keyboard back to whatever had it."""
        self.field.removeEventFilter(self)
        if self._had_keyboard is not None:
            self._had_keyboard.setFocus()
        self.hide()
        self.deleteLater()


def _rows() -> list[Row]:
    from ui.outline.acts import ACTS

    rows, section, begins = [], "", {name: title for title, name in _SECTIONS}
    for spec in ACTIONS:
        section = begins.get(spec.name, section)
        if spec.keys and spec.name != "toggle_outline_here":
            rows.append(Row(section, spec.text, _keys(spec.keys)))
    rows += [Row("While writing", *row) for row in _WRITING]
    rows += [Row("Pointer and touch", *row) for row in _POINTER]
    rows += [Row(_OUTLINE, act.text, _keys(act.keys)) for act in ACTS if act.text]
    return rows


def _column(lines: list[Row | str], width: int) -> QWidget:
    column = QWidget()
    column.setFixedWidth(width)
    grid = QGridLayout(column)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for place, line in enumerate(lines):
        if isinstance(line, str):
            caption = QLabel(line.upper())
            caption.setProperty("caption", True)
            caption.setContentsMargins(0, 10 if place else 0, 0, 0)
            grid.addWidget(caption, place, 0, 1, 2)
            continue
        words = QLabel(line.text)
        words.setWordWrap(True)
        words.setMinimumWidth(1)
        keys = QLabel(line.keys)
        keys.setProperty("quiet", True)
        grid.addWidget(words, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(keys, place, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return column


def _keys(keys: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return " or ".join(QKeySequence(key).toString(native) for key in keys[:2] if key not in "!@{}")
