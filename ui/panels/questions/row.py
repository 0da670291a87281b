"""A question in a side's list: how it stands, whom it asks and by when, its answers, and acts."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from ui.layouts import empty
from ui.panels.card_words import words_alone
from ui.panels.choices import ChoiceField
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import Labelled, quiet_label, strong_label
from ui.panels.panel_page import PanelContext
from ui.panels.row import Act, Row, link_button
from ui.panels.strict_fields import DayField
from ui.theme.scale import px, text_scale
from ui.window_state import ORIGIN
from workshop.commands.questions import ask
from workshop.method.asking import Question, QuestionState
from workshop.method.leading import SIDES
from workshop.method.question_text import question_facts
from workshop.model.cards import Discipline

_LETTERS, _ANSWER_LETTERS = 240, 140
_SIDES = tuple((side, side.tag) for side in SIDES)
_SIDE_WIDTH = 76


class QuestionRow(Row):
    """`about` gives the question as it stands, `acts` what is offered; the first is what Enter does."""

    def __init__(
        self,
        key: str,
        context: PanelContext,
        about: Callable[[str], Question | None],
        acts: Callable[[Question], list[Act]],
    ) -> None:
        super().__init__(key, context.looks)
        self._context = context
        self._about, self._acts_of = about, acts
        self._shown: object = None
        self._first: Callable[[], object] | None = None
        self.heading = strong_label()
        self._facts, self._late = quiet_label(), quiet_label(caution=True)
        self._answers = quiet_label()
        self.asked = Labelled("Ask", ChoiceField(lambda: _SIDES), f"asked:{key}", wide=True)
        self.until = Labelled("Answer by", DayField(), f"until:{key}", wide=True)
        self.asked.editor.edited.connect(lambda side: self._ask(side, self._until()))
        self.until.editor.edited.connect(lambda day: self._ask(self._side(), day))
        self.asked.setFixedWidth(round(px(_SIDE_WIDTH) * min(text_scale(), 1.25)))
        fields = QHBoxLayout()
        fields.setSpacing(8)
        for field in (self.asked, self.until):
            fields.addWidget(field, 1 if field is self.until else 0, Qt.AlignmentFlag.AlignTop)
        self._acts = FlowLayout(gap=12)
        for label in (self.heading, self._late, self._facts, self._answers):
            self.column.addWidget(label)
        self.column.addLayout(fields)
        self.column.addLayout(self._acts)

    def show_record(self) -> None:
        """Show the question, if it stands otherwise than is shown."""
        question = self._about(self.key)
        if question is None:
            return
        visible = self._context.visible
        words = words_alone(visible, question.card, _LETTERS)
        answers = [words_alone(visible, answer, _ANSWER_LETTERS) for answer in question.answers]
        facts = question_facts(visible.board, question)
        if (question, words, answers, facts) == self._shown:
            return
        self._shown = (question, words, answers, facts)
        late = question.state is QuestionState.OVERDUE
        state, _, rest = facts.partition(" · ")
        self.heading.setText(words)
        self._late.setText(_capital(state))
        self._late.setVisible(late)
        self._facts.setText(rest if late else _capital(facts))
        self._answers.setText("\n".join(f"Answer: {answer}" for answer in answers))
        self._answers.setVisible(bool(answers))
        self.asked.editor.show_value(question.card.asked_of)
        self.until.editor.show_value(question.until)
        self.edge = self._edge(question)
        acts = self._acts_of(question)
        self._first = acts[0][1]
        empty(self._acts)
        for name, do in acts:
            self._acts.addWidget(link_button(name, do))
        self.setAccessibleName(words)
        self.setAccessibleDescription(". ".join((facts, self._answers.text())))
        self.update()
        self.reshaped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the card; Escape comes out of a field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus() and self._first:
            self._first()
        elif event.key() == Qt.Key.Key_Escape and not self.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def take_date(self) -> None:
        """Bring the keyboard to the day by which an answer is wanted."""
        self.until.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edge(self, question: Question) -> str:
        if question.state is QuestionState.ANSWERED:
            return ""
        late = question.state is QuestionState.OVERDUE
        return self.looks.warning if late else self.looks.disciplines[question.asked_of].accent

    def _side(self) -> Discipline:
        question = self._about(self.key)
        return question.asked_of if question is not None else Discipline.CX

    def _until(self) -> Any:
        question = self._about(self.key)
        return question.until if question is not None else None

    def _ask(self, side: Discipline, until: Any) -> None:
        field = self.until if until != self._until() else self.asked
        workshop = self._context.state.workshop
        asked = field.attempt(
            lambda: ask(workshop, origin=ORIGIN, card_id=self.key, discipline=side, until=until)
        )
        if asked is None and field is self.asked:
            field.editor.show_value(self._side())


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
