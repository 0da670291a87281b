"""What the app remembers beside the sessions: settings, recent sessions, and where each was looked at."""

import contextlib
import os
from pathlib import Path
from typing import Any

import msgspec

from workshop.session.folders import data_folder
from workshop.session.path_text import path_in, path_text
from workshop.sums import path_sum

MOST_RECENT = 12


class ViewMemory(msgspec.Struct, frozen=True):
    """Where a session was looked at: the camera, who wrote, and with which kind."""

    zoom: float
    x: float
    y: float
    writer: str | None = None
    kind: str = ""


class RecentSession(msgspec.Struct, frozen=True):
    """A session opened before, newest first in the list; its path as a text."""

    path: str
    title: str

    @property
    def file(self) -> Path:
        """Where it lies."""
        return path_in(self.path)


def read_setting(name: str, default: str) -> str:
    """A setting by its name."""
    value = _read("settings.json", dict[str, str], {}).get(name, default)
    return str(value)


def write_setting(name: str, value: str) -> None:
    """Remember a setting."""
    _write("settings.json", {**_read("settings.json", dict[str, str], {}), name: value})


def recent_sessions() -> list[RecentSession]:
    """The sessions opened before that still exist, newest first."""
    return [recent for recent in _read("recent.json", list[RecentSession], []) if recent.file.exists()]


def remember_session(path: Path, title: str) -> None:
    """Put a session at the top of the recent ones."""
    newest = RecentSession(path_text(path), title)
    others = [recent for recent in recent_sessions() if recent.path != newest.path]
    _write("recent.json", [newest, *others][:MOST_RECENT])


def read_view(path: Path) -> ViewMemory | None:
    """Where a session was looked at last; kept apart from the session, which it does not change."""
    return _read(f"views/{path_sum(path)}.json", ViewMemory | None, None)


def write_view(path: Path, view: ViewMemory) -> None:
    """Remember where a session is looked at."""
    _write(f"views/{path_sum(path)}.json", view)


def read_seen(path: Path) -> dict[str, int] | None:
    """What the cards of a session said when it was last closed here, as a number each; None the first time."""
    return _read(f"seen/{path_sum(path)}.json", dict[str, int] | None, None)


def write_seen(path: Path, numbers: dict[str, int]) -> None:
    """Remember what the cards of a session say."""
    _write(f"seen/{path_sum(path)}.json", numbers)


def forget_session(path: Path) -> None:
    """Remember nothing of a session that lay at a path before, as another begins there now."""
    folder, key = data_folder(), path_sum(path)
    for name in (f"views/{key}.json", f"seen/{key}.json", f"thumbnails/{key}.png"):
        with contextlib.suppress(OSError):
            (folder / name).unlink(missing_ok=True)


def read_recent_choices() -> list[str]:
    """What was chosen last in the palette, newest first."""
    return _read("chosen.json", list[str], [])


def write_recent_choices(names: list[str]) -> None:
    """Remember what was chosen in the palette."""
    _write("chosen.json", names)


def thumbnail_path(path: Path) -> Path:
    """Where the small picture of a session lies."""
    folder = data_folder() / "thumbnails"
    folder.mkdir(exist_ok=True)
    return folder / f"{path_sum(path)}.png"


def _read(name: str, kind: Any, default: Any) -> Any:
    try:
        return msgspec.json.decode((data_folder() / name).read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError):
        return default


def _write(name: str, value: Any) -> None:
    """Replace a small file whole; that it cannot be written must never stop the work."""
    with contextlib.suppress(OSError):
        path = data_folder() / name
        path.parent.mkdir(exist_ok=True)
        beside = path.with_name(f"{path.name}.{os.getpid()}.new")
        beside.write_bytes(msgspec.json.encode(value))
        beside.replace(path)
