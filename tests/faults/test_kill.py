"""kill -9 at any moment: every card that was reported as saved is there after reopening."""

import subprocess
import sys
import threading
from pathlib import Path
from random import Random

from workshop.session.opening import open_session
from workshop.session.writing import write_session

KILLS = 100
LONGEST_LIFE = 0.12
"""Seconds after its first report that a writer may live at most."""


def killed_writer(path: Path, seconds: float) -> list[str]:
    """Run a writer, kill it so long after its first report, and give the ids it had reported as saved."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.writer_process", str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    rest = process.stdout.readlines()
    process.wait()
    timer.join()
    process.stdout.close()
    lines = [first, *(line for line in rest if line.endswith("\n"))]
    return [line.split()[1] for line in lines]


def test_every_card_reported_as_saved_is_there_after_each_of_a_hundred_kills(tmp_path: Path) -> None:
    path = tmp_path / "killed.trilliant"
    write_session(path, [])
    random = Random(4)
    reported: set[str] = set()
    for _ in range(KILLS):
        reported.update(killed_writer(path, random.uniform(0, LONGEST_LIFE)))
        session = open_session(path)
        assert session.workshop.read_only == ""
        assert reported <= set(session.workshop.board.cards)
        assert session.close()
    assert len(reported) > KILLS
