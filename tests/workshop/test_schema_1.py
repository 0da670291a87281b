"""A session of schema 1, made by the program of that time, opened by this one."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from workshop.changes.change_set import Change, ChangeSet
from workshop.commands.cards import add_card
from workshop.imports.sample import sample_records
from workshop.model.cards import Anonymity, Card
from workshop.model.diamonds import Phase
from workshop.session.folders import data_folder
from workshop.session.journal import ShadowJournal, journal_path
from workshop.session.opening import open_session
from workshop.session.reading import read_session
from workshop.session.schema import SCHEMA

OLD = Path(__file__).parent.parent / "data" / "schema-1.trilliant"


def test_all_of_it_is_there_and_the_old_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "old.trilliant"
    path.write_bytes(OLD.read_bytes())
    before = read_session(path)
    assert (before.schema, before.problems) == (1, ())
    session = open_session(path)
    board = session.workshop.board
    assert board == before.board
    assert len(board.cards) == 1 + sum(type(record).__name__ == "Card" for record in sample_records())
    assert {card.anonymity for card in board.cards.values()} == {Anonymity.NAMES}
    assert board.collection("frames") == {}
    assert any("older Trilliant" in notice for notice in session.notices)
    assert (tmp_path / "old (schema 1).trilliant").read_bytes() == OLD.read_bytes()
    assert session.close()


def test_its_history_comes_along_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "old.trilliant"
    path.write_bytes(OLD.read_bytes())
    before = read_session(path)
    session = open_session(path)
    add_card(session.workshop, origin="window", phase=Phase.SCALE, text="after the migration")
    assert session.close()
    after = read_session(path)
    assert (after.schema, after.guid, after.seq) == (SCHEMA, before.guid, before.seq + 1)
    assert after.problems == ()
    assert _history(path)[:-1] == _history(OLD)


def _history(path: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    rows = connection.execute("SELECT * FROM changes ORDER BY seq").fetchall()
    connection.close()
    return rows


def test_what_a_killed_program_of_that_time_left_in_its_journal_is_brought_back(tmp_path: Path) -> None:
    path = tmp_path / "old.trilliant"
    path.write_bytes(OLD.read_bytes())
    contents = read_session(path)
    card = Card(id="unsaved", text="written just before the end")
    change_set = ChangeSet(
        "last", "add card", "window", datetime(2026, 11, 14, tzinfo=UTC), (Change(None, card),)
    )
    home = journal_path(data_folder() / "journals", contents.guid, path)
    journal = ShadowJournal(home, contents.guid, path)
    journal.append(contents.seq + 1, contents.last_change, change_set)
    journal.close()
    session = open_session(path)
    assert session.workshop.board.card("unsaved") == card
    assert any("brought back" in notice for notice in session.notices)
    assert session.close()
    assert read_session(path).board.card("unsaved") == card
