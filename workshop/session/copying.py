"""A whole copy of a session file, history and all, while somebody may be working in it; and whose copy it is."""

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

_PAGES = 256
"""So many pages are copied between two questions whether to go on."""


def copy_session(path: Path, target: Path, breathe: Callable[[], None] = lambda: None) -> None:
    """Copy a session file as its last commit left it. The same file gives the same bytes.

    `breathe` is called now and then and may raise to stop; then a part of the copy is left. Raises sqlite3.Error.
    """
    with contextlib.closing(_reading(path)) as source, contextlib.closing(sqlite3.connect(target)) as copy:
        copy.execute("PRAGMA journal_mode=MEMORY")  # a kill leaves no second file beside
        copy.execute("PRAGMA synchronous=OFF")
        source.backup(copy, pages=_PAGES, progress=lambda _status, _left, _all: breathe(), sleep=0.02)


def guid_in(path: Path) -> str:
    """The guid in a session file; empty where it cannot be read."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(_reading(path)) as connection:
        row = connection.execute("SELECT value FROM meta WHERE key='guid'").fetchone()
        return str(row[0]) if row else ""
    return ""


def _reading(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=2)
    connection.execute("PRAGMA trusted_schema=OFF")
    return connection
