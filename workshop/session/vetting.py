"""Vetting a file before it is trusted: ours or not, newer or not, and nothing in its schema that we did not write."""

import sqlite3
from pathlib import Path

from workshop.errors import NewerSchemaError, NotASessionError, SessionFileError
from workshop.session.schema import APPLICATION_ID, SCHEMA, expected_schema

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
LARGEST_FILE = 4 * 1024**3
"""Bytes; a larger file is refused before it is opened."""


def check_header(path: Path, *, allow_newer: bool) -> int:
    """The schema number in a session file's header. Reads its first 100 bytes only.

    Raises SessionFileError, NotASessionError or, unless `allow_newer`, NewerSchemaError.
    """
    header, size = _header(path)
    if size == 0:
        raise NotASessionError(f"{path.name} is empty, so there is no session in it; restore it from a backup.")
    if not _MAGIC.startswith(header[:16]) or size < 16:
        raise NotASessionError(f"{path.name} is not a Trilliant session; open a file that Trilliant saved.")
    if size < _HEADER_BYTES:
        raise SessionFileError(f"{path.name} is cut short after {size} bytes; restore it from a backup.")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotASessionError(f"{path.name} is a database of another program, not a Trilliant session.")
    if size > LARGEST_FILE:
        raise SessionFileError(
            f"{path.name} is larger than any session ({size // 1024**2} MB) and was not opened."
        )
    schema = int.from_bytes(header[60:64], "big")
    if schema > SCHEMA and not allow_newer:
        raise NewerSchemaError(
            f"{path.name} was saved by a newer Trilliant (schema {schema}, this one knows {SCHEMA}); "
            "update Trilliant to open it."
        )
    return schema


def pages_length(path: Path) -> int:
    """The length in bytes that a session file says it has: its pages times their size; at most LARGEST_FILE."""
    header, _ = _header(path)
    page = int.from_bytes(header[16:18], "big")
    page = 65_536 if page == 1 else page
    return min(page * int.from_bytes(header[28:32], "big"), LARGEST_FILE)


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose tables are not exactly ours, or that holds triggers, views or indexes of its own.

    Raises NotASessionError. A schema that cannot be read at all raises sqlite3.DatabaseError.
    """
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
    ).fetchall()
    found = {(_text(kind), _text(name), _text(sql)) for kind, name, sql in rows}
    wanted = {("table", name, sql) for name, sql in expected_schema()}
    if found - wanted:
        kind, name, _ = sorted(found - wanted)[0]
        raise NotASessionError(
            f"{path.name} holds a {kind} “{name}” that Trilliant does not write, so it was not opened."
        )
    if wanted - found:
        missing = sorted(name for _, name, _ in wanted - found)[0]
        raise NotASessionError(f"{path.name} lacks the table “{missing}” of a Trilliant session.")


def _text(value: bytes | str | None) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else value or ""


def _header(path: Path) -> tuple[bytes, int]:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES), path.stat().st_size
    except FileNotFoundError as error:
        raise SessionFileError(f"{path} does not exist.") from error
    except IsADirectoryError as error:
        raise SessionFileError(f"{path} is a folder, not a session file.") from error
    except PermissionError as error:
        raise SessionFileError(f"{path} may not be read; ask its owner for permission.") from error
    except OSError as error:
        raise SessionFileError(f"{path} cannot be read: {error.strerror}.") from error
