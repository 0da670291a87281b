"""Cards keep their order: what comes back comes back to its place, on the board and in the file."""

import sqlite3
from pathlib import Path

import pytest

from workshop.board.board import Board
from workshop.changes.change_set import Change, decode_changes, encode_changes
from workshop.commands.cards import add_card, duplicate_cards, remove_cards
from workshop.commands.links import add_link
from workshop.errors import InvalidRecordError
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.session.opening import OpenSession, open_session
from workshop.session.reading import read_session
from workshop.session.writing import write_session
from workshop.workshop import Workshop

ME, PHONE = "window", "phone 3"


def written(workshop: Workshop, texts: str, origin: str = ME) -> list[str]:
    return [add_card(workshop, origin=origin, phase=Phase.DISCOVER, text=text).id for text in texts]


def texts(board: Board) -> str:
    return "".join(card.text for card in board.cards.values())


def held_by_another(path: Path) -> sqlite3.Connection:
    """A connection that keeps the file from being written."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


@pytest.fixture
def session(tmp_path: Path) -> OpenSession:
    path = tmp_path / "s.trilliant"
    write_session(path, [])
    return open_session(path)


def test_an_undone_deletion_puts_cards_and_links_back_to_their_places() -> None:
    workshop = Workshop()
    a, b, c, d = written(workshop, "abcd")
    for source, target in ((a, b), (c, d), (b, d)):
        add_link(workshop, origin=ME, source=source, target=target)
    links = list(workshop.board.links)
    remove_cards(workshop, origin=ME, card_ids=[c, a])
    remove_cards(workshop, origin=ME, card_ids=[b])
    workshop.undo(ME)
    assert texts(workshop.board) == "bd"
    workshop.undo(ME)
    assert texts(workshop.board) == "abcd"
    assert list(workshop.board.links) == links


def test_a_card_brought_again_by_redo_lies_under_what_others_wrote_meanwhile() -> None:
    workshop = Workshop()
    written(workshop, "ab")
    workshop.undo(ME)
    written(workshop, "c", PHONE)
    workshop.redo(ME)
    assert texts(workshop.board) == "abc"


def test_the_place_of_the_last_card_is_given_to_nobody_else() -> None:
    workshop = Workshop()
    _, b = written(workshop, "ab")
    remove_cards(workshop, origin=ME, card_ids=[b])
    written(workshop, "cd", PHONE)
    workshop.undo(ME)
    assert texts(workshop.board) == "abcd"


def test_a_bailed_deletion_leaves_the_order_as_it_was() -> None:
    workshop = Workshop()
    a, *_ = written(workshop, "abc")
    mark = workshop.history.mark(ME)
    remove_cards(workshop, origin=ME, card_ids=[a])
    written(workshop, "d")
    workshop.bail(ME, mark)
    assert texts(workshop.board) == "abc"


def test_the_order_is_the_same_after_closing_and_opening(session: OpenSession) -> None:
    workshop = session.workshop
    a, b, *_ = written(workshop, "abcd")
    duplicate_cards(workshop, origin=ME, card_ids=[b, a])
    remove_cards(workshop, origin=ME, card_ids=[a, b])
    assert session.saver is not None
    assert session.saver.wait_saved(5)
    workshop.undo(ME)
    written(workshop, "e")
    assert session.close()
    assert texts(workshop.board) == "abcdbae"
    assert read_session(session.path).board == workshop.board


def test_after_reopening_new_cards_stand_behind_and_deleted_ones_come_back(session: OpenSession) -> None:
    a, *_ = written(session.workshop, "abc")
    remove_cards(session.workshop, origin=ME, card_ids=[a])
    assert session.close()
    again = open_session(session.path)
    b, c = again.workshop.board.cards
    remove_cards(again.workshop, origin=ME, card_ids=[c])
    written(again.workshop, "d")
    again.workshop.undo(ME)
    again.workshop.undo(ME)
    remove_cards(again.workshop, origin=ME, card_ids=[b])
    again.workshop.undo(ME)
    assert texts(again.workshop.board) == "bc"
    assert again.close()
    assert read_session(again.path).board == again.workshop.board


def test_an_undone_deletion_that_only_the_journal_has_keeps_its_place(session: OpenSession) -> None:
    a, *_ = written(session.workshop, "abc")
    remove_cards(session.workshop, origin=ME, card_ids=[a])
    assert session.saver is not None
    assert session.saver.wait_saved(5)
    other = held_by_another(session.path)
    session.workshop.undo(ME)
    assert session.saver.wait_durable(session.saver.state.queued, 5)
    session.close(0.1)
    other.execute("ROLLBACK")
    other.close()
    again = open_session(session.path)
    assert texts(again.workshop.board) == "abc"
    assert again.close()
    assert texts(read_session(session.path).board) == "abc"


def test_boards_in_another_order_are_not_equal() -> None:
    a, b = Card(id="a", text="a"), Card(id="b", text="b")
    assert Board([a, b]) == Board([a, b], [3, 9])
    assert Board([a, b]) != Board([b, a])


def test_a_stored_change_keeps_its_place_and_an_older_one_without_goes_to_the_end() -> None:
    change = Change(None, Card(id="c", text="c"), 7)
    assert decode_changes(encode_changes([change])) == (change,)
    board = Board([Card(id="a", text="a"), Card(id="b", text="b")], [3, 9])
    board.apply(decode_changes(b'[{"in":"cards","after":{"id":"d","text":"d"}}]'))
    board.apply([change])
    assert texts(board) == "acbd"
    with pytest.raises(InvalidRecordError, match="place"):
        decode_changes(b'[{"in":"cards","after":{"id":"d"},"place":"top"}]')


def test_a_record_that_lost_its_place_in_the_file_is_read_and_reported(session: OpenSession) -> None:
    written(session.workshop, "ab")
    assert session.close()
    connection = sqlite3.connect(session.path)
    connection.execute("UPDATE cards SET rowid = -4 WHERE record ->> 'text' = 'b'")
    connection.commit()
    connection.close()
    contents = read_session(session.path)
    assert len(contents.board.cards) == 2
    assert "has lost its place" in contents.problems[0]


def test_a_place_that_the_file_has_given_to_another_row_loses_no_card(session: OpenSession) -> None:
    a, _ = written(session.workshop, "ab")
    remove_cards(session.workshop, origin=ME, card_ids=[a])
    assert session.saver is not None
    assert session.saver.wait_saved(5)
    connection = sqlite3.connect(session.path)
    connection.execute("UPDATE cards SET rowid = 1")
    connection.commit()
    connection.close()
    session.workshop.undo(ME)
    assert session.close()
    assert set(read_session(session.path).board.cards) == set(session.workshop.board.cards)
