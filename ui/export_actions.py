"""What the actions of the table do with a part of the board that leaves the room, as a PDF or as a picture."""

from typing import TYPE_CHECKING, cast

from ui.canvas.canvas import Canvas
from ui.dialogs.export_scopes import Wish
from ui.window_state import WindowState

if TYPE_CHECKING:
    from ui.export_door import ExportDoor
    from ui.main_window import MainWindow


class ExportActions:
    """One method an action, named like it."""

    def __init__(self, state: WindowState, canvas: Canvas) -> None:
        self._canvas = canvas

    def export_cards(self) -> None:
        """A PDF of the selected cards."""
        self._door.prepare_paper(Wish.CARDS)

    def export_thread(self) -> None:
        """A PDF of the threads that run through the selected cards."""
        self._door.prepare_paper(Wish.THREAD)

    def export_phase(self) -> None:
        """A PDF of the chosen phase."""
        self._door.prepare_paper(Wish.PHASE)

    def export_picture(self) -> None:
        """A picture of the board."""
        self._door.prepare_picture(Wish.BOARD)

    def picture_of_cards(self) -> None:
        """A picture of the selected cards and the links among them."""
        self._door.prepare_picture(Wish.CARDS)

    def picture_of_thread(self) -> None:
        """A picture of the threads that run through the selected cards."""
        self._door.prepare_picture(Wish.THREAD)

    def picture_of_phase(self) -> None:
        """A picture of the chosen phase."""
        self._door.prepare_picture(Wish.PHASE)

    @property
    def _door(self) -> "ExportDoor":
        return cast("MainWindow", self._canvas.window()).exports
