"""Bringing a session file of an older schema to the present one: every row into a fresh, proven file."""

import contextlib
import os
import sqlite3
from pathlib import Path

from workshop.errors import SessionFileError
from workshop.session.known import remember
from workshop.session.migrations import migrate
from workshop.session.reading import SessionContents, read_session
from workshop.session.schema import TABLES, create_schema


def renewed(path: Path, contents: SessionContents) -> SessionContents:
    """Write the session in the present schema and prove it before it takes the old file's place, which is kept.

    The history and the named versions come along. Raises SessionFileError when the new file does not say the same.
    """
    kept = path.with_name(f"{path.stem} (schema {contents.schema}){path.suffix}")
    fresh = path.with_name(f".{path.name}.migrated")
    fresh.unlink(missing_ok=True)
    _write(path, fresh)
    proven = read_session(fresh)
    if proven.board != contents.board or proven.problems:
        fresh.unlink()
        raise SessionFileError(f"{path.name} could not be brought to the present form; the file is as it was.")
    try:
        if not kept.exists():
            os.link(path, kept)
    except OSError:
        kept.write_bytes(path.read_bytes())
    fresh.replace(path)
    remember(path)
    return proven


def _write(path: Path, fresh: Path) -> None:
    """All rows of the migrated tables into a file made as new ones are, since salvage looks where their tables lie."""
    with contextlib.closing(_migrated(path)) as old, contextlib.closing(_new(fresh)) as new:
        new.execute("BEGIN")
        create_schema(new)
        for statement in TABLES:
            name = statement.split()[2]
            columns = [row[1] for row in old.execute(f"PRAGMA table_info({name})")]
            names = ", ".join(columns if "INTEGER PRIMARY KEY" in statement else ["rowid", *columns])
            marks = ", ".join("?" * (names.count(",") + 1))
            rows = old.execute(f"SELECT {names} FROM {name} ORDER BY rowid")  # noqa: S608
            new.executemany(f"INSERT INTO {name} ({names}) VALUES ({marks})", rows)  # noqa: S608
        new.execute("COMMIT")
    with fresh.open("rb") as file:
        os.fsync(file.fileno())


def _migrated(path: Path) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as old:
        old.backup(copy)
    copy.text_factory = bytes
    migrate(copy, lambda _name, _sentence: None)
    copy.text_factory = str
    return copy


def _new(fresh: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(fresh, isolation_level=None)
    connection.execute("PRAGMA journal_mode=MEMORY")
    connection.execute("PRAGMA synchronous=OFF")
    return connection
