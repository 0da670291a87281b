"""Flow: what leads from a card onwards and what led to it, along the links that carry flow (MODEL.md, Links)."""

from collections.abc import Callable, Iterable, Iterator

from workshop.board.board import Board
from workshop.model.links import Link, LinkKind

_FORWARD = frozenset({LinkKind.LEADS_TO, LinkKind.SUPPORTS, LinkKind.ANSWERS})


def next_cards(board: Board, card: str) -> Iterator[str]:
    """The cards that flow reaches from a card in one step; “same as” counts as one step either way."""
    return (
        _other(link, card) for link in board.links_of(card) if _carries(link, card, link.source, link.target)
    )


def previous_cards(board: Board, card: str) -> Iterator[str]:
    """The cards from which flow reaches a card in one step."""
    return (
        _other(link, card) for link in board.links_of(card) if _carries(link, card, link.target, link.source)
    )


def downstream(board: Board, cards: Iterable[str]) -> frozenset[str]:
    """The cards that flow reaches from these, themselves included."""
    return _reached(board, cards, next_cards)


def upstream(board: Board, cards: Iterable[str]) -> frozenset[str]:
    """The cards from which flow reaches these, themselves included."""
    return _reached(board, cards, previous_cards)


def through(board: Board, cards: Iterable[str]) -> frozenset[str]:
    """All that flows to and from these cards, themselves included."""
    cards = tuple(cards)
    return upstream(board, cards) | downstream(board, cards)


def _reached(board: Board, cards: Iterable[str], step: Callable[[Board, str], Iterator[str]]) -> frozenset[str]:
    reached = {card for card in cards if card in board.cards}
    waiting = list(reached)
    while waiting:
        for card in step(board, waiting.pop()):
            if card not in reached:
                reached.add(card)
                waiting.append(card)
    return frozenset(reached)


def _carries(link: Link, card: str, forward_from: str, backward_from: str) -> bool:
    """Whether flow leaves `card` by this link, whose flow begins at `forward_from` (“depends on”: at the other)."""
    if link.kind is LinkKind.SAME_AS:
        return True
    if link.kind is LinkKind.DEPENDS_ON:
        return card == backward_from
    return link.kind in _FORWARD and card == forward_from


def _other(link: Link, card: str) -> str:
    return link.target if link.source == card else link.source
