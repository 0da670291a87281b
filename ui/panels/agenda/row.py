"""A step in the list: when it begins, its title, how long it takes, and acts. It is dragged to another place."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from ui.elided import ElidedLabel
from ui.panels.agenda.fields import MinutesField
from ui.panels.agenda.times import clock_words
from ui.panels.dragged_row import DraggedRow
from ui.panels.labelled import Labelled, quiet_label, strong_label
from ui.panels.panel_page import PanelContext
from ui.panels.reordering import GRIP_TIP
from ui.panels.row import Act
from ui.theme.scale import px
from ui.window_state import ORIGIN
from workshop.commands.agenda import change_step
from workshop.facilitation.timetable import Slot
from workshop.model.cards import Anonymity
from workshop.model.text import short

_CLOCK, _PROMPT = 40, 120
"""The width of the clock's time in pixels, and the letters of a prompt that are shown."""

_AUTHORS = {Anonymity.NAMES: "", Anonymity.DISCIPLINE_ONLY: "no names", Anonymity.NONE: "no authors"}
_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Steps(Protocol):
    """What a row asks of the page."""

    def slot_of(self, key: str) -> Slot | None:
        """The step by the clock."""
        ...

    def acts_of(self, key: str) -> list[Act]:
        """What is offered for a step; the first is what Enter does."""
        ...

    def move_by(self, key: str, way: int) -> None:
        """Move a step up (−1) or down (1)."""
        ...

    def remove(self, key: str) -> None:
        """Take a step out of the agenda."""
        ...


class StepRow(DraggedRow):
    """Alt with an arrow moves the step, Delete removes it, a click opens it."""

    def __init__(self, key: str, context: PanelContext, steps: Steps) -> None:
        super().__init__(key, context.looks)
        self._context = context
        self._steps = steps
        self._shown: object = None
        self.clicked.connect(lambda: self.first and self.first())
        self.clock = quiet_label()
        self.clock.setWordWrap(False)
        self.clock.setMinimumWidth(px(_CLOCK))
        self.heading = strong_label()
        self.left = strong_label()
        self.left.setWordWrap(False)
        self._what, self._prompt = quiet_label(), ElidedLabel()
        self._prompt.setProperty("quiet", True)
        for label in (self.clock, self.heading):
            label.setContentsMargins(0, px(5), 0, 0)
        field = MinutesField()
        field.setToolTip("Minutes; Up and Down step by five")
        field.less.hide()
        field.more.hide()
        self.minutes = Labelled("Minutes", field, f"minutes:{key}", wide=True)
        self.minutes.setParent(self)  # its field stands at the right, what it says of it below
        self.minutes.hide()
        field.edited.connect(self._on_minutes)
        self.column.addLayout(self._top())
        self.column.addLayout(self._second())
        self.column.addWidget(self._prompt)
        self.column.addWidget(self.minutes.notice)
        self.column.addLayout(self._acts)

    def show_record(self) -> None:
        """Show the step as it is now; while nobody changes it, only its times."""
        slot = self._steps.slot_of(self.key)
        if slot is None:
            return
        timer = self._context.state.timer
        present = slot.present and timer.step is not None
        self.left.setText(timer.words if present else "")
        self.left.setVisible(present)
        acts = self._steps.acts_of(self.key)
        told = (slot.step, clock_words(slot), slot.past, slot.minutes if slot.past else 0, present)
        if (*told, [words for words, _ in acts]) == self._shown:
            return
        self._shown = (*told, [words for words, _ in acts])
        self._tell(slot, present=present)
        self.show_acts(acts)
        self.reshaped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and remove it."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in _WAYS:
            self.minutes.editor.settle()
            self._steps.move_by(self.key, _WAYS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.hasFocus():
            self._steps.remove(self.key)
        else:
            super().keyPressEvent(event)

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(8)
        upper = Qt.AlignmentFlag.AlignTop
        top.addWidget(self.clock, 0, upper)
        top.addWidget(self.heading, 1, upper)
        top.addWidget(self.minutes.editor, 0, upper)
        top.addWidget(self.grip(GRIP_TIP), 0, upper)
        return top

    def _second(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._what, 1)
        row.addWidget(self.left)
        return row

    def _tell(self, slot: Slot, *, present: bool) -> None:
        step = slot.step
        self.clock.setText(clock_words(slot))
        self.heading.setText(step.title)
        parts = [step.mode.value.capitalize(), *([step.phase.value] if step.phase is not None else [])]
        if slot.past:
            parts.append(self._took(slot))
        if words := _AUTHORS[step.anonymity]:
            parts.append(words)
        self._what.setText(" · ".join(parts))
        self._prompt.setText(short(step.prompt, _PROMPT))
        self._prompt.setVisible(bool(step.prompt.strip()))
        self.minutes.editor.show_value(step.minutes)
        self.minutes.editor.setAccessibleName(f"Minutes of {short(step.title, 40)}")
        self.edge = self.looks.selection if present else ""
        self.setAccessibleName(f"{clock_words(slot)} {step.title}, {step.minutes} minutes")
        self.setAccessibleDescription(f"{self._what.text()}. {self._prompt.text()}")
        self.update()

    def _took(self, slot: Slot) -> str:
        """How long a step took that is over."""
        running = self._context.state.timer.room.running
        ran = running is not None and running.entered(slot.step.id)
        return f"took {slot.minutes} min" if ran else "left out"

    def _on_minutes(self, minutes: int | None) -> None:
        workshop = self._context.state.workshop
        self.minutes.attempt(
            lambda: change_step(workshop, origin=ORIGIN, step_id=self.key, minutes=minutes or 0)
        )
