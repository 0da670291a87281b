"""The check before Qt is loaded: pairs of versions that crash, missing libraries, no display."""

import pytest

from ui import start_check
from ui.start_check import check_qt_version, missing_library, why_not_start


@pytest.mark.parametrize("version", ["6.12.0", "6.12.1", "6.13.0a1", "7.0"])
def test_pyside_from_6_12_is_refused_on_python_3_11(version: str) -> None:
    told = check_qt_version((3, 11), version)
    assert told.startswith(f"PySide6 {version} crashes on Python 3.11;")
    assert "PySide6-Essentials<6.12" in told


@pytest.mark.parametrize(
    ("python", "version"), [((3, 11), "6.11.3"), ((3, 11), "6.7"), ((3, 12), "6.12.0"), ((3, 13), "6.14.2")]
)
def test_other_pairs_are_fine(python: tuple[int, int], version: str) -> None:
    assert check_qt_version(python, version) == ""


def test_the_version_is_looked_at_before_anything_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start_check, "_pyside_version", lambda: "6.12.0")
    monkeypatch.setattr("sys.version_info", (3, 11, 9))
    assert "crashes on Python 3.11" in why_not_start({})


def test_a_missing_pyside_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start_check, "_pyside_version", lambda: "")
    assert why_not_start({}).startswith("PySide6 is not installed;")


def test_a_missing_library_is_told_with_the_debian_packages() -> None:
    told = missing_library(
        ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    )
    assert told.startswith("Qt misses libEGL.so.1 of the system;")
    assert all(name in told for name in ("libegl1", "libgl1", "libxcb-cursor0", "libxkbcommon-x11-0"))


def test_another_import_error_is_not_taken_for_a_missing_library() -> None:
    assert missing_library(ImportError("cannot import name 'run' from 'ui.app'")) == ""


@pytest.mark.skipif("sys.platform != 'linux'", reason="elsewhere there is always a display")
def test_no_display_is_told_unless_none_is_needed() -> None:
    assert "There is no display" in why_not_start({})
    assert why_not_start({"QT_QPA_PLATFORM": "offscreen"}) == ""
    assert why_not_start({"WAYLAND_DISPLAY": "wayland-0"}) == ""
