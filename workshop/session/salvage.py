"""Reading on when a file's list of tables is lost: its tables lie where every session file has them."""

import contextlib
import sqlite3
from pathlib import Path

from workshop.session.schema import create_schema
from workshop.session.vetting import pages_length

_PAGE_SIZES = frozenset(2**power for power in range(9, 17))
_UNREADABLE = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_PAGE_COUNT = slice(28, 32)
"""Where the header on the first page holds the number of pages."""

MOST_PADDING = 16
"""A file that claims to be more than so many times its length is not filled up: the claim itself is damaged."""


def padded(path: Path) -> bytes | None:
    """The bytes of a file that was cut short, filled up with empty pages; None for one that is whole.

    SQLite opens no file that is shorter than its header says.
    """
    whole, size = pages_length(path), path.stat().st_size
    if size >= whole or whole > size * MOST_PADDING + 2**20:
        return None
    return path.read_bytes().ljust(whole, b"\0")


def in_memory(image: bytes) -> sqlite3.Connection:
    """A connection to the bytes of a file; nothing is written to it."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(image)
    connection.text_factory = bytes
    return connection


def lists_its_tables(connection: sqlite3.Connection) -> bool:
    """Whether SQLite can read which tables the file has. Raises sqlite3.Error when that is no matter of damage."""
    try:
        connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _UNREADABLE:
            return False
        raise
    return True


def with_our_tables(path: Path, schema: int) -> bytes:
    """The bytes of a damaged file of a schema with the pages of a fresh one where these list the tables.

    A session file is made in one go and never compacted in place, so the tables of all of a schema begin on the same
    pages.
    """
    found = padded(path) or path.read_bytes()
    size = int.from_bytes(found[16:18], "big")
    size = 65_536 if size == 1 else size
    fresh, pages = _fresh(size if size in _PAGE_SIZES else 4_096, schema)
    size = len(fresh) // pages_in(fresh)
    image = bytearray(found.ljust(max(len(fresh), -(-len(found) // size) * size), b"\0"))
    for page in pages:
        begin = (page - 1) * size
        image[begin : begin + size] = fresh[begin : begin + size]
    image[_PAGE_COUNT] = (len(image) // size).to_bytes(4, "big")
    return bytes(image)


def pages_in(image: bytes) -> int:
    """The number of pages in a file's header."""
    return int.from_bytes(image[_PAGE_COUNT], "big")


def _fresh(page_size: int, schema: int) -> tuple[bytes, list[int]]:
    """An empty session file, and the numbers of its pages that belong to no table: they list the tables."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size={page_size}")
        connection.execute("BEGIN")
        create_schema(connection, schema)
        connection.execute("COMMIT")
        begins = {page for (page,) in connection.execute("SELECT rootpage FROM sqlite_schema")}
        image = connection.serialize()
        return image, [page for page in range(1, pages_in(image) + 1) if page not in begins]
