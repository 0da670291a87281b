"""A PDF carries its session: which one, the same bytes each time, and nothing that paper may not show."""

import contextlib
import shutil
import sqlite3
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from pypdf import PdfReader
from pypdf.generic import EmbeddedFile

from exports import attachment
from exports.pdf.options import Attached, Kind, PaperOptions
from exports.registry import export_board
from exports.whole_file import remove_parts
from tests.exports.boards import card as new_card
from tests.exports.boards import full_board, new_workshop
from tests.exports.carrying import carried, everything_in, written
from tests.workshop.facilitation.test_no_leaks import SECRET_WORDS, boards_with_secrets
from ui.command_line.parser import parsed
from workshop.board.board import Board
from workshop.commands.cards import remove_cards
from workshop.errors import ExportCancelled, ExportError
from workshop.imports.sample import sample_records
from workshop.session.opening import create_session, open_session
from workshop.session.reading import SessionContents, read_session
from workshop.session.writing import write_session
from workshop.sharing import newest_moment, records_for_sharing

NAMES = {"Xanthippe"}
"""Who is in the room may be read in the list of people."""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample workshop as a session file, with a history and a hidden card."""
    session = create_session(tmp_path / "s.trilliant", Board(sample_records()))
    new_card(session.workshop, "Wombat in the machine room", hidden=True)
    gone = new_card(session.workshop, "Quagga that was taken away")
    remove_cards(session.workshop, origin="test", card_ids=[gone.id])
    assert session.close()
    return session.path


def board_in(path: Path) -> Board:
    return read_session(path).board


def opened(body: bytes | None, folder: Path) -> SessionContents:
    assert body is not None
    path = folder / "taken.trilliant"
    path.write_bytes(body)
    return read_session(path)


def embedded(path: Path) -> EmbeddedFile:
    return next(iter(PdfReader(path).attachment_list))


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_carries_the_copy_for_sharing_and_is_the_same_each_time(kind: Kind, tmp_path: Path) -> None:
    board = full_board(12).board
    first, second = (written(board, tmp_path, name, kind=kind) for name in ("a.pdf", "b.pdf"))
    assert first.read_bytes() == second.read_bytes()
    contents = opened(carried(first), tmp_path)
    assert contents.board == Board(records_for_sharing(board))
    assert contents.problems == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "b.pdf", "taken.trilliant"]


@settings(max_examples=12, deadline=None)
@given(boards_with_secrets())
def test_a_hidden_card_is_in_no_corner_of_the_file(board: Board) -> None:
    with tempfile.TemporaryDirectory() as folder:
        told = everything_in(written(board, Path(folder))).decode("utf-8", "replace").casefold()
    assert not [secret for secret in {*SECRET_WORDS} - NAMES if secret.casefold() in told]


def test_a_card_in_sight_is_found_so_that_the_test_above_can_fail(tmp_path: Path) -> None:
    workshop = new_workshop()
    new_card(workshop, "A zebra crosses", tags=("okapi",))
    assert b"okapi" in everything_in(written(workshop.board, tmp_path))


def test_hidden_cards_that_are_printed_are_still_not_carried(sample: Path, tmp_path: Path) -> None:
    path = written(board_in(sample), tmp_path, hidden=True)
    assert b"Wombat" not in (carried(path) or b"")
    assert "Wombat" in "".join(page.extract_text() for page in PdfReader(path).pages)


def test_the_copy_holds_no_more_of_the_board_than_the_paper(sample: Path, tmp_path: Path) -> None:
    board = board_in(sample)
    chosen = tuple(card.id for card in board.cards.values() if card.phase and not card.hidden)[:2]
    path = written(board, tmp_path, chosen=chosen, authors=False)
    cards = opened(carried(path), tmp_path).board.cards
    assert set(cards) == set(chosen)
    assert not any(card.author for card in cards.values())
    parked = {card.id for card in board.cards.values() if card.phase is None}
    assert parked
    path = written(board, tmp_path, parked=False)
    assert not parked & set(opened(carried(path), tmp_path).board.cards)


def test_the_copy_for_sharing_has_neither_history_nor_the_guid_of_its_source(
    sample: Path, tmp_path: Path
) -> None:
    path = written(board_in(sample), tmp_path, session=str(sample))
    contents = opened(carried(path), tmp_path)
    assert (contents.seq, contents.versions) == (0, ())
    assert contents.guid != read_session(sample).guid
    with contextlib.closing(sqlite3.connect(tmp_path / "taken.trilliant")) as connection:
        assert connection.execute("SELECT count(*) FROM changes").fetchone() == (0,)
        made = dict(connection.execute("SELECT key, value FROM meta"))
    assert made["created"] == newest_moment(contents.board.records()).isoformat()


def test_the_guid_follows_from_the_source_the_options_and_what_is_said(sample: Path, tmp_path: Path) -> None:
    board = board_in(sample)
    other = tmp_path / "other.trilliant"
    write_session(other, board.records())
    changed = [replace(card, text="Other words") for card in board.cards.values() if not card.hidden]
    seen = [
        opened(carried(written(which, tmp_path, **options)), tmp_path).guid
        for which, options in (
            (board, {"session": str(sample)}),
            (board, {"session": str(other)}),
            (board, {"session": str(sample), "paper": "A5"}),
            (Board([*changed]), {"session": str(sample)}),
            (board, {"session": str(sample)}),
        )
    ]
    assert len(set(seen)) == 4
    assert seen[0] == seen[-1]


def test_the_full_file_is_attached_with_its_history_and_identity(sample: Path, tmp_path: Path) -> None:
    before = sample.read_bytes()
    first, second = (
        written(board_in(sample), tmp_path, name, attachment=Attached.FULL, session=str(sample))
        for name in ("a.pdf", "b.pdf")
    )
    assert first.read_bytes() == second.read_bytes()
    assert sample.read_bytes() == before
    body = carried(first)
    assert body is not None
    assert b"Quagga that was taken away" in body
    contents, source = opened(body, tmp_path), read_session(sample)
    assert (contents.guid, contents.seq, contents.last_change) == (source.guid, source.seq, source.last_change)
    assert contents.board == source.board


def test_the_full_file_is_attached_while_somebody_works_in_it(sample: Path, tmp_path: Path) -> None:
    session = open_session(sample)
    new_card(session.workshop, "Written a moment ago")
    options = {"attachment": Attached.FULL, "session": str(sample)}
    path = written(session.workshop.board, tmp_path, **options)
    assert opened(carried(path), tmp_path).board == session.workshop.board
    assert session.close()


def test_a_file_that_has_not_all_of_the_board_is_not_attached_as_the_full_one(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachment, "_PAUSE", 0)
    with pytest.raises(ExportError, match="does not hold what is on the board"):
        written(full_board(3).board, tmp_path, attachment=Attached.FULL, session=str(sample))
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("session", ["", "no such file.trilliant"])
def test_without_a_file_nothing_can_be_attached_in_full(session: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no session file"):
        written(full_board(3).board, tmp_path, attachment=Attached.FULL, session=session)


def test_without_attachment_there_is_none(tmp_path: Path) -> None:
    path = written(full_board(3).board, tmp_path, attachment=Attached.NONE)
    assert carried(path) is None
    assert b"EmbeddedFile" not in path.read_bytes()


def test_readers_are_told_what_the_attachment_is(sample: Path, tmp_path: Path) -> None:
    path = written(board_in(sample), tmp_path)
    found, root = embedded(path), PdfReader(path).trailer["/Root"]
    moment = newest_moment(records_for_sharing(board_in(sample)))
    assert (found.name, found.subtype) == ("session.trilliant", "/application/vnd.trilliant+sqlite3")
    assert found.associated_file_relationship == "/Source"
    assert found.creation_date == found.modification_date == moment.replace(microsecond=0)
    assert found.size == len(carried(path) or b"")
    assert root["/AF"][0].get_object()["/UF"] == "session.trilliant"
    document = pypdfium2.PdfDocument(path)
    assert bytes(document.get_attachment(0).get_data()) == carried(path)
    document.close()


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("attached", list(Attached))
def test_qpdf_finds_nothing_to_complain_about(attached: Attached, sample: Path, tmp_path: Path) -> None:
    path = written(board_in(sample), tmp_path, attachment=attached, session=str(sample))
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_command_line_gives_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    for attached in ("sharing", "full"):
        arguments = parsed(
            ["export", str(sample), str(tmp_path / "cli.pdf"), "--attachment", attached, "--force"]
        )
        assert arguments.run(arguments) == 0
        options = PaperOptions(attachment=Attached(attached), session=str(sample))
        export_board(board_in(sample), tmp_path / "same.pdf", options=options, force=True)
        assert (tmp_path / "cli.pdf").read_bytes() == (tmp_path / "same.pdf").read_bytes()


@pytest.mark.parametrize("attached", [Attached.SHARING, Attached.FULL])
@pytest.mark.parametrize("asked", [1, 2, 5, 40])
def test_attaching_stops_at_any_moment_and_leaves_nothing(
    attached: Attached, asked: int, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachment, "_CHUNK", 4_096)
    monkeypatch.setattr(attachment, "_EVERY", 1)
    breaths: list[int] = []

    def stopping(document: Any, board: Board, options: PaperOptions, beside: Path, _breathe: object) -> None:
        def breathe() -> None:
            breaths.append(len(list(beside.parent.iterdir())))
            if len(breaths) == asked:
                raise ExportCancelled("It was stopped.")

        real(document, board, options, beside, breathe)

    real = attachment.attach_session
    monkeypatch.setattr("exports.pdf.document.attach_session", stopping)
    out = tmp_path / "folder"
    out.mkdir()
    with pytest.raises(ExportCancelled):
        written(board_in(sample), out, kind=Kind.CARDS, attachment=attached, session=str(sample))
    assert len(breaths) == asked
    assert list(out.iterdir()) == []


def test_a_session_that_is_too_large_is_refused_and_nothing_is_left(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachment, "LARGEST_SESSION", 1_000)
    out = tmp_path / "folder"
    out.mkdir()
    with pytest.raises(ExportError, match="send the session file beside"):
        written(board_in(sample), out)
    assert list(out.iterdir()) == []


def test_a_full_disk_while_the_session_is_written_is_told(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: Any, **_named: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(attachment, "write_fresh", full)
    out = tmp_path / "folder"
    out.mkdir()
    with pytest.raises(ExportError, match="disk is full; free some space"):
        written(board_in(sample), out)
    assert list(out.iterdir()) == []


def test_what_a_killed_export_leaves_of_a_session_is_cleared_away_with_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[Path] = []
    monkeypatch.setattr(
        "exports.pdf.document.attach_session",
        lambda _document, _board, _options, beside, _breathe: left.append(beside),
    )
    path = written(full_board(3).board, tmp_path)
    left[0].write_bytes(b"half a session")
    assert left[0].parent == tmp_path
    remove_parts(path)
    assert list(tmp_path.iterdir()) == [path]
