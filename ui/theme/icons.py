"""Icons of the window: the Phosphor set drawn from its font, in any colour and size."""

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from ui.theme.fonts import icon_font
from workshop.picture.icons import icon_character

SMALL = 16
"""The size of icons in menus and on buttons with words."""


@cache
def icon(name: str, colour: str, disabled: str = "", size: int = SMALL) -> QIcon:
    """An icon by its Phosphor name, in the size it is shown at; `disabled` is its colour where it cannot be used."""
    made = QIcon(icon_picture(name, colour, size))
    if disabled:
        made.addPixmap(icon_picture(name, disabled, size), QIcon.Mode.Disabled)
    return made


def icon_picture(name: str, colour: str, size: int, ratio: float = 2.0) -> QPixmap:
    """An icon as a picture of size × size pixels at a device pixel ratio."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(icon_font(size))
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, icon_character(name))
    return picture
