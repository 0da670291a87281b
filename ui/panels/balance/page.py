"""The panel of the balance: cards, authors and votes of each side by phase, and what they value differently."""

from functools import partial

from PySide6.QtCore import QTimer

from ui.panels.balance.rows import DisagreementRow, PhaseRow, PhasesHeading
from ui.panels.heading_row import HeadingRow
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext, PanelPage
from ui.panels.row import Row
from ui.panels.row_list import RowList
from ui.panels.teaching import Teaching
from workshop.method.balance import PhaseBalance, balance_of
from workshop.method.disagreement import Disagreement, disagreements_of
from workshop.model.diamonds import Phase

PAUSE_MS = 300
"""After this pause all is counted anew, which takes a pass over cards and votes."""

_PHASES, _APART = "heading:phases", "heading:apart"
_NO_VOTES = "Once CX and UX have both voted, the cards that they value differently stand here."
_APART_WORDS = "The share of all its dots that each side put on a card."


class BalancePage(PanelPage):
    """Eight rows for the phases, then the cards on which the votes lie farthest apart."""

    title = "Balance"

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self._balances: dict[str, PhaseBalance] = {}
        self._apart: dict[str, Disagreement] = {}
        self.rows = RowList(self._row)
        self.rows.setAccessibleName("Balance of the disciplines")
        self._nothing = Teaching(
            "With the first cards, this shows how much of each phase is CX's, UX's and both disciplines'.",
            "Write a card",
            lambda: context.act("new_card"),
        )
        leave_out(self.state, self._nothing.button)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.rows, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._count)

    def refresh(self) -> None:
        """Show the words of now, and count after a pause."""
        self.rows.show_rows(self.rows.keys)
        self._pause.start(PAUSE_MS if self._balances else 0)

    def show_record(self, record_id: str) -> None:
        """Bring a phase, by its name, or a card into sight."""
        self._count()
        self.rows.go_to(record_id)

    def _count(self) -> None:
        visible = self.context.visible
        self._balances = {balance.phase.value: balance for balance in balance_of(visible)}
        self._apart = {found.card: found for found in disagreements_of(visible)}
        empty = not any(balance.cards.total for balance in self._balances.values())
        self.rows.show_rows(() if empty else (_PHASES, *self._balances, _APART, *self._apart))
        self.rows.setVisible(not empty)
        self._nothing.setVisible(empty)

    def _row(self, key: str) -> Row:
        if key == _PHASES:
            return PhasesHeading(key, self.looks, "Who is heard in each phase")
        if key == _APART:
            return HeadingRow(key, self.looks, "Valued differently", _APART_WORDS if self._apart else _NO_VOTES)
        if key in self._balances:
            show = partial(self._show_phase, Phase(key))
            return PhaseRow(key, self.looks, lambda: self._balances.get(key), show)
        return DisagreementRow(
            key,
            self.looks,
            self.context.visible,
            found=lambda: self._apart.get(key),
            most=lambda: max((max(one.cx_share, one.ux_share) for one in self._apart.values()), default=1.0),
            do=lambda: self.context.show_cards((key,)),
        )

    def _show_phase(self, phase: Phase) -> None:
        """Look at a phase with its cards selected."""
        self.state.select(card.id for card in self.context.visible.cards() if card.phase is phase)
        self.context.canvas.looking.fit_phase(phase)
