"""The dots that stand on cards: those that a viewer may know of, and on cards of an open round only the round's."""

from collections import Counter

from workshop.facilitation.rounds import open_round
from workshop.visibility import Visible


def dots_on_cards(visible: Visible, voting_as: str | None = None) -> Counter[str]:
    """Dots by card. Of an open round these are the dots of `voting_as`, whose turn it is, and those of hands shown.

    Dots of earlier rounds are left out on its cards, so that nobody takes them for dots of this one.
    """
    going_on = open_round(visible.board)
    cards = frozenset(going_on.cards) if going_on is not None else frozenset()
    dots: Counter[str] = Counter()
    for vote in visible.votes(voting_as):
        if vote.card not in cards or (going_on is not None and vote.round == going_on.id):
            dots[vote.card] += vote.dots
    return dots
