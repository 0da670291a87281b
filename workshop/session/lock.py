"""The lock beside a session: who has it open, so that a second window opens it to look at."""

import contextlib
import getpass
import os
import platform
import time
from pathlib import Path

import msgspec

from workshop.model.text import clean_line
from workshop.sums import path_sum

STALE_SECONDS = 90.0
"""A lock whose heartbeat is older than this was left behind."""


class LockHolder(msgspec.Struct, frozen=True):
    """Who has a session open: the person, the machine and the process."""

    who: str
    host: str
    process: int


class SessionLock:
    """A lock file. `holder` is whoever else has the session, None when it is ours.

    `taken_over` says that a lock of a run which ended without a word was found.
    """

    def __init__(self, session: Path, fallback_folder: Path) -> None:
        """Take the lock beside the session, or in `fallback_folder` where its own folder is not writable."""
        self._path = _lock_path(session, fallback_folder)
        self.taken_over = False
        self.holder = self._take()

    def beat(self) -> None:
        """Say that we are still here."""
        with contextlib.suppress(OSError):
            os.utime(self._path)

    def release(self) -> None:
        """Give the session free, if it is ours."""
        if self.holder is None:
            self._path.unlink(missing_ok=True)

    def _take(self) -> LockHolder | None:
        body = msgspec.json.encode(_ourselves())
        for _ in range(2):
            try:
                with self._path.open("xb") as file:
                    file.write(body)
                    return None
            except FileExistsError:
                holder = _read(self._path)
                if holder is not None and not _is_stale(holder, self._path):
                    return holder
                self.taken_over = True
                self._path.unlink(missing_ok=True)
            except OSError:
                return None
        return _read(self._path)


def holder_of(session: Path) -> LockHolder | None:
    """Who has a session open at present, this process included."""
    lock = _lock_path(session, session.parent)
    holder = _read(lock)
    return None if holder is None or _is_stale(holder, lock) else holder


def _lock_path(session: Path, fallback_folder: Path) -> Path:
    if os.access(session.parent, os.W_OK):
        return session.with_name(f".{session.name}.lock")
    return fallback_folder / f"{path_sum(session)}.lock"


def _ourselves() -> LockHolder:
    try:
        who = clean_line(getpass.getuser())
    except (KeyError, OSError):
        who = "somebody"
    return LockHolder(who, platform.node(), os.getpid())


def _read(path: Path) -> LockHolder | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=LockHolder)
    except (OSError, msgspec.DecodeError):
        return None


def _is_stale(holder: LockHolder, path: Path) -> bool:
    """Whether a lock was left behind: its process is gone, or its heart has stopped (a number can be used again)."""
    if holder.host == platform.node() and not _is_running(holder.process):
        return True
    try:
        return time.time() - path.stat().st_mtime > STALE_SECONDS
    except OSError:
        return True


def _is_running(process: int) -> bool:
    """Whether a process of this machine runs; on Windows, where asking would end it, the heartbeat alone decides."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
