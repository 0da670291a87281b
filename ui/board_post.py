"""A board on its way to a process of its own: posted in a moment, however large it is."""

import contextlib
from collections.abc import Iterable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from threading import Thread

from workshop.board.board import Board
from workshop.model.cards import Anonymity
from workshop.model.codec import decode_record, encode_record
from workshop.model.collections import COLLECTIONS
from workshop.model.record import Record

_AT_ONCE = 500
"""So many records go in one message."""


def post_board(board: Board, context: SpawnContext) -> Connection:
    """Where a process can receive the board as it is now; whoever starts the process closes this end of its own.

    A pipe holds a few cards only, so what it has no room for waits in a thread until the process reads it.
    """
    theirs, ours = context.Pipe(duplex=False)
    collections = [(name, list(board.collection(name).values())) for name in COLLECTIONS]
    Thread(target=_post, args=(ours, collections, board.shown_of_authors()), daemon=True).start()
    return theirs


def receive_board(pipe: Connection) -> Board:
    """The board that was posted, with what the running step shows of authors, which no record holds.

    Raises EOFError when the sender ended before all was sent.
    """
    with pipe:
        shown = Anonymity(pipe.recv())
        records: list[Record] = []
        while message := pipe.recv():
            name, bodies = message
            records.extend(decode_record(COLLECTIONS[name], body) for body in bodies)
    board = Board(records)
    board.shown_of_authors = lambda: shown
    return board


def _post(pipe: Connection, collections: Iterable[tuple[str, list[Record]]], shown: Anonymity) -> None:
    with pipe, contextlib.suppress(OSError):  # the process may end before it has read all
        pipe.send(shown.value)
        for name, records in collections:
            for start in range(0, len(records), _AT_ONCE):
                pipe.send((name, [encode_record(record) for record in records[start : start + _AT_ONCE]]))
        pipe.send(None)
