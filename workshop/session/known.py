"""Which session files are as this app left them, by a note in its data folder: these need no vetting apart."""

import contextlib
from pathlib import Path

import msgspec

from workshop.session.folders import data_folder
from workshop.sums import path_sum


class Look(msgspec.Struct, frozen=True):
    """What the file system tells of a file; any writing changes some of it."""

    device: int
    inode: int
    size: int
    written: int
    changed: int


def is_known(path: Path) -> bool:
    """Whether a file is as this app wrote or vetted it last, with no unfinished write of anybody beside it."""
    try:
        note = msgspec.json.decode(_note(path).read_bytes(), type=Look)
        return note == look_of(path) and not path.with_name(f"{path.name}-journal").exists()
    except (OSError, msgspec.DecodeError):
        return False


def remember(path: Path, identity: tuple[int, int] | None = None) -> None:
    """Note that a file is as we left it; not one that took the place of ours, whose device and inode are given.

    A note that cannot be kept only means that the file is vetted when it is opened.
    """
    with contextlib.suppress(OSError):
        look = look_of(path)
        if identity in (None, (look.device, look.inode)):
            note = _note(path)
            note.parent.mkdir(parents=True, exist_ok=True)
            note.write_bytes(msgspec.json.encode(look))


def look_of(path: Path) -> Look:
    """The look of a file at present. Raises OSError."""
    stat = path.stat()
    return Look(stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def _note(path: Path) -> Path:
    return data_folder() / "known" / path_sum(path, 16)
