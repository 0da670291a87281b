"""The migrations of the session file, oldest first, and running them."""

import sqlite3
from datetime import UTC, datetime

import msgspec

from workshop.model.collections import COLLECTIONS
from workshop.model.ids import random_id
from workshop.session.rows import row_sum
from workshop.session.schema import SCHEMA, TABLES, Migration, Note, create_schema

DRAFT_TABLES = ("session", "participants", "cards", "links")


def _name_phases_and_sum_rows(connection: sqlite3.Connection, note: Note) -> None:
    """Schema 0, the drafts: tables (id, record) without sums, and cards with a `place` object {phase, x, y}."""
    rows = {name: _draft_rows(connection, name, note) for name in DRAFT_TABLES}
    for name in DRAFT_TABLES:
        connection.execute(f"DROP TABLE {name}")
    connection.execute("DROP TABLE IF EXISTS meta")
    create_schema(connection)
    guid = random_id()
    now = datetime.now(UTC).isoformat()
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?)", [("guid", guid), ("created", now), ("made_by", "draft")]
    )
    for name, records in rows.items():
        for row_id, text in records.items():
            connection.execute(
                f"INSERT INTO {name} VALUES (?, ?, ?)",  # noqa: S608
                (row_id, text, row_sum(guid, name, row_id, text.encode())),
            )


def _draft_rows(connection: sqlite3.Connection, name: str, note: Note) -> dict[str, str]:
    """The records of a draft's table by id, as JSON of the next schema; those that cannot be read are told."""
    found: dict[str, str] = {}
    for cell, record in connection.execute(f"SELECT id, record FROM {name}"):  # noqa: S608
        try:
            row_id, plain = cell.decode(), dict(msgspec.json.decode(record))
            if name == "cards":
                plain.update(plain.pop("place", None) or {})
            text = msgspec.json.encode(plain).decode()
            text.encode()
        except (msgspec.DecodeError, ValueError, TypeError, AttributeError, RecursionError) as error:
            note(name, f"A record of {name} cannot be read and was left in the file: {error}.")
            continue
        if found.setdefault(row_id, text) is not text:
            note(name, f"A record of {name} ({row_id}) stands twice; the second was left in the file.")
    return found


def _make_room_for_frames(connection: sqlite3.Connection, _note: Note) -> None:
    """Schema 1 has no table of frames; its records lack only fields that take their defaults."""
    there = {name for (name,) in connection.execute("SELECT CAST(name AS BLOB) FROM sqlite_schema")}
    for statement in TABLES:
        if statement.split()[2].encode() not in there:
            connection.execute(statement)


MIGRATIONS = (
    Migration("name phases and sum rows", 0, _name_phases_and_sum_rows),
    Migration("make room for frames", 1, _make_room_for_frames),
)


def migrate(connection: sqlite3.Connection, note: Note) -> None:
    """Bring a database of an older schema to the present one, in one transaction, telling what is left behind."""
    present = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.execute("BEGIN")
    for migration in MIGRATIONS:
        if migration.from_schema == present:
            migration.run(connection, note)
            present = migration.from_schema + 1
            connection.execute(f"PRAGMA user_version={present}")
    connection.execute("COMMIT")
    assert present == SCHEMA, "the migrations do not reach the present schema"
    assert set(DRAFT_TABLES) <= set(COLLECTIONS)
