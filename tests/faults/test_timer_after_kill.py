"""kill -9 in the middle of a step: the timer has run on when the session is opened again."""

import subprocess
import sys
from pathlib import Path

from tests.workshop.facilitation.watch import PEOPLE, STEPS
from workshop.board.board import Board
from workshop.session.opening import create_session, open_session


def test_the_step_and_its_minutes_outlive_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "killed.trilliant"
    assert create_session(path, Board([*PEOPLE, *STEPS])).close()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.room_process", str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "started\n"
    process.kill()
    process.wait()
    process.stdout.close()
    session = open_session(path)
    room = session.workshop.room
    assert room.step is not None
    assert room.step.id == "share"
    assert room.running is not None
    assert room.running.ticking
    assert 21 * 60 < room.left < 22 * 60, "the twenty of the step and the two that were added, less what ran"
    assert session.close()
