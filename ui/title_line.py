"""The workshop's title as it is written in the bar at the top."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from ui.elided import ElidedLine
from ui.window_state import ORIGIN, WindowState

if TYPE_CHECKING:
    from ui.sitting import Sitting

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TitleLine(ElidedLine):
    """Given at each pause; Enter takes it and Escape takes it back, and with both it is `left`."""

    left = Signal()

    def __init__(self, state: WindowState) -> None:
        super().__init__()
        self._state = state
        self.textEdited.connect(self._on_written)
        self.editingFinished.connect(self.settle)

    @cached_property
    def sitting(self) -> "Sitting":
        """What is written in it in one go; of no use before something is."""
        from ui.sitting import Sitting

        return Sitting(self, lambda: self._state, self.settle)

    @cached_property
    def _pause(self) -> QTimer:
        from ui.sitting import pause_timer

        return pause_timer(self, lambda: self._give(at_pause=True))

    def show_title(self, title: str) -> None:
        """Show the title, unless the user is in the middle of it."""
        written = self.isModified() or ("sitting" in self.__dict__ and self.sitting.goes_on)
        if self.text() != title and not (self.hasFocus() and written):
            at = self.cursorPosition() if self.hasFocus() else 0
            self.setText(title)
            self.setCursorPosition(at)

    def settle(self) -> None:
        """Give what is written; what is written next is another step of undo."""
        if "sitting" in self.__dict__:
            self._give()
            self.sitting.end()
            from ui.carets import show_words

            show_words(self, self._state.workshop.board.session.title)

    def event(self, event: QEvent) -> bool:
        """Let undo and redo go to the board when there is none here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            from ui.sitting import is_the_boards

            if is_the_boards(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape leave the title."""
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
            self.left.emit()
            return
        super().keyPressEvent(event)
        if event.key() in _ENDS:
            self.left.emit()

    def _on_written(self) -> None:
        self.sitting.note(unsaid=True)
        self._pause.start()

    def _give(self, *, at_pause: bool = False) -> None:
        from workshop.commands.session import change_session

        self._pause.stop()
        if self.isModified():
            self.setModified(False)
            title, workshop = self.text(), self._state.workshop
            with self.sitting.giving(at_pause=at_pause):
                self._state.do(lambda: change_session(workshop, origin=ORIGIN, title=title))
        self.sitting.note(unsaid=False)

    def _give_up(self) -> None:
        if "sitting" in self.__dict__:
            self._pause.stop()
            self.setModified(False)
            self.sitting.bail()
        self.setText(self._state.workshop.board.session.title)
