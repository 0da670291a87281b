"""The session's JSON: everything comes back, the bytes are the same each time, errors are sentences."""

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.json_session import export_json, session_json
from tests.workshop.strategies import any_record, boards, records
from workshop.board.board import Board
from workshop.commands.cards import change_cards, remove_cards
from workshop.commands.people import remove_participant
from workshop.commands.principles import remove_principle
from workshop.errors import ExportError, InvalidRecordError
from workshop.imports.json_session import records_from_json
from workshop.imports.sample import sample_records
from workshop.model.cards import Card
from workshop.model.codec import plain_of, record_from
from workshop.model.collections import COLLECTIONS
from workshop.model.record import Record
from workshop.model.session import Session
from workshop.workshop import Workshop


@given(boards())
@settings(deadline=None)
def test_a_board_comes_back_from_its_json_as_it_was(board: Board) -> None:
    assert records_from_json(session_json(board)) == list(board.records())


@given(boards())
@settings(deadline=None)
def test_ids_that_name_nothing_are_told_as_gone_and_refused_where_they_are_not(board: Board) -> None:
    document = json.loads(session_json(board))
    gone = document.pop("gone", None)
    body = json.dumps(document).encode()
    if gone is None:
        assert records_from_json(body) == list(board.records())
    else:
        with pytest.raises(InvalidRecordError, match=r"its `[\w.\[\]]+` .* is not among the"):
            records_from_json(body)


def test_a_session_whose_people_and_records_were_removed_comes_back() -> None:
    workshop = Workshop(Board(sample_records()))
    for participant_id in list(workshop.board.participants):
        remove_participant(workshop, origin="w", participant_id=participant_id)
    for principle_id in list(workshop.board.collection("principles")):
        remove_principle(workshop, origin="w", principle_id=principle_id)
    change_cards(workshop, origin="w", card_ids=workshop.board.cards, locked=False)
    remove_cards(workshop, origin="w", card_ids=list(workshop.board.cards)[::2])
    assert json.loads(session_json(workshop.board))["gone"].keys() == {"cards", "principles"}
    assert records_from_json(session_json(workshop.board)) == list(workshop.board.records())


@given(any_record())
@settings(deadline=None)
def test_a_record_of_any_kind_comes_back_from_its_plain_form(record: Record) -> None:
    plain = json.loads(json.dumps(plain_of(record)))
    assert record_from(type(record), plain) == record


@pytest.mark.parametrize("record_type", [kind for name, kind in COLLECTIONS.items() if name != "links"])
@settings(deadline=None, max_examples=20)
@given(data=st.data())
def test_each_collection_comes_back(record_type: type[Record], data: st.DataObject) -> None:
    record = data.draw(records(record_type))
    assert records_from_json(session_json(Board([record]))) == [record]


@given(boards())
@settings(deadline=None, max_examples=30)
def test_the_bytes_are_the_same_each_time(board: Board) -> None:
    assert session_json(board) == session_json(Board(board.records()))


def test_each_record_stands_on_one_line_with_all_its_fields() -> None:
    body = session_json(Board([Session(id="session", title="One"), Card(id="a", text="Two\nlines")]))
    line = next(line for line in body.decode().splitlines() if '"a"' in line)
    assert json.loads(line).keys() == {*Card.__struct_fields__} - {"extra"}


def test_every_collection_has_its_key_also_when_it_is_empty() -> None:
    document = json.loads(session_json(Board([Session(id="session")])))
    assert list(document) == ["format", "schema", *COLLECTIONS]


def test_hidden_cards_are_in_the_owners_copy_and_say_so() -> None:
    document = json.loads(session_json(Board(sample_records())))
    assert [card["hidden"] for card in document["cards"]].count(True) == 2


def test_unknown_fields_are_written_beside_the_known_ones() -> None:
    [line] = json.loads(session_json(Board([Card(id="a", extra={"mood": ["glad"]})])))["cards"]
    assert line["mood"] == ["glad"]
    assert "extra" not in line


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "board.json"
    path.write_text("old")
    export_json(Board([Card(id="a")]), path)
    assert json.loads(path.read_bytes())["cards"][0]["id"] == "a"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"The folder .*nowhere does not exist"):
        export_json(Board(), tmp_path / "nowhere" / "board.json")


def test_a_folder_in_the_place_of_the_file_is_told_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "board.json").mkdir()
    with pytest.raises(ExportError, match=r"board.json” could not be written \(is a directory\)"):
        export_json(Board(), tmp_path / "board.json")
    assert [path.name for path in tmp_path.iterdir()] == ["board.json"]


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ExportError, match="does not let you write there"):
        export_json(Board(), tmp_path / "board.json")
    assert stat.S_ISDIR(tmp_path.stat().st_mode)


@pytest.mark.parametrize(
    ("collection", "record"),
    [
        ("cards", {"id": "a", "layer": 10**30}),
        ("principles", {"id": "a", "text": "first", "order": -(10**25)}),
        ("stages", {"id": "a", "name": "buy", "order": 10**25}),
        ("agenda_steps", {"id": "a", "title": "share", "order": 10**25}),
        ("frames", {"id": "a", "name": "all", "order": 10**25}),
        ("improvements", {"id": "a", "text": "faster", "rank": 10**25}),
    ],
)
def test_a_place_in_an_order_that_no_array_can_hold_is_refused(
    collection: str, record: dict[str, object]
) -> None:
    body = json.dumps({"format": "trilliant", "schema": 2, collection: [record]}).encode()
    with pytest.raises(InvalidRecordError, match=r"order|layer|rank"):
        records_from_json(body)
