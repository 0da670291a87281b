"""The facilitator's note of the step: one line in the presenter's bar that unfolds below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel

from ui.elided import ElidedLabel

_LETTERS = 1_500
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class NoteLine(ElidedLabel):
    """A click, Enter or Space shows the whole note in `below`, or folds it again."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("quiet", True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip("Show the whole note")
        self.below = QLabel()
        self.below.setTextFormat(Qt.TextFormat.PlainText)
        self.below.setWordWrap(True)
        self.below.hide()
        self._unfolded = False

    def show_note(self, note: str) -> None:
        """Show a note; of a step without one nothing."""
        words = " ".join(note.split())
        self.setText(f"Note: {words}" if words else "")
        self.setAccessibleName(self.text())
        self.setEnabled(bool(words))
        self.below.setText(note.strip()[:_LETTERS] if words else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if words else Qt.CursorShape.ArrowCursor)
        self._unfold()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Unfold it, or fold it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._turn()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold it, or fold it."""
        if event.key() in _KEYS:
            self._turn()
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._unfold()
        self.turned.emit()

    def _unfold(self) -> None:
        self.below.setVisible(self._unfolded and bool(self.below.text()))
