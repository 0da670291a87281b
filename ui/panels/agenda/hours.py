"""When the workshop begins and how long it is booked for, above the steps."""

from datetime import time

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.panels.agenda.fields import BookedField, ClockField
from ui.panels.labelled import Labelled
from ui.panels.panel_page import MARGIN
from ui.window_state import ORIGIN, WindowState
from workshop.commands.agenda import set_start
from workshop.commands.session import change_session
from workshop.model.session import Session


class Hours(QWidget):
    """Two fields side by side."""

    def __init__(self, state: WindowState) -> None:
        super().__init__()
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.starts = Labelled("Starts", ClockField(), "agenda:starts", wide=True)
        self.booked = Labelled("Booked", BookedField(), "agenda:booked", wide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(10)
        row.addWidget(self.starts, 1)
        row.addWidget(self.booked, 1)
        self.starts.editor.edited.connect(self._on_starts)
        self.booked.editor.edited.connect(self._on_booked)

    def show_session(self, session: Session) -> None:
        """Show the session's hours as they are now."""
        self.starts.editor.show_value(session.starts)
        self.booked.editor.show_value(session.booked_minutes)

    def _on_starts(self, starts: time | None) -> None:
        workshop = self._state.workshop
        self.starts.attempt(lambda: set_start(workshop, origin=ORIGIN, starts=starts))

    def _on_booked(self, minutes: int | None) -> None:
        workshop = self._state.workshop
        self.booked.attempt(lambda: change_session(workshop, origin=ORIGIN, booked_minutes=minutes))
