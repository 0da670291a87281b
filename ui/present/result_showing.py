"""Showing the result of a vote on the projector, page by page, for as long as the round is ended and there."""

from PySide6.QtCore import QObject, Signal

from ui.present.projector import Projector
from ui.voting.result_words import result_words
from ui.window_state import WindowState


class ResultShowing(QObject):
    """`changed` is told when another result, another page or none is shown."""

    changed = Signal()

    def __init__(self, projector: Projector, state: WindowState, parent: QObject) -> None:
        super().__init__(parent)
        self._projector = projector
        self._state = state
        self.round = ""
        """The id of the round whose result is shown; empty for none."""
        self._page = 0

    def show(self, round_id: str) -> None:
        """Show the result of a round from its first page; with an empty id, the board again."""
        self.round, self._page = round_id, 0
        self.look_again()

    def hide(self) -> None:
        """Show the board again."""
        if self.round:
            self.show("")

    def step(self, way: int) -> bool:
        """Go to another page; False where no result is shown, or there is none that way."""
        if not self.round or not 0 <= self._page + way < self._projector.result_pages:
            return False
        self._page += way
        self.look_again()
        return True

    def look_again(self) -> None:
        """Show it as the board has it now; a round that was opened again or removed is shown no longer."""
        words = result_words(self._projector.board.scene.visible, self.round) if self.round else None
        if words is None:
            self.round = ""
        self._projector.show_result(words, self._page)
        self._page = min(self._page, self._projector.result_pages - 1)
        self._state.show_result(self.round)
        self.changed.emit()

    def end(self) -> None:
        """The projector goes."""
        self.round = ""
        self._state.show_result("")
