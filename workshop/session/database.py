"""The open session file: committing batches of numbered changes, and packing the old ones."""

import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from workshop.changes.change_set import encode_changes
from workshop.errors import StrangerWroteError
from workshop.session.journal import JournalEntry
from workshop.session.rows import row_sum
from workshop.session.schema import PRAGMAS
from workshop.session.versions import Version, put_version
from workshop.session.writing import UPSERT, row_of

PACK = 1_000
"""So many old changes are packed into one compressed, summed row."""


class SessionDatabase:
    """One connection to a session file, used by the thread that made it."""

    def __init__(self, path: Path, guid: str, identity: tuple[int, int]) -> None:
        """Open the file for writing. Raises sqlite3.Error, or FileNotFoundError when it is no longer the same file."""
        self._path = path
        self._guid = guid
        self._identity = identity
        self._check_identity()
        self._connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=2
        )
        for pragma in PRAGMAS:
            self._connection.execute(pragma)

    def commit(self, entries: Iterable[JournalEntry | Version]) -> None:
        """Write changes and versions as one transaction; a change that the file already has is passed over.

        Raises sqlite3.Error, and StrangerWroteError when the file's last change is not the one before these.
        """
        self._check_identity()
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            last = self._last()
            for entry in entries:
                if isinstance(entry, Version):
                    put_version(connection, entry)
                elif not self._has(entry, last):
                    self._write(entry)
                    last = (entry.seq, entry.change_set.id)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def pack_old_changes(self) -> int:
        """Pack all but the newest changes by the thousand; returns how many rows were packed."""
        connection = self._connection
        packed = 0
        newest = connection.execute("SELECT coalesce(max(seq), 0) FROM changes").fetchone()[0]
        while True:
            rows = connection.execute(
                "SELECT seq, id, at, origin, op, body FROM changes WHERE seq <= ? ORDER BY seq LIMIT ?",
                (newest - PACK, PACK),
            ).fetchall()
            if len(rows) < PACK:
                return packed
            self._pack(rows)
            packed += len(rows)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _last(self) -> tuple[int, str]:
        row = self._connection.execute("SELECT seq, id FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
        return (row[0], row[1]) if row else (0, "")

    def _has(self, entry: JournalEntry, last: tuple[int, str]) -> bool:
        """Whether the file has a change. Raises StrangerWroteError when another stands in its place."""
        if (entry.seq - 1, entry.previous) == last:
            return False
        row = self._connection.execute("SELECT id FROM changes WHERE seq=?", (entry.seq,)).fetchone()
        if row is None or row[0] != entry.change_set.id:
            raise StrangerWroteError(f"another program wrote into {self._path.name}")
        return True

    def _write(self, entry: JournalEntry) -> None:
        change_set = entry.change_set
        body = encode_changes(change_set.changes)
        total = row_sum(self._guid, "changes", change_set.id, body)
        self._connection.execute(
            "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                entry.seq,
                change_set.id,
                change_set.at.isoformat(),
                change_set.origin,
                change_set.op,
                body.decode(),
                total,
            ),
        )
        for change in change_set.changes:
            collection, record_id = change.key
            if change.after is None:
                self._connection.execute(f"DELETE FROM {collection} WHERE id=?", (record_id,))  # noqa: S608
            else:
                self._connection.execute(
                    UPSERT.format(collection), row_of(change.after, self._guid, change.place)
                )

    def _pack(self, rows: list[tuple[int, str, str, str, str, str]]) -> None:
        first, last = rows[0][0], rows[-1][0]
        body = zlib.compress(msgspec.json.encode(rows), 6)
        total = row_sum(self._guid, "packs", str(first), body)
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO packs VALUES (?, ?, ?, ?)", (first, last, body, total))
        self._connection.execute("DELETE FROM changes WHERE seq BETWEEN ? AND ?", (first, last))
        self._connection.execute("COMMIT")

    def _check_identity(self) -> None:
        stat = self._path.stat()
        if (stat.st_dev, stat.st_ino) != self._identity:
            raise FileNotFoundError(f"{self._path.name} was moved or replaced")
