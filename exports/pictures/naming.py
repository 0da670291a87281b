"""Which part of a board is meant by words: a diamond, a phase, cards by their ids, or the thread through a card."""

from typing import NamedTuple

from exports.pdf.short_ids import short_ids
from exports.pictures.options import BOARD, PARTS, PictureOptions, phases_of
from workshop.board.board import Board
from workshop.board.threads import threads_of
from workshop.errors import ExportError
from workshop.visibility import PAPER, Sight, Viewer, visible_to

THREAD = "thread:"
"""Before a card's id it means all cards of the threads that this card lies in."""


class Part(NamedTuple):
    """A part by its name, or the ids of the only cards that are meant."""

    name: str = BOARD
    chosen: tuple[str, ...] | None = None


def part_named(board: Board, words: str, viewer: Viewer = PAPER) -> Part:
    """The part that is meant by a name of PARTS, or by ids with commas between them, those on paper (P3) among them.

    Only cards that the viewer sees can be named, and threads run through no others.

    Raises ExportError naming the first that is unknown.
    """
    asked = [word for word in (word.strip() for word in words.split(",")) if word]
    if len(asked) == 1 and asked[0].lower() in PARTS:
        return Part(asked[0].lower())
    if not asked:
        raise ExportError(f"Name a part of the board: {', '.join(PARTS)}, or the ids of cards.")
    chosen: set[str] = set()
    for word in asked:
        chosen |= (
            _of_thread(board, word, viewer) if word.lower().startswith(THREAD) else {_card(board, word, viewer)}
        )
    return Part(chosen=tuple(sorted(chosen)))


def cards_of(board: Board, part: Part, viewer: Viewer = PAPER) -> tuple[str, ...] | None:
    """The ids of a part's cards as far as the viewer sees them; None for the whole board."""
    if part.chosen is not None or part.name == BOARD:
        return part.chosen
    phases = phases_of(PictureOptions(part=part.name))
    return tuple(sorted(card.id for card in visible_to(viewer, board).cards() if card.phase in phases))


def _of_thread(board: Board, word: str, viewer: Viewer) -> set[str]:
    card = _card(board, word[len(THREAD) :].strip(), viewer)
    through = [
        thread for thread in threads_of(visible_to(viewer, board)) if card in thread.cards and thread.links
    ]
    if not through:
        raise ExportError(
            f"No thread runs through the card “{word[len(THREAD) :].strip()}”; name another card."
        )
    return {one for thread in through for one in thread.cards}


def _card(board: Board, word: str, viewer: Viewer) -> str:
    """The id of a card that the viewer sees."""
    found = word if word in board.cards else _by_short_id(board).get(word.upper())
    if found is None or visible_to(viewer, board).sight(board.cards[found]) is not Sight.FULL:
        raise ExportError(
            f"There is nothing named “{word}”; use {', '.join(PARTS)}, the ids of cards, or {THREAD} before one."
        )
    return found


def _by_short_id(board: Board) -> dict[str, str]:
    """The cards by the short ids that documents on paper give them."""
    return {number: card for card, number in short_ids(board).items()}
