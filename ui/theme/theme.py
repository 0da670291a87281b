"""The theme: light, dark or as the system has it, switched while the window is open."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.settings import read_setting, write_setting
from ui.theme.fonts import UI_SIZE, font_of, load_fonts
from ui.theme.style import qt_palette, style_sheet
from workshop.picture.palette import DARK, LIGHT, Palette
from workshop.picture.plan import Weight


class ThemeChoice(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The colours in use; `changed` tells views to paint anew."""

    changed = Signal(object)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        load_fonts()
        application.setFont(font_of(Weight.REGULAR, UI_SIZE))
        stored = read_setting("theme", ThemeChoice.SYSTEM.value)
        self.choice = ThemeChoice(stored) if stored in list(ThemeChoice) else ThemeChoice.SYSTEM
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)
        self.palette = LIGHT
        self._apply()

    def choose(self, choice: ThemeChoice) -> None:
        """Take another theme and remember it."""
        self.choice = choice
        write_setting("theme", choice.value)
        self._apply()

    def next_choice(self) -> None:
        """Switch between light and dark, whatever is in use."""
        self.choose(ThemeChoice.LIGHT if self.palette.dark else ThemeChoice.DARK)

    def _apply(self) -> None:
        self.palette = self._wanted()
        self._application.setPalette(qt_palette(self.palette))
        self._application.setStyleSheet(style_sheet(self.palette))
        self.changed.emit(self.palette)

    def _wanted(self) -> Palette:
        if self.choice is ThemeChoice.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self.choice is ThemeChoice.DARK else LIGHT
