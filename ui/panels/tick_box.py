"""A box that is ticked or not, with a tick that can be seen without colour."""

from functools import cache

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from ui.theme.icons import icon_picture

_TICK = 11


class TickBox(QCheckBox):
    """A check box. The style sheet fills its square; the tick is drawn here, as a sheet takes one from a file only."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box as the style draws it, and the tick."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        square = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        ink = self.palette().highlightedText().color().name()
        with QPainter(self) as painter:
            painter.drawPixmap(square.center() - QPoint(_TICK // 2, _TICK // 2), _drawn(ink))


@cache
def _drawn(ink: str) -> QPixmap:
    return icon_picture("check", ink, _TICK)
