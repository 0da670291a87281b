"""The form of a decision: its reason, who decides, and the principle it rests on; for a result its words too."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.panels.choices import ChoiceField, ManyField
from ui.panels.fields import TextField
from ui.panels.labelled import Labelled, quiet_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.window_state import ORIGIN
from workshop.commands.deciding import decide, decide_result
from workshop.errors import WorkshopError
from workshop.facilitation.results import result_of
from workshop.method.people import name_of
from workshop.method.records import records_of
from workshop.method.settling import decision_caution
from workshop.model.cards import Card, CardKind
from workshop.model.facilitation import VotingRound
from workshop.model.session import Principle

_RESULT = "result:"


class DecisionForm(QWidget):
    """What is written and not decided yet is kept for each card and each result."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._about = ""
        self._drafts = context.state.drafts("decision")
        self.fields = {
            "text": Labelled("What is decided", TextField("One sentence", 2), "decide:text", wide=True),
            "reason": Labelled(
                "Because, in a sentence",
                TextField("For those who were not here", 2),
                "decide:reason",
                wide=True,
            ),
            "decided_by": Labelled("Decided by", self._people_field(), "decide:decided_by"),
            "principle": Labelled("Rests on", ChoiceField(self._principles), "decide:principle"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for name, field in self.fields.items():
            column.addWidget(field)
            field.editor.edited.connect(lambda value, name=name: self._take(name, value))
        self.caution, self.notice = quiet_label(caution=True), quiet_label(fault=True)
        self.give = QPushButton()
        self.give.setObjectName("decide")
        self.give.clicked.connect(self._decide)
        leave_out(context.state, self.give)
        column.addWidget(self.caution)
        column.addWidget(self.notice)
        column.addWidget(self.give, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def card(self) -> Card | None:
        """The card that is decided on, if it is one."""
        return self._context.board.cards.get(self._about)

    @property
    def written(self) -> dict[str, Any]:
        """The fields as they are written, else as the card has them."""
        card = self.card
        given = {
            "text": "",
            "reason": card.rationale if card is not None else "",
            "decided_by": card.decided_by if card is not None else (),
            "principle": card.principle if card is not None else None,
        }
        return {**given, **self._drafts.get(self._about, {})}

    def show_about(self, about: str) -> None:
        """Show the decision on a card or a result, or what was written for it."""
        if about != self._about:
            self._about = about
            self._tell("")
        written = self.written
        for name, field in self.fields.items():
            field.editor.show_value(written[name])
        self.fields["text"].setVisible(about.startswith(_RESULT))
        decided = self.card is not None and self.card.kind is CardKind.DECISION
        self.give.setText("Change the decision" if decided else "Decide")
        self.give.setVisible(not decided or bool(self._drafts.get(about)))
        self._show_caution(written["decided_by"])

    def keep(self) -> None:
        """Keep what was written as a draft of what is shown."""
        for field in self.fields.values():
            field.editor.settle()

    def take_keyboard(self) -> None:
        """To what is decided, or to the reason."""
        name = "text" if self._about.startswith(_RESULT) else "reason"
        self.fields[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def cards_of_result(self) -> list[Card]:
        """The first card of the result, and those that tie with it."""
        result = self._result()
        cards = self._context.board.cards
        return [cards[row.card] for row in result.top(1)] if result is not None else []

    def _result(self) -> Any:
        found = records_of(self._context.board, VotingRound).get(self._about.removeprefix(_RESULT))
        return result_of(self._context.visible, found) if found is not None else None

    def _decide(self) -> None:
        self.keep()
        state, about = self._context.state, self._about
        fields = self.written
        text = fields.pop("text")
        try:
            if about.startswith(_RESULT):
                decision = decide_result(
                    state.workshop,
                    origin=ORIGIN,
                    round_id=about.removeprefix(_RESULT),
                    text=text,
                    author=state.writer,
                    **fields,
                )
            else:
                decision = decide(state.workshop, origin=ORIGIN, card_id=about, **fields)
        except WorkshopError as error:
            self._tell(str(error))
            return
        self._drafts.pop(about, None)
        self._tell("")
        self._context.open_panel("deciding", decision.id)

    def _take(self, name: str, value: Any) -> None:
        self._drafts.setdefault(self._about, {})[name] = value
        self.fields[name].editor.show_value(value)
        self.give.show()
        self._tell("")
        self._show_caution(self.written["decided_by"])

    def _show_caution(self, people: tuple[str, ...]) -> None:
        caution = decision_caution(self._context.board, people) if people else ""
        self.caution.setText(caution)
        self.caution.setVisible(bool(caution))

    def _tell(self, message: str) -> None:
        self.notice.setText(message)
        self.notice.setVisible(bool(message))

    def _people_field(self) -> ManyField:
        board = self._context.board

        def people() -> list[tuple[str, str]]:
            return [(one.id, f"{one.name} · {one.discipline.tag}") for one in board.participants.values()]

        return ManyField(people, lambda person: name_of(board, person))

    def _principles(self) -> list[tuple[str | None, str]]:
        principles = records_of(self._context.board, Principle).values()
        return [(None, "No principle"), *((one.id, one.text) for one in principles)]
