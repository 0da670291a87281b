"""What stands where a panel is empty: one sentence that teaches, and one button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.panels.panel_page import MARGIN


class Teaching(QWidget):
    """A sentence and the act that begins."""

    def __init__(self, sentence: str, words: str, do: Callable[[], object]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 8, MARGIN, 8)
        column.setSpacing(10)
        label = QLabel(sentence)
        label.setWordWrap(True)
        label.setProperty("quiet", True)
        self.button = QPushButton(words)
        self.button.clicked.connect(lambda: do())
        column.addWidget(label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
