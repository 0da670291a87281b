"""What the command line says of a damaged session or a newer one: one line, and a code that a script can trust."""

import json
import sqlite3
from pathlib import Path

import pytest

from ui.__main__ import main
from workshop.session.schema import SCHEMA

REPAIR = "what can be read is used. Open it in the window to save a repaired copy, or take an older version."


def change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.mark.parametrize("command", ["info", "findings", "export"])
def test_a_session_cut_short_is_told_in_one_line_and_never_as_success(
    command: str, sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample.write_bytes(sample.read_bytes()[:120_000])
    out = tmp_path / "out.json"
    assert run(command, sample, *([out] if command == "export" else [])) == 1
    told = capsys.readouterr()
    assert told.err == (
        "trilliant: sample.trilliant is damaged: the cards, the links, the tensions and 11 other kinds of records "
        f"cannot be read; {REPAIR}\n"
    )
    assert told.out
    assert out.exists() is (command == "export")


def test_records_that_cannot_be_read_are_counted(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(
        sample,
        "UPDATE cards SET record = '{' WHERE rowid <= 3",
        "UPDATE links SET record = '{' WHERE rowid = 1",
        "UPDATE responsibilities SET record = '{' WHERE rowid = (SELECT min(rowid) FROM responsibilities)",
        "UPDATE terms SET record = json_set(record, '$.name', 'x') WHERE rowid = (SELECT min(rowid) FROM terms)",
    )
    assert run("info", sample) == 1
    told = capsys.readouterr().err
    assert told.startswith(
        "trilliant: sample.trilliant is damaged: 3 cards, 1 link and 1 responsibility cannot be read and "
        "1 record does not match its checksum; "
    )
    assert told.count("\n") == 1


def test_the_details_of_the_damage_are_in_the_json(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(sample, "UPDATE cards SET record = '{' WHERE rowid <= 3")
    assert run("info", sample, "--json") == 1
    assert len(json.loads(capsys.readouterr().out)["problems"]) == 3


def test_damage_that_leaves_every_record_is_a_warning(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(sample, "UPDATE packs SET body = x'00'", "UPDATE changes SET body = 'forged'", "DELETE FROM meta")
    assert run("export", sample, tmp_path / "out.json") == 0
    told = capsys.readouterr().err
    assert told.startswith("trilliant: warning: sample.trilliant is damaged: every record can be read")
    assert told.count("\n") == 1


def newer(path: Path, *statements: str) -> str:
    """Make a session one of a newer schema; what is said of it."""
    change(path, f"PRAGMA user_version={SCHEMA + 6}", "CREATE TABLE moods (id TEXT)", *statements)
    return (
        f"sample.trilliant was saved by a newer Trilliant (schema {SCHEMA + 6}, this one knows {SCHEMA}){{}}; "
        "what this one knows of it is used. Update Trilliant to have all of it.\n"
    )


@pytest.mark.parametrize("command", ["info", "findings", "export", "paper"])
def test_a_session_of_a_newer_trilliant_is_read_with_a_warning_and_left_as_it_is(
    command: str, sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = newer(sample)
    before = sample.read_bytes()
    targets = {"export": [tmp_path / "out.json"], "paper": [tmp_path / "out.pdf", "--attachment", "full"]}
    assert run("export" if command == "paper" else command, sample, *targets.get(command, [])) == 0
    told = capsys.readouterr()
    assert told.err == "trilliant: warning: " + said.format("")
    assert told.out
    assert sample.read_bytes() == before


def test_records_that_a_newer_trilliant_writes_otherwise_are_counted_as_lost(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = newer(sample, "UPDATE cards SET record = json_set(record, '$.x', 'far') WHERE rowid <= 2")
    assert run("info", sample) == 1
    assert capsys.readouterr().err == "trilliant: " + said.format(", and 2 cards cannot be read")


def test_a_document_of_a_newer_trilliant_is_not_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "in.json"
    document.write_text(json.dumps({"schema": SCHEMA + 1, "cards": []}))
    assert run("import", document, tmp_path / "out.trilliant") == 1
    assert "newer Trilliant" in capsys.readouterr().err
