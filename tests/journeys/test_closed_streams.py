"""The command line in child processes that have no stdout, stderr or stdin."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.session.reading import read_session

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(os.name != "posix", reason="streams are closed otherwise here")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&-", "<&- >&- 2>&-"])
def test_where_there_is_nowhere_to_say_it_the_work_is_done(closed: str, sample: Path, tmp_path: Path) -> None:
    for name, arguments, code in (
        ("info", [sample], 0),
        ("info", [tmp_path / "none.trilliant"], 1),
        ("export", [sample, tmp_path / "o.pdf"], 0),
        ("import", [sample, tmp_path / "i.trilliant"], 1),
        ("new", [tmp_path / "n.trilliant"], 0),
        ("--version", [], 0),
        ("nothing", ["at all"], 2),
    ):
        shell = [
            "sh",
            "-c",
            f'exec "$@" {closed}',
            "sh",
            sys.executable,
            "-m",
            "ui",
            name,
            *map(str, arguments),
        ]
        ended = subprocess.run(shell, capture_output=True, cwd=ROOT, check=False)
        assert ended.returncode == code, name
        assert b"program itself" not in ended.stderr
        assert b"Traceback" not in ended.stderr
        assert bool(ended.stderr) == (code > 0 and "2>" not in closed)
        assert bool(ended.stdout) == (code == 0 and " >" not in f" {closed}")
    assert (tmp_path / "o.pdf").read_bytes().startswith(b"%PDF")
    assert read_session(tmp_path / "n.trilliant").board.session.title == "n"
