"""The panel of terms: which words mean one thing, where they are used, and which others may."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from ui.panels.heading_row import HeadingRow
from ui.panels.labelled import quiet_label
from ui.panels.looking_only import leave_out
from ui.panels.opening_page import OpeningPage
from ui.panels.panel_page import MARGIN, PanelContext
from ui.panels.row import Act, Row
from ui.panels.teaching import Teaching
from ui.panels.terms.preview import TermsPreview
from ui.panels.terms.row import SuggestionRow, TermRow, ToldTerm
from ui.panels.terms.sheet import NEW, TermSheet
from ui.panels.terms.suggesting import Suggesting
from ui.panels.terms.tables import TermTables
from ui.panels.terms.used_on import used_on
from ui.theme.icons import icon
from ui.window_state import ORIGIN
from workshop.changes.change_set import ChangeSet
from workshop.commands.term_suggestions import drop_suggestion, take_suggestion, without_dropped
from workshop.commands.term_table import TermTable
from workshop.commands.terms import take_terms
from workshop.method.records import records_of
from workshop.method.term_index import TermIndex, TermUse
from workshop.method.term_rules import Glossary
from workshop.method.term_suggestions import TermSuggestion
from workshop.model.cards import Card
from workshop.model.terms import Term

_HEADING, _BELOW, _PAIR = "may mean one thing", "terms", "pair "
_PAUSE_MS = 250
"""After this pause the cards are counted anew, so that writing goes on meanwhile."""

_FIRST = 2
"""So many suggestions stand above the terms until all are asked for."""


class TermsPage(OpeningPage):
    """Lists suggestions first, a few of them, then the terms in the order in which they came."""

    title = "Terms"
    back_words = "All terms"

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.rows.setAccessibleName("Terms")
        self._index = TermIndex(context.visible)
        self._uses: dict[str, tuple[TermUse, ...]] | None = None
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_PAUSE_MS)
        self._recount.timeout.connect(self._on_recount)
        self._glossary: Glossary | None = None
        self._all_pairs = False
        self.suggesting = Suggesting(context.visible, self)
        self.suggesting.changed.connect(self._on_changed)
        self._pairs: dict[str, TermSuggestion] = {}
        self.tables = TermTables(context, self)
        self.tables.read.connect(self._show_table)
        self.tables.refused.connect(self._tell_fault)
        self._build()
        self.state.board_changed.connect(self._note)

    def has(self, record_id: str) -> bool:
        """Whether there is such a term, or a new one is being written."""
        return record_id == NEW or record_id in records_of(self.context.board, Term)

    def make_row(self, key: str) -> Row:
        """The row of a term, of a suggestion, or a heading."""
        if key == _HEADING:
            return self._heading()
        if key == _BELOW:
            return HeadingRow(key, self.looks, "Terms")
        if key.startswith(_PAIR):
            pair = self._pairs[key]
            row = SuggestionRow(key, self.context, (pair.cx_says, pair.ux_says), pair.because)
            row.offer(*self._pair_acts(pair))
            return row
        return TermRow(key, self.context, self._about, self._acts)

    def make_sheet(self) -> TermSheet:
        """What a term opens into."""
        sheet = TermSheet(self.context, self._uses_of, self._caution)
        sheet.became.connect(self._on_became)
        return sheet

    def refresh(self) -> None:
        """Show the terms as they are now, and look for others."""
        self.suggesting.look()
        super().refresh()

    def show_list(self) -> None:
        """Show the suggestions and the terms as they are now."""
        terms = records_of(self.context.board, Term)
        found = without_dropped(self.state.workshop, self.suggesting.found)
        shown = found if self._all_pairs else found[:_FIRST]
        self._pairs = {f"{_PAIR}{pair.cx_says}\x1f{pair.ux_says}": pair for pair in shown}
        above = (f"{_HEADING}", *self._pairs, *((_BELOW,) if terms else ())) if found else ()
        self.rows.show_rows((*above, *terms))
        for row in self.rows.rows:
            if isinstance(row, HeadingRow) and row.key == _HEADING:
                row.tell(*self._heading_words(len(found)))
        previewed = self._preview.table is not None
        self.rows.setVisible(bool(terms or found) and not previewed)
        self._nothing.setVisible(not (terms or found) and not previewed)
        self._preview.setVisible(previewed)
        self.add.setVisible(bool(terms or found) and not previewed)
        self._csv.setVisible(not previewed)
        self.say(_counted(terms.values()) if not previewed else "")

    def show_record(self, record_id: str) -> None:
        """Open a term, or of a card the first term that stands on it."""
        card = self.context.board.cards.get(record_id)
        if card is not None:
            spans = self._index.spans(card.text)
            record_id = spans[0].term if spans else ""
        self._leave_table()
        super().show_record(record_id)

    def add_term(self) -> None:
        """Begin a term with empty fields."""
        self.open(NEW)

    def _build(self) -> None:
        self._nothing = Teaching(
            "Where CX says “hand-over” and UX says “set-up”, each works on another thing. Write down both words and "
            "agree on one; wherever they stand on a card, they are underlined and translated.",
            "Add a term",
            self.add_term,
        )
        self.add = QPushButton("Add a term")
        self.add.setObjectName("addTerm")
        self.add.setIcon(icon("plus", self.looks.ink))
        self.add.clicked.connect(self.add_term)
        self._csv = QPushButton("CSV…")
        self._csv.setObjectName("termsCsv")
        self._csv.setAccessibleName("Terms from and to CSV")
        self._csv.clicked.connect(lambda: self.tables.open_menu(self._csv))
        self._fault = quiet_label(fault=True)
        self._fault.setObjectName("termsFault")
        self._fault.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._fault.hide()
        self._preview = TermsPreview(self.looks)
        self._preview.taken.connect(self._take_table)
        self._preview.left.connect(self._leave_table)
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 4, MARGIN, 12)
        leave_out(self.state, self.add, self._nothing.button)
        bar.addWidget(self.add)
        bar.addWidget(self._csv)
        bar.addStretch(1)
        for part in (self._nothing, self._fault):
            self.listing.addWidget(part)
        self.listing.addWidget(self.rows, 1)
        self.listing.addWidget(self._preview, 1)
        self.listing.addLayout(bar)

    def _heading(self) -> HeadingRow:
        return HeadingRow(_HEADING, self.looks, *self._heading_words(len(self._found())))

    def _found(self) -> list[TermSuggestion]:
        return without_dropped(self.state.workshop, self.suggesting.found)

    def _heading_words(self, count: int) -> tuple[str, str, list[Act]]:
        more: list[Act] = []
        if count > _FIRST and not self._all_pairs:
            more.append((f"Show all {count}", self._show_all_pairs))
        return "These may mean one thing", "", more

    def _show_all_pairs(self) -> None:
        self._all_pairs = True
        self.show_list()

    def _about(self, key: str) -> ToldTerm | None:
        term = records_of(self.context.board, Term).get(key)
        if term is None:
            return None
        used = tuple(words for words, _ in used_on(self.context, self._uses_of(key)))
        return ToldTerm(term, self._caution(term), used)

    def _acts(self, key: str) -> list[Act]:
        acts: list[Act] = [("Open", partial(self.open, key))]
        return acts + (used_on(self.context, self._uses_of(key)) or [])

    def _pair_acts(self, pair: TermSuggestion) -> tuple[Act, Act, Act]:
        cards = (*pair.cx_cards, *pair.ux_cards)
        return (
            ("Make it a term", partial(self._take_pair, pair)),
            ("Two things", partial(self._drop_pair, pair)),
            ("Show", partial(self.context.show_cards, cards)),
        )

    def _take_pair(self, pair: TermSuggestion) -> None:
        term = self.state.do(lambda: take_suggestion(self.state.workshop, origin=ORIGIN, suggestion=pair))
        if term is not None:
            self.open(term.id)

    def _drop_pair(self, pair: TermSuggestion) -> None:
        workshop, writer = self.state.workshop, self.state.writer
        self.state.do(lambda: drop_suggestion(workshop, origin=ORIGIN, suggestion=pair, author=writer))
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _uses_of(self, term: str) -> Sequence[TermUse]:
        if self._uses is None:
            self._uses = dict(self._index.uses())
        return self._uses.get(term, ())

    def _caution(self, term: Term) -> str:
        if self._glossary is None:
            self._glossary = Glossary(records_of(self.context.board, Term).values())
        return self._glossary.fault(term) or self._glossary.caution(term)

    def _note(self, change_set: ChangeSet) -> None:
        """What was counted may be of an earlier board."""
        self.suggesting.note(change_set)
        if any(isinstance(change.record, Card | Term) for change in change_set.changes):
            self._glossary = None
            self._recount.start()

    def _on_recount(self) -> None:
        self._uses = None
        self._on_changed()

    def _on_became(self, term: str) -> None:
        """A new term got its first word, perhaps on the way back to the list."""
        if self.opened == NEW:
            self.opened = term

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show_table(self, table: TermTable) -> None:
        self._fault.hide()
        self._preview.table = table
        self.close_record()
        self._preview.show_table(table)

    def _take_table(self) -> None:
        table = self._preview.table
        assert table is not None
        taken = self.state.do(lambda: take_terms(self.state.workshop, origin=ORIGIN, rows=table.rows))
        if taken is not None:
            self.state.message.emit(taken.sentence)
        self._leave_table()

    def _leave_table(self) -> None:
        self._preview.table = None
        self._fault.hide()
        self.refresh()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_fault(self, sentence: str) -> None:
        self._fault.setText(sentence)
        self._fault.show()


def _counted(terms: Collection[Term]) -> str:
    if not terms:
        return ""
    words = "1 term" if len(terms) == 1 else f"{len(terms)} terms"
    undecided = sum(not term.agreed for term in terms)
    return f"{words} · {undecided} without an agreed word" if undecided else words
