"""The positions of a tension side by side, each with what speaks for it from both disciplines, and its scores."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from ui.layouts import empty
from ui.panels.card_words import alone
from ui.panels.labelled import quiet_label, strong_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.panels.row import link_button
from ui.panels.side_by_side import SideBySide
from ui.panels.tab_order import put_in_order
from ui.panels.tags import discipline_plate
from ui.panels.tensions.part import TensionPart
from ui.theme.icons import icon
from workshop.commands.tensions import add_position, remove_position
from workshop.method.position_evidence import evidence_for
from workshop.method.scoring import impact_of, value_of_position
from workshop.method.tension_words import card_words, impact_text, value_text
from workshop.model.cards import Discipline
from workshop.model.tensions import Position, Tension

_LETTERS = 300


class Positions(TensionPart):
    """Made anew only when something of what they say has changed."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self._shown: object = None
        self.beside = SideBySide()
        self.column.addWidget(self.beside)
        self.add = link_button("Add the selected card as a position", self._add)
        leave_out(self.state, self.add)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, tension: Tension) -> None:
        """Show the positions."""
        visible = self.context.visible
        positions = visible.tension(tension).positions
        told = [(one, card_words(visible, one.card, _LETTERS), evidence_for(visible, one)) for one in positions]
        card, settled = self.state.one_card, self.settled
        addable = card is not None and all(one.card != card.id for one in positions)
        self.add.setVisible(addable and not settled)
        if (told, settled) == self._shown:
            return
        self._shown = (told, settled)
        empty(self.beside.parts)
        for position, words, evidence in told:
            self.beside.add(self._box(position, words, evidence, removable=len(told) > 2 and not settled))
        put_in_order(self.beside, self.beside.findChildren(QFrame, "position"))

    def _box(
        self,
        position: Position,
        words: str,
        evidence: dict[Discipline, tuple[str, ...]],
        *,
        removable: bool,
    ) -> QFrame:
        box = QFrame()
        box.setObjectName("position")
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(self._head(position, words, removable=removable))
        column.addWidget(strong_label(words))
        for side, told in evidence.items():
            row = QHBoxLayout()
            row.setSpacing(8)
            says = QVBoxLayout()
            says.setSpacing(4)
            for one in told or ("no evidence yet",):
                says.addWidget(quiet_label(one, caution=not told))
            row.addWidget(discipline_plate(side, self.looks), 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(says, 1)
            column.addLayout(row)
        if (impact := impact_of(position)) is not None:
            column.addWidget(quiet_label(f"Customer impact {impact_text(impact)}"))
        if value_of_position(position.business_value) is not None:
            column.addWidget(quiet_label(f"Business value {value_text(position)}"))
        return box

    def _head(self, position: Position, words: str, *, removable: bool) -> QHBoxLayout:
        """The card's discipline and the ways to it, and out."""
        head = QHBoxLayout()
        head.setSpacing(8)
        card = self.context.board.cards.get(position.card)
        if card is not None:
            head.addWidget(discipline_plate(card.discipline, self.looks))
            kind = QLabel(alone(card.kind.value))
            kind.setProperty("quiet", True)
            head.addWidget(kind)
        head.addStretch(1)
        if card is not None:
            show = link_button("Show", lambda: self.context.show_cards((position.card,)))
            show.setAccessibleName(f"Show {words}")
            head.addWidget(show)
        if removable:
            remove = QToolButton()
            remove.setIcon(icon("x", self.looks.muted))
            remove.setProperty("flat", True)
            remove.setToolTip("Take this position out")
            remove.setAccessibleName(f"Take out {words}")
            remove.clicked.connect(lambda: self.state.do(self.intent(remove_position, card_id=position.card)))
            leave_out(self.state, remove)
            head.addWidget(remove)
        return head

    def _add(self) -> None:
        if (card := self.state.one_card) is not None:
            self.state.do(self.intent(add_position, card_id=card.id))
