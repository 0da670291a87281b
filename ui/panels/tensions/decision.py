"""The decision that settles a tension: what, why, by whom and on which principle; and the ones before it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.panels.card_words import named
from ui.panels.choices import ChoiceField, ManyField
from ui.panels.fields import TextField
from ui.panels.labelled import Labelled, quiet_label, strong_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.panels.row import link_button
from ui.panels.tensions.part import TensionPart
from workshop.commands.tensions import reopen_tension, settle_tension
from workshop.errors import WorkshopError
from workshop.method.checks import day_words
from workshop.method.records import records_of
from workshop.method.settling import decision_caution, decision_words, former_decisions
from workshop.model.session import Principle
from workshop.model.tensions import Framework, Tension, TensionDecision

_EMPTY: dict[str, Any] = {"text": "", "reason": "", "decided_by": (), "framework": None, "principle": None}


class DecisionPart(TensionPart):
    """A decision not given yet is kept for each tension as it was written."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self._drafts = context.state.drafts("tension")
        self._made, self._form = QWidget(), QWidget()
        self._build_made(QVBoxLayout(self._made))
        self._build_form(QVBoxLayout(self._form))
        self.before, self._undecided = quiet_label(), quiet_label("Not decided yet.")
        leave_out(context.state, self._form, self.reopen)
        for part in (self._made, self._form, self._undecided, self.before):
            self.column.addWidget(part)

    @property
    def draft(self) -> dict[str, Any]:
        """What was written of a decision of this tension."""
        return self._drafts.setdefault(self.tension.id if self.tension else "", dict(_EMPTY))

    def fill(self, tension: Tension) -> None:
        """Show the decision that settled it, or the form for one."""
        decision = tension.decision
        self._made.setVisible(decision is not None)
        self._form.setVisible(decision is None)
        self._undecided.setVisible(decision is None and self._form.isHidden())
        if decision is not None:
            self._show_made(decision)
        else:
            for name, field in self.fields.items():
                field.editor.show_value(self.draft[name])
            self._show_caution(self.draft["decided_by"])
        former = [self._told(one) for one in former_decisions(tension)]
        self.before.setText("\n".join(f"Decided before: {words}" for words in former))
        self.before.setVisible(bool(former))

    def settle(self) -> None:
        """Settle the tension by what is written; what lacks is said, and all stays."""
        for field in self.fields.values():
            field.editor.settle()
        if self.tension is None:
            return
        key = self.tension.id
        try:
            self.intent(settle_tension, **self.draft)()
        except WorkshopError as error:
            self._tell(str(error))
            return
        self._drafts.pop(key, None)
        self._tell("")

    def _build_made(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.text, self.reason, self.who = strong_label(), quiet_label(), quiet_label()
        self.made_caution = quiet_label(caution=True)
        for label in (self.text, self.reason, self.who, self.made_caution):
            column.addWidget(label)
        self.reopen = link_button("Reopen", self._reopen)
        self.reopen.setObjectName("reopenTension")
        column.addWidget(self.reopen, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_form(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.fields = {
            "text": Labelled("What is decided", TextField("The total on top", 2), "decision:text", wide=True),
            "reason": Labelled(
                "Because, in a sentence",
                TextField("For those who were not here", 2),
                "decision:reason",
                wide=True,
            ),
            "decided_by": Labelled("Decided by", ManyField(self.people), "decision:decided_by"),
            "framework": Labelled("Through", ChoiceField(_frameworks), "decision:framework"),
            "principle": Labelled("Rests on", ChoiceField(self._principles), "decision:principle"),
        }
        for name, field in self.fields.items():
            column.addWidget(field)
            field.editor.edited.connect(lambda value, name=name: self._take(name, value))
        self.caution, self.notice = quiet_label(caution=True), quiet_label(fault=True)
        self.notice.hide()
        give = QPushButton("Settle it")
        give.setObjectName("settleTension")
        give.clicked.connect(self.settle)
        column.addWidget(self.caution)
        column.addWidget(self.notice)
        column.addWidget(give, 0, Qt.AlignmentFlag.AlignLeft)

    def begin(self) -> None:
        """What was said of another decision goes."""
        self._tell("")

    def _show_made(self, decision: TensionDecision) -> None:
        board = self.context.board
        self.text.setText(decision.text)
        self.reason.setText(f"Because: {decision.reason}" if decision.reason else "No reason was given.")
        principle = records_of(board, Principle).get(decision.principle or "")
        rests = f" It rests on “{principle.text}”." if principle else ""
        words = decision_words(board, decision)
        day = f" on {day_words(decision.at.date())}" if decision.at else ""
        self.who.setText(f"{words[0].upper()}{words[1:]}{day}.{rests}")
        self.made_caution.setText(decision_caution(board, decision.decided_by))
        self.made_caution.setVisible(bool(self.made_caution.text()))

    def _told(self, decision: TensionDecision) -> str:
        return f"“{decision.text}” {decision.reason} ({decision_words(self.context.board, decision)})"

    def _show_caution(self, people: tuple[str, ...]) -> None:
        caution = decision_caution(self.context.board, people) if people else ""
        self.caution.setText(caution)
        self.caution.setVisible(bool(caution))

    def _take(self, name: str, value: Any) -> None:
        self.draft[name] = value
        self.fields[name].editor.show_value(value)
        self._tell("")
        self._show_caution(self.draft["decided_by"])

    def _reopen(self) -> None:
        self.state.do(self.intent(reopen_tension, by=self.state.writer))

    def _principles(self) -> list[tuple[str | None, str]]:
        principles = records_of(self.context.board, Principle).values()
        return [(None, "No principle"), *((one.id, one.text) for one in principles)]

    def _tell(self, message: str) -> None:
        self.notice.setText(message)
        self.notice.setVisible(bool(message))


def _frameworks() -> list[tuple[Framework | None, str]]:
    return named(Framework, "Talking it through")
