"""The threads as seen from afar: which links are on whole ones, and the rows below the board."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.canvas.camera import Camera
from ui.canvas.fragments import draw_lines
from ui.canvas.link_arrays import pieces_of
from ui.canvas.painting import colour
from ui.canvas.scene import Scene
from ui.canvas.threads_read import matters
from workshop.changes.change_set import Change, ChangeSet
from workshop.model.cards import Card
from workshop.picture.geometry import BoardLayout
from workshop.picture.palette import Palette
from workshop.picture.plan import Rect, Shape
from workshop.picture.thread_plan import ThreadRows, thread_plan, thread_rows

_WIDTH = 2.0
"""Pixels, at every zoom: threads are what the whole board is for."""

_SMOOTH = 300
_QUIET = 0.45
"""The share of its own colour that a link has while threads are shown."""


class ThreadLines:
    """Read anew, in an idle moment, after changes that matter to threads; until then the old ones are shown."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.stale = True
        self.rows = ThreadRows()
        self._on_whole: tuple[str, ...] = ()
        self._numbers: NDArray[np.intp] = np.empty(0, np.intp)
        self._numbered: object = None
        self._planned: tuple[object, ...] = ()
        self._plan: tuple[Shape, ...] = ()

    def plan(self, layout: BoardLayout, palette: Palette, size: float) -> tuple[Shape, ...]:
        """The plan of the rows, kept while it stays the same."""
        planned = (self.rows, layout, palette.dark, size)
        if planned != self._planned:
            self._planned, self._plan = planned, thread_plan(self.rows, layout, palette, size)
        return self._plan

    def note(self, change_set: ChangeSet) -> None:
        """Take note of a change of the board."""
        self.stale = self.stale or any(self._matters(change) for change in change_set.changes)

    def read(self) -> None:
        """Read the threads of the board as it is now."""
        from workshop.board.threads import has_flow

        self.stale = False
        threads = self._scene.threads.read() if has_flow(self._scene.visible) else []
        self.rows = thread_rows(threads, self._scene.visible.board.cards)
        self._on_whole = tuple(dict.fromkeys(link for t in threads if t.whole for link in t.links))
        self._numbered = None

    def quiet(self, name: str, palette: Palette) -> QColor:
        """The colour of a link that is on no whole thread: nearer to the ground once there are threads."""
        if not self._on_whole:
            return colour(name)
        ink, ground = colour(name), colour(palette.ground)
        parts = zip(_parts(ink), _parts(ground), strict=True)
        return QColor(*(round(_QUIET * mine + (1 - _QUIET) * its) for mine, its in parts))

    def paint(
        self,
        painter: QPainter,
        camera: Camera,
        view: Rect,
        palette: Palette,
        without: list[int],
        *,
        hurried: bool,
    ) -> bool:
        """Draw the links of whole threads, those at the cards `without` left out; whether it was done in full.

        It is done roughly when `hurried`, for a frame of a zoom that another follows.
        """
        which = self._links_in(view)
        if without:
            which = which[~np.isin(self._scene.links.ends[which], without).any(axis=1)]
        if not len(which):
            return True
        smooth = len(which) <= _SMOOTH and not hurried
        links = self._scene.links
        points = links.points[which, ::2] if smooth else links.rough[which, :: 2 if hurried else 1]
        origin = np.array([camera.x, camera.y, camera.x, camera.y])
        pen = QPen(colour(palette.thread), _WIDTH if smooth else 1.0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        painter.setPen(pen)
        draw_lines(painter, (pieces_of(points) - origin) * camera.zoom)
        return not hurried

    def _links_in(self, view: Rect) -> NDArray[np.intp]:
        links = self._scene.links
        if self._numbered is not links.ids:
            self._numbered = links.ids
            self._numbers = np.array([links.index[k] for k in self._on_whole if k in links.index], np.intp)
        if not len(self._numbers):
            return self._numbers
        left, top, right, bottom = links.boxes[self._numbers].T
        seen = (left < view.right) & (right > view.x) & (top < view.bottom) & (bottom > view.y)
        return self._numbers[seen]

    def _matters(self, change: Change) -> bool:
        before, after = change.before, change.after
        if matters(change) or not (isinstance(before, Card) and isinstance(after, Card)):
            return matters(change)
        return (before.id in self.rows.cards and before.text != after.text) or before.kind != after.kind


def _parts(mixed: QColor) -> tuple[int, int, int]:
    return mixed.red(), mixed.green(), mixed.blue()
