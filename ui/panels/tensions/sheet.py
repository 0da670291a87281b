"""The sheet of a tension: its positions, five frameworks of which each can be used alone, the decision, the history."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from ui.panels.card_words import alone
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import Labelled, quiet_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.panels.row import link_button
from ui.panels.section import Section
from ui.panels.sheet import Sheet
from ui.panels.strict_fields import StrictLine
from ui.panels.tags import dress, plate
from ui.panels.tensions.decision import DecisionPart
from ui.panels.tensions.impact import ImpactPart
from ui.panels.tensions.part import TensionPart
from ui.panels.tensions.positions import Positions
from ui.panels.tensions.row import state_colours
from ui.panels.tensions.value import ValuePart
from ui.panels.tensions.written import CheckInPart, ExperimentPart, JobPart
from ui.window_state import ORIGIN
from workshop.commands.tensions import move_tension, name_tension, remove_tension
from workshop.method.records import records_of
from workshop.method.settling import frameworks_used, tension_title, why_not
from workshop.method.tension_words import state_text, step_text
from workshop.model.tensions import Framework, Tension, TensionState

_BACK_TO = {TensionState.OPEN: "Back to open", TensionState.SCORED: "Mark as scored"}


class TensionSheet(Sheet):
    """Shows one tension."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self._title = StrictLine()
        self.name = Labelled("Title", self._title, "tension:title", wide=True)
        self.name.editor.edited.connect(self._name)
        self.column.addWidget(self.name)
        self._add_state()
        self.positions = Positions(context)
        self.impact, self.value = ImpactPart(context), ValuePart(context)
        self.experiment, self.job, self.check_in = (
            ExperimentPart(context),
            JobPart(context),
            CheckInPart(context),
        )
        self.decision = DecisionPart(context)
        self.column.addWidget(self.positions)
        self.sections: dict[Framework, Section] = {}
        for framework, part in self._frameworks().items():
            self.sections[framework] = self._section(framework.value, part)
        self._section("decision", self.decision)
        self._history = Section("History", self.looks, opened=False)
        self._steps = quiet_label()
        self._history.body.addWidget(self._steps)
        self.column.addWidget(self._history)
        remove = link_button("Delete this tension", self._remove)
        leave_out(self.state, remove, *self._moves.values())
        self.column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    @property
    def tension(self) -> Tension | None:
        """What is shown."""
        return records_of(self.context.board, Tension).get(self.record_id)

    def show_record(self, record_id: str) -> None:
        """Show a tension; of another one the frameworks open in which work was done, or the first."""
        other = record_id != self.record_id
        super().show_record(record_id)
        if other and (tension := self.tension) is not None:
            used = frameworks_used(tension) or (Framework.CUSTOMER_IMPACT,)
            for framework, section in self.sections.items():
                section.show_opened(framework in used)

    def fill(self) -> None:
        """Show the tension as it is now."""
        tension, visible = self.tension, self.context.visible
        if tension is None:
            return
        own, derived = tension.title, tension_title(visible, tension, 18)
        self.name.editor.show_value(own or derived if self.state.workshop.read_only else own)
        self._title.field.setPlaceholderText(derived)
        self._show_state(tension)
        for part in (self.positions, *self._frameworks().values(), self.decision):
            part.show_tension(tension)
        used = frameworks_used(tension)
        for framework, section in self.sections.items():
            section.summarize("filled in" if framework in used else "not used")
        steps = [step_text(visible, step) for step in tension.history]
        self._history.summarize(f"{len(steps)} steps" if len(steps) != 1 else "1 step")
        self._history.setVisible(bool(steps))
        self._steps.setText("\n".join(steps))

    def take_keyboard(self) -> None:
        """To the title."""
        self.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _frameworks(self) -> dict[Framework, TensionPart]:
        return {
            Framework.CUSTOMER_IMPACT: self.impact,
            Framework.EXPERIMENT: self.experiment,
            Framework.JOBS_TO_BE_DONE: self.job,
            Framework.BUSINESS_VALUE: self.value,
            Framework.CHECK_IN: self.check_in,
        }

    def _section(self, title: str, part: TensionPart) -> Section:
        section = Section(title[0].upper() + title[1:], self.looks)
        section.body.addWidget(part)
        self.column.addWidget(section)
        return section

    def _add_state(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        self._state = plate("", self.looks.ink, self.looks.raised)
        row.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        acts = FlowLayout(gap=12)
        self._moves = {
            state: link_button(words, partial(self._move, state)) for state, words in _BACK_TO.items()
        }
        self.spotlight = link_button("Spotlight", self._spotlight)
        self.spotlight.setToolTip("Show its cards to the room and dim the rest; again ends it")
        self.state.presenting_changed.connect(self._show_spotlight)
        self._show_spotlight()
        for button in (*self._moves.values(), self.spotlight):
            acts.addWidget(button)
        row.addLayout(acts, 1)
        self.column.addLayout(row)

    def _show_state(self, tension: Tension) -> None:
        self._state.setText(alone(state_text(tension)))
        dress(self._state, *state_colours(tension.state, self.looks))
        for state, button in self._moves.items():
            movable = tension.state is not TensionState.SETTLED and not tension.secret
            button.setVisible(movable and not why_not(tension, state))

    def _show_spotlight(self) -> None:
        """Where nobody presents there is nothing to light."""
        self.spotlight.setVisible(self.state.presenting)

    def _spotlight(self) -> None:
        if (tension := self.tension) is not None:
            self.state.select(position.card for position in tension.positions)
            self.context.act("spotlight")

    def _move(self, state: TensionState) -> None:
        self.state.do(
            lambda: move_tension(
                self.state.workshop,
                origin=ORIGIN,
                tension_id=self.record_id,
                state=state,
                by=self.state.writer,
            )
        )

    def _name(self, title: str) -> None:
        self.name.attempt(
            lambda: name_tension(self.state.workshop, origin=ORIGIN, tension_id=self.record_id, title=title)
        )

    def _remove(self) -> None:
        self.state.do(lambda: remove_tension(self.state.workshop, origin=ORIGIN, tension_id=self.record_id))
