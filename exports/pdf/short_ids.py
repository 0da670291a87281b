"""Short ids of cards: the same in every document, picture and command about one board."""

from collections import Counter
from collections.abc import Iterable

from workshop.board.board import Board
from workshop.model.cards import Card
from workshop.model.diamonds import DiamondName, Phase, diamond_of

_LETTERS = {DiamondName.PROBLEM: "P", DiamondName.SOLUTION: "S", DiamondName.OUTCOME: "O"}
_PARKED = "L"
_ROW = 74.0


def short_ids(board: Board) -> dict[str, str]:
    """The short id of each card: P, S and O count through a diamond's phases, L through the parking lot.

    Hidden cards count too, so that no card is called otherwise in a document that tells less of the board.
    """
    counts: Counter[str] = Counter()
    found = {}
    for phase, cards in by_phase(board.cards.values()).items():
        letter = _LETTERS[diamond_of(phase).name] if phase else _PARKED
        for card in cards:
            counts[letter] += 1
            found[card.id] = f"{letter}{counts[letter]}"
    return found


def by_phase(cards: Iterable[Card]) -> dict[Phase | None, list[Card]]:
    """Cards by phase, each phase read in rows from its upper left; those of the parking lot (None) come last."""
    found: dict[Phase | None, list[Card]] = {phase: [] for phase in (*Phase, None)}
    for card in cards:
        found[card.phase].append(card)
    for section in found.values():
        section.sort(key=lambda card: (round(card.y / _ROW), card.x, card.y, card.id))
    return found
