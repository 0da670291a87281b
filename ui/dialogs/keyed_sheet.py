"""A sheet that keeps the keyboard: Tab goes round in it, Escape leaves it, and nothing behind it takes a key."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.dialogs.export_keys import SheetKeys


class KeyedSheet(QFrame):
    """Whoever derives from it says what leaving is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("zoomBar")
        self._keys = SheetKeys(self)

    def leave(self) -> None:
        """Close it with nothing done."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it; Enter presses a button that has the keyboard, and in a field does no more than end it."""
        on = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(on, QPushButton):
            on.click()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """No key goes on to the window behind."""

    def event(self, event: QEvent) -> bool:
        """No key is a shortcut of the window behind."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays within it."""
        return self._keys.step(forward=forward)
