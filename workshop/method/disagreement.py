"""Disagreement: the cards that CX and UX voted for most differently."""

from collections import Counter

import msgspec

from workshop.model.cards import Discipline
from workshop.visibility import Visible

MOST = 8


class Disagreement(msgspec.Struct, frozen=True):
    """A card with the dots of both sides, and the share of all its own dots (0 to 1) that each side put on it."""

    card: str
    cx_dots: int
    ux_dots: int
    cx_share: float
    ux_share: float

    @property
    def gap(self) -> float:
        """How far the two shares lie apart, 0 to 1."""
        return abs(self.cx_share - self.ux_share)


def disagreements_of(visible: Visible, most: int = MOST) -> list[Disagreement]:
    """The cards on which the two sides' shares differ, the widest gap first, then the most dots; `most` at the most.

    Shares are compared, not dots, so that the larger side does not seem to care more for everything. Votes of guests
    (Joint) are on neither side. There is none before both sides have voted. Hidden cards count as absent.
    """
    dots: dict[Discipline, Counter[str]] = {Discipline.CX: Counter(), Discipline.UX: Counter()}
    cards = [card.id for card in visible.cards()]
    seen = set(cards)
    for vote in visible.votes():
        if vote.discipline in dots and vote.card in seen:
            dots[vote.discipline][vote.card] += vote.dots
    cx, ux = dots[Discipline.CX], dots[Discipline.UX]
    all_cx, all_ux = cx.total(), ux.total()
    if not all_cx or not all_ux:
        return []
    found = [
        Disagreement(card, cx[card], ux[card], cx[card] / all_cx, ux[card] / all_ux)
        for card in cards
        if cx[card] * all_ux != ux[card] * all_cx
    ]
    return sorted(found, key=lambda each: (-each.gap, -each.cx_dots - each.ux_dots))[:most]
