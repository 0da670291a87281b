"""On which cards a term stands, counted by their disciplines, as links that show them."""

from collections.abc import Iterable
from functools import partial

from ui.panels.panel_page import PanelContext
from ui.panels.row import Act
from workshop.method.term_index import TermUse
from workshop.model.cards import Discipline

NOWHERE = "On no card yet"


def used_on(context: PanelContext, uses: Iterable[TermUse]) -> list[Act]:
    """A link for each discipline whose cards use the term: “3 CX cards” shows these."""
    cards = context.board.cards
    found: dict[Discipline, list[str]] = {discipline: [] for discipline in Discipline}
    for use in uses:
        if use.card in cards:
            found[cards[use.card].discipline].append(use.card)
    return [
        (counted(len(there), discipline.tag), partial(context.show_cards, tuple(there)))
        for discipline, there in found.items()
        if there
    ]


def counted(count: int, tag: str = "") -> str:
    """So many cards in words."""
    return f"{count} {tag} card{'s' if count != 1 else ''}".replace("  ", " ")
