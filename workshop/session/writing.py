"""Writing a whole session file afresh: into a file beside it, proven, then put in its place."""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from workshop.errors import SessionFileError
from workshop.model.codec import encode_record
from workshop.model.collections import collection_of
from workshop.model.ids import random_id
from workshop.model.record import Record
from workshop.session.known import remember
from workshop.session.lock import holder_of
from workshop.session.rows import row_sum
from workshop.session.schema import create_schema

UPSERT = (
    "INSERT INTO {0} (rowid, id, record, sum) "
    "VALUES (iif(EXISTS (SELECT 1 FROM {0} WHERE rowid=?1), NULL, ?1), ?2, ?3, ?4) "
    "ON CONFLICT(id) DO UPDATE SET record=excluded.record, sum=excluded.sum"
)
"""A record into its table: one that comes at its place, if given and free; one that is there stays at its own."""


def write_session(path: Path, records: Iterable[Record], *, guid: str = "") -> str:
    """Write records as a session file of its own, replacing what is at `path`; returns its guid.

    The file appears whole or not at all. Raises SessionFileError saying what to do.
    """
    guid = guid or random_id()
    if (holder := holder_of(path)) is not None:
        raise SessionFileError(f"{path.name} is open on {holder.host} ({holder.who}); choose another name.")
    with _told(path):
        # Where the folder lies, as SQLite makes of "gone/.." the folder that the system does not find by this name.
        folder = Path(os.path.realpath(path.parent, strict=True))
        beside = folder / f".{path.name}.{random_id()}.new"
        try:
            write_fresh(beside, records, guid=guid, created=datetime.now(UTC))
            beside.replace(path)
            remember(path)
            _sync_folder(folder)
        finally:
            beside.unlink(missing_ok=True)
    return guid


def row_of(record: Record, guid: str, place: int | None = None) -> tuple[int | None, str, str, bytes]:
    """A record as a row of its table: its place, id, JSON text and sum."""
    body = encode_record(record)
    return place, record.id, body.decode(), row_sum(guid, collection_of(record), record.id, body)


def write_fresh(path: Path, records: Iterable[Record], *, guid: str, created: datetime) -> None:
    """Write records as a session file where there is none yet. The same of all these gives the same bytes.

    Raises OSError and sqlite3.Error, and what `records` raises; then a part of a file may lie there.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    with contextlib.closing(connection):
        connection.execute("PRAGMA journal_mode=MEMORY")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        create_schema(connection)
        connection.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [
                ("guid", guid),
                ("created", created.isoformat()),
                ("made_by", f"Trilliant {_version()}"),
            ],
        )
        for record in records:
            connection.execute(UPSERT.format(collection_of(record)), row_of(record, guid))
        connection.execute("COMMIT")
    with path.open("rb") as file:
        os.fsync(file.fileno())


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise SessionFileError(f"The folder {path.parent} does not exist; choose another.") from error
    except PermissionError as error:
        raise SessionFileError(f"{path.parent} does not let you write there; choose another folder.") from error
    except OSError as error:
        raise SessionFileError(
            f"{path} could not be written ({error.strerror}) and nothing was changed; choose another folder."
        ) from error
    except sqlite3.Error as error:
        where = (
            f"{path.parent} does not let you write there" if not os.access(path.parent, os.W_OK) else str(error)
        )
        if not path.parent.is_dir():
            where = f"the folder {path.parent} does not exist"
        raise SessionFileError(f"{path.name} could not be written: {where}; choose another folder.") from error


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where the system lets a folder be opened."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("trilliant")
    except PackageNotFoundError:
        return "from source"
