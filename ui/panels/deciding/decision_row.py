"""A decision in the list: what was decided, why and by whom, and how well people can live with it."""

from collections.abc import Callable
from functools import partial

from ui.panels.card_words import words_alone
from ui.panels.panel_page import PanelContext
from ui.panels.row import TextRow
from workshop.facilitation.agreement import agreement_of
from workshop.method.people import listed, names_of
from workshop.model.cards import Card
from workshop.model.text import short

_LETTERS = 120


class DecisionRow(TextRow):
    """Opens the decision."""

    def __init__(self, key: str, context: PanelContext, card: str, open_card: Callable[[str], None]) -> None:
        super().__init__(key, context.looks)
        self._context = context
        self._card = card
        self._open = open_card
        self._shown: object = None

    def show_record(self) -> None:
        """Show the decision, if it is another than is shown."""
        card = self._context.board.cards.get(self._card)
        if card is None:
            return
        agreement = agreement_of(self._context.board, card)
        shown = (words_alone(self._context.visible, card, _LETTERS), f"{self._why(card)}\n{agreement.sentence}")
        if shown == self._shown:
            return
        self._shown = shown
        self.edge = self.looks.warning if agreement.objecting else self.looks.good if agreement.holds else ""
        show = partial(self._context.show_cards, (card.id,))
        self.tell(*shown, [("Open", partial(self._open, card.id)), ("Show", show)])
        self.reshaped.emit()

    def _why(self, card: Card) -> str:
        who = listed(names_of(self._context.board, card.decided_by)) or "Nobody is named"
        return f"{who}: {short(card.rationale, _LETTERS)}" if card.rationale else f"{who}; no reason is given."
