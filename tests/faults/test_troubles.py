"""A full disk, a file deleted or replaced while open, two windows, a folder that may not be written."""

import os
import platform
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.faults.cards import write
from workshop.board.board import Board
from workshop.errors import SessionFileError
from workshop.session.database import SessionDatabase
from workshop.session.folders import data_folder
from workshop.session.opening import OpenSession, open_session
from workshop.session.reading import read_session
from workshop.session.saving import TRIM_BYTES, SaveState
from workshop.session.writing import write_session


def state_with_error(session: OpenSession) -> SaveState:
    saver = session.saver
    assert saver is not None
    assert saver.wait_for(lambda state: state.error != "", 5)
    return saver.state


def test_a_file_deleted_while_open_is_told_and_the_work_stays_in_the_journal(path: Path) -> None:
    session = open_session(path)
    assert session.saver is not None
    write(session, "first")
    assert session.saver.wait_saved(5)
    path.unlink()
    write(session, "second")
    state = state_with_error(session)
    assert "moved, replaced or deleted" in state.error
    assert "recovery journal" in state.error
    assert state.durable == 2
    assert state.saved == 1
    assert not state.all_saved
    session.close(0.2)
    assert any(b"second" in journal.read_bytes() for journal in (data_folder() / "journals").glob("*.journal"))


def test_a_file_replaced_by_another_is_never_written_into(path: Path) -> None:
    session = open_session(path)
    other = path.with_name("other.trilliant")
    write_session(other, [])
    before = other.read_bytes()
    other.replace(path)
    write(session, "first")
    assert "moved, replaced" in state_with_error(session).error
    session.close(0.2)
    assert path.read_bytes() == before


def test_a_file_that_has_everything_a_little_late_is_not_said_to_lack_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(path)
    saver, commit = session.saver, SessionDatabase.commit
    assert saver is not None

    def late(database: SessionDatabase, batch: Sequence[Any]) -> None:
        assert saver._closing.wait(10)
        commit(database, batch)

    monkeypatch.setattr(SessionDatabase, "commit", late)
    write(session, "first")
    assert session.close(0.5)
    assert [card.text for card in read_session(path).board.cards.values()] == ["first"]


def test_a_file_held_by_another_program_is_saved_once_it_is_free(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    session = open_session(path)
    card = write(session, "waiting")
    assert session.saver is not None
    assert session.saver.wait_durable(1, 5)
    assert not session.saver.state.all_saved
    other.execute("ROLLBACK")
    other.close()
    assert session.saver.wait_saved(10)
    assert session.close()
    assert card in read_session(path).board.cards


def left_in_the_journal(path: Path, *texts: str) -> list[str]:
    """Write cards that the file cannot take, as somebody else holds it; their ids."""
    session = open_session(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    cards = [write(session, text) for text in texts]
    assert session.saver is not None
    assert session.saver.wait_durable(len(texts), 5)
    session.close(0.1)
    other.execute("ROLLBACK")
    other.close()
    return cards


def test_what_only_the_journal_has_is_brought_back_on_opening(path: Path) -> None:
    (card,) = left_in_the_journal(path, "only in the journal")
    again = open_session(path)
    assert card in again.workshop.board.cards
    assert again.notices == ["One change that an interrupted run left behind was brought back."]
    assert again.close()
    third = open_session(path)
    assert third.notices == []
    assert third.close()


def test_several_changes_that_are_brought_back_are_counted(path: Path) -> None:
    left_in_the_journal(path, "one", "two")
    again = open_session(path)
    assert again.notices == ["2 changes that an interrupted run left behind were brought back."]
    assert again.close()


def test_a_journal_that_does_not_fit_the_file_is_kept_and_never_replayed(path: Path) -> None:
    copy = path.with_name("copy.trilliant")
    session = open_session(path)
    write(session, "first")
    assert session.close()
    copy.write_bytes(path.read_bytes())
    session = open_session(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    write(session, "second")
    assert session.saver is not None
    assert session.saver.wait_durable(2, 5)
    session.close(0.1)
    at_the_copy = open_session(copy)
    assert len(at_the_copy.workshop.board.cards) == 1
    assert at_the_copy.close()
    write_session(path, [], guid=read_session(path).guid)
    other.execute("ROLLBACK")
    other.close()
    emptied = open_session(path)
    assert emptied.workshop.board == Board()
    assert emptied.notices[-1].startswith(
        "One change of an earlier run does not fit this file and was set aside in "
    )
    assert emptied.close()
    assert list((data_folder() / "journals").glob("*.kept"))


def test_the_second_window_on_a_file_opens_to_look_at_and_says_who_has_it(path: Path) -> None:
    first = open_session(path)
    second = open_session(path)
    assert "has this session open on" in second.workshop.read_only
    assert second.close()
    assert first.close()
    third = open_session(path)
    assert third.workshop.read_only == ""
    assert third.close()


def test_a_lock_of_a_process_that_is_gone_is_taken_over(path: Path) -> None:
    process = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    lock = path.with_name(f".{path.name}.lock")
    lock.write_text(f'{{"who":"ada","host":"{platform.node()}","process":{int(process.stdout)}}}')
    session = open_session(path)
    assert session.workshop.read_only == ""
    assert session.close()
    assert not lock.exists()


FULL_DISK = """
import resource, sys
from pathlib import Path
from tests.faults.cards import write
from workshop.session.opening import open_session
session = open_session(Path(sys.argv[1]))
session.saver.wait_saved(5)
limit = Path(sys.argv[1]).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
for number in range(300):
    write(session, f"card {number} " * 40)
session.saver.wait_for(lambda state: bool(state.error), 10)
print(session.saver.state.error)
"""


@pytest.mark.skipif(find_spec("resource") is None, reason="this system sets no limit on the size of files")
def test_a_full_disk_is_told_and_what_was_saved_stays_whole(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.startswith("Not saved:")
    assert read_session(path).problems == ()
    session = open_session(path)
    assert session.workshop.board.cards
    assert session.close()


def test_a_folder_without_write_permission_opens_to_look_at(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.access
    monkeypatch.setattr(os, "access", lambda at, mode: False if mode == os.W_OK else real(at, mode))
    session = open_session(path)
    assert "not writable; save a copy elsewhere" in session.workshop.read_only
    assert session.close()


def test_writing_where_it_is_not_allowed_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SessionFileError, match="choose another"):
        write_session(tmp_path / "file" / "s.trilliant", [])


def test_the_journal_does_not_grow_once_the_file_has_its_changes(path: Path) -> None:
    session = open_session(path)
    assert session.saver is not None
    journal = next((data_folder() / "journals").glob("*.journal"))
    largest = 0
    for number in range(40):
        write(session, f"{number} " + "long text " * 4_000)
        assert session.saver.wait_saved(5)
        largest = max(largest, journal.stat().st_size)
    assert TRIM_BYTES < largest < 2 * TRIM_BYTES
    assert session.close()
    assert journal.stat().st_size < 1_000
