"""Documents on paper from the command line: the same bytes as the same options anywhere else."""

import time
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports.pdf.options import Attached, Kind, PaperOptions
from exports.registry import export_board
from tests.exports.boards import full_board
from ui.command_line.parser import parsed
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.session.writing import write_session


def test_the_options_of_the_command_line_give_the_same_bytes(tmp_path: Path) -> None:
    session, out, same = (tmp_path / name for name in ("s.trilliant", "out.pdf", "same.pdf"))
    write_session(session, sample_records())
    words = ["export", str(session), str(out), "--kind", "handout", "--paper", "letter", "--grey"]
    arguments = parsed([*words, "--no-authors", "--no-attachment"])
    assert arguments.run(arguments) == 0
    options = PaperOptions(
        kind=Kind.HANDOUT, paper="Letter", grey=True, authors=False, attachment=Attached.NONE
    )
    export_board(Board(sample_records()), same, options=options)
    assert out.read_bytes() == same.read_bytes()


def test_sections_are_named_with_commas(tmp_path: Path) -> None:
    session, out = tmp_path / "s.trilliant", tmp_path / "out.pdf"
    write_session(session, sample_records())
    arguments = parsed(["export", str(session), str(out), "--sections", "votes, wins"])
    arguments.run(arguments)
    assert len(PdfReader(out).pages) == 1


def test_lists_of_questions_speak_the_language_too(tmp_path: Path) -> None:
    session, out = tmp_path / "s.trilliant", tmp_path / "out.questions-ux.pdf"
    write_session(session, sample_records())
    arguments = parsed(["export", str(session), str(out), "--language", "fr-CA"])
    assert arguments.run(arguments) == 0
    reader = PdfReader(out)
    assert reader.trailer["/Root"]["/Lang"] == "fr-CA"
    assert "Questions à UX" in reader.pages[0].extract_text()


@pytest.mark.parametrize("ending", ["pdf", "questions-ux.pdf", "questions.csv"])
def test_as_of_gives_the_same_bytes_on_any_day_and_in_any_time_zone(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, files = tmp_path / "s.trilliant", []
    write_session(session, sample_records())
    for zone, today in (("Pacific/Kiritimati", date(2026, 11, 14)), ("Pacific/Pago_Pago", date(2031, 1, 1))):
        with monkeypatch.context() as patched:
            patched.setenv("TZ", zone)
            time.tzset()
            patched.setattr("exports.pdf.today.export_day", lambda today=today: today)
            for words in ([], ["--as-of", "2027-03-01"]):
                files.append(tmp_path / f"{len(files)}.{ending}")
                arguments = parsed(["export", str(session), str(files[-1]), *words])
                assert arguments.run(arguments) == 0
        time.tzset()
    usual, as_of, later, again = (file.read_bytes() for file in files)
    assert as_of == again
    assert len({usual, later, as_of}) > 1


def test_the_day_of_a_document_is_said_where_it_tells_of_findings(tmp_path: Path) -> None:
    session, out = tmp_path / "s.trilliant", tmp_path / "out.pdf"
    write_session(session, sample_records())
    arguments = parsed(["export", str(session), str(out), "--as-of", "2031-05-06", "--sections", "dots"])
    assert arguments.run(arguments) == 0
    assert "as of 6 May 2031" in PdfReader(out).pages[0].extract_text()


def test_a_poster_that_is_too_small_to_read_is_warned_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session, out = tmp_path / "s.trilliant", tmp_path / "out.pdf"
    write_session(session, full_board(400).board.records())
    arguments = parsed(["export", str(session), str(out), "--kind", "poster", "--paper", "A3"])
    arguments.run(arguments)
    assert "choose" in capsys.readouterr().err
