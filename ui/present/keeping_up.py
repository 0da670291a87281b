"""Keeping the projector up with the window: cards while they are dragged, notes of the board, what shows of authors."""

from PySide6.QtCore import QObject, QTimer, Signal

from ui.canvas.canvas import Canvas
from ui.canvas.noting import PAUSE_MS
from ui.present.projector import Projector
from workshop.changes.change_set import ChangeSet
from workshop.method.board_notes import touches_notes
from workshop.picture.plan import Point

DRAG_MS = 33
"""Dragged cards move on the projector this often at most: the hand on the board comes first."""

MOST_DRAGGED = 300
"""More cards than that would hold up the hand; they move on the projector when they are let go."""


class KeepingUp(QObject):
    """Tells the projector what no change set tells; `busy` while something of that is still to be shown."""

    taken = Signal(object)
    """The cards, a frozenset of ids, that were just taken in hand."""

    def __init__(self, canvas: Canvas, projector: Projector, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._projector = projector
        self._timer = canvas.state.timer
        self._anonymity = self._timer.room.anonymity
        self._drag = QTimer(self)
        self._drag.setSingleShot(True)
        self._drag.setInterval(DRAG_MS)
        self._drag.timeout.connect(self._on_drag)
        self._behind = self._held = False
        self._notes = QTimer(self)
        self._notes.setSingleShot(True)
        self._notes.setInterval(PAUSE_MS)
        self._notes.timeout.connect(projector.note)
        canvas.refreshed.connect(self._on_refreshed)
        canvas.state.board_changed.connect(self._on_board)
        self._timer.changed.connect(self._on_step)

    @property
    def busy(self) -> bool:
        """Whether the projector is behind the window."""
        return self._notes.isActive() or self._behind

    def end(self) -> None:
        """Tell no more."""
        self._drag.stop()
        self._notes.stop()
        self._canvas.refreshed.disconnect(self._on_refreshed)
        self._canvas.state.board_changed.disconnect(self._on_board)
        self._timer.changed.disconnect(self._on_step)

    def _on_refreshed(self) -> None:
        """Cards that were let go lie down at once; while they are dragged, they move so often at most."""
        self._behind = True
        if not self._canvas.lifted or not self._drag.isActive():
            self._on_drag()

    def _on_drag(self) -> None:
        if not self._behind:
            return
        self._behind = False
        canvas = self._canvas
        shown = not canvas.pointing.paints_lifted and len(canvas.lifted) <= MOST_DRAGGED
        lifted = canvas.lifted if shown else frozenset[str]()
        if lifted and not self._held:
            self.taken.emit(lifted)
        self._held = bool(lifted)
        self._projector.lift(lifted, canvas.lift_offset if lifted else Point(0, 0))
        if lifted:
            self._drag.start()

    def _on_board(self, change_set: ChangeSet) -> None:
        if touches_notes(change_set):
            self._notes.start()

    def _on_step(self) -> None:
        if self._timer.room.anonymity is not self._anonymity:
            self._anonymity = self._timer.room.anonymity
            self._projector.name_authors()
