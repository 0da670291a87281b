"""A term in the list: what CX and UX say, what it means, where it is used; and a pair of words that may be one."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.layouts import empty
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import quiet_label, strong_label
from ui.panels.looking_only import changing
from ui.panels.panel_page import PanelContext
from ui.panels.row import Act, Row, link_button
from ui.panels.tags import discipline_plate
from workshop.method.term_rules import term_name
from workshop.model.cards import Discipline
from workshop.model.terms import Term
from workshop.model.text import short

_LETTERS = 160


class ToldTerm(msgspec.Struct, frozen=True):
    """What a row tells of a term besides the term: what is amiss, and where it is used, counted in words."""

    term: Term
    caution: str
    used: tuple[str, ...]


class TermRow(Row):
    """`about` gives what is told of a term, `acts` what is offered; the first is what Enter and a click do."""

    def __init__(
        self,
        key: str,
        context: PanelContext,
        about: Callable[[str], ToldTerm | None],
        acts: Callable[[str], list[Act]],
    ) -> None:
        super().__init__(key, context.looks)
        self._about = about
        self._acts_of = acts
        self._shown: ToldTerm | None = None
        self._first: Callable[[], object] | None = None
        self.heading = strong_label()
        self.words = {side: WordLine(context, side) for side in (Discipline.CX, Discipline.UX)}
        self._meaning, self._caution = quiet_label(), quiet_label(caution=True)
        self._acts = FlowLayout(gap=12)
        parts: tuple[QWidget, ...] = (self.heading, *self.words.values(), self._meaning, self._caution)
        for part in parts:
            self.column.addWidget(part)
        self.column.addLayout(self._acts)

    def show_record(self) -> None:
        """Show the term, if it is another than is shown."""
        told = self._about(self.key)
        if told is None or told == self._shown:
            return
        self._shown, term = told, told.term
        self.heading.setText(term_name(term))
        self.words[Discipline.CX].show_word(term.cx_says)
        self.words[Discipline.UX].show_word(term.ux_says)
        meaning = short(term.definition, _LETTERS) if term.definition else ""
        self._meaning.setText(meaning)
        self._meaning.setVisible(bool(meaning))
        self._caution.setText(told.caution)
        self._caution.setVisible(bool(told.caution))
        acts = self._acts_of(self.key)
        self._first = acts[0][1] if acts else None
        empty(self._acts)
        for words, do in acts:
            self._acts.addWidget(link_button(words, do))
        self.setAccessibleName(term_name(term))
        spoken = (*(line.told for line in self.words.values()), meaning, told.caution, *told.used)
        self.setAccessibleDescription(". ".join(part for part in spoken if part))
        self.reshaped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the term."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus() and self._first:
            self._first()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the term too."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            if self._first:
                self._first()
        else:
            super().mouseReleaseEvent(event)


class SuggestionRow(Row):
    """Two words that may mean one thing, why, and what to do with them."""

    def __init__(self, key: str, context: PanelContext, words: tuple[str, str], because: str) -> None:
        super().__init__(key, context.looks)
        self._state = context.state
        self.edge = context.looks.warning
        for side, word in zip((Discipline.CX, Discipline.UX), words, strict=True):
            line = WordLine(context, side)
            line.show_word(word)
            self.column.addWidget(line)
        self.column.addWidget(quiet_label(because))
        self._acts = FlowLayout(gap=12)
        self.column.addLayout(self._acts)
        self._by_key: dict[Qt.Key, Callable[[], object]] = {}
        self.setAccessibleName(f"“{words[0]}” and “{words[1]}” may mean one thing")
        self.setAccessibleDescription(because)

    def offer(self, take: Act, drop: Act, *others: Act) -> None:
        """Offer acts; Enter does the first, Delete the second."""
        self._by_key = {
            Qt.Key.Key_Return: take[1],
            Qt.Key.Key_Enter: take[1],
            Qt.Key.Key_Delete: drop[1],
        }
        for words, do in (*changing(self._state, take, drop), *others):
            self._acts.addWidget(link_button(words, do))

    def show_record(self) -> None:
        """A pair stays as it is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the pair as a term; Delete drops it."""
        do = self._by_key.get(Qt.Key(event.key())) if self.hasFocus() else None
        if do is not None:
            do()
        else:
            super().keyPressEvent(event)


class WordLine(QWidget):
    """A discipline's plate and its word, or that it has none."""

    def __init__(self, context: PanelContext, side: Discipline) -> None:
        super().__init__()
        self._side = side
        self._told = ""
        self._word, self._gap = quiet_label(), quiet_label("no word of its own")
        self._word.setProperty("quiet", False)
        words = QVBoxLayout()
        words.addWidget(self._word)
        words.addWidget(self._gap)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(discipline_plate(side, context.looks), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @property
    def told(self) -> str:
        """What it says, for those who hear it."""
        return f"{self._side.tag} says {self._told or 'nothing of its own'}"

    def show_word(self, word: str) -> None:
        """Show a word; an empty one is none."""
        self._told = word
        self._word.setText(word)
        self._word.setVisible(bool(word))
        self._gap.setVisible(not word)
