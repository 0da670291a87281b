"""The panel of the agenda: its steps by the clock, the total against what is booked, and what a step opens into."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton

from ui.panels.agenda.hours import Hours
from ui.panels.agenda.noting import Noting
from ui.panels.agenda.row import StepRow
from ui.panels.agenda.sheet import NEW_TITLE, StepSheet
from ui.panels.agenda.templating import SavingTemplate, offer_templates
from ui.panels.agenda.times import times_of, total_words
from ui.panels.labelled import quiet_label
from ui.panels.looking_only import changing, leave_out
from ui.panels.opening_page import OpeningPage
from ui.panels.panel_page import MARGIN, PanelContext
from ui.panels.reordering import Reordering
from ui.panels.row import Act
from ui.panels.teaching import Teaching
from ui.theme.icons import icon
from ui.window_state import ORIGIN
from workshop.commands.agenda import add_step, enter_step, move_step, remove_steps
from workshop.facilitation.timetable import Slot, Timetable
from workshop.method.records import records_of
from workshop.model.facilitation import AgendaStep


class AgendaPage(OpeningPage):
    """Lists the steps in their order."""

    title = "Agenda"
    back_words = "All steps"

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self._times: Timetable | None = None
        self._reordering = Reordering(self.rows, self.looks.selection, self._move_to)
        self.rows.setAccessibleName("Steps")
        self.hours = Hours(self.state)
        self.total = quiet_label()
        self.total.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._nothing = Teaching(
            "An agenda says what the room does when: who writes in silence, when cards are shared, what is decided. "
            "Begin with one that has proved itself, or with a step of your own.",
            "Begin from a template",
            self.choose_template,
        )
        self.note = Noting(self.state, self.looks)
        self.listing.addWidget(self.hours)
        self.listing.addWidget(self.note)
        self.listing.addWidget(self.total)
        self.listing.addWidget(self._nothing)
        self.listing.addWidget(self.rows, 1)
        self.saving = SavingTemplate(self.state)
        self.listing.addWidget(self.saving)
        self.listing.addLayout(self._bar())
        self.state.timer.ticked.connect(self._on_tick)
        self.state.timer.changed.connect(self._on_timer)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.add_behind)

    def has(self, record_id: str) -> bool:
        """Whether there is such a step."""
        return record_id in records_of(self.context.board, AgendaStep)

    def make_row(self, key: str) -> StepRow:
        """The row of a step."""
        row = StepRow(key, self.context, self)
        self._reordering.follow(row)
        return row

    def make_sheet(self) -> StepSheet:
        """What a step opens into."""
        return StepSheet(self.context, go=self.go_to_step, duplicate=self.duplicate, remove=self.remove)

    def show_list(self) -> None:
        """Show the agenda as it is now."""
        self._times = times_of(self.state.workshop)
        steps = [slot.step.id for slot in self._times.slots]
        self.hours.show_session(self.context.board.session)
        self.note.show_session(self.context.board.session)
        self.rows.show_rows(steps)
        self.rows.setVisible(bool(steps))
        self._nothing.setVisible(not steps)
        self._show_total()

    def show_record(self, record_id: str) -> None:
        """Bring a step into sight in the list, and the keyboard to it."""
        if self.has(record_id):
            self._show_in_list(record_id)

    def slot_of(self, key: str) -> Slot | None:
        """The step by the clock."""
        return self._times.slot(key) if self._times is not None else None

    def acts_of(self, key: str) -> list[Act]:
        """What is offered for a step."""
        running = self.state.timer.step
        acts: list[Act] = [("Open" if self.state.workshop.read_only else "Edit", partial(self.open, key))]
        if running is None or running.id != key:
            acts.append(("Start here" if running is None else "Go to", partial(self.go_to_step, key)))
        copying, removing = (
            ("Duplicate", partial(self.duplicate, key)),
            ("Remove", partial(self.remove, key)),
        )
        return [*acts, *changing(self.state, copying, removing)]

    def add(self) -> None:
        """Add a step at the end and open it."""
        step = self.state.do(lambda: add_step(self.state.workshop, origin=ORIGIN, title=NEW_TITLE))
        if step is not None:
            self.open(step.id)

    def add_behind(self) -> None:
        """Add a step behind the one that is open or has the keyboard, else at the end, and open it."""
        here = self.opened or self._row_with_keyboard()
        if self.sheet is not None and self.opened:
            self.sheet.settle()
        step = self.state.do(lambda: add_step(self.state.workshop, origin=ORIGIN, title=NEW_TITLE, after=here))
        if step is not None:
            self.open(step.id)

    def duplicate(self, key: str) -> None:
        """Put a copy behind a step."""
        step = records_of(self.context.board, AgendaStep).get(key)
        if step is None:
            return
        copied = self.state.do(
            lambda: add_step(
                self.state.workshop,
                origin=ORIGIN,
                title=step.title,
                phase=step.phase,
                minutes=step.minutes,
                mode=step.mode,
                prompt=step.prompt,
                anonymity=step.anonymity,
                note=step.note,
                after=key,
            )
        )
        if copied is not None:
            self._show_in_list(copied.id)

    def remove(self, key: str) -> None:
        """Take a step out of the agenda; the keyboard goes to the one in its place."""
        place = self.rows.keys.index(key) if key in self.rows.keys else 0
        self.state.do(lambda: remove_steps(self.state.workshop, origin=ORIGIN, step_ids=[key]))
        self.refresh()
        if self.rows.keys:
            self.rows.go_to(self.rows.keys[min(place, len(self.rows.keys) - 1)])

    def move_by(self, key: str, way: int) -> None:
        """Move a step up (−1) or down (1), the keyboard with it."""
        self._move_to(key, max(0, self.rows.keys.index(key) + way))

    def go_to_step(self, key: str) -> None:
        """Have this step run."""
        self.state.do(lambda: enter_step(self.state.workshop, origin=ORIGIN, step_id=key))

    def choose_template(self) -> None:
        """Offer the templates."""
        beside = self._nothing.button if self._nothing.isVisible() else self.more
        offer_templates(self.state, beside, self.saving)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 4, MARGIN, 12)
        new = QPushButton("Add a step")
        new.setObjectName("addStep")
        new.setToolTip("Ctrl+Enter adds one behind the step that has the keyboard")
        new.setIcon(icon("plus", self.looks.ink))
        new.clicked.connect(self.add)
        self.more = QPushButton("Templates…")
        self.more.setObjectName("agendaTemplates")
        self.more.clicked.connect(self.choose_template)
        leave_out(self.state, new, self.more, self._nothing.button)
        bar.addWidget(new)
        bar.addWidget(self.more)
        bar.addStretch(1)
        return bar

    def _row_with_keyboard(self) -> str | None:
        """The step in whose row the keyboard is; what is being typed there is taken."""
        focus = QApplication.focusWidget()
        for row in self.rows.rows:
            if isinstance(row, StepRow) and focus is not None and (row is focus or row.isAncestorOf(focus)):
                row.minutes.editor.settle()
                return row.key
        return None

    def _show_in_list(self, key: str) -> None:
        if self.opened is not None:
            self.close_record()
        self.refresh()
        self.rows.go_to(key)

    def _move_to(self, key: str, place: int) -> None:
        self.state.do(lambda: move_step(self.state.workshop, origin=ORIGIN, step_id=key, place=place))
        self.refresh()
        self.rows.go_to(key)

    def _show_total(self) -> None:
        assert self._times is not None
        words = total_words(self._times) if self._times.slots else ""
        spare = self._times.spare
        too_long = spare is not None and spare < 0
        if self.total.property("caution") != too_long:
            self.total.setProperty("caution", too_long)
            self.total.setProperty("quiet", not too_long)
            self.total.style().polish(self.total)
        if self.total.text() != words:
            self.total.setText(words)
        self.total.setVisible(bool(words))

    def _on_tick(self) -> None:
        """Only what the time changes is shown anew."""
        if self.isVisible() and self.opened is None:
            self._times = times_of(self.state.workshop)
            for row in self.rows.rows:
                row.show_record()
            self._show_total()

    def _on_timer(self) -> None:
        if self.isVisible():
            self.refresh()
