"""Pictures from the command line: the same bytes as the same options anywhere else, and one sentence for a mistake."""

import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports.pdf.content import content_of
from exports.pdf.short_ids import short_ids
from exports.pictures.naming import part_named
from exports.pictures.options import PARTS, PictureOptions
from exports.pictures.writing import export_picture
from tests.exports.boards import card, link, new_workshop
from ui.command_line.exporting_fit import FITS
from ui.command_line.guard import guarded
from ui.command_line.parser import parsed
from workshop.board.board import Board
from workshop.errors import ExportError
from workshop.imports.sample import sample_records
from workshop.model.diamonds import Phase
from workshop.session.writing import write_session
from workshop.visibility import PEEK


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


def test_every_option_of_an_export_says_what_it_is_for() -> None:
    given = ["--of", "x", "--scale", "1", "--ground", "paper", "--dark", "--kind", "cards", "--paper", "A4"]
    given += ["--sections", "wins", "--grey", "--no-authors", "--hidden", "--no-parked", "--language", "de"]
    given += [
        "--logo",
        "l.png",
        "--phase-pages",
        "--as-of",
        "2026-11-14",
        "--cards-a-page",
        "6",
        "--blanks",
        "2",
    ]
    known = set(vars(parsed(["export", "s.trilliant", "out.json"])))
    for rest in (["--attachment", "full"], ["--no-attachment"]):
        kept = vars(parsed(["export", "s.trilliant", "out.json", *given, *rest]))
        assert set(kept) - known <= set(FITS)
    assert known.isdisjoint(FITS)


@pytest.mark.parametrize("word", ["id", "short id", "discover"])
def test_a_hidden_card_is_found_by_name_where_hidden_cards_are_told(word: str, tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "Plain")
    hidden = card(workshop, "Wombat", hidden=True)
    write_session(tmp_path / "s.trilliant", workshop.board.records())
    named = {"id": hidden.id, "short id": short_ids(workshop.board)[hidden.id]}.get(word, word)
    out = tmp_path / "out.pdf"
    words = (str(tmp_path / "s.trilliant"), str(out), "--kind", "cards", "--of", named)
    assert carried_out(*words, "--hidden") == 0
    assert "Wombat" in PdfReader(out).pages[0].extract_text()
    assert carried_out(*words, "--force") == (0 if word == "discover" else 1)


def test_a_thread_through_hidden_cards_is_named_where_they_are_told() -> None:
    workshop = new_workshop()
    one, two = card(workshop, "a"), card(workshop, "b", Phase.EXPLORE, hidden=True)
    link(workshop, one, two)
    assert part_named(workshop.board, f"thread:{two.id}", PEEK).chosen == tuple(sorted((one.id, two.id)))
    with pytest.raises(ExportError, match="nothing named"):
        part_named(workshop.board, f"thread:{two.id}")


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
        (("out.json", "--of", "problem"), 2, "--of is for documents on paper (OUT.pdf) or a picture"),
        (("out.png", "--width", "0"), 2, "at least 16 pixels wide"),
        (("out.png", "--width", "wide"), 2, "invalid"),
        (("out.png", "--kind", "poster"), 2, "--kind is for documents on paper (OUT.pdf), not for a picture."),
        (("out.svg", "--no-attachment"), 2, "--no-attachment is for documents"),
        (("out.png", "--hidden"), 2, "--hidden is for documents"),
        (("out.pdf", "--scale", "1"), 2, "--scale is for a picture, not for a summary."),
        (("out.pdf", "--kind", "poster", "--dark"), 2, "--dark is for a picture, not for a poster."),
        (("out.pdf", "--kind", "poster", "--sections", "threads"), 2, "is for a summary, not for a poster."),
        (("out.pdf", "--kind", "handout", "--cards-a-page", "6"), 2, "printed cards, not for a handout."),
        (("out.pdf", "--sections", "cover,wins", "--phase-pages"), 2, "without the section “phases”."),
        (("out.pdf", "--blanks", "2"), 2, "--blanks is for printed cards, not for a summary."),
        (("out.pdf", "--kind", "cards", "--logo", "l.png"), 2, "not for printed cards."),
        (("out.questions-ux.pdf", "--grey"), 2, "not for a list of questions."),
        (("out.questions.csv", "--language", "de"), 2, "not for a table of questions."),
        (("out.terms.csv", "--as-of", "2026-11-14"), 2, "not for data of the whole board."),
        (("out.pdf", "--as-of", "yesterday"), 2, "“yesterday” is no date; write it like 2026-11-14"),
        (("out.pdf", "--as-of", "2026-02-30"), 2, "“2026-02-30” is no date"),
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
