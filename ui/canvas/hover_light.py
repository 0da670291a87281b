"""The hovered card's thread lights up after a moment: what leads to it and what it leads to."""

from PySide6.QtCore import QObject, QTimer

from ui.window_state import WindowState
from workshop.board.flow import through
from workshop.visibility import ROOM, visible_to

HOVERED = "hovered"
"""The reason for which the hovered card's thread is lit."""

DWELL_MS = 350
"""So long the pointer rests on a card first, so that passing over cards does not make the board flicker."""


class HoverLight(QObject):
    """Lights the thread of the card on which the pointer rests, if it is on one."""

    def __init__(self, state: WindowState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._card: str | None = None
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setInterval(DWELL_MS)
        self._dwell.timeout.connect(self._light)

    def rest_on(self, card: str | None) -> None:
        """The pointer is on this card now, or on none."""
        if card == self._card:
            return
        self._card = card
        self._dwell.stop()
        self._state.light(HOVERED, None)
        if card is not None:
            self._dwell.start()

    def _light(self) -> None:
        board = self._state.workshop.board
        card = board.cards.get(self._card or "")
        if card is None or card.hidden or self._state.lit is not None:
            return
        thread = through(visible_to(ROOM, board), [card.id])
        if len(thread) > 1:
            self._state.light(HOVERED, thread)
