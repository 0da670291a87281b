"""The outline of a board: phases with their groups and cards, and the links of a card, in reading order."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple, TypeVar

from workshop.board.reading_order import reading_order
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.links import Link
from workshop.visibility import Visible

T = TypeVar("T")

PLACES: tuple[Phase | None, ...] = (*Phase, None)
"""The phases as they are read, and the parking lot."""


class Clump(NamedTuple):
    """The cards of a group that lie in one phase, in reading order."""

    group: str
    cards: tuple[str, ...]


Entry = str | Clump
"""What stands right under a phase: the id of a card that is in no group, or a clump."""


def outline_of(cards: Iterable[Card], groups: Container[str]) -> dict[Phase | None, list[Entry]]:
    """What stands under each phase and under the parking lot (None); a clump stands where its first card is read."""
    outline: dict[Phase | None, list[Entry]] = {phase: [] for phase in PLACES}
    clumps: dict[tuple[Phase | None, str], list[str]] = {}
    places: dict[tuple[Phase | None, str], int] = {}
    for card in reading_order(cards):
        entries = outline[card.phase]
        if card.group is None or card.group not in groups:
            entries.append(card.id)
            continue
        key = (card.phase, card.group)
        if key not in clumps:
            clumps[key] = []
            places[key] = len(entries)
            entries.append(card.id)
        clumps[key].append(card.id)
    for key, place in places.items():
        outline[key[0]][place] = Clump(key[1], tuple(clumps[key]))
    return outline


def links_in_order(visible: Visible, card_id: str) -> list[Link]:
    """The links at a card that the viewer sees: those that begin here, then those that end here, by the other card."""
    board = visible.board
    links = [link for link in board.links_of(card_id) if visible.sees_link(link)]
    others = (board.cards[other_end(link, card_id)] for link in links)
    place = {card.id: number for number, card in enumerate(reading_order(others))}
    return sorted(links, key=lambda link: (link.source != card_id, place[other_end(link, card_id)], link.id))


def other_end(link: Link, card_id: str) -> str:
    """The card at the other end of a link."""
    return link.target if link.source == card_id else link.source


def staying(old: Sequence[T], new: Sequence[T]) -> set[T]:
    """As many of the old rows as can stay where they are, those around them going and coming, to make the new ones."""
    place = {row: number for number, row in enumerate(old)}
    both = [row for row in new if row in place]
    tails: list[int] = []
    ends: list[T] = []
    before: dict[T, T | None] = {}
    for row in both:
        at = bisect_left(tails, place[row])
        before[row] = ends[at - 1] if at else None
        tails[at : at + 1] = [place[row]]
        ends[at : at + 1] = [row]
    kept: set[T] = set()
    row_or_none = ends[-1] if ends else None
    while row_or_none is not None:
        kept.add(row_or_none)
        row_or_none = before[row_or_none]
    return kept
