"""The rules of an open round as fields: its question, dots a person, and the limit on one card."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from ui.panels.labelled import Labelled
from ui.panels.panel_page import PanelContext
from ui.panels.row import Row
from ui.panels.strict_fields import StepField, StrictLine
from ui.window_state import ORIGIN
from workshop.commands.votes import MOST_DOTS
from workshop.model.facilitation import VotingRound


class RulesRow(Row):
    """What is given anew holds from then on; what people's dots no longer allow is refused below the field."""

    def __init__(self, key: str, context: PanelContext, found: Callable[[], VotingRound | None]) -> None:
        super().__init__(key, context.looks)
        self._context = context
        self._found = found
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Rules of the round")
        self.column.setSpacing(6)
        dots, limit = "The number of dots a person", "The limit on one card"
        self.fields = {
            "question": Labelled(
                "Question", StrictLine("What matters most to us?"), "rules:question", wide=True
            ),
            "dots": Labelled("Dots each", StepField(dots, 1, MOST_DOTS), "rules:dots"),
            "limit": Labelled("On one card at most", StepField(limit, 1, MOST_DOTS), "rules:limit"),
        }
        for name, field in self.fields.items():
            self.column.addWidget(field)
            field.editor.edited.connect(lambda value, name=name: self._change(name, value))

    def show_record(self) -> None:
        """Show the rules of now."""
        if (found := self._found()) is not None:
            for name, field in self.fields.items():
                field.editor.show_value(getattr(found, name))

    def take_keyboard(self) -> None:
        """To the question."""
        self.fields["question"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, name: str, value: Any) -> None:
        from workshop.commands.voting import change_round

        found, field, workshop = self._found(), self.fields[name], self._context.state.workshop
        if found is None:
            return
        if name == "dots" and value is None:
            field.refuse("Everybody needs at least one dot.")
            return
        field.attempt(lambda: change_round(workshop, origin=ORIGIN, round_id=found.id, **{name: value}))
        self.reshaped.emit()
