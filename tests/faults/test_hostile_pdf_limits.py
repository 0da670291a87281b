"""The reader of foreign PDFs is bound in time, memory and disk, can be cancelled, and loads no more than it needs."""

import os
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.faults.pdf_maker import SESSION, carrying
from workshop.errors import OpeningCancelled, UntrustedFileError
from workshop.imports import pdf_session
from workshop.imports.pdf_format import is_pdf
from workshop.imports.pdf_session import take_session
from workshop.session.apart import Limits

ROOT = Path(__file__).parents[2]
on_posix = pytest.mark.skipif(os.name != "posix", reason="this system sets no limits on a process")


def test_one_that_takes_too_long_is_refused(good: bytes, tmp_path: Path) -> None:
    (tmp_path / "slow.pdf").write_bytes(good)
    with pytest.raises(UntrustedFileError, match=r"slow\.pdf takes more than 0\.01 seconds"):
        take_session(tmp_path / "slow.pdf", tmp_path, limits=Limits(seconds=0.01))
    assert [path.name for path in tmp_path.iterdir()] == ["slow.pdf"]


@on_posix
def test_one_that_needs_too_much_memory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "wide.pdf").write_bytes(carrying(bytes(150 * 2**20), b""))
    with pytest.raises(UntrustedFileError, match="needs more than 128 MB of memory"):
        take_session(tmp_path / "wide.pdf", tmp_path, limits=Limits(seconds=60, memory=2**27))


def test_a_large_file_is_refused_before_it_is_read(
    good: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_session, "LARGEST_PDF", 1_000)
    (tmp_path / "large.pdf").write_bytes(good)
    with pytest.raises(UntrustedFileError, match="more than a PDF of Trilliant may have"):
        take_session(tmp_path / "large.pdf", tmp_path)


def test_it_can_be_cancelled(good: bytes, tmp_path: Path) -> None:
    (tmp_path / "out.pdf").write_bytes(good)
    with pytest.raises(OpeningCancelled):
        take_session(tmp_path / "out.pdf", tmp_path, cancelled=lambda: True)
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]


@on_posix
def test_the_reader_cannot_write_more_than_a_session(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from workshop.session.bounded import bounded\n"
        "def flood():\n    Path(sys.argv[1]).write_bytes(bytes(5_000_000))\n"
        "try:\n    bounded(flood, memory=2**30, seconds=9, written=1_000_000)\n"
        "except OSError as error:\n    print(error.strerror)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "flood")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "File too large"
    assert (tmp_path / "flood").stat().st_size <= 1_000_000


def test_the_reader_loads_neither_qt_nor_reportlab_nor_the_board() -> None:
    script = (
        "import sys; import workshop.imports.pdf_process; "
        "print([m for m in ('PySide6', 'reportlab', 'numpy', 'networkx', 'exports', 'ui') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_file_is_told_by_its_beginning_and_then_by_its_name(
    good: bytes, session: bytes, tmp_path: Path
) -> None:
    for name, body, wanted in (
        ("a.pdf", good, True),
        ("b.trilliant", good, False),
        ("b.attachment", good, True),
        ("c.PDF", b"", True),
        ("d.pdf", session, False),
        ("e.txt", b"words", False),
    ):
        (tmp_path / name).write_bytes(body)
        assert is_pdf(tmp_path / name) is wanted
    assert not is_pdf(tmp_path / "not there.pdf")


def test_the_maker_of_hostile_files_makes_files_that_others_read(session: bytes, tmp_path: Path) -> None:
    (tmp_path / "made.pdf").write_bytes(carrying(zlib.compress(session)))
    assert PdfReader(tmp_path / "made.pdf").attachments[SESSION] == [session]
