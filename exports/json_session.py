"""The whole session as documented JSON, lossless, for its owner; docs/json.md describes it."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from workshop.board.board import Board
from workshop.errors import ExportError
from workshop.imports.json_session import FORMAT
from workshop.model.cards import Card
from workshop.model.codec import plain_of
from workshop.model.collections import COLLECTIONS
from workshop.model.ids import random_id
from workshop.model.record import Record
from workshop.model.session import SESSION_ID
from workshop.session.schema import SCHEMA
from workshop.visibility import ARCHIVE, Sight, visible_to


def session_json(board: Board) -> bytes:
    """Every record with every field, unknown ones too; one record a line, the same bytes each time.

    It is the owner's whole copy: hidden cards are in it, marked `hidden`.
    """
    sections = [f'"format": "{FORMAT}"', f'"schema": {SCHEMA}']
    if session := board.find("session", SESSION_ID):
        sections.append(f'"session": {_line(session)}')
    sections += [f'"{name}": {_list(_seen(board, name))}' for name in COLLECTIONS if name != "session"]
    return ("{\n" + ",\n".join(f"  {section}" for section in sections) + "\n}\n").encode()


def export_json(board: Board, path: Path) -> None:
    """Write the session's JSON, whole or not at all. Raises ExportError with a sentence that says why."""
    body = session_json(board)
    beside = path.with_name(f".{path.name}.{random_id()}.new")
    try:
        try:
            _write(beside, body)
            beside.replace(path)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
    except FileNotFoundError as error:
        raise ExportError(f"The folder {path.parent} does not exist; choose another.") from error
    except PermissionError as error:
        raise ExportError(f"{path.parent} does not let you write there; choose another folder.") from error
    except OSError as error:
        raise ExportError(f"{path} could not be written: {error.strerror}; choose another place.") from error


def _write(path: Path, body: bytes) -> None:
    with path.open("xb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


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
