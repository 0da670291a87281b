"""The step that runs, in the bar at the top: its name, the time left, and what the facilitator does with it."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton

from ui.actions import spec_of
from ui.elided import ElidedLabel
from ui.running.step_timer import StepTimer
from ui.theme.icons import icon
from ui.theme.scale import px
from ui.tips import plain_tip
from workshop.model.text import short
from workshop.picture.palette import Palette

STEP_MENU = (
    "toggle_timer",
    "add_minute",
    "next_step",
    "previous_step",
    "",
    "reveal_next",
    "reveal_all",
    "who_speaks",
    "",
    "show_agenda",
    "stop_agenda",
)
_NAME, _ICON, _DIGITS = 128, 16, 5
"""The most that the name takes, the size of the icons, in pixels, and the digits that always have room."""


class StepChip(QFrame):
    """Shrinks to the time alone where there is no room for more."""

    reshaped = Signal()
    """It came, went, or needs another width."""

    def __init__(self, timer: StepTimer, actions: Mapping[str, QAction], looks: Palette) -> None:
        super().__init__()
        self.setObjectName("stepChip")
        self._timer = timer
        self._looks = looks
        self._actions = actions
        self._full = True
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(2)
        self.toggle = self._button(actions["toggle_timer"])
        self.name = ElidedLabel()
        self.name.setFixedWidth(px(_NAME))
        self.time = QPushButton()
        self.time.setObjectName("stepTime")
        self.time.setToolTip("What can be done with the step")
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.time.setMenu(self.menu)
        self.after = self._button(actions["next_step"])
        for part in (self.toggle, self.name, self.time, self.after):
            row.addWidget(part)
        timer.changed.connect(self.refresh)
        timer.ticked.connect(self._show_time)
        self.refresh()

    def refresh(self) -> None:
        """Show the step as it is now; without one, nothing."""
        step = self._timer.step
        self.setVisible(step is not None and self.parent() is not None)
        if step is None:
            self.reshaped.emit()
            return
        title = short(step.title, 60) or step.mode.value.capitalize()
        self.name.setText(title)
        self.name.setToolTip(plain_tip(title))
        words = "Pause" if self._timer.ticking else "Go on"
        self.toggle.setIcon(icon("pause" if self._timer.ticking else "play", self._looks.ink, size=px(_ICON)))
        self.toggle.setToolTip(f"{words} (Space)")
        self.toggle.setAccessibleName(words)
        steps = self._timer.room.steps
        self.after.setEnabled(bool(steps) and steps[-1].id != step.id)
        self._show_time()
        self.reshaped.emit()

    def show_words(self, *, shown: bool) -> None:
        """Show name, time and what is next, or the time alone."""
        if shown != self._full:
            self._full = shown
            self.name.setVisible(shown)
            self.after.setVisible(shown)
            self.toggle.setVisible(shown)

    def _show_time(self) -> None:
        if (step := self._timer.step) is None:
            return
        words = self._timer.words
        if words != self.time.text():
            longer = len(words) > max(_DIGITS, len(self.time.text()))
            self.time.setText(words)
            self._give_room()
            if longer:
                self.reshaped.emit()
        over = self._timer.over
        if self.property("over") != over:
            self.setProperty("over", over)
            self.setStyleSheet(self._colours(over))
            self._give_room()
        state = "over" if self._timer.left < 0 else "left"
        paused = "" if self._timer.ticking else ", paused"
        self.time.setAccessibleName(f"{short(step.title, 60)}: {words.removeprefix('+')} {state}{paused}")

    def _give_room(self) -> None:
        """Keep the width while the digits change."""
        self.time.ensurePolished()
        digits = "0" * max(_DIGITS, len(self.time.text()))
        self.time.setFixedWidth(self.time.fontMetrics().horizontalAdvance(digits) + px(10))

    def _colours(self, over: bool) -> str:
        looks = self._looks
        ground, ink = (looks.warning_fill, looks.danger) if over else (looks.raised, looks.ink)
        return (
            f"#stepChip {{ background: {ground}; border-radius: 10px; }}"
            f"#stepTime {{ background: transparent; color: {ink}; padding: 4px 2px;"
            f' font-family: "Trilliant Inter SemiBold"; }}'
            f"#stepTime:focus {{ border-color: {looks.selection}; }}"
        )

    def _fill_menu(self) -> None:
        from ui.top_bar import filled_menu

        self.menu.clear()
        self._actions["toggle_timer"].setText(
            "Pause the step" if self._timer.ticking else "Go on with the step"
        )
        filled_menu(self.menu, STEP_MENU, self._actions, self._looks)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setProperty("flat", True)
        button.setIcon(icon(spec_of(action.objectName()).icon, self._looks.ink, self._looks.hairline))
        button.setIconSize(QSize(px(_ICON), px(_ICON)))
        button.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
        button.setAccessibleName(action.text())
        button.clicked.connect(lambda _checked: action.trigger())
        return button
