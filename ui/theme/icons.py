"""Icons of the window: the Phosphor set drawn from its font, in any colour and size."""

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from ui.theme.fonts import icon_font
from ui.theme.scale import px
from workshop.picture.icons import icon_character

SMALL = 16
"""The size of icons in menus and on buttons with words."""


def icon(name: str, colour: str, disabled: str = "", size: int = 0) -> QIcon:
    """An icon by its Phosphor name; `disabled` is its colour where it cannot be used.

    `size` is in pixels as it is shown; without one, it is small and as much larger as the words are.
    """
    return _icon(name, colour, disabled, size or px(SMALL))


@cache
def _icon(name: str, colour: str, disabled: str, size: int) -> QIcon:
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
