"""The findings on the command line: the table, the JSON, the exit codes, and nothing of what lies face down."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from ui.__main__ import main
from workshop.board.board import Board
from workshop.findings.finding import Severity
from workshop.findings.looking import findings_of
from workshop.imports.sample import sample_records
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.people import Responsibility, Role
from workshop.session.writing import write_session
from workshop.visibility import PAPER, visible_to

ROOT = Path(__file__).parents[2]


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_the_json_is_a_list_with_finding_severity_cards_and_sentence(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("findings", sample, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    board = Board(sample_records())
    found = findings_of(visible_to(PAPER, board), date.today())
    assert [set(each) for each in told] == [{"finding", "severity", "cards", "sentence"}] * len(found)
    assert [(each["finding"], each["cards"], each["sentence"]) for each in told] == [
        (finding.finding, list(finding.cards), finding.sentence) for finding in found
    ]
    weights = [Severity(each["severity"]).weight for each in told]
    assert weights == sorted(weights, reverse=True)
    assert {card for each in told for card in each["cards"]} <= set(board.cards)


def test_the_table_counts_and_tells_each_finding(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("findings", sample) == 0
    head, blank, *rows = capsys.readouterr().out.splitlines()
    found = findings_of(visible_to(PAPER, Board(sample_records())), date.today())
    assert head.startswith(f"{len(found)} findings: ")
    assert blank == ""
    assert [row.split()[0] for row in rows if not row.startswith(" ")] == [f.severity.value for f in found]
    words = " ".join(" ".join(rows).split())
    assert all(finding.title in words for finding in found)
    assert max(map(len, rows)) <= 120


def test_a_board_with_nothing_unconnected_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.trilliant"
    write_session(path, [])
    assert run("findings", path) == 0
    assert capsys.readouterr().out == "No findings: nothing on this board is left unconnected.\n"
    assert run("findings", path, "--json", "--fail-on", "low") == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("kind", "least", "code"),
    [
        (CardKind.ACTION, "low", 3),
        (CardKind.ACTION, "medium", 3),
        (CardKind.ACTION, "high", 0),
        (CardKind.DECISION, "high", 3),
        (CardKind.DECISION, "HIGH", 3),
        (CardKind.WIN, "low", 0),
    ],
)
def test_fail_on_fails_from_this_severity_on(kind: CardKind, least: str, code: int, tmp_path: Path) -> None:
    path = tmp_path / "one.trilliant"
    leads = Responsibility(id="r", phase=Phase.SCALE, discipline=Discipline.CX, role=Role.LEADS)
    write_session(path, [Card(id="a", kind=kind, phase=Phase.SCALE), leads])
    assert run("findings", path, "--fail-on", least) == code
    assert run("findings", path) == 0


def test_an_unknown_severity_is_usage(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("findings", sample, "--fail-on", "dreadful") == 2
    assert "'high'" in capsys.readouterr().err


def test_hidden_cards_are_not_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "hidden.trilliant"
    secret = Card(id="secret-id", text="secret words", kind=CardKind.DECISION, hidden=True, phase=Phase.SCALE)
    write_session(path, [secret])
    assert run("findings", path) == 0
    assert run("findings", path, "--json") == 0
    assert "secret" not in capsys.readouterr().out


def test_control_characters_of_a_foreign_file_are_shown_as_signs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "foreign.trilliant"
    write_session(path, [Card(id="a", text="\x1b[31mred\nand on", kind=CardKind.DECISION)])
    assert run("findings", path) == 0
    told = capsys.readouterr().out
    assert "\x1b" not in told
    assert "␛[31mred and on" in " ".join(told.split())


def test_a_missing_file_is_told_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("findings", tmp_path / "nowhere") == 1
    assert capsys.readouterr().err == f"trilliant: There is no file {tmp_path / 'nowhere'}.\n"


@pytest.mark.parametrize("more", [[], ["--json"], ["--fail-on", "low"]])
def test_findings_load_no_qt(more: list[str], sample: Path) -> None:
    program = (
        "import sys; from ui.__main__ import main; code = main(sys.argv[1:]);"
        "qt = {'PySide6', 'shiboken6', 'qtawesome'};"
        "loaded = sorted(name for name in sys.modules if name.partition('.')[0] in qt);"
        "sys.exit(f'loaded {loaded}' if loaded else code)"
    )
    command = [sys.executable, "-c", program, "findings", str(sample), *more]
    ended = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
    assert (ended.returncode, ended.stderr) == (3 if "--fail-on" in more else 0, b"")
