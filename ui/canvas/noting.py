"""Keeps what the board says of measures and tensions up to date, a moment after the board has changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.canvas.link_arrays import LinkArrays
from ui.canvas.link_labels import WORDS_REACH
from ui.canvas.scene import Scene
from workshop.changes.change_set import ChangeSet
from workshop.picture.palette import Palette
from workshop.picture.plan import Rect

if TYPE_CHECKING:
    from ui.canvas.canvas import Canvas

PAUSE_MS = 250
"""After this pause the notes are read anew."""


class Noting(QObject):
    """Begins once the board is in sight; nothing of the notes is read before."""

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._read)

    @property
    def busy(self) -> bool:
        """Whether what is noted may be of an earlier board."""
        return self._pause.isActive()

    def begin(self) -> None:
        """Read the notes, and again whenever something that they tell of has changed."""
        self._canvas.state.board_changed.connect(self._note)
        self._canvas.camera_changed.connect(self._put_off)
        self._pause.start()

    def _put_off(self) -> None:
        """Somebody looks around: read when they rest."""
        if self._pause.isActive():
            self._pause.start()

    def _note(self, change_set: ChangeSet) -> None:
        from workshop.method.board_notes import touches_notes

        if touches_notes(change_set):
            self._pause.start()

    def _read(self) -> None:
        """Show other notes than before, where they stand."""
        scene = self._canvas.scene
        if scene.terms.wake():
            view = Rect(0, 0, self._canvas.width(), self._canvas.height())
            self._canvas.spoil([self._canvas.camera.rect_to_board(view)])
        if places := read_notes(scene, self._canvas.looks):
            self._canvas.spoil(places)


def read_notes(scene: Scene, looks: Palette) -> list[Rect]:
    """Have a scene note of measures and tensions what its viewer may know now; where that is other than before."""
    from workshop.method.board_notes import notes_of
    from workshop.picture.phase_notes import note_place

    notes, before = notes_of(scene.visible), scene.notes
    if notes == before:
        return []
    scene.notes = notes
    scene.links.words = notes.links
    rects = [
        note_place(phase, scene.layout, looks, before.phases.get(phase, ""), words)
        for phase, words in {**before.phases, **notes.phases}.items()
        if before.phases.get(phase) != notes.phases.get(phase)
    ]
    others = {link for link, _ in before.links.items() ^ notes.links.items()}
    return [*rects, *_around_links(scene.links, others)]


def _around_links(arrays: LinkArrays, links: set[str]) -> list[Rect]:
    """Where the words of links may stand, and those of links around them."""
    places = [arrays.index[link] for link in links if link in arrays.index]
    return [
        Rect(left, top, right - left, bottom - top).grown(WORDS_REACH)
        for left, top, right, bottom in arrays.boxes[places].tolist()
    ]
