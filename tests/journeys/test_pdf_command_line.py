"""A PDF on the command line: what it carries is told, exported and searched like a session, without Qt."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from exports.json_session import session_json
from ui.__main__ import main
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.model.cards import Card
from workshop.session.folders import data_folder
from workshop.session.reading import read_session
from workshop.session.writing import write_session
from workshop.sharing import records_for_sharing

ROOT = Path(__file__).parents[2]
WITHOUT_QT = (
    "import sys; sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
    "from ui.__main__ import main; sys.exit(main(sys.argv[1:]))"
)


@pytest.fixture
def board() -> Board:
    """The sample with a hidden card."""
    return Board([*sample_records(), Card(id="secret", text="Wombat", hidden=True)])


@pytest.fixture
def pdf(board: Board, tmp_path: Path) -> Path:
    """A PDF as the command line writes it."""
    write_session(tmp_path / "s.trilliant", board.records())
    assert run("export", tmp_path / "s.trilliant", tmp_path / "OUT.pdf", "--kind", "cards") == 0
    return tmp_path / "OUT.pdf"


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_what_a_pdf_carries_is_exported_as_the_board_for_sharing(pdf: Path, board: Board) -> None:
    out = pdf.with_name("OUT.json")
    assert run("export", pdf, out) == 0
    shared = Board(records_for_sharing(board))
    assert out.read_bytes() == session_json(shared)
    assert set(shared.cards) == {card.id for card in board.cards.values() if not card.hidden}
    assert b"Wombat" not in out.read_bytes()


@pytest.mark.parametrize("linked", [False, True])
def test_a_pdf_is_not_exported_over_the_session_that_it_carries(
    linked: bool, pdf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, out = pdf.read_bytes(), pdf
    if linked:
        out = pdf.with_name("linked.pdf")
        out.symlink_to(pdf)
    capsys.readouterr()
    assert run("export", pdf, out, "--no-attachment", "--force") == 1
    assert "cannot be read and overwritten at once" in capsys.readouterr().err
    assert pdf.read_bytes() == before


def test_whole_copies_say_what_they_hold_for_few_eyes(pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = pdf.with_name("s.trilliant")
    capsys.readouterr()
    assert run("export", session, pdf.with_name("all.json")) == 0
    assert capsys.readouterr().out.endswith("). It is the whole board, with 3 hidden cards.\n")
    assert run("export", session, pdf.with_name("full.pdf"), "--attachment", "full") == 0
    assert "). It carries the full session, with 3 hidden cards, notes and" in capsys.readouterr().out
    assert run("export", session, pdf.with_name("sharing.pdf")) == 0
    assert capsys.readouterr().out.endswith("B).\n")


def test_a_pdf_of_a_pdf_carries_the_same_board(pdf: Path, board: Board) -> None:
    for attached in ("sharing", "full"):
        again, out = pdf.with_name("again.pdf"), pdf.with_name("again.json")
        assert run("export", pdf, again, "--kind", "cards", "--attachment", attached, "--force") == 0
        assert run("export", again, out, "--force") == 0
        assert out.read_bytes() == session_json(Board(records_for_sharing(board)))


def test_the_full_file_comes_out_whole(board: Board, tmp_path: Path) -> None:
    session, pdf, out = (tmp_path / name for name in ("s.trilliant", "full.pdf", "full.json"))
    write_session(session, board.records())
    assert run("export", session, pdf, "--kind", "cards", "--attachment", "full") == 0
    assert run("export", pdf, out) == 0
    assert out.read_bytes() == session_json(board)


def test_info_and_findings_read_a_pdf(pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run("info", pdf, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["title"], told["hidden"], told["size"]) == ("Self-service onboarding", 0, pdf.stat().st_size)
    assert told["guid"] != read_session(pdf.with_name("s.trilliant")).guid
    assert run("findings", pdf) == 0
    assert "findings" in capsys.readouterr().out


def test_without_a_session_it_is_one_sentence_and_nothing_is_written(
    pdf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare, out = pdf.with_name("bare.pdf"), pdf.with_name("bare.json")
    assert run("export", pdf.with_name("s.trilliant"), bare, "--kind", "cards", "--no-attachment") == 0
    capsys.readouterr()
    assert run("export", bare, out) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "bare.pdf carries no Trilliant session" in told.err
    assert not out.exists()


def test_none_of_it_needs_qt_or_leaves_a_note(pdf: Path) -> None:
    known = {path.name for path in (data_folder() / "known").iterdir()}
    for arguments in (["info", pdf], ["export", pdf, pdf.with_name("qtless.json")]):
        done = subprocess.run(
            [sys.executable, "-c", WITHOUT_QT, *map(str, arguments)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
    assert {path.name for path in (data_folder() / "known").iterdir()} == known
