"""A search under way: the words and filters, the cards found, and which of them was gone to."""

from PySide6.QtCore import QObject, QTimer, Signal

from ui.canvas.canvas import Canvas
from ui.finding.seen import Seen
from ui.window_state import WindowState
from workshop.board.searching import Filters, Haystack

WHY = "find"
"""The reason for which cards are lit and the board is jumped about on."""

_FOLLOW_MS = 160
"""After this pause in typing, a card that was found is brought into view if none is."""

_AGAIN_MS = 60
"""After this pause, what was found is looked for again on a board that changed."""


class Search(QObject):
    """Lights what it finds and dims the rest; `changed` tells of other results."""

    changed = Signal()

    def __init__(self, canvas: Canvas, state: WindowState, haystack: Haystack, seen: Seen) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._state = state
        self._seen = seen
        self._haystack = haystack
        self.query = ""
        self.filters = Filters()
        self.found: list[str] = []
        self.current: str | None = None
        self._follow = self._timer(_FOLLOW_MS, self._bring_into_view)
        self._again = self._timer(_AGAIN_MS, self._look)
        self._under_way = False
        state.board_changed.connect(self._on_board_changed)

    @property
    def asks(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.query.strip()) or self.filters.asks

    @property
    def place(self) -> int:
        """Which of the found cards was gone to, from 1; 0 when none was."""
        return self.found.index(self.current) + 1 if self.current in self.found else 0

    def ask(self, query: str, filters: Filters) -> None:
        """Look for other words, or through other filters."""
        self.query, self.filters = query, filters
        self._under_way = True
        self._look()
        self._follow.start()

    def step(self, way: int) -> None:
        """Go to the next (1) or previous (-1) card found, from the last to the first, and select it."""
        self._follow.stop()
        if self._again.isActive():
            self._again.stop()
            self._look()
        if not self.found:
            return
        one = self._state.one_card
        start = self.current if self.current in self.found else one.id if one else None
        if start in self.found:
            place = (self.found.index(start) + way) % len(self.found)
        else:
            place = 0 if way > 0 else len(self.found) - 1
        self.current = self.found[place]
        self._canvas.bring_up(self.current)
        if rect := self._canvas.scene.cards.rect(self.current):
            self._canvas.looking.go_to(rect, WHY)
        self._state.select({self.current})
        self.changed.emit()

    def end(self) -> None:
        """Dim nothing any more; words and filters are kept for the next time."""
        self._under_way = False
        self._follow.stop()
        self._again.stop()
        self.found, self.current = [], None
        self._canvas.looking.pause()
        self._state.light(WHY, None)

    def _look(self) -> None:
        unseen = self._seen.unseen() if self.filters.unseen else frozenset()
        self.found = self._haystack.find(self.query, self.filters, unseen) if self.asks else []
        self._state.light(WHY, self.found if self.asks else None)
        self.changed.emit()

    def _bring_into_view(self) -> None:
        cards = self._canvas.scene.cards
        rects = [rect for card in self.found if (rect := cards.rect(card))]
        if self.found and all(cards.under[cards.index[card]] for card in self.found if card in cards.index):
            self._canvas.bring_up(self.found[0])
        if rects and not any(self._canvas.looking.sees(rect) for rect in rects):
            self._canvas.looking.go_to(rects[0], WHY)

    def _on_board_changed(self) -> None:
        if self._under_way and self.asks:
            self._again.start()

    def _timer(self, pause: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(then)
        return timer
