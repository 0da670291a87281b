"""A strip that floats at the top while something takes longer than a moment: what it is, how far, and Cancel."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.elided import ElidedLabel
from ui.theme.scale import px

PATIENCE_MS = 300
"""What is done within this time shows no strip."""

WIDTH = 400
_STEPS = 1_000


class ProgressStrip(QFrame):
    """`cancelled` is told when Cancel is pressed, or Esc anywhere in the window."""

    cancelled = Signal()

    def __init__(self, parent: QWidget, *, top: int = 16) -> None:
        super().__init__(parent)
        self.setObjectName("progressStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setFixedWidth(px(WIDTH))
        self._top = top
        self._words = ElidedLabel()
        self._words.setAccessibleName("What is being done")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._button = QPushButton("Cancel")
        self._button.setObjectName("cancelProgress")
        self._button.setToolTip("Cancel (Esc)")
        self._button.clicked.connect(lambda _checked: self.cancelled.emit())
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(14)
        row.addLayout(column, 1)
        row.addWidget(self._button)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.activated.connect(self.cancelled)
        self._escape.setEnabled(False)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        self.hide()

    def begin(self, words: str) -> None:
        """Say what is being done from now on; how far is not known yet."""
        self._words.setText(words)
        self._words.setToolTip(words)
        self._bar.setRange(0, 0)
        if self.isHidden() and not self._patience.isActive():
            self._patience.start()

    def advance(self, share: float) -> None:
        """Say how far it is, from 0 to 1."""
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(round(share * _STEPS))

    def end(self) -> None:
        """It is over."""
        self._patience.stop()
        self._escape.setEnabled(False)
        self.hide()

    def _appear(self) -> None:
        self._escape.setEnabled(True)
        self.adjustSize()
        if (parent := self.parentWidget()) is not None:
            self.move((parent.width() - self.width()) // 2, self._top)
        self.show()
        self.raise_()
