"""What the actions of copying, pasting and the quick list do; what they need is imported when it is first used."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QWidget

from ui.bars import Bar
from ui.canvas.canvas import Canvas
from ui.window_state import ORIGIN, WindowState
from workshop.commands.cards import remove_cards
from workshop.model.diamonds import Phase
from workshop.picture.plan import Point

if TYPE_CHECKING:
    from ui.pasting.pasting import Pasting
    from ui.pasting.quick_list import QuickList


class PastingActions:
    """One method an action, named like it."""

    def __init__(self, state: WindowState, canvas: Canvas, desk: QWidget) -> None:
        self._state = state
        self._canvas = canvas
        self._desk = desk
        state.bars.put_away_by(Bar.QUICK_LIST, self._put_list_away)
        self.open_list: QuickList | None = None
        """The quick list, once it was opened."""

    @cached_property
    def pasting(self) -> "Pasting":
        """Takes what was pasted or dropped."""
        from ui.pasting.pasting import Pasting

        return Pasting(self._state, self._canvas, self._desk)

    def copy_cards(self) -> None:
        """Put the selected cards on the clipboard, as text, as a table, as a picture and as cards."""
        from ui.pasting.copying import copy_cards

        copy_cards(self._state, self._canvas)

    def cut_cards(self) -> None:
        """Copy the selected cards and delete them, as one step of undo."""
        from ui.pasting.copying import copy_cards

        state, board = self._state, self._state.workshop.board
        if state.workshop.read_only:
            state.message.emit(state.workshop.read_only)
        elif any(board.cards[card].locked for card in state.cards):
            state.message.emit("Locked cards stay where they are; unlock them with Ctrl+Shift+L, then cut.")
        elif copy_cards(state, self._canvas, cut=True):
            state.do(lambda: remove_cards(state.workshop, origin=ORIGIN, card_ids=state.cards))

    def paste(self) -> None:
        """Make cards of what is on the clipboard, a line or a row each."""
        self.pasting.paste()

    def paste_as_one(self) -> None:
        """Make one card of the text on the clipboard; where a card is being written, put it there."""
        if self._canvas.writing.card:
            self._canvas.editor.paste()
        else:
            self.pasting.paste_as_one()

    def quick_list(self, phase: Phase | None = None) -> None:
        """Open the quick list, or have the keyboard in it; without a phase, for the one that is looked at."""
        if self._state.workshop.read_only:
            self._state.message.emit(self._state.workshop.read_only)
            return
        self._canvas.writing.end()
        if self.open_list is None:
            from ui.pasting.quick_list import QuickList

            self.open_list = QuickList(self._state, self._canvas)
            self.open_list.closed.connect(self._end_list)
        self._state.bars.make_room_for(Bar.QUICK_LIST)
        self.open_list.open(phase)

    def drop(self, mime: QMimeData, at: QPoint) -> None:
        """Take what was dropped on the board at a pixel of it."""
        self.pasting.take(mime, self._canvas.camera.to_board(Point(at.x(), at.y())))

    def use_palette(self) -> None:
        """Take other colours: what is open is made anew."""
        if self.open_list is not None:
            was_open, phase = not self.open_list.isHidden(), self.open_list.phase
            self.open_list.hide()
            self.open_list.deleteLater()
            self.open_list = None
            if was_open:
                self.quick_list(phase)
        if "pasting" in self.__dict__:
            self.pasting.use_palette()

    def _put_list_away(self) -> None:
        if self.open_list is not None:
            self.open_list.hide()

    def _end_list(self) -> None:
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
