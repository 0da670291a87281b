"""The facilitator's note on the whole workshop, which opens and closes above the steps."""

from PySide6.QtWidgets import QSizePolicy

from ui.canvas.masked_field import MaskedField
from ui.canvas.masking import MASKED_NOTE
from ui.panels.fields import TextField
from ui.panels.labelled import Labelled
from ui.panels.panel_page import MARGIN
from ui.panels.section import Section
from ui.theme.scale import text_scale
from ui.window_state import ORIGIN, WindowState
from workshop.commands.agenda import set_note
from workshop.model.session import Session
from workshop.model.text import short
from workshop.picture.palette import Palette

_READ = 90
"""Letters of the note that are read while it is closed, where words are of the usual size."""


class Noting(Section):
    """One field for several lines; on a screen that the room sees it is masked."""

    def __init__(self, state: WindowState, looks: Palette) -> None:
        super().__init__("Facilitator's note", looks, opened=False)
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setContentsMargins(MARGIN, 0, MARGIN, 0)
        field = TextField("What to lay out, and what to look after", 3)
        self.note = Labelled("For whoever runs the workshop", field, "agenda:note", wide=True)
        field.setAccessibleName("Facilitator's note")
        self.body.addWidget(self.note)
        field.edited.connect(self._on_note)
        MaskedField(field.field, state.masking)
        state.masking.changed.connect(self._summarize)

    def show_session(self, session: Session) -> None:
        """Show the note as it is now."""
        self.note.editor.show_value(session.note)
        self._summarize()

    def _summarize(self) -> None:
        note = short(self._state.workshop.board.session.note, round(_READ / text_scale()))
        self.summarize(MASKED_NOTE if note and self._state.masking.masks else note)

    def _on_note(self, note: str) -> None:
        workshop = self._state.workshop
        self.note.attempt(lambda: set_note(workshop, origin=ORIGIN, note=note))
