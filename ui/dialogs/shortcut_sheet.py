"""The sheet of shortcuts, read from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.actions import ACTIONS

_WRITING = (
    ("While writing: next card right / left", "Tab / Shift+Tab"),
    ("While writing: next card below", "Ctrl+Return"),
    ("Done writing, cancel", "Esc"),
    ("Write on the selected card", "Return"),
    ("Pan", "Space and drag"),
    ("Zoom to the pointer", "Ctrl+wheel"),
    ("Copy while dragging", "Alt and drag"),
)


_WIDE, _EDGE = 1_200, 16
_SCROLLS = {
    Qt.Key.Key_Down: 0.2,
    Qt.Key.Key_Up: -0.2,
    Qt.Key.Key_PageDown: 0.9,
    Qt.Key.Key_PageUp: -0.9,
    Qt.Key.Key_Space: 0.9,
}
"""Keys that scroll, and by which share of what is seen."""


class ShortcutSheet(QFrame):
    """Closes with Escape or a click; scrolls where the window is low."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("zoomBar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._had_keyboard = parent.focusWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 12, 18)
        heading = QLabel("Shortcuts")
        heading.setProperty("heading", True)
        layout.addWidget(heading)
        table = self._table(3 if parent.width() >= _WIDE else 2)
        self._area = QScrollArea()
        self._area.setObjectName("shortcutTable")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(table)
        layout.addWidget(self._area)
        size = table.sizeHint()
        room = parent.height() - 2 * _EDGE - heading.sizeHint().height() - 60
        self._area.setFixedSize(size.width() + 16, min(size.height(), room))
        self.adjustSize()
        self.move((parent.width() - self.width()) // 2, max(_EDGE, (parent.height() - self.height()) // 2))
        self.show()
        self.raise_()
        self.setFocus()

    def _table(self, columns: int) -> QWidget:
        """All shortcuts, side by side in so many columns."""
        table = QWidget()
        table.setObjectName("shortcutRows")
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(7)
        rows = [*_WRITING, *((spec.text, _keys(spec.keys)) for spec in ACTIONS if spec.keys)]
        high = -(-len(rows) // columns)
        for place, (text, keys) in enumerate(rows):
            column = 3 * (place // high)
            grid.addWidget(QLabel(text), place % high, column)
            label = QLabel(keys)
            label.setProperty("quiet", True)
            grid.addWidget(label, place % high, column + 1)
        for column in range(columns - 1):
            grid.setColumnMinimumWidth(3 * column + 2, 16)
        return table

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that scroll do so where not all is in sight; any other closes it."""
        bar = self._area.verticalScrollBar()
        step = _SCROLLS.get(Qt.Key(event.key()))
        if step is None or not bar.maximum():
            self._leave()
        else:
            bar.setValue(bar.value() + round(step * self._area.height()))

    def mousePressEvent(self, _event: object) -> None:
        """A click closes it."""
        self._leave()

    def _leave(self) -> None:
        """Close, and give the keyboard back to whatever had it."""
        if self._had_keyboard is not None:
            self._had_keyboard.setFocus()
        self.deleteLater()


def _keys(keys: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return " or ".join(QKeySequence(key).toString(native) for key in keys[:2] if key not in "!@")
