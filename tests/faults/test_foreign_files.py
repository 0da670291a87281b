"""A file from elsewhere is read for trial in a process of its own, which may crash, swell or take too long."""

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.cards import write
from workshop.board.board import Board
from workshop.errors import NotASessionError, OpeningCancelled, UntrustedFileError
from workshop.imports.sample import sample_records
from workshop.session.known import is_known
from workshop.session.opening import open_session
from workshop.session.reading import read_session
from workshop.session.trial import Limits, vet
from workshop.session.writing import write_session

ROOT = Path(__file__).parents[2]

on_posix = pytest.mark.skipif(os.name != "posix", reason="this system sets no limits on a process")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were started."""
    found: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: object, **named: object) -> None:
            super().__init__(*arguments, **named)  # type: ignore[call-overload]
            found.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    return found


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """The sample, as somebody else's machine wrote it."""
    written = tmp_path / "theirs.trilliant"
    write_session(written, sample_records())
    return Path(shutil.copy(written, tmp_path / "foreign.trilliant"))


@contextlib.contextmanager
def altered(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection of another program to a session file."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        yield connection
        connection.commit()


def with_many_rows(path: Path) -> None:
    """Fill a file with a million rows, which takes SQLite a second and a reader many."""
    with altered(path) as connection:
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000) "
            "INSERT INTO cards SELECT 'c' || i, '{\"id\":\"c' || i || '\"}', x'00' FROM n"
        )


def with_record(path: Path, record: bytes) -> None:
    """Put a card into a file as it stands."""
    with altered(path) as connection:
        connection.execute("INSERT INTO cards VALUES ('evil', ?, x'00')", (record.decode(),))


def test_opening_what_was_written_here_starts_no_process(
    path: Path, started: list[subprocess.Popen[bytes]]
) -> None:
    session = open_session(path)
    write(session, "mine")
    assert session.close()
    again = open_session(path)
    assert len(again.workshop.board.cards) == 1
    assert again.close()
    assert started == []


def test_after_a_kill_in_a_pause_the_file_is_still_known(
    path: Path, started: list[subprocess.Popen[bytes]]
) -> None:
    session = open_session(path)
    assert session.saver is not None
    write(session, "mine")
    assert session.saver.wait_saved(5)
    until = time.monotonic() + 5
    while not is_known(path) and time.monotonic() < until:
        threading.Event().wait(0.005)
    assert is_known(path)
    assert session.close()
    assert started == []


def test_a_foreign_file_is_read_for_trial_once(foreign: Path, started: list[subprocess.Popen[bytes]]) -> None:
    for _ in range(2):
        session = open_session(foreign)
        assert session.workshop.board == Board(sample_records())
        assert session.close()
    assert len(started) == 1


def test_a_file_that_somebody_else_wrote_into_is_foreign_again(path: Path) -> None:
    assert is_known(path)
    with_record(path, b'{"id":"evil"}')
    assert not is_known(path)
    vet(path)
    assert is_known(path)
    path.with_name(f"{path.name}-journal").write_bytes(b"an unfinished write")
    assert not is_known(path)


def test_a_file_that_took_the_place_of_ours_is_not_taken_for_ours(path: Path, foreign: Path) -> None:
    session = open_session(path)
    write(session, "mine")
    foreign.replace(path)
    write(session, "more")
    session.close(0.2)
    assert not is_known(path)


def test_a_refusal_in_the_trial_is_told_as_it_is(foreign: Path) -> None:
    with altered(foreign) as connection:
        connection.execute("CREATE VIEW v AS SELECT * FROM cards")
    with pytest.raises(NotASessionError, match="view “v”"):
        open_session(foreign)
    assert not is_known(foreign)


@on_posix
def test_a_giant_record_is_refused_for_the_memory_that_it_needs(foreign: Path) -> None:
    with_record(foreign, b'{"id":"evil","x":[' + b"[]," * 8_000_000 + b"0]}")
    with pytest.raises(UntrustedFileError, match="needs more than 256 MB of memory"):
        vet(foreign, limits=Limits(memory=256 * 2**20))


def test_a_record_nested_without_end_is_reported_and_the_rest_opens(foreign: Path) -> None:
    with_record(foreign, b'{"id":"evil","x":' + b"[" * 200_000 + b"]" * 200_000 + b"}")
    session = open_session(foreign)
    assert session.workshop.board == Board(sample_records())
    assert any("cannot be read and was left in the file" in problem for problem in session.problems)
    assert session.close()


def test_a_file_that_takes_too_long_is_refused_and_its_reader_ended(
    foreign: Path, started: list[subprocess.Popen[bytes]]
) -> None:
    with_many_rows(foreign)
    with pytest.raises(UntrustedFileError, match=r"takes more than 0\.3 seconds"):
        vet(foreign, limits=Limits(seconds=0.3))
    assert started[0].returncode is not None
    assert not is_known(foreign)


@on_posix
def test_a_reader_that_only_works_is_stopped_by_the_system_as_well(foreign: Path) -> None:
    with_many_rows(foreign)
    done = subprocess.run(
        [sys.executable, "-m", "workshop.session.trial_process", str(foreign), str(2**30), "1"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == -signal.SIGXCPU
    assert done.stdout == b""


def test_the_opening_of_a_slow_file_can_be_cancelled(
    foreign: Path, started: list[subprocess.Popen[bytes]]
) -> None:
    with_many_rows(foreign)
    asked: list[float] = []

    def cancelled() -> bool:
        asked.append(time.monotonic())
        return len(asked) == 3

    with pytest.raises(OpeningCancelled):
        open_session(foreign, cancelled=cancelled)
    assert len(asked) == 3
    assert started[0].returncode is not None
    assert list(foreign.parent.glob(".*.lock")) == []


@on_posix
@pytest.mark.parametrize("by", ["SIGKILL", "SIGSEGV"])
def test_a_reader_that_crashes_takes_nothing_with_it(
    foreign: Path, started: list[subprocess.Popen[bytes]], by: str
) -> None:
    with_many_rows(foreign)

    def kill() -> bool:
        os.kill(started[0].pid, getattr(signal, by))
        return False

    with pytest.raises(UntrustedFileError, match="made the reader crash"):
        vet(foreign, cancelled=kill)


def test_a_reader_that_cannot_be_started_is_told(foreign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(foreign.parent / "no python"))
    with pytest.raises(UntrustedFileError, match="could not be checked"):
        open_session(foreign)


def test_where_nothing_can_be_noted_files_open_all_the_same(
    foreign: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("TRILLIANT_HOME", str(tmp_path / "file"))
    vet(foreign)
    assert not is_known(foreign)
    write_session(tmp_path / "new.trilliant", [])
    assert read_session(tmp_path / "new.trilliant").board == Board()


COMMAND = "import sys; sys.path.insert(0, {root!r}); from ui.__main__ import main; sys.exit(main(sys.argv[1:]))"


def trilliant(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the console command from another folder, as the script that pip installs does."""
    return subprocess.run(
        [sys.executable, "-P", "-c", COMMAND.format(root=str(ROOT)), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_command_line_vets_foreign_files_from_whatever_folder(foreign: Path, tmp_path: Path) -> None:
    (tmp_path / "msgspec.py").write_text("raise SystemExit('a trap in the folder')")
    done = trilliant(tmp_path, "info", str(foreign))
    assert (done.returncode, done.stderr) == (0, "")
    assert is_known(foreign)
    with altered(foreign) as connection:
        connection.execute("CREATE VIEW v AS SELECT * FROM cards")
    refused = trilliant(tmp_path, "export", str(foreign), "out.json")
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert "view “v”" in refused.stderr
    assert not (tmp_path / "out.json").exists()


def test_the_reader_loads_neither_qt_nor_numpy_nor_networkx() -> None:
    script = (
        "import sys; import workshop.session.trial_process; "
        "print([m for m in ('PySide6', 'numpy', 'networkx', 'uharfbuzz', 'platformdirs') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
