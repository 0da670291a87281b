"""A message that passes by itself."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme.scale import px

TOAST_MS = 5_000


class Toast(QLabel):
    """A message that passes by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence for a while."""
        self.setText(text)
        self.setFixedWidth(min(px(460), max(px(220), self.fontMetrics().horizontalAdvance(text) + 48)))
        self.adjustSize()
        self.show()
        self.raise_()
        self.place()
        self._timer.start()

    def place(self) -> None:
        """Stay in the middle of the lower edge."""
        if (parent := self.parentWidget()) is not None:
            self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 72)
