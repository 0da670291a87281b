"""Which card a finding asks for: in which phase, near which card, and linked how."""

from typing import NamedTuple

from workshop.board.board import Board
from workshop.findings.finding import Finding
from workshop.model.cards import Card
from workshop.model.diamonds import DIAMONDS, Phase, diamond_of

SEEKS_WHAT_LEADS_HERE = frozenset({"decision without evidence", "promise without a path"})
"""Findings about a card to which something ought to lead."""


class WantedCard(NamedTuple):
    """The card to write: its phase, the card below which it belongs, and the one it is linked with.

    The link leads on to the new card, or from it `towards` the one that is there.
    """

    phase: Phase | None
    near: Card | None = None
    linked: str | None = None
    towards: bool = False


def wanted_card(finding: Finding, board: Board) -> WantedCard:
    """The card that would answer a finding.

    A promise wants what was developed for it, a thread that stops the first step of the next diamond; a signal is
    answered beside it, and a quiet side is heard in its phase.
    """
    card = board.cards.get(finding.cards[0]) if finding.cards and finding.marks else None
    if card is None:
        return WantedCard(finding.phase or Phase.DISCOVER)
    if finding.finding == "promise without a path":
        return WantedCard(Phase.DEVELOP, linked=card.id, towards=True)
    if finding.finding == "thread that stops":
        return WantedCard(_next_diamond(card.phase), linked=card.id)
    return WantedCard(card.phase, near=card, linked=card.id)


def _next_diamond(phase: Phase | None) -> Phase:
    """The first phase of the diamond after the one of a phase."""
    diamonds = list(DIAMONDS)
    place = diamonds.index(diamond_of(phase)) if phase is not None else 0
    return diamonds[min(place + 1, len(diamonds) - 1)].phases[0]
