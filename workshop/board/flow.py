"""Flow: what leads from a card onwards and what led to it, along the links that carry flow (MODEL.md, Links)."""

from collections.abc import Callable, Iterable, Iterator

from workshop.board.board import Board
from workshop.model.links import LinkKind
from workshop.visibility import Sight, Visible


def next_cards(board: Board, card: str) -> Iterator[str]:
    """The cards that flow reaches from a card in one step; “same as” counts as one step either way."""
    for link in board.links_of(card):
        if link.kind is LinkKind.SAME_AS:
            yield link.target if link.source == card else link.source
        elif link.flow is not None and link.flow[0] == card:
            yield link.flow[1]


def previous_cards(board: Board, card: str) -> Iterator[str]:
    """The cards from which flow reaches a card in one step."""
    for link in board.links_of(card):
        if link.kind is LinkKind.SAME_AS:
            yield link.target if link.source == card else link.source
        elif link.flow is not None and link.flow[1] == card:
            yield link.flow[0]


def downstream(board: Board, cards: Iterable[str]) -> frozenset[str]:
    """The cards that flow reaches from these, themselves included."""
    return _reached(board, cards, next_cards)


def upstream(board: Board, cards: Iterable[str]) -> frozenset[str]:
    """The cards from which flow reaches these, themselves included."""
    return _reached(board, cards, previous_cards)


def through(visible: Visible, cards: Iterable[str]) -> frozenset[str]:
    """All that the viewer sees to flow to and from these cards, themselves included: hidden cards end the flow."""

    def seen(card: str) -> bool:
        found = visible.board.cards.get(card)
        return found is not None and visible.sight(found) is Sight.FULL

    def only_seen(step: Callable[[Board, str], Iterator[str]]) -> Callable[[Board, str], Iterator[str]]:
        return lambda board, card: (other for other in step(board, card) if seen(card) and seen(other))

    cards = tuple(cards)
    reached = (_reached(visible.board, cards, only_seen(step)) for step in (previous_cards, next_cards))
    return frozenset().union(*reached)


def _reached(board: Board, cards: Iterable[str], step: Callable[[Board, str], Iterator[str]]) -> frozenset[str]:
    reached = {card for card in cards if card in board.cards}
    waiting = list(reached)
    while waiting:
        for card in step(board, waiting.pop()):
            if card not in reached:
                reached.add(card)
                waiting.append(card)
    return frozenset(reached)
