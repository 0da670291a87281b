"""Texts that end in an ellipsis where their room is too narrow for them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ElidedLabel(QLabel):
    """A line of text that takes what room there is."""

    def minimumSizeHint(self) -> QSize:
        """Hardly any width."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        with QPainter(self) as painter:
            # Not by style().drawItemText(): the first QStyle that PySide wraps costs 15 ms of the start.
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(room, int(_LEFT), shown)


class ElidedLine(QLineEdit):
    """A field whose text is cut with an ellipsis until it is written in."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, or while nobody writes in it what fits."""
        room = self.contentsRect().adjusted(2, 0, -2, 0)
        if self.hasFocus() or self.fontMetrics().horizontalAdvance(self.text()[:2_000]) <= room.width():
            super().paintEvent(event)
            return
        shown = self.fontMetrics().elidedText(self.text()[:2_000], Qt.TextElideMode.ElideRight, room.width())
        with QPainter(self) as painter:
            painter.setPen(self.palette().text().color())
            painter.drawText(room, int(_LEFT), shown)
