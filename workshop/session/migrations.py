"""The migrations of the session file, oldest first, and running them."""

import json
import sqlite3
from datetime import UTC, datetime
from typing import Any

from workshop.model.collections import COLLECTIONS
from workshop.model.ids import random_id
from workshop.session.rows import row_sum
from workshop.session.schema import SCHEMA, Migration, create_schema

DRAFT_TABLES = ("session", "participants", "cards", "links")


def _name_phases_and_sum_rows(connection: sqlite3.Connection) -> None:
    """Schema 0, the drafts: tables (id, record) without sums, and cards with a `place` object {phase, x, y}."""
    rows = {name: _draft_rows(connection, name) for name in DRAFT_TABLES}
    for name in DRAFT_TABLES:
        connection.execute(f"DROP TABLE {name}")
    connection.execute("DROP TABLE IF EXISTS meta")
    create_schema(connection)
    guid = random_id()
    now = datetime.now(UTC).isoformat()
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?)", [("guid", guid), ("created", now), ("made_by", "draft")]
    )
    for _, record in rows["cards"]:
        record.update(record.pop("place", None) or {})
    for name, records in rows.items():
        for row_id, record in records:
            text = json.dumps(record, ensure_ascii=False)
            connection.execute(
                f"INSERT INTO {name} VALUES (?, ?, ?)",  # noqa: S608
                (row_id, text, row_sum(guid, name, row_id, text.encode())),
            )


def _draft_rows(connection: sqlite3.Connection, name: str) -> list[tuple[str, dict[str, Any]]]:
    rows = connection.execute(f"SELECT id, record FROM {name}")  # noqa: S608
    return [(row_id, json.loads(record)) for row_id, record in rows]


MIGRATIONS = (Migration("name phases and sum rows", 0, _name_phases_and_sum_rows),)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database of an older schema to the present one, in one transaction."""
    present = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.execute("BEGIN")
    for migration in MIGRATIONS:
        if migration.from_schema == present:
            migration.run(connection)
            present = migration.from_schema + 1
            connection.execute(f"PRAGMA user_version={present}")
    connection.execute("COMMIT")
    assert present == SCHEMA, "the migrations do not reach the present schema"
    assert set(DRAFT_TABLES) <= set(COLLECTIONS)
