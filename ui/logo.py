"""The logo: three diamonds, the first one filled."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from workshop.model.diamonds import DIAMONDS
from workshop.picture.palette import Palette


class Logo(QWidget):
    """Three diamonds."""

    def __init__(self, looks: Palette) -> None:
        super().__init__()
        self._looks = looks
        self.setFixedSize(58, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them, the first one filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, diamond in enumerate(DIAMONDS):
            ink = QColor(self._looks.diamonds[diamond.name].ink)
            x, y, r = 12.0 + place * 17, 13.0, 10.0
            painter.setPen(QPen(ink, 1.6))
            painter.setBrush(ink if place == 0 else Qt.BrushStyle.NoBrush)
            painter.drawPolygon(
                QPolygonF([QPointF(x - r, y), QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r)])
            )
