"""What the fault tests begin with."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from exports.pdf.document import export_paper
from exports.pdf.options import Kind, PaperOptions
from workshop.board.board import Board
from workshop.imports.pdf_session import session_at
from workshop.imports.sample import sample_records
from workshop.session.reading import read_session
from workshop.session.writing import write_session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty session file."""
    made = tmp_path / "s.trilliant"
    write_session(made, [])
    return made


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a PDF that carries the sample."""
    path = tmp_path_factory.mktemp("pdf") / "out.pdf"
    export_paper(Board(sample_records()), path, PaperOptions(kind=Kind.CARDS))
    return path.read_bytes()


@pytest.fixture
def session(tmp_path: Path) -> bytes:
    """The bytes of a session file."""
    write_session(tmp_path / "s.trilliant", sample_records())
    return (tmp_path / "s.trilliant").read_bytes()


@pytest.fixture
def taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Board]:
    """Takes the session out of a PDF of these bytes; whatever comes of it, nothing may be left."""
    rest = tmp_path / "temporary"
    rest.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(rest))
    path = tmp_path / "foreign.pdf"

    def take(body: bytes) -> Board:
        path.write_bytes(body)
        try:
            with session_at(path) as session:
                return read_session(session).board
        finally:
            assert list(rest.iterdir()) == []
            assert path.read_bytes() == body

    return take
