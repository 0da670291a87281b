"""Whether a view that the projector shows has words that the last row cannot read, found a moment after it is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ui.present.projector import Projector
from workshop.facilitation.parts import has_small_words
from workshop.picture.plan import Rect

PAUSE_MS = 120
"""While the view moves, nobody reads; after this pause it is judged."""


class SmallWords(QObject):
    """`found` is what holds of the view; `changed` is told when it is otherwise than before."""

    changed = Signal()

    def __init__(self, projector: Projector, matters: Callable[[], bool], parent: QObject) -> None:
        """`matters` says whether the projector shows a view at all, and not what is shown in parts already."""
        super().__init__(parent)
        self._projector = projector
        self._matters = matters
        self.found = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)

    @property
    def busy(self) -> bool:
        """Whether the view is still to be judged."""
        return self._pause.isActive()

    def look_again(self) -> None:
        """The view or the board is another."""
        self._pause.start()

    def end(self) -> None:
        """Judge no more."""
        self._pause.stop()

    def _on_pause(self) -> None:
        found = self._matters() and self._in_view()
        if found != self.found:
            self.found = found
            self.changed.emit()

    def _in_view(self) -> bool:
        projector = self._projector
        scene, view = projector.board.scene, projector.view
        middles = ((scene.cards.ids[place], scene.cards.boxes[place]) for place in scene.cards.visible_in(view))
        shown = (
            scene.card(card)
            for card, (x, y, w, h) in middles
            if view.contains(Rect(x + w / 2, y + h / 2, 0.0, 0.0))
        )
        return has_small_words(scene.visible, shown, projector.board.camera.zoom, projector.screen_room)
