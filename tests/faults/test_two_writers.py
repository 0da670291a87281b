"""Nothing is called saved that another writer replaced, and no interruption loses what an earlier one kept."""

import json
import os
import platform
import sqlite3
import time
from pathlib import Path

import pytest

from tests.faults.cards import write
from workshop.errors import SessionFileError
from workshop.session.opening import OpenSession, open_session
from workshop.session.reading import read_session
from workshop.session.writing import write_session


def held_back(session: OpenSession, text: str) -> str:
    """Write a card that only the journal gets, since another connection holds the file; then close."""
    other = sqlite3.connect(session.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    card = write(session, text)
    assert session.saver is not None
    assert session.saver.wait_durable(session.saver.state.queued, 5)
    session.close(0.1)
    other.execute("ROLLBACK")
    other.close()
    return card


def test_a_link_to_the_file_is_the_same_session(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere.trilliant"
    link.symlink_to(path)
    first, second = open_session(path), open_session(link)
    assert first.workshop.read_only == ""
    assert "has this session open" in second.workshop.read_only
    assert second.close()
    assert first.close()


def test_a_change_is_never_called_saved_where_another_program_wrote_its_own(path: Path) -> None:
    session = open_session(path)
    assert session.saver is not None
    write(session, "first")
    assert session.saver.wait_saved(5)
    stranger = sqlite3.connect(path)
    stranger.execute("INSERT INTO changes VALUES (2, 'theirs', '', '', '', '[]', x'00')")
    stranger.commit()
    stranger.close()
    write(session, "second")
    assert session.saver.wait_for(lambda state: bool(state.error), 5)
    assert "another program wrote into the file" in session.saver.state.error
    assert not session.saver.state.all_saved
    session.close(0.2)


def test_a_second_interruption_keeps_what_the_first_recovery_brought_back(path: Path) -> None:
    first = held_back(open_session(path), "first")
    again = open_session(path)
    assert first in again.workshop.board.cards
    second = held_back(again, "second")
    third = open_session(path)
    assert {first, second} <= set(third.workshop.board.cards)
    assert third.close()
    assert {first, second} <= set(read_session(path).board.cards)


def test_changes_of_a_file_that_was_moved_are_offered_and_brought_back_on_demand(path: Path) -> None:
    card = held_back(open_session(path), "held back")
    moved = path.with_name("moved.trilliant")
    path.rename(moved)
    session = open_session(moved)
    assert card not in session.workshop.board.cards
    assert len(session.offered) == 1
    session.take_offer(origin="window")
    assert card in session.workshop.board.cards
    assert session.offered == ()
    session.workshop.undo("window")
    assert card not in session.workshop.board.cards
    assert session.close()


def test_a_restored_backup_gets_everything_since_from_the_journal(path: Path) -> None:
    before = path.read_bytes()
    session = open_session(path)
    cards = {write(session, "saved"), held_back(session, "held back")}
    path.write_bytes(before)
    restored = open_session(path)
    assert set(restored.workshop.board.cards) == cards
    assert restored.close()
    assert set(read_session(path).board.cards) == cards


def test_a_folder_that_became_read_only_shows_what_the_journal_has(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = held_back(open_session(path), "held back")
    real = os.access
    monkeypatch.setattr(os, "access", lambda at, mode: False if mode == os.W_OK else real(at, mode))
    session = open_session(path)
    assert session.workshop.read_only
    assert card in session.workshop.board.cards
    assert session.notices[-1] == "One change that only the recovery journal has is shown; save a copy."
    assert session.close()


def test_a_lock_whose_heart_stopped_is_taken_over_though_its_number_runs_again(path: Path) -> None:
    lock = path.with_name(f".{path.name}.lock")
    lock.write_text(json.dumps({"who": "ada", "host": platform.node(), "process": os.getpid()}))
    long_ago = time.time() - 3_600
    os.utime(lock, (long_ago, long_ago))
    session = open_session(path)
    assert session.workshop.read_only == ""
    assert session.close()


def test_a_card_on_which_nobody_wrote_yet_goes_when_a_killed_run_is_followed(path: Path) -> None:
    session = open_session(path)
    blank, written = write(session, ""), write(session, "written")
    assert session.close()
    lock = path.with_name(f".{path.name}.lock")
    lock.write_text(json.dumps({"who": "ada", "host": platform.node(), "process": 2**22 - 3}))
    again = open_session(path)
    assert set(again.workshop.board.cards) == {written}
    assert blank not in again.workshop.board.cards
    assert again.close()


def test_a_file_that_is_open_is_not_written_over(path: Path) -> None:
    session = open_session(path)
    with pytest.raises(SessionFileError, match="is open on"):
        write_session(path, [])
    assert session.close()


def test_an_unforeseen_fault_of_saving_is_told_and_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workshop.session.database import SessionDatabase

    session = open_session(path)
    commit = SessionDatabase.commit
    monkeypatch.setattr(SessionDatabase, "commit", lambda *_: (_ for _ in ()).throw(OverflowError("too large")))
    card = write(session, "kept")
    assert session.saver is not None
    assert session.saver.wait_for(lambda state: "too large" in state.error, 5)
    monkeypatch.setattr(SessionDatabase, "commit", commit)
    assert session.saver.wait_saved(10)
    assert session.close()
    assert card in read_session(path).board.cards
