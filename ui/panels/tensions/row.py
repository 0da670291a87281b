"""A tension in the list, with its state, its positions and how they score; or a link that nobody took up yet."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout

from ui.layouts import empty
from ui.panels.card_words import alone
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import quiet_label, strong_label
from ui.panels.panel_page import PanelContext
from ui.panels.row import Act, Row, link_button
from ui.panels.tags import dress, plate
from workshop.method.tension_words import state_text
from workshop.model.tensions import Tension, TensionState
from workshop.picture.palette import Palette

LINK = "link:"
"""What the key of a row begins with when it is an `in tension with` link without a tension."""


class TensionRow(Row):
    """`about` gives the title, the tension or None, and the words below; `acts` what is offered."""

    def __init__(
        self,
        key: str,
        context: PanelContext,
        about: Callable[[str], tuple[str, Tension | None, str] | None],
        acts: Callable[[str, Tension | None], list[Act]],
    ) -> None:
        super().__init__(key, context.looks)
        self._about = about
        self._acts_of = acts
        self._shown: object = None
        self._first: Callable[[], object] | None = None
        self._pressed = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.heading = strong_label()
        self._state = plate("", self.looks.ink, self.looks.raised)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.heading, 1)
        top.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        self._text = quiet_label()
        self._acts = FlowLayout(gap=12)
        self.column.addWidget(self._text)
        self.column.addLayout(self._acts)

    def show_record(self) -> None:
        """Show the tension, if it is another than is shown."""
        about = self._about(self.key)
        if about is None or about == self._shown:
            return
        self._shown = about
        title, tension, text = about
        self.heading.setText(title)
        state = state_text(tension) if tension else "not taken up"
        self._state.setText(alone(state))
        dress(self._state, *state_colours(tension.state if tension else None, self.looks))
        self._text.setText(text)
        self.edge = self.looks.tension if tension is None or tension.state is TensionState.OPEN else ""
        acts = self._acts_of(self.key, tension)
        self._first = acts[0][1] if acts else None
        empty(self._acts)
        for words, do in acts:
            self._acts.addWidget(link_button(words, do))
        self.setAccessibleName(f"{title}: {state}")
        self.setAccessibleDescription(text)
        self.reshaped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does the first act."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus() and self._first:
            self._first()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click may begin."""
        self._pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click does the first act."""
        if self._pressed and self.rect().contains(event.position().toPoint()) and self._first:
            self._first()


def state_colours(state: TensionState | None, looks: Palette) -> tuple[str, str]:
    """The ink and the ground of a state's plate; its word says the same."""
    inks = {
        TensionState.SETTLED: looks.good,
        TensionState.TESTING: looks.answers,
        TensionState.SCORED: looks.ink,
    }
    return inks.get(state, looks.tension) if state else looks.tension, looks.raised
