"""The session file: identity, unknown fields, and what happens to files that are not ours, damaged or newer."""

import sqlite3
import zlib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

from tests.workshop.strategies import boards
from workshop.board.board import Board
from workshop.commands.cards import add_card, change_text
from workshop.errors import InvalidRecordError, NewerSchemaError, NotASessionError, SessionFileError
from workshop.imports.json_session import records_from_json
from workshop.imports.sample import sample_records
from workshop.model.cards import Card
from workshop.model.codec import DEEPEST, decode_record, encode_record, plain_of
from workshop.model.diamonds import Phase
from workshop.session.database import PACK, SessionDatabase
from workshop.session.opening import open_session
from workshop.session.reading import read_session
from workshop.session.schema import APPLICATION_ID, SCHEMA
from workshop.session.writing import write_session

DATA = Path(__file__).parent.parent / "data"


@given(boards())
@settings(max_examples=30, deadline=None)
def test_saving_and_loading_is_identity(board: Board) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "b.trilliant"
        write_session(path, board.records())
        contents = read_session(path)
    assert contents.board == board
    assert contents.problems == ()


def test_the_header_says_whose_file_it_is(sample: Path) -> None:
    connection = sqlite3.connect(sample)
    assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA
    assert connection.execute("SELECT record ->> 'phase' FROM cards LIMIT 1").fetchone()[0] in list(Phase)
    connection.close()


def test_unknown_fields_of_a_record_survive_an_edit(tmp_path: Path) -> None:
    card = decode_record(Card, b'{"id":"c","text":"a","mood":"sunny","shape":{"round":true}}')
    assert card.extra == {"mood": "sunny", "shape": {"round": True}}
    path = tmp_path / "s.trilliant"
    write_session(path, [card])
    session = open_session(path)
    change_text(session.workshop, origin="window", card_id="c", text="b")
    assert session.close()
    read = read_session(path).board.card("c")
    assert (read.text, read.extra) == ("b", card.extra)
    assert b'"mood":"sunny"' in encode_record(read)


def test_an_empty_file_and_one_of_another_program_are_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "x.trilliant"
    path.touch()
    with pytest.raises(NotASessionError, match="is empty"):
        read_session(path)
    path.write_bytes(b"%PDF-1.7 not a session at all" * 9)
    with pytest.raises(NotASessionError, match="not a Trilliant session"):
        read_session(path)
    path.unlink()
    sqlite3.connect(path).execute("CREATE TABLE t(x)").connection.close()
    with pytest.raises(NotASessionError, match="another program"):
        read_session(path)
    with pytest.raises(SessionFileError, match="does not exist"):
        read_session(tmp_path / "missing.trilliant")
    with pytest.raises(SessionFileError, match="folder"):
        read_session(tmp_path)


def test_a_file_with_a_trigger_or_a_view_is_not_trusted(sample: Path) -> None:
    connection = sqlite3.connect(sample)
    connection.execute("CREATE TRIGGER t AFTER INSERT ON cards BEGIN DELETE FROM links; END")
    connection.close()
    with pytest.raises(NotASessionError, match="trigger “t”"):
        read_session(sample)


def test_a_newer_file_is_refused_by_programs_and_opens_to_look_at_in_the_window(sample: Path) -> None:
    connection = sqlite3.connect(sample)
    connection.execute(f"PRAGMA user_version={SCHEMA + 6}")
    connection.execute("CREATE TABLE moods (id TEXT)")
    connection.close()
    before = sample.read_bytes()
    with pytest.raises(NewerSchemaError, match="newer Trilliant"):
        read_session(sample)
    session = open_session(sample)
    assert "newer" in session.workshop.read_only
    assert len(session.workshop.board.cards) > 40
    session.close()
    assert sample.read_bytes() == before


@pytest.mark.parametrize("place", range(50))
def test_a_truncated_file_opens_as_far_as_it_can_be_read_or_says_why_not(sample: Path, place: int) -> None:
    whole = sample.read_bytes()
    cut = whole[: len(whole) * place // 50]
    sample.write_bytes(cut)
    try:
        session = open_session(sample)
    except SessionFileError as error:
        assert "damaged" in str(error) or "empty" in str(error) or "cut short" in str(error)
    else:
        assert session.notices
        assert "damaged" in session.workshop.read_only
        assert session.close()
    assert sample.read_bytes() == cut


def test_a_row_whose_content_was_altered_is_reported_and_the_rest_opens(sample: Path) -> None:
    connection = sqlite3.connect(sample)
    connection.execute("UPDATE cards SET record = json_set(record, '$.text', 'forged') WHERE rowid = 3")
    connection.execute("UPDATE cards SET record = '{' WHERE rowid = 5")
    connection.commit()
    connection.close()
    count = len(list(sample_records()))
    contents = read_session(sample)
    assert len(list(contents.board.records())) == count - 1
    assert any("does not match its checksum" in problem for problem in contents.problems)
    assert any("cannot be read and was left in the file" in problem for problem in contents.problems)


def test_an_older_file_is_brought_to_the_present_form_and_the_old_one_kept(tmp_path: Path) -> None:
    path = tmp_path / "draft.trilliant"
    path.write_bytes((DATA / "schema-0.trilliant").read_bytes())
    assert read_session(path).schema == 0
    session = open_session(path)
    assert [card.phase for card in session.workshop.board.cards.values()] == [
        Phase.DISCOVER,
        Phase.DEFINE,
        None,
    ]
    assert len(session.workshop.board.links) == 1
    add_card(session.workshop, origin="window", phase=Phase.SCALE, text="after the migration")
    assert session.close()
    contents = read_session(path)
    assert (contents.schema, len(contents.board.cards), contents.problems) == (SCHEMA, 4, ())
    assert (tmp_path / "draft (schema 0).trilliant").read_bytes() == (DATA / "schema-0.trilliant").read_bytes()


def test_writing_into_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(SessionFileError, match="does not exist; choose another"):
        write_session(tmp_path / "no" / "s.trilliant", [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["gone/../s.trilliant", "plain/../s.trilliant"])
def test_a_folder_that_only_its_name_leads_out_of_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    (tmp_path / "plain").write_bytes(b"no folder")
    with pytest.raises(SessionFileError, match=r"gone/\.\. does not exist|Not a directory"):
        write_session(tmp_path / name, [])
    assert [path.name for path in tmp_path.iterdir()] == ["plain"]


def test_a_session_is_written_behind_a_link_to_a_folder_and_up_again(tmp_path: Path) -> None:
    (tmp_path / "far" / "inner").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "far" / "inner")
    write_session(tmp_path / "link" / ".." / "s.trilliant", [])
    assert [path.name for path in (tmp_path / "far").iterdir() if path.is_file()] == ["s.trilliant"]
    assert not (tmp_path / "s.trilliant").exists()


def test_text_that_no_file_can_carry_is_kept_visible(tmp_path: Path) -> None:
    path = tmp_path / "s.trilliant"
    write_session(path, [])
    session = open_session(path)
    text = "NUL \0 lone \ud83d end \u202eabc 👩‍👧 <b>&</para>"
    card = add_card(session.workshop, origin="window", phase=Phase.DISCOVER, text=text)
    assert session.close()
    assert read_session(path).board.card(card.id).text == "NUL ␀ lone \ufffd end \u202eabc 👩‍👧 <b>&</para>"


def test_old_changes_are_packed_by_the_thousand_and_the_newest_stay_plain(tmp_path: Path) -> None:
    path = tmp_path / "s.trilliant"
    guid = write_session(path, [])
    session = open_session(path)
    card = add_card(session.workshop, origin="window", phase=Phase.DISCOVER)
    for number in range(2_100):
        change_text(session.workshop, origin="window", card_id=card.id, text=f"text {number}")
    assert session.close(60)
    stat = path.stat()
    database = SessionDatabase(path, guid, (stat.st_dev, stat.st_ino))
    assert database.pack_old_changes() == PACK
    assert database.pack_old_changes() == 0
    database.close()
    connection = sqlite3.connect(path)
    first, last, body = connection.execute("SELECT first, last, body FROM packs").fetchone()
    rows = msgspec.json.decode(zlib.decompress(body))
    assert (first, last, len(rows)) == (1, PACK, PACK)
    assert connection.execute("SELECT min(seq), max(seq) FROM changes").fetchone() == (PACK + 1, 2_101)
    connection.close()
    contents = read_session(path)
    assert (contents.seq, contents.problems) == (2_101, ())
    assert contents.board.card(card.id).text == "text 2099"


@pytest.mark.parametrize("depth", [DEEPEST + 1, 400, 900, 5_000, 200_000])
def test_unknown_fields_nested_deeper_than_the_program_can_write_are_refused(depth: int) -> None:
    def nested(levels: int) -> bytes:
        return b'{"id":"c","mood":' + b"[" * levels + b"]" * levels + b"}"

    with pytest.raises(InvalidRecordError):
        decode_record(Card, nested(depth))
    card = decode_record(Card, nested(DEEPEST))
    assert decode_record(Card, encode_record(card)) == card
    assert records_from_json(session_json_of(card)) == [card]


def session_json_of(card: Card) -> bytes:
    return b'{"cards":[' + msgspec.json.encode(plain_of(card)) + b"]}"
