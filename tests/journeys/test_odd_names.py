"""The command line with file names that are not UTF-8, in child processes."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.session.reading import read_session

ROOT = Path(__file__).parents[2]
ODD = os.fsdecode(b"a\xff\xfe")
SHOWN = "a\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}"


@pytest.fixture(autouse=True)
def takes_odd_names(tmp_path: Path) -> None:
    """Only where the file system takes such names."""
    try:
        (tmp_path / ODD).touch()
        (tmp_path / ODD).unlink()
    except (OSError, UnicodeError):
        pytest.skip("no such names here")


def ran(*arguments: object, code: int = 0) -> str:
    """What a child process says on both streams, which ends with this code."""
    ended = subprocess.run(
        [sys.executable, "-m", "ui", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=ROOT,
        check=False,
    )
    said = ended.stdout.decode()
    assert ended.returncode == code, said
    return said


@pytest.mark.parametrize("command", ["new", "sample"])
def test_a_session_is_made_under_an_odd_name_and_read_again(command: str, tmp_path: Path) -> None:
    path = tmp_path / f"{ODD}.trilliant"
    assert ran(command, path).startswith(f"Wrote {tmp_path}/{SHOWN}.trilliant (")
    title = read_session(path).board.session.title
    assert title == (SHOWN if command == "new" else "Self-service onboarding")
    assert ran("info", path).startswith(title)
    ran("info", path, "--json")
    ran("findings", path)


@pytest.mark.parametrize("ending", [".pdf", ".png", ".svg", ".json", ".terms.csv", ".questions-cx.pdf"])
def test_an_odd_session_is_exported_to_an_odd_name(ending: str, sample: Path, tmp_path: Path) -> None:
    path, out = sample.rename(tmp_path / f"{ODD}.trilliant"), tmp_path / f"{ODD}{ending}"
    assert f"{SHOWN}{ending} (" in ran("export", path, out)
    assert out.stat().st_size > 100
    assert sorted(tmp_path.glob(".*")) == []


def test_what_went_out_under_odd_names_comes_in_again(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / ODD
    folder.mkdir()
    plain, pdf, back = (folder / f"{ODD}{end}" for end in (".json", ".pdf", ".trilliant"))
    ran("export", sample, plain)
    ran("import", plain, back)
    assert read_session(back).board == read_session(sample).board
    ran("export", back, pdf, "--attachment", "full")
    assert ran("info", pdf).startswith("Self-service onboarding")


def test_an_odd_name_that_is_refused_is_told_in_one_sentence(sample: Path, tmp_path: Path) -> None:
    odd = tmp_path / f"{ODD}.trilliant"
    assert ran("info", odd, code=1) == f"trilliant: There is no file {tmp_path}/{SHOWN}.trilliant.\n"
    sample.rename(odd)
    assert "exists already" in ran("new", odd, code=1)
    assert f"{SHOWN} does not exist" in ran("new", tmp_path / ODD / "s.trilliant", code=1)
    with sqlite3.connect(odd) as connection:
        connection.execute("CREATE TABLE strangers (a)")
    connection.close()
    assert f"{SHOWN}.trilliant holds a table" in ran("info", odd, code=1)
