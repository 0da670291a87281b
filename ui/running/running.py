"""What the actions of running the agenda do, and the bars that show the step that runs."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.voting.voting import PANELS
from ui.window_state import ORIGIN
from workshop.facilitation.room import Room
from workshop.model.diamonds import Phase
from workshop.model.facilitation import AgendaStep
from workshop.model.text import short

if TYPE_CHECKING:
    from ui.canvas.canvas import Canvas
    from ui.running.prompt_line import PromptLine
    from ui.running.step_chip import StepChip
    from ui.top_bar import TopBar
    from workshop.picture.palette import Palette

_LAST = "This is the last step; Alt+B goes back, and its menu ends the running of the agenda."


class Running:
    """One method an action, named like it. `timer` is what other views of the step that runs listen to."""

    def __init__(
        self,
        desk: QWidget,
        canvas: "Canvas",
        actions: Mapping[str, QAction],
        open_panel: Callable[[str, str], None],
    ) -> None:
        self._desk = desk
        self._canvas = canvas
        self._actions = actions
        self._open_panel = open_panel
        self.timer = canvas.state.timer
        self.chip: StepChip | None = None
        self.prompt: PromptLine | None = None
        self._top_bar: TopBar | None = None
        self._looks = canvas.looks
        self.timer.changed.connect(self._show)
        self.timer.entered.connect(self._on_entered)
        self.timer.time_over.connect(QApplication.beep)
        self.timer.paused_itself.connect(canvas.state.message)
        canvas.space_tapped.connect(self.toggle_timer)
        self._shown_of_authors = self.timer.room.anonymity
        self._follow_mask(actions["toggle_mirrored"])

    def furnish(self, top_bar: "TopBar", looks: "Palette") -> None:
        """Take the bar in which the step is shown, and its colours; those made before are gone."""
        self._top_bar, self._looks = top_bar, looks
        self.chip = self.prompt = None
        if self.timer.step is not None:
            self._show()

    def _follow_mask(self, action: QAction) -> None:
        """Have the menu show whether this screen is mirrored."""
        masking = self._canvas.state.masking
        action.setCheckable(True)
        action.setChecked(masking.mirrored)
        masking.changed.connect(lambda: action.setChecked(masking.mirrored))

    def begin(self) -> None:
        """The board is in sight: peeks are possible; say that the timer went on, if it did while nobody looked."""
        from ui.running.peeking import Peeking

        self.peeking = Peeking(self._desk, self._canvas)
        if (step := self.timer.step) is None:
            return
        timer = self.timer
        how = "The timer went on" if timer.ticking else "The timer is paused"
        left = f"{timer.words[1:]} over" if timer.left < 0 else f"{timer.words} left"
        self._canvas.state.message.emit(f"{how}: {_named(step)}, {left}.")

    def end(self) -> None:
        """The session is left: keep what the room is at."""
        self.timer.room.keeper()

    def toggle_timer(self) -> None:
        """Start the agenda, pause its timer, or let it go on."""
        if self.timer.step is None:
            self.next_step()
        else:
            self.timer.room.toggle()

    def add_minute(self) -> None:
        """Give the step a minute more."""
        self._while_running(lambda room: room.add_minutes(1) if room.step is not None else None)

    def next_step(self) -> None:
        """Go to the next step; when none ran yet, start with the first."""
        from workshop.commands.agenda import enter_step, next_step

        room, state = self.timer.room, self._canvas.state
        if not room.steps:
            state.message.emit("The agenda has no steps yet; write them in its panel.")
            return
        begins = room.running is None or (room.left_all and not room.goes_on)
        if not begins and not room.goes_on:
            state.message.emit(_LAST)
            return
        go = enter_step if begins else next_step
        state.do(lambda: go(state.workshop, origin=ORIGIN))

    def previous_step(self) -> None:
        """Go back to the step before."""
        from workshop.commands.agenda import previous_step

        workshop = self._canvas.state.workshop
        self._while_running(lambda _room: previous_step(workshop, origin=ORIGIN))

    def stop_agenda(self) -> None:
        """End the running of the agenda."""
        self._while_running(Room.stop)

    def show_agenda(self) -> None:
        """Show the agenda, and in it the step that runs."""
        step = self.timer.step
        self._open_panel("agenda", step.id if step is not None else "")

    def go_to_phase(self) -> None:
        """Look at the phase of the step that runs, and have its panel open where its work is done in one."""
        step = self.timer.step
        if self.prompt is not None:
            self.prompt.offer("")
        panel = PANELS.get(step.mode) if step is not None else None
        if step is None or (step.phase is None and panel is None):
            self._canvas.state.message.emit("No step runs that is about a phase.")
            return
        self._canvas.writing.end()
        if step.phase is not None:
            self._look_at(step.phase)
        if panel is not None:
            self._open_panel(panel, "")

    def _look_at(self, phase: Phase) -> None:
        """Look at a phase, and have the next cards written there."""
        self._canvas.looking.fit_phase(phase)
        self._canvas.state.select()  # a new card would be written beside what is selected, wherever that lies
        self._canvas.state.choose_phase(phase)

    def _while_running(self, act: Callable[[Room], object]) -> None:
        """Act on the room, also once the step that ran was deleted."""
        room = self.timer.room
        if room.running is None:
            self._canvas.state.message.emit("No step runs; Space on the board starts the agenda.")
        else:
            self._canvas.state.do(lambda: act(room))

    def _show(self) -> None:
        """Have chip and prompt in sight while a step runs, and no more of authors than it shows."""
        if self.timer.room.anonymity is not self._shown_of_authors:
            self._shown_of_authors = self.timer.room.anonymity
            self._canvas.spoil([self._canvas.looking.seen])
        step, top_bar = self.timer.step, self._top_bar
        if step is None or top_bar is None:
            if self.prompt is not None:
                self.prompt.hide()
            return
        if self.chip is None:
            from ui.running.step_chip import StepChip

            self.chip = StepChip(self.timer, self._actions, self._looks)
            top_bar.hold(self.chip)
        if self.prompt is None:
            self.prompt = self._made_prompt()
        self.prompt.show_step(step)
        self.prompt.show()

    def _made_prompt(self) -> "PromptLine":
        """The prompt's line, between the notices and the board."""
        from ui.running.prompt_line import PromptLine

        prompt = PromptLine()
        prompt.go.connect(self.go_to_phase)
        layout = self._desk.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, prompt)
        return prompt

    def _on_entered(self, step: AgendaStep | None) -> None:
        """Look at the phase of the step, unless somebody writes on the board: then only say so."""
        if self.prompt is None:
            return
        self.prompt.offer("")
        if step is None or step.phase is None:
            return
        if self._somebody_writes():
            self.prompt.offer(step.phase.value)
            return
        if (layout := self._desk.layout()) is not None:
            layout.activate()  # the prompt takes its room first
        self._look_at(step.phase)

    def _somebody_writes(self) -> bool:
        """Whether a card is being written, or the keyboard is in a field of any other kind."""
        focus = QApplication.focusWidget()
        takes_letters = focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        return self._canvas.writing.card is not None or takes_letters


def _named(step: AgendaStep) -> str:
    return short(step.title, 60) or step.mode.value.capitalize()
