"""A board posted to another process: it arrives as it was, however large, and nobody waits for whoever reads it."""

import multiprocessing

import pytest
from hypothesis import given, settings

from tests.benchmarks.boards import large_board
from tests.workshop.strategies import boards
from ui.board_post import post_board, receive_board
from workshop.board.board import Board
from workshop.commands.cards import change_text
from workshop.model.cards import Anonymity
from workshop.workshop import Workshop

CONTEXT = multiprocessing.get_context("spawn")


@settings(max_examples=25, deadline=None)
@given(boards())
def test_a_board_arrives_as_it_was(board: Board) -> None:
    board.shown_of_authors = lambda: Anonymity.DISCIPLINE_ONLY
    arrived = receive_board(post_board(board, CONTEXT))
    assert arrived == board
    assert list(arrived.records()) == list(board.records())
    assert arrived.shown_of_authors() is Anonymity.DISCIPLINE_ONLY


def test_what_is_changed_after_posting_does_not_arrive() -> None:
    board = large_board(3_000, 1_000)
    before = list(board.records())
    posted = post_board(board, CONTEXT)
    last = next(reversed(board.cards))
    change_text(Workshop(board), origin="test", card_id=last, text="too late")
    assert list(receive_board(posted).records()) == before


def test_a_sender_that_ended_early_is_told() -> None:
    theirs, ours = CONTEXT.Pipe(duplex=False)
    ours.send("names")
    ours.close()
    with pytest.raises(EOFError):
        receive_board(theirs)


def test_nobody_waits_for_a_process_that_never_reads() -> None:
    posted = post_board(large_board(3_000, 1_000), CONTEXT)
    assert posted.poll(10)
    posted.close()
