"""The schema of the session file and its migrations, as data."""

import sqlite3
from collections.abc import Callable

import msgspec

from workshop.model.collections import COLLECTIONS

APPLICATION_ID = 0x54524C54
"""`TRLT` in the header of every session file, at byte 68."""

SCHEMA = 2
"""The schema that this program writes, as SQLite's user_version."""

TABLES = (
    *(
        f"CREATE TABLE {name} (id TEXT PRIMARY KEY, record TEXT NOT NULL, sum BLOB NOT NULL) STRICT"
        for name in COLLECTIONS
    ),
    "CREATE TABLE changes (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, "
    "origin TEXT NOT NULL, op TEXT NOT NULL, body TEXT NOT NULL, sum BLOB NOT NULL) STRICT",
    "CREATE TABLE packs (first INTEGER PRIMARY KEY, last INTEGER NOT NULL, body BLOB NOT NULL, "
    "sum BLOB NOT NULL) STRICT",
    "CREATE TABLE versions (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, name TEXT NOT NULL, at TEXT NOT NULL) STRICT",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
)

SINCE = {"frames": 2}
"""The schemas in which tables came that schema 1 had not."""

PRAGMAS = (
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA temp_store=MEMORY",
)
"""Settings of every connection that writes: no acknowledged commit was lost with them in simulated power cuts."""


Note = Callable[[str, str], None]
"""Takes the name of a collection and a sentence about a row of it that holds no record."""


class Migration(msgspec.Struct, frozen=True):
    """A step from one schema to the next, run inside one transaction on a copy of the file.

    `run` tells in sentences what it could not take along. Text comes to it as bytes.
    """

    name: str
    from_schema: int
    run: Callable[[sqlite3.Connection, Note], None]


def create_schema(connection: sqlite3.Connection, schema: int = SCHEMA) -> None:
    """Make the tables of a schema from 1 on, else of the present one, in an empty database."""
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={schema}")
    for statement in TABLES:
        if SINCE.get(statement.split()[2], 1) <= schema:
            connection.execute(statement)


def expected_schema() -> set[tuple[str, str]]:
    """The tables that a session file of this schema holds: names and statements."""
    return {(statement.split()[2], statement) for statement in TABLES}
