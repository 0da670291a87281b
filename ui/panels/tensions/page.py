"""The panel of tensions: the list, the links that nobody took up, and the sheet into which a row opens."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from ui.panels.looking_only import changing, leave_out
from ui.panels.opening_page import OpeningPage
from ui.panels.panel_page import MARGIN, PanelContext
from ui.panels.row import Act
from ui.panels.teaching import Teaching
from ui.panels.tensions.making import tension_of_link, tension_of_selection, tension_with
from ui.panels.tensions.row import LINK, TensionRow
from ui.panels.tensions.sheet import TensionSheet
from ui.theme.icons import icon
from workshop.method.records import records_of
from workshop.method.settling import links_without_tension, tension_title
from workshop.method.tension_words import card_words, positions_text
from workshop.model.tensions import Tension, TensionState


class TensionsPage(OpeningPage):
    """Lists tensions that are not settled first, then the links without one, then those that are settled."""

    title = "Tensions"
    back_words = "All tensions"

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.rows.setAccessibleName("Tensions")
        self._nothing = Teaching(
            "A tension is a good sign: two people care. Select the cards that pull in different directions, or link "
            "them by “in tension with”, and settle it here in the open.",
            "Make a tension",
            self.make_tension,
        )
        self.make = QPushButton("Make a tension")
        self.make.setObjectName("makeTension")
        self.make.setToolTip("Of the selected cards (X on the board)")
        self.make.setIcon(icon("plus", self.looks.ink))
        self.make.clicked.connect(self.make_tension)
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 4, MARGIN, 12)
        leave_out(self.state, self.make, self._nothing.button)
        bar.addWidget(self.make)
        bar.addStretch(1)
        self.listing.addWidget(self._nothing)
        self.listing.addWidget(self.rows, 1)
        self.listing.addLayout(bar)

    def has(self, record_id: str) -> bool:
        """Whether there is such a tension."""
        return record_id in records_of(self.context.board, Tension)

    def make_row(self, key: str) -> TensionRow:
        """The row of a tension or of a link."""
        return TensionRow(key, self.context, self._about, self._acts)

    def make_sheet(self) -> TensionSheet:
        """What a tension opens into."""
        return TensionSheet(self.context)

    def show_list(self) -> None:
        """Show the tensions as they are now."""
        tensions = records_of(self.context.board, Tension)
        loose = [f"{LINK}{link.id}" for link in links_without_tension(self.context.visible)]
        settled = [key for key, one in tensions.items() if one.state is TensionState.SETTLED]
        going_on = [key for key in tensions if key not in set(settled)]
        keys = (*going_on, *loose, *settled)
        self.rows.show_rows(keys)
        self.rows.setVisible(bool(keys))
        self.make.setVisible(bool(keys))
        self._nothing.setVisible(not keys)
        self.say(_counted(len(going_on), len(loose), len(settled)))

    def show_record(self, record_id: str) -> None:
        """Open a tension; of a link (its id behind `link:`) the one it belongs to, or the row where it is taken up."""
        if not record_id.startswith(LINK):
            super().show_record(record_id)
        elif (tension := tension_with(self.context.board, record_id.removeprefix(LINK))) is not None:
            self.open(tension)
        else:
            self.close_record()
            self.rows.go_to(record_id)

    def make_tension(self) -> None:
        """Take up a tension between the selected cards, and open it."""
        if (tension := tension_of_selection(self.state)) is not None:
            self.open(tension)

    def _about(self, key: str) -> tuple[str, Tension | None, str] | None:
        visible = self.context.visible
        if not key.startswith(LINK):
            tension = records_of(visible.board, Tension).get(key)
            if tension is None:
                return None
            decided = f"\nDecided: {tension.decision.text}" if tension.decision else ""
            text = f"{positions_text(visible, tension)}{decided}"
            return tension_title(visible, tension), visible.tension(tension), text
        link = visible.board.links.get(key.removeprefix(LINK))
        if link is None:
            return None
        ends = " · ".join(card_words(visible, end) for end in (link.source, link.target))
        return link.note or "In tension with one another", None, ends

    def _acts(self, key: str, tension: Tension | None) -> list[Act]:
        taking_up: Act = ("Take it up", partial(self._take_up, key))
        begin = (("Open", partial(self.open, key)),) if tension else changing(self.state, taking_up)
        return [*begin, ("Show the cards", partial(self._show_cards, key))]

    def _take_up(self, key: str) -> None:
        if (tension := tension_of_link(self.state, key.removeprefix(LINK))) is not None:
            self.open(tension)

    def _show_cards(self, key: str) -> None:
        board = self.context.board
        if key.startswith(LINK):
            link = board.links.get(key.removeprefix(LINK))
            self.context.show_cards((link.source, link.target) if link else ())
        elif (tension := records_of(board, Tension).get(key)) is not None:
            self.context.show_cards(position.card for position in tension.positions)


def _counted(going_on: int, loose: int, settled: int) -> str:
    parts = ((going_on, "to settle"), (loose, "not taken up"), (settled, "settled"))
    return " · ".join(f"{count} {words}" for count, words in parts if count)
