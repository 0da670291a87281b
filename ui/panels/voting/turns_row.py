"""Who votes now: a chip for each participant with the dots left, and one for the hands of each discipline."""

from PySide6.QtWidgets import QPushButton

from ui.layouts import empty
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import quiet_label, strong_label
from ui.panels.panel_page import PanelContext
from ui.panels.row import Row, link_button
from ui.panels.tab_order import put_in_order
from ui.voting.turns import turns_now
from workshop.model.cards import Discipline
from workshop.model.text import short

_NAME = 20
_SIDES = (Discipline.CX, Discipline.UX)


class TurnsRow(Row):
    """A chip gives somebody the turn; pressed again it ends it. What others gave shows to nobody meanwhile."""

    def __init__(self, key: str, context: PanelContext) -> None:
        super().__init__(key, context.looks)
        self._context = context
        self._state = context.state
        self.chips: dict[str | Discipline, QPushButton] = {}
        self.column.setSpacing(6)
        self.heading = strong_label("Who votes now")
        self._flow = FlowLayout(gap=6)
        self._words = quiet_label()
        self.next = link_button("Next who votes", lambda: context.act("next_voter"))
        self.next.setToolTip("Shift+V on the board")
        self.column.addWidget(self.heading)
        self.column.addLayout(self._flow)
        self.column.addWidget(self._words)
        below = FlowLayout(gap=12)
        below.addWidget(self.next)
        self.column.addLayout(below)

    def show_record(self) -> None:
        """Show everybody with their dots left."""
        people = {one.participant.id: one for one in turns_now(self._state)}
        wanted: tuple[str | Discipline, ...] = (*people, *_SIDES)
        if wanted != tuple(self.chips):
            self._make(wanted)
        for voter, chip in self.chips.items():
            turn = people.get(voter) if not isinstance(voter, Discipline) else None
            if turn is not None:
                name = f"{short(turn.participant.name, _NAME)} · {turn.participant.discipline.tag}"
                chip.setText(f"{name} · {turn.left}".replace("&", "&&"))
                chip.setAccessibleName(f"{name}, {turn.left} dots left")
            elif isinstance(voter, Discipline):
                chip.setText(f"Hands of {voter.tag}")
            chip.setChecked(voter == self._state.voter)
        self._say(bool(people))
        self.setAccessibleName("Who votes now")
        self.setAccessibleDescription(self._words.text())

    def _make(self, wanted: tuple[str | Discipline, ...]) -> None:
        empty(self._flow)
        self.chips = {}
        for voter in wanted:
            chip = self.chips[voter] = QPushButton()
            chip.setProperty("chip", True)
            chip.setCheckable(True)
            chip.clicked.connect(lambda checked, voter=voter: self._state.vote_as(voter if checked else None))
            self._flow.addWidget(chip)
        put_in_order(self.next, self.chips.values())
        self.reshaped.emit()

    def _say(self, anybody: bool) -> None:
        voter = self._state.voter
        if isinstance(voter, Discipline):
            words = "Count the hands for each card below."
        elif voter is not None:
            words = "Click the cards on the board, or use + and − below. Others' dots are hidden until the round ends."
        elif anybody:
            words = "Numbers are dots left. Choose who votes, or count hands; nobody sees what others gave."
        else:
            words = "Nobody is named in the session: count hands, or name people in its panel."
        if words != self._words.text():
            self._words.setText(words)
            self.reshaped.emit()
        self.next.setVisible(anybody)
