"""Reading a session file: vetting it first, then every record that can be read, with a report of the rest."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from workshop.board.board import Board
from workshop.board.places import LAST_PLACE
from workshop.errors import InvalidRecordError, SessionFileError
from workshop.model.codec import decode_record
from workshop.model.collections import COLLECTIONS
from workshop.model.record import Record
from workshop.session.damage import Damage, Report
from workshop.session.migrations import migrate
from workshop.session.rows import row_sum
from workshop.session.salvage import in_memory, lists_its_tables, padded, with_our_tables
from workshop.session.schema import SCHEMA
from workshop.session.versions import Version, versions_in
from workshop.session.vetting import check_header, check_schema

LAST_SEQ = 2**53
"""Numbers of changes stay below this, so that every program can count on."""


class SessionContents(msgspec.Struct, eq=False):
    """What a session file holds: the board, the file's identity, and sentences about what is damaged.

    `seq` and `last_change` are the number and id of the last change in it (0 and "" before there is any); `versions`
    are the named ones, oldest first. `damage` sums up what is lost, which `problems` tell one by one.
    """

    board: Board
    guid: str
    schema: int
    seq: int = 0
    last_change: str = ""
    problems: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()
    damage: Damage = Damage()


def read_session(path: Path, *, allow_newer: bool = False) -> SessionContents:
    """Everything in a session file that can be read. The file is not changed.

    Raises NotASessionError, NewerSchemaError (unless `allow_newer`: then what is known of it is read), and
    SessionFileError when it cannot be opened at all. Damage is no error: it is told in `problems`.
    """
    schema = check_header(path, allow_newer=allow_newer)
    report = Report()
    try:
        with contextlib.closing(_padded(path, report) or _connected(path)) as connection:
            if 1 <= schema <= SCHEMA and not lists_its_tables(connection):
                report.note("The list of the tables is lost; they were looked for where Trilliant puts them.")
                with contextlib.closing(in_memory(with_our_tables(path, schema))) as found:
                    return _contents_now(found, schema, report, path)
            return _contents_now(connection, schema, report, path)
    except MemoryError as error:
        raise SessionFileError(
            f"There is not enough memory to read {path.name}; close other programs."
        ) from error
    except (sqlite3.Error, ValueError, TypeError, AttributeError) as error:
        raise SessionFileError(
            f"{path.name} is damaged and nothing in it can be read ({error}); restore it from a backup."
        ) from error


def _connected(path: Path) -> sqlite3.Connection:
    """A connection that can finish an interrupted write of an earlier run, and itself never writes a row."""
    mode = "rw" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "ro"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=2
    )
    connection.text_factory = bytes
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "query_only=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _padded(path: Path, report: Report) -> sqlite3.Connection | None:
    """A copy in memory of a file that was cut short."""
    if (image := padded(path)) is None:
        return None
    report.note(f"The file is cut short: {path.stat().st_size // 1024} of {len(image) // 1024} KB are there.")
    return in_memory(image)


def _migrated_copy(connection: sqlite3.Connection, report: Report) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    copy.text_factory = bytes
    connection.backup(copy)
    migrate(copy, report.note_row)
    return copy


def _contents_now(connection: sqlite3.Connection, schema: int, report: Report, path: Path) -> SessionContents:
    """The contents as this program knows them; an older file's after migrating a copy in memory."""
    if schema >= SCHEMA:
        return _contents(connection, schema, report, path)
    with contextlib.closing(_migrated_copy(connection, report)) as copy:
        return _contents(copy, schema, report, path)


def _contents(connection: sqlite3.Connection, schema: int, report: Report, path: Path) -> SessionContents:
    if schema <= SCHEMA:
        check_schema(connection, path)
    _quick_check(connection, report)
    guid = _meta(connection, "guid", report)
    rows = [row for name in COLLECTIONS for row in _records(connection, name, guid, report)]
    records = [record for _, record in rows]
    if not records and report.problems:
        raise SessionFileError(
            f"{path.name} is damaged and nothing in it can be read; restore it from a backup."
        )
    _check_history(connection, guid, report)
    seq, last_change = _last_change(connection, report)
    versions = _versions(connection, report)
    board = Board(records, (place for place, _ in rows))
    return SessionContents(board, guid, schema, seq, last_change, report.sentences(), versions, report.damage())


def _quick_check(connection: sqlite3.Connection, report: Report) -> None:
    try:
        rows = connection.execute("PRAGMA quick_check(5)").fetchall()
        sentences = [row[0].decode(errors="replace") for row in rows]
    except sqlite3.Error as error:
        sentences = [str(error)]
    if sentences != ["ok"]:
        report.note(f"The file is damaged ({sentences[0].splitlines()[-1]}); what could be read is shown.")


def _meta(connection: sqlite3.Connection, key: str, report: Report) -> str:
    try:
        row = connection.execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
    except sqlite3.Error:
        row = None
    if row is None:
        report.note("The file has lost its identity; its rows cannot be checked.")
        return ""
    return str(row[0].decode(errors="replace"))


def _records(
    connection: sqlite3.Connection, name: str, guid: str, report: Report
) -> Iterator[tuple[int, Record]]:
    """The records of a table with their places, in this order, as far as they can be read."""
    read = 0
    try:
        cursor = connection.execute(f"SELECT rowid, id, record, sum FROM {name} ORDER BY rowid")  # noqa: S608
        for place, *cells in cursor:
            if not all(isinstance(cell, bytes) for cell in cells):
                report.note_row(name, f"A row of {name} is no record and was left in the file.")
            elif record := _record_in(cells, name, guid, report):
                read += 1
                if not 0 < place < LAST_PLACE:
                    report.note(f"A record of {name} ({record.id}) has lost its place in the order.")
                yield place, record
    except sqlite3.Error as error:
        report.note_broken(name, read, f"Some of the {name.replace('_', ' ')} cannot be read ({error}).")


def _record_in(cells: Sequence[bytes], name: str, guid: str, report: Report) -> Record | None:
    """The record in a row of a table (its id, its JSON, its sum); None for one that holds none, which is reported."""
    row_id, body, stored = cells
    text_id = row_id.decode(errors="replace")
    try:
        record = decode_record(COLLECTIONS[name], body)
    except InvalidRecordError as error:
        report.note_row(name, f"A record of {name} cannot be read and was left in the file: {error}")
        return None
    if record.id != text_id:
        report.note_row(name, f"A record of {name} ({text_id}) bears another's id and was left in the file.")
        return None
    if guid and row_sum(guid, name, text_id, body) != stored:
        report.note_altered(f"A record of {name} ({text_id}) does not match its checksum; look at it closely.")
    return record


def _check_history(connection: sqlite3.Connection, guid: str, report: Report) -> None:
    """Hold the sums of all changes, packed ones included, against their content."""
    bad = 0
    try:
        for row_id, body, stored in connection.execute("SELECT id, body, sum FROM changes"):
            bad += stored != row_sum(guid, "changes", row_id.decode(errors="replace"), body)
        for first, body, stored in connection.execute("SELECT first, body, sum FROM packs"):
            bad += stored != row_sum(guid, "packs", str(first), body)
    except (sqlite3.Error, AttributeError, TypeError) as error:
        report.note(f"The history cannot be read whole ({error}).")
    if bad and guid:
        found = (
            "One entry of the history does not match its checksum"
            if bad == 1
            else f"{bad:,} entries of the history do not match their checksums"
        )
        report.note(f"{found}; the cards themselves are not touched.")


def _versions(connection: sqlite3.Connection, report: Report) -> tuple[Version, ...]:
    try:
        return tuple(versions_in(connection))
    except (sqlite3.Error, ValueError, AttributeError) as error:
        report.note(f"The named versions cannot be read ({error}).")
        return ()


def _last_change(connection: sqlite3.Connection, report: Report) -> tuple[int, str]:
    try:
        row = connection.execute("SELECT seq, id FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
    except sqlite3.Error as error:
        report.note(f"The history cannot be read ({error}).")
        return 0, ""
    if row is None or not 0 < row[0] < LAST_SEQ:
        return 0, ""
    return row[0], row[1].decode(errors="replace")
