"""What a card, the result of a round, or the end of the workshop opens into."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.deciding.deciding_actions import ACT, CLOSING
from ui.panels.card_words import alone, words_alone
from ui.panels.deciding.acting import ActingPart
from ui.panels.deciding.closing import ClosingPart
from ui.panels.deciding.decision_form import DecisionForm
from ui.panels.deciding.fingers import FingersPart
from ui.panels.labelled import quiet_label, strong_label
from ui.panels.panel_page import PanelContext
from ui.panels.row import link_button
from ui.panels.section import Section
from ui.panels.sheet import Sheet
from workshop.model.cards import Card, CardKind

RESULT = "result:"
"""What the id of a record begins with when it is the result of a round."""

_LETTERS = 300


class DecidingSheet(Sheet):
    """`go_to` leads back to a row of the list, by its kind and card."""

    def __init__(self, context: PanelContext, go_to: Callable[..., None]) -> None:
        super().__init__(context)
        self.words = strong_label()
        self._kind = quiet_label()
        self.show_card = link_button("Show on the board", self._show)
        self.form = DecisionForm(context)
        self.fingers = FingersPart(context)
        self.acting = ActingPart(context)
        self.closing = ClosingPart(context, go_to)
        self._live = self._section("I can live with it", self.fingers)
        self._acts = self._section("What is to be done", self.acting)
        self.column.addWidget(self.words)
        self.column.addWidget(self._kind)
        self.column.addWidget(self.show_card, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.form, self._live, self._acts, self.closing):
            self.column.addWidget(part)
        self.column.addStretch(1)

    @property
    def card(self) -> Card | None:
        """The card that is shown, if it is one."""
        return self.context.board.cards.get(self.record_id)

    def fill(self) -> None:
        """Show the parts that belong to what is opened."""
        card = self.card
        ends, of_result = self.record_id == CLOSING, self.record_id.startswith(RESULT)
        decided = card is not None and card.kind is CardKind.DECISION
        self._acts.setVisible(card is not None)
        self._live.setVisible(decided)
        self.closing.setVisible(ends)
        self.form.setVisible(not ends)
        for label in (self.words, self._kind, self.show_card):
            label.setVisible(not ends)
        self.show_card.setVisible(card is not None)
        if ends:
            self.closing.refresh()
            return
        if of_result:
            self._tell_result()
        elif card is not None:
            self.words.setText(words_alone(self.context.visible, card, _LETTERS))
            self._kind.setText(f"{alone(card.kind.value)} · {card.discipline.tag}")
            self.acting.show_card(card)
            if decided:
                self.fingers.show_decision(card)
        self.form.show_about(self.record_id)

    def settle(self) -> None:
        """Keep what was written as a draft."""
        self.form.keep()
        super().settle()

    def take_keyboard(self) -> None:
        """To the reason, the names of those who show fingers, or the first thing that is open."""
        if self.record_id == CLOSING:
            self.closing.take_keyboard()
        elif self.card is not None and self.card.kind is CardKind.DECISION:
            self.fingers.take_keyboard()
        else:
            self.form.take_keyboard()

    def begin(self, part: str) -> None:
        """Bring the keyboard to the reason, or to a new action."""
        if part == ACT:
            self._acts.show_opened(True)
            self.acting.take_keyboard()
        else:
            self.form.take_keyboard()

    def _tell_result(self) -> None:
        self.words.setText("Decide on the result")
        cards = self.form.cards_of_result()
        words = "; ".join(words_alone(self.context.visible, card, 60) for card in cards)
        self._kind.setText(f"On: {words}" if words else "No card of this round has a dot.")

    def _section(self, title: str, part: QWidget) -> Section:
        section = Section(title, self.looks)
        section.body.addWidget(part)
        return section

    def _show(self) -> None:
        self.context.show_cards((self.record_id,))
