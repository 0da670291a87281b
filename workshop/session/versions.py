"""Named versions: a name for how the session was after a change, by that change's number."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime

import msgspec


class Version(msgspec.Struct, frozen=True):
    """A named version. `seq` is the number of the last change that is in it, 0 before there is any."""

    id: str
    seq: int
    name: str
    at: datetime


def put_version(connection: sqlite3.Connection, version: Version) -> None:
    """Write a version; one that is there stays as it is. Raises sqlite3.Error."""
    row = (version.id, version.seq, version.name, version.at.isoformat())
    connection.execute("INSERT OR IGNORE INTO versions VALUES (?, ?, ?, ?)", row)


def versions_in(connection: sqlite3.Connection) -> Iterator[Version]:
    """The versions in the order they were named; text comes as bytes. Raises sqlite3.Error and ValueError."""
    for version_id, seq, name, at in connection.execute(
        "SELECT id, seq, name, at FROM versions ORDER BY rowid"
    ):
        yield Version(version_id.decode(), seq, name.decode(), datetime.fromisoformat(at.decode()))
