"""How long things may move: not at all for people who asked for reduced motion, here or in their system."""

import contextlib
import os
import sys
from functools import cache
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from ui.settings import read_setting, write_setting

_SETTING, _REDUCED = "motion", "reduced"
_GET_CLIENT_AREA_ANIMATION = 0x1042
_SETTINGS_OF_DESKTOPS = (
    ("gtk-4.0/settings.ini", "gtk-enable-animations", ("0", "false")),
    ("gtk-3.0/settings.ini", "gtk-enable-animations", ("0", "false")),
    ("kdeglobals", "AnimationDurationFactor", ("0",)),
)


def motion_ms(ms: int) -> int:
    """The length of a movement in milliseconds: as given, or 0 where motion is to be reduced."""
    return 0 if motion_reduced() else ms


def motion_reduced() -> bool:
    """Whether nothing is to move, as chosen here, else as the system has it."""
    return read_setting(_SETTING, "") == _REDUCED or system_reduces()


def reduce_motion(*, reduced: bool) -> None:
    """Have nothing move, or as the system has it, and remember that."""
    write_setting(_SETTING, _REDUCED if reduced else "")


def system_reduces() -> bool:
    """What the system says: Qt's own hint where it has one, else the desktops' settings where they can be read."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    preference = getattr(accessibility(), "motionPreference", None) if accessibility is not None else None
    if preference is not None:
        return "Reduced" in str(preference())
    return _platform_reduces()


@cache
def _platform_reduces() -> bool:
    """What Windows, macOS, GTK's or KDE's settings say, read once."""
    if sys.platform == "win32":
        import ctypes

        moves = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_GET_CLIENT_AREA_ANIMATION, 0, ctypes.byref(moves), 0)
        return not moves.value
    if sys.platform == "darwin":
        return _mac_reduces(Path.home() / "Library/Preferences/com.apple.universalaccess.plist")
    return desktop_reduces(Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"))


def desktop_reduces(config: Path) -> bool:
    """What the settings of GTK or KDE in a folder of settings say."""
    for name, key, still in _SETTINGS_OF_DESKTOPS:
        with contextlib.suppress(OSError, UnicodeDecodeError):
            for line in (config / name).read_text(encoding="utf-8").splitlines():
                given, _, value = line.partition("=")
                if given.strip() == key and value.strip().lower() in still:
                    return True
    return False


def _mac_reduces(path: Path) -> bool:
    import plistlib

    with contextlib.suppress(OSError, ValueError, plistlib.InvalidFileException):
        return bool(plistlib.loads(path.read_bytes()).get("reduceMotion"))
    return False
