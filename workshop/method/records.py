"""Records of the board by their type, and finding one or saying that it is gone."""

from typing import TypeVar, cast

from workshop.board.board import Board
from workshop.errors import MissingRecordError
from workshop.model.collections import COLLECTIONS
from workshop.model.record import Record

R = TypeVar("R", bound=Record)

_NAME_OF = {record_type: name for name, record_type in COLLECTIONS.items()}


def records_of(board: Board, record_type: type[R]) -> dict[str, R]:
    """The records of a type by id, in the order they came."""
    return cast(dict[str, R], board.collection(_NAME_OF[record_type]))


def standing(board: Board, record_type: type[R], record_id: str) -> R:
    """The record of this id. Raises MissingRecordError when it is gone."""
    if (record := records_of(board, record_type).get(record_id)) is None:
        raise MissingRecordError(f"This {record_type.__name__.lower()} is no longer in the session.")
    return record
