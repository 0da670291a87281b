"""A card set aside in the parking lot, with the way back into a phase."""

from ui.panels.card_words import words_alone
from ui.panels.choices import ChoiceField
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import strong_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.panels.row import Row, link_button
from ui.window_state import ORIGIN
from workshop.commands.deciding import unpark_cards
from workshop.model.diamonds import Phase

_LETTERS = 120
_FIRST = [(None, "Take it up in…")]


class ParkedRow(Row):
    """Choosing a phase takes the card up there."""

    def __init__(self, key: str, context: PanelContext, card: str) -> None:
        super().__init__(key, context.looks)
        self._context = context
        self._card = card
        self.heading = strong_label()
        self.phase = ChoiceField(lambda: [*_FIRST, *((phase, phase.value) for phase in Phase)])
        self.phase.edited.connect(self._take_up)
        acts = FlowLayout(gap=12)
        acts.addWidget(link_button("Show", lambda: context.show_cards((card,))))
        leave_out(context.state, self.phase)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.phase)
        self.column.addLayout(acts)

    def show_record(self) -> None:
        """Show the card with its words of now."""
        card = self._context.board.cards.get(self._card)
        self.heading.setText(words_alone(self._context.visible, card, _LETTERS))
        self.phase.show_value(None)
        self.phase.setAccessibleName(f"Take up in a phase: {self.heading.text()}")
        self.setAccessibleName(self.heading.text())

    def _take_up(self, phase: Phase | None) -> None:
        if phase is None:
            return
        state = self._context.state
        state.do(lambda: unpark_cards(state.workshop, origin=ORIGIN, card_ids=[self._card], phase=phase))
        self._context.show_cards((self._card,))
