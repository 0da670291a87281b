"""The links as numpy arrays: flattened pieces of line, arrow heads and boxes, to cull, draw and hit."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ui.canvas.card_arrays import CardArrays
from workshop.changes.change_set import Change
from workshop.model.links import Link, LinkKind
from workshop.picture.plan import Point, Rect
from workshop.picture.routes import (
    LINK_STYLES,
    PIECES,
    arrow_heads,
    flatten_curves,
    parallel_shifts,
    route_curves,
)
from workshop.visibility import Visible

Floats = NDArray[np.float64]

KINDS = tuple(LinkKind)
_KIND_INDEX = {kind: index for index, kind in enumerate(KINDS)}
_POINTS = PIECES + 1


class LinkArrays:
    """Parallel arrays over the links whose both ends are shown.

    `curves` (n, 4, 2) are control points on the board, `points` (n, 25, 2) lie along them, `boxes` (n, 4) are
    left, top, right, bottom around them, `kinds` indexes into KINDS, `ends` (n, 2) indexes of cards.
    """

    def __init__(self, cards: CardArrays) -> None:
        self._cards = cards
        self.ids: list[str] = []
        self.index: dict[str, int] = {}
        self.kinds = np.empty(0, np.int8)
        self.ends = np.empty((0, 2), np.intp)
        self._shifts = np.empty(0)
        self.curves = np.empty((0, 4, 2))
        self.points = np.empty((0, _POINTS, 2))
        self.heads = np.empty((0, 3, 2))
        self.boxes = np.empty((0, 4))
        self._dashed: dict[int, Floats] = {}

    def load(self, visible: Visible) -> None:
        """Take all links that the viewer sees."""
        index = self._cards.index
        turned = self._cards.turned
        links = [
            link
            for link in visible.board.links.values()
            if link.source in index
            and link.target in index
            and not turned[index[link.source]]
            and not turned[index[link.target]]
        ]
        self.ids = [link.id for link in links]
        self.index = {link_id: place for place, link_id in enumerate(self.ids)}
        self.kinds = np.array([_KIND_INDEX[link.kind] for link in links], np.int8)
        self.ends = np.array([(index[k.source], index[k.target]) for k in links], np.intp).reshape(-1, 2)
        self._shifts = parallel_shifts([(link.source, link.target) for link in links])
        self.route(np.arange(len(links)), fresh=True)

    def apply(self, changes: Iterable[Change], visible: Visible, cards_renumbered: bool) -> None:
        """Take changes in: links that came, changed or went mean a reload; moved cards only new routes."""
        changes = tuple(changes)
        if cards_renumbered or any(isinstance(change.record, Link) for change in changes):
            self.load(visible)
            return
        moved = [self._cards.index[c.record.id] for c in changes if c.record.id in self._cards.index]
        self.route(self.at_cards(moved))

    def at_cards(self, card_indexes: Iterable[int]) -> NDArray[np.intp]:
        """Indexes of the links that begin or end at these cards."""
        return np.flatnonzero(np.isin(self.ends, np.fromiter(card_indexes, np.intp)).any(axis=1))

    def route(self, which: NDArray[np.intp], *, fresh: bool = False) -> None:
        """Compute the routes of links again from where their cards lie."""
        curves = self.curves_between(self._cards.boxes, which)
        points = flatten_curves(curves)
        boxes = np.concatenate([points.min(axis=1), points.max(axis=1)], axis=1).reshape(-1, 4)
        heads = arrow_heads(curves)
        if fresh:
            self._dashed.clear()
            self.curves, self.points, self.boxes, self.heads = curves, points, boxes, heads
        elif len(which):
            for link in which.tolist():
                self._dashed.pop(link, None)
            self.curves[which], self.points[which], self.boxes[which] = curves, points, boxes
            self.heads[which] = heads

    def curves_between(self, boxes: Floats, which: NDArray[np.intp]) -> Floats:
        """Control points of links if the cards lay in these boxes (all cards', by index)."""
        ends = self.ends[which]
        return route_curves(boxes[ends[:, 0]], boxes[ends[:, 1]], self._shifts[which])

    def visible_in(self, rect: Rect, slack: float = 16.0) -> NDArray[np.intp]:
        """Indexes of the links whose box touches a board rectangle."""
        left, top, right, bottom = self.boxes.T
        mask = (
            (left < rect.right + slack)
            & (right > rect.x - slack)
            & (top < rect.bottom + slack)
            & (bottom > rect.y - slack)
        )
        return np.flatnonzero(mask)

    def dashed(self, which: NDArray[np.intp], kind: LinkKind) -> Floats:
        """The drawn pieces (m, 4) of links, all of one kind, in the dash pattern of their kind."""
        if not LINK_STYLES[kind].dash:
            return pieces_of(self.points[which])
        drawn = []
        for link in which.tolist():
            if link not in self._dashed:
                self._dashed[link] = dashed_pieces(self.points[link : link + 1], kind)
            drawn.append(self._dashed[link])
        return np.concatenate(drawn) if drawn else np.empty((0, 4))

    def at(self, point: Point, slack: float) -> str | None:
        """The link nearest to a board point, if one runs within `slack` board units of it."""
        if not self.ids:
            return None
        near = self.visible_in(Rect(point.x, point.y, 0, 0), slack)
        if not len(near):
            return None
        distances = _distances(self.points[near], np.array(point))
        best = int(distances.argmin())
        return self.ids[near[best]] if distances[best] <= slack else None


def dashed_pieces(points: Floats, kind: LinkKind) -> Floats:
    """The drawn pieces (m, 4) of curves (n, 25, 2) in the dash pattern of their kind, in board units."""
    dash = LINK_STYLES[kind].dash
    if not dash or not len(points):
        return pieces_of(points)
    drawn = [_dashes(curve, dash) for curve in points]
    return np.concatenate(drawn) if drawn else np.empty((0, 4))


def pieces_of(points: Floats, stride: int = 1) -> Floats:
    """The pieces (m, 4) between points along curves; a stride of 6 takes every sixth point."""
    if not len(points):
        return np.empty((0, 4))
    taken = points[:, ::stride]
    return np.concatenate([taken[:, :-1], taken[:, 1:]], axis=2).reshape(-1, 4)


def _dashes(curve: Floats, dash: tuple[float, ...]) -> Floats:
    steps = np.hypot(*np.diff(curve, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    period = sum(dash)
    starts, lengths, at = [], [], 0.0
    for drawn, gap in zip(dash[::2], dash[1::2], strict=True):
        starts.append(at)
        lengths.append(drawn)
        at += drawn + gap
    periods = np.arange(0.0, along[-1], period)
    begin = (periods[:, None] + np.array(starts)).ravel()
    end = np.minimum((periods[:, None] + np.array(starts) + np.array(lengths)).ravel(), along[-1])
    begin, end = begin[begin < along[-1]], end[begin < along[-1]]
    x = np.interp([begin, end], along, curve[:, 0])
    y = np.interp([begin, end], along, curve[:, 1])
    return np.stack([x[0], y[0], x[1], y[1]], axis=1)


def _distances(points: Floats, point: Floats) -> Floats:
    """The distance of a point from each of some polylines (n, 25, 2)."""
    a, b = points[:, :-1], points[:, 1:]
    along = b - a
    length2 = np.maximum((along**2).sum(axis=2), 1e-12)
    t = np.clip(((point - a) * along).sum(axis=2) / length2, 0.0, 1.0)
    nearest = a + along * t[:, :, None]
    distances: Floats = np.hypot(*(nearest - point).transpose(2, 0, 1)).min(axis=1)
    return distances
