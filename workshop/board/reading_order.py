"""The order in which cards are read: phase by phase, row by row, from left to right."""

from collections.abc import Iterable

from workshop.model.cards import CARD_HEIGHT, Card
from workshop.model.diamonds import Phase

_PHASES: tuple[Phase | None, ...] = (*Phase, None)


def reading_order(cards: Iterable[Card]) -> list[Card]:
    """The cards as they are read; cards less than half a card lower than the first of a row stand in that row."""
    ordered: list[Card] = []
    by_phase: dict[Phase | None, list[Card]] = {}
    for card in cards:
        by_phase.setdefault(card.phase, []).append(card)
    for phase in sorted(by_phase, key=_PHASES.index):
        for row in _rows(by_phase[phase]):
            ordered.extend(sorted(row, key=lambda card: (card.x, card.y)))
    return ordered


def _rows(cards: list[Card]) -> list[list[Card]]:
    rows: list[list[Card]] = []
    for card in sorted(cards, key=lambda card: (card.y, card.x)):
        if rows and card.y - rows[-1][0].y < CARD_HEIGHT / 2:
            rows[-1].append(card)
        else:
            rows.append([card])
    return rows
