"""The words on links when they are seen from near: what kind each is, where no card and no other word lies."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from ui.canvas.camera import Camera
from ui.canvas.card_arrays import CardArrays
from ui.canvas.link_arrays import KINDS, Floats, LinkArrays
from ui.canvas.painting import colour
from ui.theme.fonts import font_of
from workshop.model.links import LinkKind
from workshop.picture.fonts import text_width
from workshop.picture.link_words import CLEAR, HEIGHT, PADDING, SIZE, SPOTS, overlapping
from workshop.picture.palette import Palette
from workshop.picture.plan import Point, Rect, Weight
from workshop.picture.routes import link_colour

LABEL_ZOOM = 0.8
"""From this zoom on, links carry words."""

WORDS_REACH = 230.0
"""Where a link runs elsewhere, words may come, go or move no farther from its box than this: its own and the next."""

_MARGIN = 120.0
"""A word reaches no farther beyond its link's box than this."""

_TOLD = KINDS.index(LinkKind.IN_TENSION_WITH)
"""The kind of link whose word may say more than the kind: how the tension scores."""


class LinkLabels:
    """Where the words of links stand.

    A word stands at the first of its spots that no card covers, unless the word of an older link stands there; so it
    depends only on what lies around it, and a part painted later shows the same.
    """

    def __init__(self, cards: CardArrays, links: LinkArrays) -> None:
        self._cards = cards
        self._links = links

    def paint(
        self, painter: QPainter, camera: Camera, board: Rect, palette: Palette, without: list[int]
    ) -> None:
        """Write the words that may be seen in a board rectangle, with a painter in widget pixels."""
        which, boxes = self.places_in(board)
        if without and len(which):
            shown = ~np.isin(self._links.ends[which], without).any(axis=1)
            which, boxes = which[shown], boxes[shown]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for link, (x, y, w, h) in zip(which.tolist(), boxes.tolist(), strict=True):
            kind = KINDS[int(self._links.kinds[link])]
            rect = camera.rect_to_screen(Rect(x, y, w, h))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.ground))
            painter.drawRoundedRect(QRectF(*rect), rect.h / 2, rect.h / 2)
            painter.setPen(colour(link_colour(kind, palette)))
            painter.setFont(font_of(Weight.SEMIBOLD, SIZE * camera.zoom))
            painter.drawText(
                QPointF(rect.x + PADDING * camera.zoom, rect.y + rect.h / 2 + SIZE * 0.36 * camera.zoom),
                self._words(link),
            )

    def link_at(self, point: Point) -> str | None:
        """The link whose word is under a board point."""
        which, _ = self.places_in(Rect(point.x - 0.5, point.y - 0.5, 1, 1))
        return self._links.ids[int(which[0])] if len(which) else None

    def places_in(self, board: Rect) -> tuple[NDArray[np.intp], Floats]:
        """Links whose words touch a board rectangle, and the boxes (n, 4) of their words."""
        reach = board.grown(float(_widths().max()) * 2)
        near = self._with_spots_in(reach, self._links.visible_in(reach))
        boxes, free = self._boxes(near)
        near, boxes = near[free], boxes[free]
        near, boxes = self._without_crowding(near, boxes)
        x, y, w, h = boxes.T
        seen = (x < board.right) & (x + w > board.x) & (y < board.bottom) & (y + h > board.y)
        return near[seen], boxes[seen]

    def _with_spots_in(self, rect: Rect, which: NDArray[np.intp]) -> NDArray[np.intp]:
        """Those of some links that may have their word in a rectangle."""
        x, y = self._links.points[which][:, SPOTS].transpose(2, 0, 1)
        inside = (x > rect.x) & (x < rect.right) & (y > rect.y) & (y < rect.bottom)
        return which[inside.any(axis=1)]

    def _boxes(self, which: NDArray[np.intp]) -> tuple[Floats, NDArray[np.bool_]]:
        """The box of each link's word at its first spot clear of cards, and whether there is one."""
        widths = self._widths(which)
        boxes = np.empty((len(which), 4))
        waiting = np.arange(len(which))
        near = self._cards.boxes[self._cards.visible_in(_around(self._links.boxes[which]).grown(_MARGIN))]
        for spot in SPOTS:
            middle, width = self._links.points[which[waiting], spot], widths[waiting]
            there = np.empty((len(waiting), 4))
            there[:, 0], there[:, 1] = middle[:, 0] - width / 2, middle[:, 1] - HEIGHT / 2
            there[:, 2], there[:, 3] = width, HEIGHT
            covered = overlapping(there, near, CLEAR).any(axis=1)
            boxes[waiting] = there
            waiting = waiting[covered]
            if not len(waiting):
                break
        free = np.ones(len(which), bool)
        free[waiting] = False
        return boxes, free

    def _words(self, link: int) -> str:
        """What a link says: its kind, or the words that stand for it."""
        kind = int(self._links.kinds[link])
        told = self._links.words.get(self._links.ids[link]) if kind == _TOLD else None
        return told or KINDS[kind].value

    def _widths(self, which: NDArray[np.intp]) -> Floats:
        """The width of each link's word with the plate around it."""
        widths = _widths()[self._links.kinds[which]]
        for place in np.flatnonzero(self._links.kinds[which] == _TOLD).tolist() if self._links.words else ():
            words = self._words(int(which[place]))
            widths[place] = text_width(words, SIZE, Weight.SEMIBOLD) + 2 * PADDING
        return widths

    @staticmethod
    def _without_crowding(which: NDArray[np.intp], boxes: Floats) -> tuple[NDArray[np.intp], Floats]:
        crowded = np.tril(overlapping(boxes, boxes, 1.0), -1).any(axis=1)
        return which[~crowded], boxes[~crowded]


@cache
def _widths() -> Floats:
    """The width of each kind's word with the plate around it."""
    return np.array([text_width(kind.value, SIZE, Weight.SEMIBOLD) + 2 * PADDING for kind in KINDS])


def _around(boxes: Floats) -> Rect:
    """The rectangle around boxes (n, 4: left, top, right, bottom)."""
    if not len(boxes):
        return Rect(0, 0, 0, 0)
    (left, top), (right, bottom) = boxes[:, :2].min(axis=0).tolist(), boxes[:, 2:].max(axis=0).tolist()
    return Rect(left, top, right - left, bottom - top)
