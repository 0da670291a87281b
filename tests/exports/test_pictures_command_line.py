"""Pictures from the command line: the same bytes as the same options anywhere else, and one sentence for a mistake."""

import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports.pdf.content import content_of
from exports.pictures.naming import part_named
from exports.pictures.options import PARTS, PictureOptions
from exports.pictures.writing import export_picture
from tests.exports.boards import card, link, new_workshop
from ui.command_line.guard import guarded
from ui.command_line.parser import parsed
from workshop.board.board import Board
from workshop.errors import ExportError
from workshop.imports.sample import sample_records
from workshop.model.diamonds import Phase
from workshop.session.writing import write_session


@pytest.fixture
def session(tmp_path: Path) -> Path:
    path = tmp_path / "s.trilliant"
    write_session(path, sample_records())
    return path


def carried_out(*words: str) -> int:
    def run() -> int:
        arguments = parsed(["export", *words])
        code = arguments.run(arguments)
        assert isinstance(code, int)
        return code

    return guarded(run)


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_the_options_of_the_command_line_give_the_same_bytes(
    ending: str, session: Path, tmp_path: Path
) -> None:
    out, same = tmp_path / f"out.{ending}", tmp_path / f"same.{ending}"
    words = ("--of", "Solution", "--scale", "1.5", "--ground", "transparent", "--dark", "--no-authors")
    assert carried_out(str(session), str(out), *words) == 0
    options = PictureOptions(part="solution", scale=1.5, transparent=True, dark=True, authors=False)
    export_picture(Board(sample_records()), same, options)
    assert out.read_bytes() == same.read_bytes()


def test_a_part_is_named_by_a_word_by_ids_or_by_the_ids_on_paper() -> None:
    board = Board(sample_records())
    numbers = content_of(board).numbers
    first, second, *_ = numbers
    for name in PARTS:
        assert part_named(board, name.upper()) == (name, None)
    assert part_named(board, f"{first}, {second}").chosen == tuple(sorted((first, second)))
    assert part_named(board, f"{numbers[first]},{numbers[second].lower()}").chosen == tuple(
        sorted((first, second))
    )


def test_a_thread_is_named_by_a_card_in_it() -> None:
    workshop = new_workshop()
    one, two, other = card(workshop, "a"), card(workshop, "b", Phase.EXPLORE), card(workshop, "c")
    link(workshop, one, two)
    assert part_named(workshop.board, f"thread:{two.id}").chosen == tuple(sorted((one.id, two.id)))
    with pytest.raises(ExportError, match="No thread runs through"):
        part_named(workshop.board, f"thread:{other.id}")


def test_a_hidden_card_cannot_be_named() -> None:
    workshop = new_workshop()
    hidden = card(workshop, "Secret", hidden=True)
    with pytest.raises(ExportError, match="nothing named") as refused:
        part_named(workshop.board, hidden.id)
    assert "Secret" not in str(refused.value)


def test_a_part_can_be_a_pdf_too(session: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert carried_out(str(session), str(out), "--of", "scale", "--kind", "cards") == 0
    assert len(PdfReader(out).pages) == 1


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("out.png", "--of", "nowhere"), 1, "nothing named “nowhere”"),
        (("out.png", "--of", ","), 1, "Name a part"),
        (("out.png", "--scale", "7"), 1, "choose a scale of"),
        (("out.png", "--scale", "-1"), 1, "scale of a picture"),
        (("out.png", "--width", "5"), 1, "width of a picture"),
        (("out.png", "--scale", "large"), 2, "invalid float"),
        (("out.png", "--scale", "2", "--width", "90"), 2, "not allowed"),
        (("out.png", "--ground", "lava"), 2, "invalid choice"),
        (("out.json", "--of", "problem"), 1, "picture or a PDF"),
        (("out.jpg",), 1, ".png"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    words: tuple[str, ...], code: int, told: str, session: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, *rest = words
    assert carried_out(str(session), str(session.with_name(name)), *rest) == code
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
    assert not session.with_name(name).exists()


def test_the_command_line_makes_pictures_without_qt(session: Path) -> None:
    script = (
        "import sys; sys.modules['PySide6'] = None; from ui.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    for ending in ("png", "svg"):
        out = session.with_name(f"out.{ending}")
        words = ["export", str(session), str(out), "--of", "define"]
        done = subprocess.run(
            [sys.executable, "-c", script, *words], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert out.stat().st_size > 10_000
