"""The panel of questions to the other side: what CX is asked, what UX is asked, and how it stands."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton

from ui.panels.answering import begin_answer
from ui.panels.looking_only import changing, leave_out
from ui.panels.panel_page import MARGIN, PanelContext, PanelPage
from ui.panels.questions.asking import ask_card, ask_new, askable, take_back
from ui.panels.questions.row import QuestionRow
from ui.panels.row import Act
from ui.panels.row_list import RowList
from ui.panels.teaching import Teaching
from ui.theme.icons import icon
from workshop.changes.change_set import Change, ChangeSet
from workshop.method.asking import Question, question_of, questions_sentence, questions_to
from workshop.method.leading import SIDES
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.links import Link
from workshop.model.people import Participant
from workshop.model.session import Session

_NEW, _SELECTED = "Ask a question", "Ask the selected question"


class QuestionsPage(PanelPage):
    """Shows the list of one side: overdue questions first, then open ones by date, then answered ones."""

    title = "Questions to the other side"

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.side = Discipline.CX
        self._lists: dict[Discipline, list[Question]] | None = None
        self._read_on: date | None = None
        self._questions: dict[str, Question] = {}
        self.rows = RowList(self._row)
        self.body.addLayout(self._sides())
        self._nothing = Teaching(
            "What does the other side know that you do not? Ask it by a card with a date; the answer is linked to the "
            "question, and each side takes its list home.",
            _NEW,
            self.ask,
        )
        self.begin = QPushButton(_NEW)
        self.begin.setObjectName("askQuestion")
        self.begin.setIcon(icon("plus", self.looks.ink))
        self.begin.clicked.connect(self.ask)
        self.home = QPushButton("Take home…")
        self.home.setObjectName("takeHomeMenu")
        self.home.clicked.connect(self._open_menu)
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 4, MARGIN, 12)
        leave_out(self.state, self.begin, self._nothing.button)
        bar.addWidget(self.begin)
        bar.addWidget(self.home)
        bar.addStretch(1)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.rows, 1)
        self.body.addLayout(bar)
        self.state.selection_changed.connect(self._on_selection)
        self.state.board_changed.connect(self._note)

    @property
    def today(self) -> date:
        """The day by which questions are overdue or not."""
        return self.state.workshop.clock().date()

    def refresh(self) -> None:
        """Show the list of the side as it is now, and how long the other one is."""
        lists = self._read()
        for side, chip in self.chips.items():
            count = len(lists[side])
            chip.setText(f"For {side.tag}  {count}" if count else f"For {side.tag}")
            chip.setAccessibleName(f"For {side.tag}: {questions_sentence(lists[side]) or 'none'}")
            chip.setChecked(side is self.side)
        self._questions = {question.card.id: question for question in lists[self.side]}
        self.rows.setAccessibleName(f"Questions for {self.side.tag}")
        self.rows.show_rows(tuple(self._questions))
        self.rows.setVisible(bool(self._questions))
        self.begin.setVisible(bool(self._questions))
        self.home.setVisible(bool(self._questions))
        self._nothing.setVisible(not self._questions)
        self.say(_capital(questions_sentence(lists[self.side])))
        self._name_begin()

    def show_record(self, record_id: str) -> None:
        """Bring the question of a card into sight, in the list of its side, with the keyboard at its date."""
        card = self.context.board.cards.get(record_id)
        question = question_of(self.context.visible, card, self.today) if card is not None else None
        if question is None:
            return
        self.side = question.asked_of if question.asked_of in SIDES else self.side
        self.refresh()
        self.rows.go_to(record_id)
        row = next((row for row in self.rows.rows if row.key == record_id), None)
        if isinstance(row, QuestionRow) and question.until is None:
            row.take_date()

    def show_side(self, side: Discipline) -> None:
        """Show the list of a side."""
        self.side = side
        self.refresh()

    def ask(self) -> None:
        """Ask the selected question, or begin a card that asks."""
        card = askable(self.context.canvas)
        if card is None:
            ask_new(self.context.canvas, self.side)
        elif ask_card(self.context.canvas, card, self.side):
            self.show_record(card)

    def _read(self) -> dict[Discipline, list[Question]]:
        """The lists of both sides, read again only on another day and after a change that may matter."""
        visible, today = self.context.visible, self.today
        if self._lists is None or self._read_on != today:
            self._read_on = today
            self._lists = {side: questions_to(visible, side, today) for side in SIDES}
        return self._lists

    def _note(self, change_set: ChangeSet) -> None:
        """Forget the lists when questions, what answers them, or the names of people may be others."""
        if self._lists is None:
            return
        answers = {one.id for questions in self._lists.values() for each in questions for one in each.answers}
        if any(_matters(change, answers) for change in change_set.changes):
            self._lists = None

    def _sides(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(6)
        group = QButtonGroup(self)
        self.chips: dict[Discipline, QPushButton] = {}
        for side in SIDES:
            chip = self.chips[side] = QPushButton(f"For {side.tag}")
            chip.setObjectName(f"questionsFor:{side.tag}")
            chip.setProperty("chip", True)
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._on_chip, side))
            group.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _on_chip(self, side: Discipline, _checked: bool = False) -> None:
        self.show_side(side)

    def _row(self, key: str) -> QuestionRow:
        return QuestionRow(key, self.context, self._about, self._acts)

    def _about(self, key: str) -> Question | None:
        return self._questions.get(key)

    def _acts(self, question: Question) -> list[Act]:
        key = question.card.id
        answers = [answer.id for answer in question.answers]
        acts: list[Act] = [("Show", partial(self.context.show_cards, (key,)))]
        if answers:
            acts.append(("Show the answer", partial(self.context.show_cards, (key, *answers))))
        else:
            acts += changing(self.state, ("Answer", partial(begin_answer, self.context, key)))
        return [*acts, *changing(self.state, ("Ask nobody", partial(take_back, self.context.canvas, key)))]

    def _open_menu(self) -> None:
        from ui.panels.questions.taking_home import open_home_menu

        open_home_menu(self.context, self.side, self.today, self.home)

    def _on_selection(self) -> None:
        if self.isVisible():
            self._name_begin()

    def _name_begin(self) -> None:
        words = _SELECTED if askable(self.context.canvas) is not None else _NEW
        self.begin.setText(words)
        self._nothing.button.setText(words)


def _matters(change: Change, answers: set[str]) -> bool:
    """Whether a change may make a list other than it was."""
    if not isinstance(change.record, Card):
        return isinstance(change.record, Link | Participant | Session)
    faces = [face for face in (change.before, change.after) if isinstance(face, Card)]
    tells = any(face.asked_of is not None or face.kind is CardKind.DECISION for face in faces)
    return tells or change.record.id in answers or len({face.hidden for face in faces}) > 1


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
