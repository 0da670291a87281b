"""One edit on its way to the disk: the shadow journal against a bare append, the file against a bare commit."""

import os
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

from tests.benchmarks.boards import large_board

CARDS = 10_000
EDITS = 60
REST = 0.22
"""Seconds before each step, ours and the bare ones alike: a disk that has rested is slower to sync."""


def measure() -> list[dict[str, object]]:
    """Rows for the journal, the file, and the time that the window's thread spends on an edit."""
    os.environ["TRILLIANT_HOME"] = tempfile.mkdtemp()
    from workshop.commands.cards import change_text
    from workshop.session.opening import open_session
    from workshop.session.writing import write_session

    folder = Path(tempfile.mkdtemp())
    path = folder / "board.trilliant"
    write_session(path, large_board(CARDS, CARDS // 2).records())
    bare_append = _BareAppend(folder / "bare.journal")
    bare_commit = _BareCommit(folder / "bare.db")
    session = open_session(path)
    saver = session.saver
    assert saver is not None
    times: dict[str, list[float]] = {name: [] for name in ("ui", "journal", "file", "append", "commit")}
    for edit in range(EDITS):
        time.sleep(REST)
        began = time.perf_counter()
        change_text(session.workshop, origin="window", card_id=f"c{edit}", text=f"edited {edit}")
        times["ui"].append(time.perf_counter() - began)
        saver.wait_durable(saver.state.queued, 5)
        times["journal"].append(time.perf_counter() - began - times["ui"][-1])
        saver.wait_saved(5)
        times["file"].append(time.perf_counter() - began - times["ui"][-1])
        time.sleep(REST)
        times["append"].append(bare_append.step())
        time.sleep(REST)
        times["commit"].append(bare_commit.step(edit))
    session.close()
    return [
        _row("edit to shadow journal", times["journal"], times["append"]),
        _row("edit to session file", times["file"], times["commit"]),
        _row("time of the window's thread for an edit", times["ui"], None),
    ]


class _BareAppend:
    """An append of 400 bytes and fdatasync."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")

    def step(self) -> float:
        """Seconds of one append."""
        began = time.perf_counter()
        self._file.write(b"x" * 400)
        self._file.flush()
        getattr(os, "fdatasync", os.fsync)(self._file.fileno())
        return time.perf_counter() - began


class _BareCommit:
    """An UPDATE and COMMIT with the session file's settings, on a table of as many rows."""

    def __init__(self, path: Path) -> None:
        from workshop.session.schema import PRAGMAS

        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in PRAGMAS:
            self._connection.execute(pragma)
        self._connection.execute("CREATE TABLE cards (id TEXT PRIMARY KEY, record TEXT)")
        self._connection.execute("BEGIN")
        rows = ((f"c{number}", "x" * 300) for number in range(CARDS))
        self._connection.executemany("INSERT INTO cards VALUES (?, ?)", rows)
        self._connection.execute("COMMIT")

    def step(self, number: int) -> float:
        """Seconds of one update."""
        began = time.perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(
            "UPDATE cards SET record=? WHERE id=?", ("y" * 300 + str(number), f"c{number}")
        )
        self._connection.execute("COMMIT")
        return time.perf_counter() - began


def _row(name: str, times: list[float], bare: list[float] | None) -> dict[str, object]:
    median = statistics.median(times) * 1000
    baseline = statistics.median(bare) * 1000 if bare else None
    return {
        "name": name,
        "cards": CARDS,
        "median": round(median, 3),
        "worst": round(max(times) * 1000, 3),
        "unit": "ms",
        "baseline": round(baseline, 3) if baseline else None,
        "ratio": round(median / baseline, 2) if baseline else None,
    }
