"""What can still be read of a damaged file is read, and what cannot is told."""

import sqlite3
from pathlib import Path

import pytest

from workshop.board.board import Board
from workshop.errors import SessionFileError
from workshop.imports.sample import sample_records
from workshop.session.opening import open_session
from workshop.session.reading import read_session
from workshop.session.writing import write_session

DATA = Path(__file__).parent.parent / "data"
PAGE = 4_096


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.trilliant"
    path.write_bytes((DATA / "schema-0.trilliant").read_bytes())
    return path


def blank(path: Path, *pages: int) -> None:
    """Zero pages of a file, but for the header on the first."""
    image = bytearray(path.read_bytes())
    for page in pages:
        begin = max(100, (page - 1) * PAGE)
        image[begin : page * PAGE] = bytes(page * PAGE - begin)
    path.write_bytes(image)


def listing(path: Path) -> list[int]:
    """The pages of a session file that list its tables: those among the first where no table begins."""
    connection = sqlite3.connect(path)
    begins = {page for (page,) in connection.execute("SELECT rootpage FROM sqlite_schema")}
    connection.close()
    return sorted(set(range(1, max(begins))) - begins)


@pytest.mark.parametrize("which", [slice(0, 1), slice(1, 2), slice(None)])
def test_a_file_that_lost_the_list_of_its_tables_is_read_whole_and_left_as_it_is(
    sample: Path, which: slice
) -> None:
    blank(sample, *listing(sample)[which])
    before = sample.read_bytes()
    session = open_session(sample)
    assert session.workshop.board == Board(sample_records())
    assert "The list of the tables is lost" in session.problems[0]
    assert "damaged" in session.workshop.read_only
    assert session.close()
    assert sample.read_bytes() == before


def test_an_older_file_that_lost_the_list_of_its_tables_is_read_whole_too(tmp_path: Path) -> None:
    path = tmp_path / "old.trilliant"
    path.write_bytes((DATA / "schema-1.trilliant").read_bytes())
    whole = read_session(path).board
    blank(path, *listing(path))
    contents = read_session(path)
    assert contents.board == whole
    assert "The list of the tables is lost" in contents.problems[0]


def test_a_row_altered_beside_a_lost_list_of_tables_is_still_noticed(sample: Path) -> None:
    image, pages = sample.read_bytes(), listing(sample)
    title = Board(sample_records()).session.title.encode()
    sample.write_bytes(image.replace(title, title[::-1]))
    blank(sample, *pages)
    assert any("does not match its checksum" in problem for problem in read_session(sample).problems)


def test_of_a_file_cut_within_its_first_pages_the_tables_before_the_cut_are_read(sample: Path) -> None:
    whole = sample.read_bytes()
    sample.write_bytes(whole[: 20 * PAGE + 17])
    contents = read_session(sample)
    expected = Board(sample_records())
    assert contents.board.session == expected.session
    assert contents.board.participants == expected.participants
    assert contents.problems[0].startswith("The file is cut short: 80 of")
    assert any("cards cannot be read" in problem for problem in contents.problems)


def test_a_small_board_is_read_from_a_third_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "small.trilliant"
    few = [record for record in sample_records() if type(record).__name__ in ("Card", "Participant")][:12]
    write_session(path, few)
    path.write_bytes(path.read_bytes()[: 20 * PAGE])
    assert read_session(path).board == Board(few)


def test_a_file_of_which_nothing_is_left_says_what_to_do(sample: Path) -> None:
    sample.write_bytes(sample.read_bytes()[:PAGE])
    with pytest.raises(SessionFileError, match="nothing in it can be read; restore it from a backup"):
        open_session(sample)


def test_a_list_of_tables_that_is_not_ours_is_never_taken_for_a_lost_one(sample: Path) -> None:
    connection = sqlite3.connect(sample)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    with pytest.raises(SessionFileError, match="theirs"):
        read_session(sample)


@pytest.mark.parametrize(
    "record",
    [
        b'{"id":"c2"',
        b"\xff\xfe",
        b"[1,2]",
        b'"text"',
        b'{"id":"c2","place":7}',
        b'{"id":"c2","text":"\\ud800"}',
    ],
)
def test_a_draft_with_a_broken_record_opens_with_the_others_and_is_not_rewritten(
    draft: Path, record: bytes
) -> None:
    connection = sqlite3.connect(draft)
    whole = read_session(draft).board
    first = next(iter(whole.cards))
    connection.execute("UPDATE cards SET record = CAST(? AS TEXT) WHERE id = ?", (record, first))
    connection.commit()
    connection.close()
    before = draft.read_bytes()
    session = open_session(draft)
    assert list(session.workshop.board.cards) == list(whole.cards)[1:]
    assert "A record of cards cannot be read and was left in the file" in session.problems[0]
    assert "damaged" in session.workshop.read_only
    assert session.close()
    assert draft.read_bytes() == before
    assert list(draft.parent.glob("*schema 0*")) == []
