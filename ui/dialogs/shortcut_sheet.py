"""The sheet of shortcuts, read from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

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


class ShortcutSheet(QFrame):
    """Closes with Escape or a click."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("zoomBar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._had_keyboard = parent.focusWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 24)
        heading = QLabel("Shortcuts")
        heading.setProperty("heading", True)
        layout.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(7)
        rows = [*_WRITING, *((spec.text, _keys(spec.keys)) for spec in ACTIONS if spec.keys)]
        half = -(-len(rows) // 2)
        for place, (text, keys) in enumerate(rows):
            column = 3 * (place // half)
            grid.addWidget(QLabel(text), place % half, column)
            label = QLabel(keys)
            label.setProperty("quiet", True)
            grid.addWidget(label, place % half, column + 1)
        grid.setColumnMinimumWidth(2, 24)
        layout.addLayout(grid)
        self.adjustSize()
        self.move((parent.width() - self.width()) // 2, max(16, (parent.height() - self.height()) // 2))
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key closes it."""
        self._leave()

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
