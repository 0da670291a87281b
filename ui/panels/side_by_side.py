"""Parts that stand below one another in the panel and side by side where there is room, as in a window of its own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme.scale import px

PART = 250
"""Pixels that a part needs to stand beside another."""


class SideBySide(QWidget):
    """Holds parts of equal width."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self.parts.setContentsMargins(0, 0, 0, 0)
        self.parts.setSpacing(12)

    @property
    def beside(self) -> bool:
        """Whether the parts stand side by side."""
        return self.parts.direction() is QBoxLayout.Direction.LeftToRight

    def add(self, part: QWidget) -> None:
        """Add a part at the end."""
        self.parts.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the parts as the width allows."""
        super().resizeEvent(event)
        needed = px(PART) * self.parts.count()
        way = QBoxLayout.Direction
        fitting = way.LeftToRight if self.width() >= max(needed, 2 * px(PART)) else way.TopToBottom
        if fitting is not self.parts.direction():
            self.parts.setDirection(fitting)
