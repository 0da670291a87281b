"""The command line from end to end: what it writes, what it says, and that it never loads Qt."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.__main__ import main
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.model.cards import Anonymity, Card, CardKind
from workshop.model.people import Participant
from workshop.model.session import Session
from workshop.session.reading import read_session
from workshop.session.schema import SCHEMA
from workshop.session.writing import write_session

ROOT = Path(__file__).parents[2]


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def sentence(capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence that stands on stderr, while stdout is empty."""
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("trilliant: ")
    assert told.err.count("\n") == 1
    assert told.err.endswith(".\n")
    return told.err.removeprefix("trilliant: ").rstrip("\n")


def test_new_makes_a_session_with_a_title(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new.trilliant"
    assert run("new", path, "--title", "  Autumn\nworkshop ") == 0
    assert read_session(path).board.session.title == "Autumn workshop"
    assert capsys.readouterr().out.startswith(f"Wrote {path} (")


def test_new_without_a_title_is_called_like_its_file(tmp_path: Path) -> None:
    assert run("new", tmp_path / "Kick-off.trilliant") == 0
    assert read_session(tmp_path / "Kick-off.trilliant").board.session.title == "Kick-off"


def test_a_title_of_ten_thousand_characters_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "long.trilliant"
    assert run("new", path, "--title", "x" * 10_000) == 0
    assert len(read_session(path).board.session.title) == 10_000
    assert run("info", path) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) < 200


def test_sample_writes_the_sample(tmp_path: Path) -> None:
    path = tmp_path / "sample.trilliant"
    assert run("sample", path) == 0
    assert read_session(path).board == Board(sample_records())


def test_a_session_goes_out_as_json_and_comes_back_as_it_was(sample: Path, tmp_path: Path) -> None:
    out, back = tmp_path / "out.json", tmp_path / "back.trilliant"
    assert run("export", sample, out) == 0
    assert run("import", out, back) == 0
    assert read_session(back).board == read_session(sample).board


def test_characters_that_no_font_has_are_counted_on_the_way_to_paper(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "odd.trilliant"
    write_session(path, [Card(id="a", text="\U000e0fff <b>bold</b> & </para>")])
    assert run("export", path, tmp_path / "odd.pdf") == 0
    assert "warning: One character is in no font here" in capsys.readouterr().err


def test_info_as_json_counts_everything(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("info", sample, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["title"] == "Self-service onboarding"
    assert told["cards"] == 59 == sum(told["by_phase"].values())
    assert told["cards"] == sum(told["by_kind"].values()) == sum(told["by_discipline"].values())
    assert told["links"] == sum(told["links_by_kind"].values())
    assert told["hidden"] == 2
    assert told["by_phase"]["parking lot"] == 2
    assert len(told["participants"]) == 9
    assert told["schema"] == SCHEMA
    assert told["size"] == sample.stat().st_size
    assert told["problems"] == []


def test_info_counts_for_a_person_only_the_cards_whose_author_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "secret.trilliant"
    cards = (
        Card(id="open", author="p"),
        Card(id="hidden", author="p", hidden=True),
        Card(id="unsigned", author="p", anonymity=Anonymity.DISCIPLINE_ONLY),
    )
    write_session(path, [Participant(id="p", name="Maja"), *cards])
    assert run("info", path, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["cards"], told["participants"][0]["cards"]) == (3, 1)


def test_info_for_people_is_one_aligned_page(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("info", sample) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Self-service onboarding"
    phases = lines[lines.index("Phase        CX  UX  Joint  All") :][:11]
    assert len({len(line) for line in phases}) == 1
    assert phases[-1].split() == ["All", "21", "22", "16", "59"]


def test_info_shows_no_control_characters_of_a_foreign_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "foreign.trilliant"
    write_session(path, [Session(id="session", title="\x1b[31mred", place="a\nb")])
    assert run("info", path) == 0
    assert capsys.readouterr().out.splitlines()[0] == "␛[31mred"


UNSEEN = "\u202e\u2066\u200f\u061c\u200b\u2028\x9b\x7f\x1b"


@pytest.mark.parametrize("arguments", [["info"], ["info", "--json"], ["findings"], ["findings", "--json"]])
def test_no_character_of_a_session_turns_the_terminals_line_about(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"a{UNSEEN}.trilliant"
    words = f"a{UNSEEN}b"
    records = [Session(id="session", title=words, place=words), Participant(id="p", name=words, role=words)]
    write_session(path, [*records, Card(id="a", text=words, kind=CardKind.QUESTION)])
    assert run(*arguments[:1], path, *arguments[1:]) == 0
    assert run("export", path, path.with_suffix(".json")) == 0
    assert run("info", tmp_path / UNSEEN) == 1
    told = capsys.readouterr()
    assert not set(UNSEEN) & set(told.out + told.err)


def test_what_nobody_would_see_in_a_title_is_named_and_words_and_emoji_stay_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "turned.trilliant"
    write_session(path, [Session(id="session", title="a\u202eb \U0001f469\u200d\U0001f4bb \u05e9\u05dc")])
    assert run("info", path) == 0
    assert capsys.readouterr().out.splitlines()[0] == "a<U+202E>b \U0001f469\u200d\U0001f4bb \u05e9\u05dc"
    assert run("info", path, "--json") == 0
    assert json.loads(capsys.readouterr().out)["title"][:3] == "a\u202eb"


@pytest.mark.parametrize("command", ["new", "sample", "export", "import"])
def test_what_stands_there_is_overwritten_only_by_force(
    command: str, sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "in.json"
    document.write_text('{"cards": []}')
    target = tmp_path / "target.json"
    target.write_text("precious")
    inputs = {"export": [sample], "import": [document]}.get(command, [])
    assert run(command, *inputs, target) == 1
    assert sentence(capsys) == f"{target} exists already; use --force to overwrite it."
    assert target.read_text() == "precious"
    assert run(command, *inputs, target, "--force") == 0
    assert target.read_bytes() != b"precious"


def test_a_record_at_fault_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "in.json"
    document.write_text('{"cards": [{"id": "a"}, {"id": "b", "text": 5}]}')
    assert run("import", document, tmp_path / "out.trilliant") == 1
    assert (
        sentence(capsys)
        == 'in.json: cards[1] "b": its `text` must be text of at most 1,000,000 characters, not 5.'
    )
    assert not (tmp_path / "out.trilliant").exists()


def test_a_file_is_not_imported_over_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "in.json"
    document.write_text('{"cards": []}')
    assert run("import", document, document, "--force") == 1
    assert "cannot be read and overwritten at once" in sentence(capsys)
    assert document.read_text() == '{"cards": []}'


@pytest.mark.parametrize(
    "arguments",
    [
        ["new"],
        ["export", "a.trilliant"],
        ["import", "a", "b", "c"],
        ["info", "a", "--jsn"],
        ["--frobnicate"],
        ["one", "two"],
        ["new", "a", "--title"],
    ],
)
def test_what_cannot_be_understood_is_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    assert "--help" in sentence(capsys)


@pytest.mark.parametrize("after", [[], ["info"], ["a.trilliant"]])
def test_an_option_that_there_is_not_is_named(after: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--bogus", *after) == 2
    assert sentence(capsys) == "There is no option “--bogus”; see trilliant --help."


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["export", "--help"]])
def test_help_and_version_are_fine(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 0
    assert "trilliant" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["info", "export", "import", "open"])
def test_a_missing_file_and_a_folder_are_told(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = [tmp_path / "out.json"] if command in ("export", "import") else []
    assert run(command, tmp_path / "nowhere", *more) == 1
    assert sentence(capsys) == f"There is no file {tmp_path / 'nowhere'}."
    assert run(command, tmp_path, *more) == 1
    assert sentence(capsys) == f"{tmp_path} is a folder, not a file."


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + b"\0" * 2000, os.urandom(5000)])
def test_a_file_that_is_not_ours_is_told(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "other.trilliant"
    path.write_bytes(content)
    assert run("info", path) == 1
    assert "other.trilliant" in sentence(capsys)
    assert path.read_bytes() == content


def test_a_session_cut_short_anywhere_is_read_as_far_as_it_goes_or_refused(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = sample.read_bytes()
    read = set()
    for place in range(50):
        sample.write_bytes(whole[: len(whole) * place // 50])
        code = run("info", sample)
        told = capsys.readouterr()
        assert told.err.startswith("trilliant: ")
        assert told.err.count("\n") == 1
        assert bool(told.out) is (" is damaged: " in told.err)
        assert code == 0 if "every record can be read" in told.err else code == 1
        read.add(bool(told.out))
    assert read == {False, True}


def test_an_unknown_kind_of_export_is_refused_with_the_known_ones(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", sample, tmp_path / "board.docx") == 1
    assert ".json" in sentence(capsys)
    assert not (tmp_path / "board.docx").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "shut"
    folder.mkdir(mode=0o500)
    assert run("sample", folder / "a.trilliant") == 1
    assert "write there" in sentence(capsys)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied", "a.json"), "a.json: Permission denied."),
        (OSError(28, "No space left on device"), "No space left on device."),
        (MemoryError(), "There is not enough memory for this file."),
        (ZeroDivisionError("x"), "An error of the program itself, please report it: ZeroDivisionError (x)."),
    ],
)
def test_any_error_is_one_sentence(
    error: Exception,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail() -> list[Card]:
        raise error

    monkeypatch.setattr("ui.command_line.sample.sample_records", fail)
    assert run("sample", tmp_path / "a.trilliant") == 1
    assert sentence(capsys) == words


def test_an_interrupt_ends_quietly_with_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> list[Card]:
        raise KeyboardInterrupt

    monkeypatch.setattr("ui.command_line.sample.sample_records", interrupt)
    assert run("sample", tmp_path / "a.trilliant") == 130


def test_a_reader_that_goes_away_gets_no_traceback(sample: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "ui", "info", str(sample)],
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        check=False,
    )
    os.close(writing)
    assert ended.stderr == b""
    assert ended.returncode == 141


def test_a_terminal_without_unicode_gets_codes_instead(sample: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "ui", "info", str(sample)],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=True,
    )
    assert rb"\xb7 Harbour Room" in ended.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "{0}/n.trilliant", "--title", "T"],
        ["sample", "{0}/m.trilliant"],
        ["info", "{0}/sample.trilliant"],
        ["info", "{0}/sample.trilliant", "--json"],
        ["export", "{0}/sample.trilliant", "{0}/out.json"],
        ["export", "{0}/sample.trilliant", "{0}/out.pdf"],
        ["import", "{0}/in.json", "{0}/i.trilliant"],
        ["--version"],
        ["--help"],
    ],
    ids=lambda arguments: " ".join(arguments).replace("{0}/", ""),
)
def test_no_subcommand_loads_qt(arguments: list[str], sample: Path, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text('{"cards": [{"id": "a", "text": "Hello"}]}')
    program = (
        "import sys; from ui.__main__ import main; code = main(sys.argv[1:]);"
        "qt = {'PySide6', 'shiboken6', 'qtawesome'};"
        "loaded = sorted(name for name in sys.modules if name.partition('.')[0] in qt);"
        "sys.exit(f'loaded {loaded}' if loaded else code)"
    )
    given = [argument.format(tmp_path) for argument in arguments]
    ended = subprocess.run([sys.executable, "-c", program, *given], capture_output=True, cwd=ROOT, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_file_named_like_a_command_is_opened_with_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path | None] = []
    monkeypatch.setattr("ui.__main__._open_app", lambda path: opened.append(path) or 0)
    monkeypatch.chdir(tmp_path)
    assert run("./info") == 0
    assert run() == 0
    assert run("open", "export") == 0
    assert run("--", "-odd-name") == 0
    assert opened == [Path("info"), None, Path("export"), Path("-odd-name")]
