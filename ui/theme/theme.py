"""The theme: light or dark, contrast and size of the words, as chosen or as the system has it."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.settings import read_setting, write_setting
from ui.theme.fonts import UI_SIZE, font_of, load_fonts
from ui.theme.scale import SCALES, SETTING, chosen_text_scale, px, use_text_scale
from ui.theme.style import qt_palette, style_sheet
from workshop.picture.palette import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Palette
from workshop.picture.plan import Weight


class ThemeChoice(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Contrast(StrEnum):
    """How strongly the user wants things to stand out."""

    SYSTEM = "system"
    NORMAL = "normal"
    HIGH = "high"


class Theme(QObject):
    """The colours in use; `changed` tells views to paint anew."""

    changed = Signal(object)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        load_fonts()
        stored = read_setting("theme", ThemeChoice.SYSTEM.value)
        self.choice = ThemeChoice(stored) if stored in list(ThemeChoice) else ThemeChoice.SYSTEM
        stored = read_setting("contrast", Contrast.SYSTEM.value)
        self.contrast = Contrast(stored) if stored in list(Contrast) else Contrast.SYSTEM
        self.text = chosen_text_scale()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._apply)
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._apply)
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

    def choose_contrast(self, contrast: Contrast) -> None:
        """Take more or less contrast and remember it."""
        self.contrast = contrast
        write_setting("contrast", contrast.value)
        self._apply()

    def choose_text(self, per_cent: int) -> None:
        """Have the words of the window in another size, one of SCALES, and remember it."""
        assert per_cent in SCALES
        self.text = per_cent
        write_setting(SETTING, str(per_cent))
        self._apply()

    def _apply(self, *_hint: object) -> None:
        self.palette = self._wanted()
        use_text_scale(self.text)
        self._application.setFont(font_of(Weight.REGULAR, px(UI_SIZE)))
        self._application.setPalette(qt_palette(self.palette))
        self._application.setStyleSheet(style_sheet(self.palette))
        self.changed.emit(self.palette)

    def _wanted(self) -> Palette:
        dark = self.choice is ThemeChoice.DARK
        if self.choice is ThemeChoice.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if self.contrast is Contrast.HIGH or (self.contrast is Contrast.SYSTEM and _system_wants_contrast()):
            return HIGH_DARK if dark else HIGH_LIGHT
        return DARK if dark else LIGHT


def _system_wants_contrast() -> bool:
    """Whether the system asks for high contrast, where Qt passes it on."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
