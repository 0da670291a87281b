"""`trilliant info FILE [--json]`: what is in a session, in numbers."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any

from ui.command_line.files import code_for, read
from ui.command_line.info_text import info_text
from ui.command_line.telling import json_text
from workshop.board.board import Board
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind
from workshop.session.reading import SessionContents
from workshop.visibility import ARCHIVE, PAPER, visible_to

PARKING_LOT = "parking lot"


def run(arguments: Namespace) -> int:
    """Print the numbers as a table for people or as JSON for programs."""
    contents = read(arguments.file)
    told = session_info(contents, arguments.file)
    print(json_text(told) if arguments.json else info_text(told))
    return code_for(contents)


def session_info(contents: SessionContents, path: Path) -> dict[str, Any]:
    """The numbers of a session; counts name every phase, kind and discipline, also those at 0."""
    board = contents.board
    session = board.session
    cards = list(visible_to(ARCHIVE, board).cards())
    return {
        "title": session.title,
        "purpose": session.purpose,
        "date": session.date.isoformat() if session.date else None,
        "place": session.place,
        "cards": len(cards),
        "hidden": sum(card.hidden for card in cards),
        "links": len(board.links),
        "participants": _participants(board, cards),
        "by_phase": {**_counts(Phase, (c.phase for c in cards if c.phase)), PARKING_LOT: _parked(cards)},
        "by_kind": _counts(CardKind, (card.kind for card in cards)),
        "by_discipline": _counts(Discipline, (card.discipline for card in cards)),
        "by_phase_and_discipline": _crossed(cards),
        "links_by_kind": _counts(LinkKind, (link.kind for link in board.links.values())),
        "schema": contents.schema,
        "guid": contents.guid,
        "size": path.stat().st_size,
        "problems": list(contents.problems),
    }


def _counts(names: type[StrEnum], found: Iterable[StrEnum]) -> dict[str, int]:
    counted = Counter(found)
    return {name.value: counted[name] for name in names}


def _parked(cards: Iterable[Card]) -> int:
    return sum(card.phase is None for card in cards)


def _crossed(cards: list[Card]) -> dict[str, dict[str, int]]:
    places = {phase.value: phase for phase in Phase}
    return {
        name: _counts(Discipline, (card.discipline for card in cards if card.phase is places.get(name)))
        for name in (*places, PARKING_LOT)
    }


def _participants(board: Board, cards: Iterable[Card]) -> list[dict[str, Any]]:
    """The people, each with how many of the cards may be known to be theirs: not hidden ones, nor unsigned ones."""
    visible = visible_to(PAPER, board)
    written = Counter(card.author for card in cards if visible.author(card))
    return [
        {
            "id": person.id,
            "name": person.name,
            "discipline": person.discipline.value,
            "role": person.role,
            "cards": written[person.id],
        }
        for person in board.participants.values()
    ]
