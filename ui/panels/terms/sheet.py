"""An opened term: the words of both sides, what was agreed, what it means, and where it is used."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from ui.layouts import empty
from ui.panels.card_words import named
from ui.panels.choices import ChoiceField
from ui.panels.fields import TextField
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import Labelled, quiet_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.panels.row import link_button
from ui.panels.section import Section
from ui.panels.sheet import Sheet
from ui.panels.side_by_side import SideBySide
from ui.panels.strict_fields import StrictLine
from ui.panels.tags import dress
from ui.panels.terms.used_on import NOWHERE, used_on
from ui.window_state import ORIGIN
from workshop.commands.terms import add_term, change_term, remove_term
from workshop.method.records import records_of
from workshop.method.term_index import TermUse
from workshop.model.cards import Discipline
from workshop.model.journey import Altitude
from workshop.model.terms import Term

NEW = "new term"
"""In the place of an id: a term that is not in the session until it has a word."""

_LEVELS = named(Altitude, "None")
_WORDS = ("cx_says", "ux_says", "agreed")


class TermSheet(Sheet):
    """Everything of a term, each field edited where it stands; `became` carries the id of a new one."""

    became = Signal(str)

    def __init__(
        self,
        context: PanelContext,
        uses: Callable[[str], Sequence[TermUse]],
        caution: Callable[[Term], str],
    ) -> None:
        super().__init__(context)
        self._uses, self._caution_of = uses, caution
        self._draft: dict[str, Any] = {}
        self._used: object = None
        sides = SideBySide()
        self.fields = {
            "cx_says": Labelled("CX says", StrictLine("The word on CX’s cards"), "term:cx_says", wide=True),
            "ux_says": Labelled("UX says", StrictLine("The word on UX’s cards"), "term:ux_says", wide=True),
            "agreed": Labelled("Agreed word", StrictLine("The one both use"), "term:agreed", wide=True),
            "definition": Labelled("Definition", TextField("What both mean", 3), "term:definition", wide=True),
            "example": Labelled("Example", TextField("A sentence that uses it", 2), "term:example", wide=True),
            "altitude": Labelled("Altitude", ChoiceField(lambda: _LEVELS), "term:altitude"),
        }
        for side, name in ((Discipline.CX, "cx_says"), (Discipline.UX, "ux_says")):
            label, colours = self.fields[name].label, self.looks.disciplines[side]
            dress(label, colours.ink, colours.fill)
            label.setFixedWidth(label.sizeHint().width())
            sides.add(self.fields[name])
        self.column.addWidget(sides)
        self._caution = quiet_label(caution=True)
        self.column.addWidget(self._caution)
        for name, field in self.fields.items():
            if name not in ("cx_says", "ux_says"):
                self.column.addWidget(field)
            field.editor.edited.connect(lambda value, name=name: self._on_edited(name, value))
        self._add_uses()
        self._remove = link_button("Delete this term", self._on_removed)
        leave_out(self.state, self._remove)
        self.column.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    @property
    def term(self) -> Term | None:
        """The term that is shown; None for a new one."""
        return records_of(self.context.board, Term).get(self.record_id)

    def show_record(self, record_id: str) -> None:
        """Show a term; a new one begins empty."""
        if record_id != self.record_id:
            self.settle()
            self._draft = {}
        super().show_record(record_id)

    def fill(self) -> None:
        """Show the term as it is now."""
        term = self.term
        for name, field in self.fields.items():
            field.editor.show_value(self._draft.get(name) if term is None else getattr(term, name))
        self._caution.setText(self._caution_of(term) if term is not None else "")
        self._caution.setVisible(bool(self._caution.text()))
        self._remove.setVisible(term is not None)
        self._section.setVisible(term is not None)
        self._show_uses()

    def take_keyboard(self) -> None:
        """To the first word that is missing, else to the definition."""
        term = self.term
        gap = next((name for name in _WORDS if term is None or not getattr(term, name)), "definition")
        inside = self.fields[gap].editor.focusProxy()
        if inside is not None:
            inside.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(inside, QLineEdit):
                inside.selectAll()

    def _add_uses(self) -> None:
        self._section = Section("Used on", self.looks)
        self._nowhere = quiet_label(f"{NOWHERE}. Where one of its words comes up, it is underlined.")
        self._links = FlowLayout(gap=12)
        self._section.body.addWidget(self._nowhere)
        self._section.body.addLayout(self._links)
        self.column.addWidget(self._section)

    def _show_uses(self) -> None:
        uses = tuple(self._uses(self.record_id)) if self.term is not None else ()
        acts = used_on(self.context, uses)
        if (self.record_id, uses, [words for words, _ in acts]) == self._used:
            return
        self._used = (self.record_id, uses, [words for words, _ in acts])
        empty(self._links)
        for words, do in acts:
            self._links.addWidget(link_button(words, do))
        self._nowhere.setVisible(not acts)

    def _on_edited(self, name: str, value: Any) -> None:
        if self.record_id == NEW:
            self._on_drafted(name, value)
            return
        key = self.record_id
        self.fields[name].attempt(
            lambda: change_term(self.state.workshop, origin=ORIGIN, term_id=key, **{name: value})
        )

    def _on_drafted(self, name: str, value: Any) -> None:
        """Keep what a new term says until it has a word, which brings it into the session."""
        draft = {**self._draft, name: value}
        if not any(draft.get(word) for word in _WORDS):
            self._draft = draft
            return
        made = self.fields[name].attempt(lambda: add_term(self.state.workshop, origin=ORIGIN, **draft))
        if made is not None:
            self._draft, self.record_id = {}, made.id
            self.became.emit(made.id)

    def _on_removed(self) -> None:
        self.state.do(lambda: remove_term(self.state.workshop, origin=ORIGIN, term_id=self.record_id))
