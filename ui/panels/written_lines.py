"""The widgets in which the fields of panels are written; undo is the board's while there is nothing to undo in them."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ui.sitting import is_the_boards
from ui.wrapping import wrapping_for

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Line(QLineEdit):
    """One line."""

    def event(self, event: QEvent) -> bool:
        """Let undo and redo go to the board when there is none here."""
        if is_the_boards(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)


class Lines(QPlainTextEdit):
    """Several lines. `left` carries whether it is for good, not for a menu or another window."""

    left = Signal(bool)
    reshaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_sentence = False
        self.textChanged.connect(self.reshaped)

    def event(self, event: QEvent) -> bool:
        """Let undo and redo go to the board when there is none here."""
        document = self.document()
        if is_the_boards(event, undo=document.isUndoAvailable(), redo=document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends a sentence."""
        if self.is_sentence and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit(True)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With another width, the words take other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.reshaped.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A sentence stays on one line."""
        self.setWordWrapMode(wrapping_for(source.text()))
        if self.is_sentence:
            self.insertPlainText(" ".join(source.text().split()))
        else:
            super().insertFromMimeData(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that it is left."""
        super().focusOutEvent(event)
        self.left.emit(event.reason() not in _PASSING)
