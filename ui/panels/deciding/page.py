"""The panel of decisions and actions: the list, what a card's decision and actions are written on, and the end."""

from collections import Counter

from PySide6.QtWidgets import QPushButton, QVBoxLayout

from ui.deciding.deciding_actions import ACT, CLOSING, DECIDE
from ui.panels.deciding.action_row import ActionRow
from ui.panels.deciding.decision_row import DecisionRow
from ui.panels.deciding.parked_row import ParkedRow
from ui.panels.deciding.sheet import RESULT, DecidingSheet
from ui.panels.flow_layout import FlowLayout
from ui.panels.heading_row import HeadingRow
from ui.panels.looking_only import leave_out
from ui.panels.opening_page import OpeningPage
from ui.panels.panel_page import MARGIN, PanelContext
from ui.panels.row import Row
from ui.panels.teaching import Teaching
from workshop.method.records import records_of
from workshop.model.cards import Card, CardKind
from workshop.model.facilitation import VotingRound
from workshop.visibility import Sight

_HEADINGS = {"decision": "Decisions", "action": "Actions", "parked": "Parking lot"}
_COUNTED = {"decision": "decided", "action": "to act on", "done": "done", "parked": "parked"}


class DecidingPage(OpeningPage):
    """Lists decisions, actions that are to be done before those that are, and the cards set aside."""

    title = "Decisions and actions"
    back_words = "All decisions and actions"

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.rows.setAccessibleName("Decisions and actions")
        self._nothing = Teaching(
            "A decision keeps its reason, who took it, and how well everybody can live with it. Select a card and "
            "press Y to decide, or A to write what is to be done about it.",
            "Vote first",
            lambda: context.act("show_voting"),
        )
        below = FlowLayout(gap=8)
        bar = QVBoxLayout()
        bar.setContentsMargins(MARGIN, 4, MARGIN, 12)
        bar.addLayout(below)
        self.close_button = self._button("Close the workshop…", "closeWorkshop", "close_workshop")
        self.speaks = self._button("Who speaks", "whoSpeaks", "who_speaks")
        leave_out(self.state, self.close_button)
        below.addWidget(self.close_button)
        below.addWidget(self.speaks)
        self.listing.addWidget(self._nothing)
        self.listing.addWidget(self.rows, 1)
        self.listing.addLayout(bar)
        context.watch.changed.connect(self._on_findings)

    def has(self, record_id: str) -> bool:
        """Whether a card may be read, the result of a round is there, or the end is meant."""
        if record_id == CLOSING:
            return True
        if record_id.startswith(RESULT):
            found = records_of(self.context.board, VotingRound).get(record_id.removeprefix(RESULT))
            return found is not None and found.ended
        card = self.context.board.cards.get(record_id)
        return card is not None and self.context.visible.sight(card) is Sight.FULL

    def show_record(self, record_id: str) -> None:
        """Open a card, with the keyboard at its reason or at a new action if that is asked for; a result; the end."""
        for part in (DECIDE, ACT):
            if record_id.startswith(part) and self.has(record_id.removeprefix(part)):
                self.open(record_id.removeprefix(part))
                if isinstance(self.sheet, DecidingSheet):
                    self.sheet.begin(part)
                return
        super().show_record(record_id)

    def show_list(self) -> None:
        """Show what is decided, to be done, and set aside."""
        keys = self._keys()
        self.rows.show_rows(keys)
        self.rows.setVisible(bool(keys))
        self._nothing.setVisible(not keys)
        self.say(self._counted(keys))

    def _counted(self, keys: tuple[str, ...]) -> str:
        counts: Counter[str] = Counter()
        for kind, _, card in (key.partition(":") for key in keys):
            counts["done" if kind == "action" and self.context.board.cards[card].done else kind] += 1
        return " · ".join(f"{counts[kind]} {words}" for kind, words in _COUNTED.items() if counts[kind])

    def go_to_first(self, kind: str, card: str = "") -> None:
        """Back to the list, to the row of a card, else to the first of a kind."""
        self.close_record()
        wanted = (key for key in self.rows.keys if key.startswith(f"{kind}:"))
        self.rows.go_to(f"{kind}:{card}" if card else next(wanted, ""))

    def make_row(self, key: str) -> Row:
        """The row of a card, or a heading."""
        kind, _, card = key.partition(":")
        if kind == "decision":
            return DecisionRow(key, self.context, card, self.open)
        if kind == "action":
            return ActionRow(key, self.context, card)
        if kind == "parked":
            return ParkedRow(key, self.context, card)
        return HeadingRow(key, self.looks, _HEADINGS[card])

    def make_sheet(self) -> DecidingSheet:
        """What a decision, a result and the end open into."""
        return DecidingSheet(self.context, self.go_to_first)

    def _keys(self) -> tuple[str, ...]:
        cards = list(self.context.visible.cards())
        of_kind = {
            "decision": [card for card in cards if card.kind is CardKind.DECISION],
            "action": sorted((card for card in cards if card.kind is CardKind.ACTION), key=_done),
            "parked": [card for card in cards if card.phase is None],
        }
        keys: list[str] = []
        for kind, found in of_kind.items():
            keys += [f"heading:{kind}", *(f"{kind}:{card.id}" for card in found)] if found else []
        return tuple(keys)

    def _button(self, words: str, name: str, act: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked: self.context.act(act))
        return button

    def _on_findings(self) -> None:
        if self.isVisible() and self.opened == CLOSING:
            self.refresh()


def _done(card: Card) -> bool:
    return card.done
