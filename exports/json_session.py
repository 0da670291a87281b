"""The whole session as documented JSON, lossless, for its owner; docs/json.md describes it."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from exports.whole_file import write_whole
from workshop.board.board import Board
from workshop.imports.json_session import FORMAT, GONE
from workshop.model.cards import Card
from workshop.model.codec import plain_of
from workshop.model.collections import COLLECTIONS
from workshop.model.record import Record
from workshop.model.references import ids_gone
from workshop.model.session import SESSION_ID
from workshop.session.schema import SCHEMA
from workshop.visibility import ARCHIVE, Sight, visible_to


def session_json(board: Board) -> bytes:
    """Every record with every field, unknown ones too; one record a line, the same bytes each time.

    It is the owner's whole copy: hidden cards are in it, marked `hidden`.
    """
    sections = [f'"format": "{FORMAT}"', f'"schema": {SCHEMA}']
    if gone := ids_gone(board.records()):
        sections.append(f'"{GONE}": {msgspec.json.encode(gone).decode()}')
    if session := board.find("session", SESSION_ID):
        sections.append(f'"session": {_line(session)}')
    sections += [f'"{name}": {_list(_seen(board, name))}' for name in COLLECTIONS if name != "session"]
    return ("{\n" + ",\n".join(f"  {section}" for section in sections) + "\n}\n").encode()


def export_json(board: Board, path: Path) -> None:
    """Write the session's JSON, whole or not at all. Raises ExportError with a sentence that says why."""
    write_whole(path, session_json(board))


def _seen(board: Board, name: str) -> Iterable[Record]:
    """The records of a collection, as far as the owner sees them, which is all."""
    visible = visible_to(ARCHIVE, board)
    for record in board.collection(name).values():
        if not isinstance(record, Card) or visible.sight(record) is not Sight.NONE:
            yield record


def _list(records: Iterable[Record]) -> str:
    lines = [f"    {_line(record)}" for record in records]
    return "[\n" + ",\n".join(lines) + "\n  ]" if lines else "[]"


def _line(record: Record) -> str:
    return msgspec.json.encode(plain_of(record)).decode()
