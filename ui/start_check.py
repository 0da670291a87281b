"""What is checked before Qt is loaded, so that a start that must fail ends in a sentence, not in a crash."""

import ctypes
import os
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

DEBIAN_PACKAGES = (
    "libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-keysyms1 libxcb-shape0 libxcb-image0 libxcb-render-util0 libxcb-randr0 libxcb-xinerama0"
)


def check_qt_version(python: tuple[int, int], pyside_version: str) -> str:
    """Why this PySide6 must not run on this Python, in a sentence; empty when it may.

    WORKAROUND PySide6 6.12.0 on Python before 3.12: calls that return None lose a reference, and the
    interpreter dies after some thousand of them.
    """
    if python < (3, 12) and _numbers(pyside_version) >= (6, 12):
        return (
            f"PySide6 {pyside_version} crashes on Python {python[0]}.{python[1]}; "
            'install another with pip install "PySide6-Essentials<6.12", or use Python 3.12 or newer.'
        )
    return ""


def why_not_start(environment: Mapping[str, str] = os.environ) -> str:
    """Why the app cannot start here, in a sentence; empty when nothing speaks against it."""
    if not (installed := _pyside_version()):
        return 'PySide6 is not installed; install it with pip install "PySide6-Essentials".'
    return check_qt_version(sys.version_info[:2], installed) or (
        _check_display(environment) if sys.platform == "linux" else ""
    )


def missing_library(error: ImportError | OSError) -> str:
    """What to install when a library of the system is missing, in a sentence; empty for other errors."""
    library = str(error).partition(":")[0].rpartition("/")[2]
    if "shared object file" not in str(error):
        return ""
    return (
        f"Qt misses {library} of the system; on Debian and Ubuntu install what it needs with "
        f"sudo apt install {DEBIAN_PACKAGES}"
    )


def _check_display(environment: Mapping[str, str]) -> str:
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform.partition(":")[0] not in ("", "xcb") or environment.get("WAYLAND_DISPLAY"):
        return ""
    if not environment.get("DISPLAY"):
        return "There is no display to open a window on; trilliant export, info and import work without one."
    return _check_plugin()


def _check_plugin() -> str:
    """Qt ends the process when a library of its X11 plugin is missing, so that is loaded by hand first."""
    spec = find_spec("PySide6")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        plugin = Path(folder) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
        if plugin.exists():
            try:
                ctypes.CDLL(str(plugin))
            except OSError as error:
                return missing_library(error)
    return ""


def _pyside_version() -> str:
    for name in ("PySide6-Essentials", "PySide6"):
        try:
            return version(name)
        except PackageNotFoundError:
            continue
    return ""


def _numbers(text: str) -> tuple[int, ...]:
    """The leading numbers of a version."""
    numbers: list[int] = []
    for part in text.split("."):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        if not digits:
            break
        numbers.append(int(digits))
        if digits != part:
            break
    return tuple(numbers)
