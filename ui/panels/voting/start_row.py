"""The form that starts a voting round: its question, its cards, dots a person, and the limit on one card."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.panels.choices import ChoiceField
from ui.panels.labelled import Labelled, quiet_label, strong_label
from ui.panels.panel_page import PanelContext
from ui.panels.row import Row
from ui.panels.strict_fields import StepField, StrictLine
from ui.panels.voting.options import Options, options_of
from ui.window_state import ORIGIN
from workshop.commands.votes import MOST_DOTS
from workshop.errors import WorkshopError
from workshop.facilitation.rounds import suggested_dots
from workshop.model.facilitation import Mode, VotingRound


class StartRow(Row):
    """What is written in it stays until the round is started. Dots are suggested from the number of cards."""

    def __init__(self, key: str, context: PanelContext) -> None:
        super().__init__(key, context.looks)
        self._context = context
        self._options: Options | None = None
        self._given: dict[str, Any] = {}
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Start a round")
        self.column.setSpacing(6)
        self.column.addWidget(strong_label("Start a round"))
        self.fields = {
            "question": Labelled(
                "Question", StrictLine("What matters most to us?"), "round:question", wide=True
            ),
            "cards": Labelled("On", ChoiceField(self._choices), "round:cards"),
            "dots": Labelled("Dots each", StepField("The number of dots a person", 1, MOST_DOTS), "round:dots"),
            "limit": Labelled(
                "On one card at most", StepField("The limit on one card", 1, MOST_DOTS), "round:limit"
            ),
        }
        for name, field in self.fields.items():
            self.column.addWidget(field)
            field.editor.edited.connect(lambda value, name=name: self._take(name, value))
        self._notice = quiet_label(fault=True)
        self.column.addWidget(self._notice)
        self.start = QPushButton("Start the round")
        self.start.setObjectName("startRound")
        self.start.clicked.connect(self._start)
        self.column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self._tell("")

    @property
    def options(self) -> Options:
        """What a round can be held on now."""
        if self._options is None:
            self._options = options_of(self._context.visible, self._context.state)
        return self._options

    @property
    def choice(self) -> str:
        """What is chosen to vote on: as somebody chose, while it is offered."""
        given = self._given.get("cards")
        return given if given in self.options.choices else self.options.first

    def show_record(self) -> None:
        """Show what is given, and what is suggested for the rest."""
        self._options = None
        self.fields["question"].editor.show_value(self._given.get("question", self._asked()))
        self.fields["cards"].editor.show_value(self.choice)
        suggested = suggested_dots(len(self.options.choices[self.choice]))
        self.fields["dots"].editor.show_value(self._given.get("dots") or suggested)
        self.fields["limit"].editor.show_value(self._given.get("limit"))

    def take_keyboard(self) -> None:
        """To the question."""
        self.fields["question"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked(self) -> str:
        """What the step asks, if one runs in which people vote."""
        step = self._context.state.workshop.room.step
        return " ".join(step.prompt.split()) if step is not None and step.mode is Mode.VOTE else ""

    def _choices(self) -> list[tuple[str, str]]:
        return [(choice, self.options.words(choice)) for choice in self.options.choices]

    def _take(self, name: str, value: Any) -> None:
        self._given[name] = value
        self._tell("")
        self.show_record()

    def _start(self) -> None:
        from workshop.commands.voting import start_round

        for field in self.fields.values():
            field.editor.settle()
        state, step = self._context.state, self._context.state.workshop.room.step
        try:
            made: VotingRound = start_round(
                state.workshop,
                origin=ORIGIN,
                card_ids=self.options.choices[self.choice],
                question=self._given.get("question", self._asked()),
                dots=self._given.get("dots"),
                limit=self._given.get("limit"),
                step_id=step.id if step is not None and step.mode is Mode.VOTE else None,
            )
        except WorkshopError as error:
            self._tell(str(error))
            return
        self._given.clear()
        self._context.open_panel("voting", made.id)

    def _tell(self, message: str) -> None:
        self._notice.setText(message)
        self._notice.setVisible(bool(message))
        self.reshaped.emit()
