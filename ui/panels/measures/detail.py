"""An opened measure: name, definition, both lenses, check date, readings, and the cards that it measures."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.panels.card_chips import CardChips
from ui.panels.choices import ChoiceField
from ui.panels.fields import TextField
from ui.panels.labelled import Labelled, quiet_label
from ui.panels.looking_only import leave_out
from ui.panels.measures.choosing import NEW_NAME
from ui.panels.measures.lens_box import LensBox
from ui.panels.measures.readings import Readings
from ui.panels.measures.row import SIDES
from ui.panels.panel_page import PanelContext
from ui.panels.row import link_button
from ui.panels.section import Section
from ui.panels.sheet import Sheet
from ui.panels.side_by_side import SideBySide
from ui.panels.strict_fields import DayField, StrictLine
from ui.window_state import ORIGIN
from workshop.commands.measures import change_measure, measure_cards, remove_measure, unmeasure_cards
from workshop.method.measuring import Breakdown, breakdowns_of, gone_cards, gone_caution
from workshop.method.records import records_of
from workshop.model.measures import Measure


class MeasureSheet(Sheet):
    """Everything of a measure, each field edited where it stands."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self._by: Breakdown | None = None
        self.fields = {
            "name": Labelled("Name", StrictLine(), "measure:name", wide=True),
            "definition": Labelled(
                "Definition", TextField("What success is", 2), "measure:definition", wide=True
            ),
        }
        for field in self.fields.values():
            self.column.addWidget(field)
        self._lenses = SideBySide()
        self.lenses = {side: LensBox(context, side) for side in SIDES}
        for box in self.lenses.values():
            self._lenses.add(box)
        self._broken_down = Labelled("Charts show", ChoiceField(self._ways), "measure:by")
        self._broken_down.editor.changes_session = False
        self._broken_down.editor.edited.connect(self._break_down)
        self.column.addWidget(self._broken_down)
        self.column.addWidget(self._lenses)
        self.fields["check_on"] = Labelled("Checked on", DayField(), "measure:check_on")
        self.column.addWidget(self.fields["check_on"])
        for name, field in self.fields.items():
            field.editor.edited.connect(lambda value, name=name: self._on_edited(name, value))
        self._add_readings()
        self._add_cards()
        remove = link_button("Delete this measure", self._remove)
        leave_out(self.state, remove)
        self.column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    @property
    def measure(self) -> Measure | None:
        """What is shown."""
        return records_of(self.context.board, Measure).get(self.record_id)

    def show_record(self, record_id: str) -> None:
        """Show another measure whole, not broken down."""
        if record_id != self.record_id:
            self._by = None
        super().show_record(record_id)

    def fill(self) -> None:
        """Show the measure as it is now."""
        measure = self.measure
        if measure is None:
            return
        for name, field in self.fields.items():
            field.editor.show_value(getattr(measure, name))
        ways = breakdowns_of(measure)
        self._by = self._by if self._by in ways else None
        self._broken_down.setVisible(bool(ways))
        for box in self.lenses.values():
            box.show_measure(measure, self._by)
        charts = [box.chart.chart for box in self.lenses.values()]
        shown = self._by or next((chart.by for chart in charts if chart and chart.by), None)
        self._broken_down.editor.show_value(shown)
        self.readings.show_measure(measure)
        count = len(measure.readings)
        self._readings.summarize("1 reading" if count == 1 else f"{count} readings" if count else "none yet")
        self._show_cards(measure)

    def take_keyboard(self) -> None:
        """To the name of a new measure, else to the gap of one that is one-sided, else to the name."""
        measure, name = self.measure, self.fields["name"].editor.focusProxy()
        gap = next((box for box in self.lenses.values() if not box.fill_in.isHidden()), None)
        if measure is not None and measure.name != NEW_NAME and gap is not None:
            gap.fill_in.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(name, QLineEdit):
            name.setFocus(Qt.FocusReason.OtherFocusReason)
            if measure is not None and measure.name == NEW_NAME:
                name.selectAll()

    def measure_selected(self) -> None:
        """Measure the cards that are selected on the board."""
        measure_selected(self.context, self.record_id)

    def _add_readings(self) -> None:
        self._readings = Section("Readings", self.looks)
        self.readings = Readings(self.context)
        self._readings.body.addWidget(self.readings)
        self.column.addWidget(self._readings)

    def _add_cards(self) -> None:
        section = Section("Cards it measures", self.looks)
        self._gone = quiet_label(caution=True)
        self._let_go = link_button("Let go of them", self._forget_gone)
        self._none = quiet_label("None yet. Drag the measure from the list onto a card, or select cards first.")
        self.chips = CardChips(self.context, self._unlink)
        self.link = link_button("Measure the selected cards", self.measure_selected)
        leave_out(self.state, self._let_go, self.link)
        parts: tuple[QWidget, ...] = (self._none, self.chips, self._gone, self._let_go, self.link)
        for part in parts:
            section.body.addWidget(part)
        for act in (self._let_go, self.link):
            section.body.setAlignment(act, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(section)

    def _show_cards(self, measure: Measure) -> None:
        self.chips.show_cards(measure.cards)
        self._none.setVisible(not measure.cards)
        self._gone.setText(gone_caution(measure, self.context.visible))
        self._gone.setVisible(bool(self._gone.text()))
        self._let_go.setVisible(bool(self._gone.text()))
        self.link.setEnabled(bool(self.state.cards))

    def _ways(self) -> list[tuple[Breakdown | None, str]]:
        measure = self.measure
        ways = breakdowns_of(measure) if measure else ()
        return [(None, "Everything"), *((by, f"By {by.value}") for by in ways)]

    def _break_down(self, by: Any) -> None:
        self._by = by
        self.fill()

    def _on_edited(self, name: str, value: Any) -> None:
        key = self.record_id
        self.fields[name].attempt(
            lambda: change_measure(self.state.workshop, origin=ORIGIN, measure_id=key, **{name: value})
        )

    def _unlink(self, *cards: str) -> None:
        self.state.do(
            lambda: unmeasure_cards(
                self.state.workshop, origin=ORIGIN, measure_id=self.record_id, card_ids=cards
            )
        )

    def _forget_gone(self) -> None:
        if (measure := self.measure) is not None:
            self._unlink(*gone_cards(measure, self.context.visible))

    def _remove(self) -> None:
        self.state.do(lambda: remove_measure(self.state.workshop, origin=ORIGIN, measure_id=self.record_id))


def measure_selected(context: PanelContext, measure_id: str) -> None:
    """Say that a measure measures the selected cards too."""
    state = context.state
    order = [card for card in context.board.cards if card in state.cards]
    if not order:
        state.message.emit("Select the cards that it measures first.")
        return
    state.do(lambda: measure_cards(state.workshop, origin=ORIGIN, measure_id=measure_id, card_ids=order))
