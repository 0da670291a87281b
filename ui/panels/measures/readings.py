"""The readings of a measure: the list, newest first, and the line on which one is added or changed."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.layouts import empty
from ui.panels.choices import ChoiceField
from ui.panels.labelled import Labelled, quiet_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.panels.row import link_button
from ui.panels.strict_fields import DayField, DecimalField, StrictLine
from ui.panels.tab_order import put_in_order
from ui.theme.icons import icon
from ui.window_state import ORIGIN
from workshop.commands.measures import add_reading, change_reading, remove_reading
from workshop.errors import WorkshopError
from workshop.method.checks import day_words
from workshop.method.measure_words import part_text, reading_text
from workshop.method.measuring import Breakdown
from workshop.model.measures import Measure, Reading

_FIRST = 8
"""So many readings are listed until more are asked for."""


class Readings(QWidget):
    """Lists and adds readings."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._measure: Measure | None = None
        self._shown: object = None
        self._all = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.listed = QVBoxLayout()
        self.listed.setSpacing(6)
        column.addLayout(self.listed)
        self.form = ReadingForm(context)
        leave_out(context.state, self.form)
        column.addWidget(self.form)

    def show_measure(self, measure: Measure) -> None:
        """List the readings of a measure."""
        if self._measure is not None and self._measure.id != measure.id:
            self._all = False
        self._measure = measure
        self.form.show_measure(measure)
        shown = (measure.id, measure.readings, measure.cx.unit, measure.ux.unit, self._all)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self.listed)
        newest = list(reversed(measure.readings))
        rows = [self._row(measure, reading) for reading in (newest if self._all else newest[:_FIRST])]
        if len(newest) > _FIRST and not self._all:
            rows.append(link_button(f"Show all {len(newest)} readings", self._show_all))
        for row in rows:
            self.listed.addWidget(row)
        put_in_order(self.form, rows)

    def _row(self, measure: Measure, reading: Reading) -> QWidget:
        part = ", ".join(words for words in (part_text(reading), reading.note) if words)
        day = day_words(reading.at)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        words = quiet_label(f"{day}{part and ': '}{part}\n{reading_text(measure, reading)}")
        change = _tool("pencil-simple", f"Change the reading of {day}", self._context)
        change.clicked.connect(lambda: self.form.begin_change(reading))
        remove = _tool("x", f"Delete the reading of {day}", self._context)
        remove.clicked.connect(lambda: self._remove(measure, reading))
        leave_out(self._context.state, change, remove)
        layout.addWidget(words, 1)
        layout.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _remove(self, measure: Measure, reading: Reading) -> None:
        state = self._context.state
        state.do(lambda: remove_reading(state.workshop, origin=ORIGIN, measure_id=measure.id, reading=reading))

    def _show_all(self) -> None:
        self._all = True
        if self._measure is not None:
            self.show_measure(self._measure)


class ReadingForm(QWidget):
    """The fields of a reading to come, or of one that is changed. Enter in any of them gives it."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._measure: Measure | None = None
        self._changed: Reading | None = None
        self.fields = {
            "at": Labelled("Day", DayField(), "reading:at"),
            "cx": Labelled("CX", DecimalField(), "reading:cx"),
            "ux": Labelled("UX", DecimalField(), "reading:ux"),
            "of": Labelled("Of", ChoiceField(_parts), "reading:of"),
            "part": Labelled("Which", StrictLine("Billing page"), "reading:part"),
            "note": Labelled("Note", StrictLine("Where it was measured"), "reading:note"),
        }
        self._values: dict[str, Any] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        for name, field in self.fields.items():
            self._column.addWidget(field)
            field.editor.edited.connect(lambda value, name=name: self._take(name, value))
        self.notice = quiet_label(fault=True)
        self.notice.hide()
        self._column.addWidget(self.notice)
        self.give = QPushButton("Add the reading")
        self.give.setObjectName("giveReading")
        self.give.clicked.connect(self.submit)
        self._leave = link_button("Leave it as it was", self.begin_new)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.give)
        row.addWidget(self._leave)
        row.addStretch(1)
        self._column.addLayout(row)
        self.begin_new()

    def show_measure(self, measure: Measure) -> None:
        """The measure to which readings go. What is in the fields stays unless it is another one."""
        if self._measure is None or self._measure.id != measure.id:
            self._measure = measure
            self.begin_new()
        self._measure = measure
        if self._changed is not None and self._changed not in measure.readings:
            self.begin_new()

    def begin_new(self) -> None:
        """Empty fields, with today."""
        self._changed = None
        self._show({"at": date.today(), "of": None})
        self.give.setText("Add the reading")
        self._leave.hide()

    def begin_change(self, reading: Reading) -> None:
        """Fields with a reading, which is changed."""
        self._changed = reading
        of = next((by for by in Breakdown if getattr(reading, by.value)), None)
        part = getattr(reading, of.value) if of else ""
        values = {"at": reading.at, "cx": reading.cx, "ux": reading.ux, "note": reading.note}
        self._show({**values, "of": of, "part": part})
        self.give.setText("Change the reading")
        self._leave.show()
        self.fields["at"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Give the reading; what cannot be taken is said, and stays."""
        for field in self.fields.values():
            field.editor.settle()
        if self._measure is None or any(not field.notice.isHidden() for field in self.fields.values()):
            return
        if self._values.get("at") is None:
            self.fields["at"].refuse("Say on which day it was measured.")
            return
        try:
            self._give(self._measure.id, self._reading())
        except WorkshopError as error:
            self._tell(str(error))
            return
        self.begin_new()
        self.fields["cx"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the reading; Escape leaves one that is changed as it was."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.begin_new if self._leave.hasFocus() else self.submit)()
        elif event.key() == Qt.Key.Key_Escape and self._changed is not None:
            self.begin_new()
        else:
            super().keyPressEvent(event)

    def _give(self, measure_id: str, reading: Reading) -> None:
        workshop = self._context.state.workshop
        if self._changed is None:
            add_reading(workshop, origin=ORIGIN, measure_id=measure_id, reading=reading)
        else:
            change_reading(
                workshop, origin=ORIGIN, measure_id=measure_id, reading=self._changed, changed=reading
            )

    def _reading(self) -> Reading:
        """The reading as written; a part without a name is the whole. Other parts of a changed one stay."""
        values = self._values
        parts = {by.value: getattr(self._changed, by.value, "") for by in Breakdown}
        if self._changed is not None:
            was = next((by for by in Breakdown if parts[by.value]), None)
            parts = {**parts, was.value: ""} if was else parts
        if (of := values.get("of")) is not None:
            parts[of.value] = values.get("part") or ""
        note = values.get("note") or ""
        return Reading(at=values["at"], cx=values.get("cx"), ux=values.get("ux"), note=note, **parts)

    def _take(self, name: str, value: Any) -> None:
        self._values[name] = value
        self.fields[name].editor.show_value(value)
        self._tell("")
        if name == "of":
            self._show_part()

    def _show(self, values: dict[str, Any]) -> None:
        for field in self.fields.values():
            field.forget()
        self._values = {name: values.get(name) for name in self.fields}
        for name, field in self.fields.items():
            field.editor.show_value(self._values[name])
        self._tell("")
        self._show_part()

    def _show_part(self) -> None:
        self.fields["part"].setVisible(self._values.get("of") is not None)

    def _tell(self, message: str) -> None:
        self.notice.setText(message)
        self.notice.setVisible(bool(message))


def _parts() -> list[tuple[Breakdown | None, str]]:
    return [(None, "Everything"), *((by, f"One {by.value}") for by in Breakdown)]


def _tool(name: str, words: str, context: PanelContext) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name, context.looks.muted))
    button.setProperty("flat", True)
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button
