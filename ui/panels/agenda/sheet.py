"""An opened step: title, phase, length, mode, prompt, what is shown of authors, and the facilitator's note."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.canvas.masked_field import MaskedField
from ui.panels.agenda.fields import MinutesField
from ui.panels.card_words import named
from ui.panels.choices import ChoiceField
from ui.panels.fields import TextField
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import Labelled, quiet_label
from ui.panels.looking_only import changing
from ui.panels.panel_page import PanelContext
from ui.panels.row import Act, link_button
from ui.panels.sheet import Sheet
from ui.panels.strict_fields import StrictLine
from ui.window_state import ORIGIN
from workshop.commands.agenda import change_step
from workshop.facilitation.modes import RULES
from workshop.method.records import records_of
from workshop.model.cards import Anonymity
from workshop.model.diamonds import Phase
from workshop.model.facilitation import AgendaStep, Mode

NEW_TITLE = "New step"

_PHASES = named(Phase, "No phase")
_MODES = named(Mode)
_AUTHORS = named(Anonymity)


class StepSheet(Sheet):
    """Everything of a step, each field edited where it stands."""

    def __init__(
        self,
        context: PanelContext,
        *,
        go: Callable[[str], object],
        duplicate: Callable[[str], object],
        remove: Callable[[str], object],
    ) -> None:
        super().__init__(context)
        self.fields = {
            "title": Labelled("Title", StrictLine(), "step:title", wide=True),
            "mode": Labelled("Mode", ChoiceField(lambda: _MODES), "step:mode"),
            "phase": Labelled("Phase", ChoiceField(lambda: _PHASES), "step:phase"),
            "minutes": Labelled("Minutes", MinutesField(), "step:minutes"),
            "anonymity": Labelled("Authors", ChoiceField(lambda: _AUTHORS), "step:anonymity"),
            "prompt": Labelled("Prompt", TextField("What the room is asked", 2), "step:prompt", wide=True),
            "note": Labelled("Note", self._note_field(), "step:note", wide=True),
        }
        self._rules = quiet_label()
        for name, field in self.fields.items():
            self.column.addWidget(field)
            if name == "mode":
                self.column.addWidget(self._rules)
            field.editor.edited.connect(partial(self._on_edited, name))
        acts = FlowLayout(gap=12)
        here: Act = ("Go to this step", partial(self._on_act, go))
        copying, removing = (
            ("Duplicate", partial(self._on_act, duplicate)),
            ("Delete", partial(self._on_act, remove)),
        )
        for words, do in (here, *changing(self.state, copying, removing)):
            acts.addWidget(link_button(words, do))
        self.column.addLayout(acts)
        self.column.addStretch(1)

    def _note_field(self) -> TextField:
        """What the room is not to read, even where it sees this screen."""
        field = TextField("For the facilitator alone", 2)
        MaskedField(field.field, self.state.masking)
        return field

    @property
    def step(self) -> AgendaStep | None:
        """The step that is shown."""
        return records_of(self.context.board, AgendaStep).get(self.record_id)

    def fill(self) -> None:
        """Show the step as it is now."""
        if (step := self.step) is None:
            return
        for name, field in self.fields.items():
            field.editor.show_value(getattr(step, name))
        self._rules.setText(RULES[step.mode].words)

    def take_keyboard(self) -> None:
        """To the title; a new step's is written over."""
        inside = self.fields["title"].editor.focusProxy()
        if isinstance(inside, QLineEdit):
            inside.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.step is not None and self.step.title == NEW_TITLE:
                inside.selectAll()

    def _on_act(self, do: Callable[[str], object]) -> None:
        self.settle()
        do(self.record_id)

    def _on_edited(self, name: str, value: Any) -> None:
        key = self.record_id
        if name == "minutes":
            value = value or 0
        self.fields[name].attempt(
            lambda: change_step(self.state.workshop, origin=ORIGIN, step_id=key, **{name: value})
        )
