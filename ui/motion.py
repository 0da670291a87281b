"""How long things may move: not at all for people who asked for reduced motion, here or in their system."""

from PySide6.QtGui import QGuiApplication

from ui.settings import read_setting

_SETTING, _REDUCED = "motion", "reduced"


def motion_ms(ms: int) -> int:
    """The length of a movement in milliseconds: as given, or 0 where motion is to be reduced."""
    if read_setting(_SETTING, "") == _REDUCED or _system_reduces():
        return 0
    return ms


def _system_reduces() -> bool:
    """What the system says, where Qt passes it on: newer ones have it among the hints for accessibility."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    preference = getattr(accessibility(), "motionPreference", None) if accessibility is not None else None
    return preference is not None and "Reduced" in str(preference())
