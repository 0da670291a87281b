"""The bundled fonts in Qt: loading them, and the font of a weight and size."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from workshop.picture.font_files import font_path
from workshop.picture.icons import icon_font_path
from workshop.picture.plan import Weight

UI_SIZE = 13
"""The size of the window's text in pixels."""


def load_fonts() -> None:
    """Make the bundled fonts known to Qt, by whose names the style sheet asks for them; needs an application."""
    for weight in Weight:
        _family(weight)


@cache
def _family(weight: Weight) -> str:
    number = QFontDatabase.addApplicationFont(str(font_path(weight)))
    families = QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else "sans-serif"


@cache
def icon_family() -> str:
    """The family of the Phosphor icon font that qtawesome brings.

    Its file is read directly: importing qtawesome takes longer than everything else before the first window.
    """
    number = QFontDatabase.addApplicationFont(str(icon_font_path()))
    return QFontDatabase.applicationFontFamilies(number)[0]


@cache
def font_of(weight: Weight, size: float, tracking: float = 0.0) -> QFont:
    """The font of a weight at a size in pixels of its painter, unhinted, so that it scales evenly."""
    font = QFont(_family(weight))
    font.setPixelSize(max(1, round(size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tracking:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking)
    return font


@cache
def icon_font(size: float) -> QFont:
    """The icon font at a size in pixels of its painter."""
    font = QFont(icon_family())
    font.setPixelSize(max(1, round(size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
