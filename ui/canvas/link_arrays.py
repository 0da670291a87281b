"""The links as numpy arrays: flattened pieces of line, arrow heads and boxes, to cull, draw and hit."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ui.canvas.card_arrays import CardArrays
from workshop.model.links import LinkKind
from workshop.picture.detours import BOWS, CardGrid, Joined, detoured, ways_by_other_sides
from workshop.picture.plan import Point, Rect
from workshop.picture.routes import (
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
_ROUGH_STRIDE = 6
_WORD = 70.0
"""How far a link's word reaches beyond its box; a card that comes there makes it stand elsewhere."""


class LinkArrays:
    """Parallel arrays over the links whose both ends are shown.

    `curves` (n, 4, 2) are control points on the board, `points` (n, 25, 2) lie along them, `rough` (n, 5, 2) are
    every sixth of these, `ends_at` (n, 4) the first and last, `boxes` (n, 4) are
    left, top, right, bottom around them, `kinds` indexes into KINDS, `ends` (n, 2) indexes of cards.
    `words` are those that stand on links in tension instead of their kind, by their ids.
    """

    def __init__(self, cards: CardArrays) -> None:
        self._cards = cards
        self._grid = CardGrid()
        self.ids: list[str] = []
        self.words: dict[str, str] = {}
        self.index: dict[str, int] = {}
        self.kinds = np.empty(0, np.int8)
        self.ends = np.empty((0, 2), np.intp)
        self._shifts = np.empty(0)
        self.curves = np.empty((0, 4, 2))
        self.points = np.empty((0, _POINTS, 2))
        self.rough = np.empty((0, PIECES // _ROUGH_STRIDE + 1, 2))
        self.ends_at = np.empty((0, 4))
        self.heads = np.empty((0, 3, 2))
        self.boxes = np.empty((0, 4))
        self._reaches = np.empty((0, 4))

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
        self._grid.load(self._cards.boxes if links else self._cards.boxes[:0])
        self.route(np.arange(len(links)), fresh=True)

    def follow(self, areas: list[Rect], *, gone: int | None = None, came: int | None = None) -> None:
        """Route anew what runs where cards came, moved or went.

        `gone` is the number of the one card that went, `came` of the one that came; those above it moved by one.
        """
        if not self.ids:
            return
        if gone is not None:
            self._grid.forget(gone)
            self.ends[self.ends > gone] -= 1
        if came is not None:
            self._grid.make_room(came)
            self.ends[self.ends >= came] += 1
        if not self._grid.mend(np.array(areas, float).reshape(-1, 4), self._cards.boxes):
            self._grid.load(self._cards.boxes)
        self.route(self.near(areas))

    def near(self, areas: Iterable[Rect]) -> NDArray[np.intp]:
        """Indexes of the links that would run elsewhere if cards came or went in some board rectangles."""
        found = [np.flatnonzero(_touching(self._reaches, area, _WORD)) for area in areas]
        return np.flatnonzero(np.bincount(np.concatenate(found))) if found else np.empty(0, np.intp)

    def at_cards(self, card_indexes: Iterable[int]) -> NDArray[np.intp]:
        """Indexes of the links that begin or end at these cards."""
        return np.flatnonzero(np.isin(self.ends, np.fromiter(card_indexes, np.intp)).any(axis=1))

    def route(self, which: NDArray[np.intp], *, fresh: bool = False) -> None:
        """Compute the routes of links again from where their cards lie."""
        straight = self.curves_between(self._cards.boxes, which)
        sources, targets = self._cards.boxes[self.ends[which]].transpose(1, 0, 2)
        joined = Joined(sources, targets, self._shifts[which])
        curves, blocked = detoured(straight, self.ends[which], self._grid, joined)
        points = flatten_curves(curves)
        boxes = np.concatenate([points.min(axis=1), points.max(axis=1)], axis=1).reshape(-1, 4)
        heads = arrow_heads(curves)
        reaches = boxes.copy()
        reaches[blocked] = _all_ways(straight[blocked], joined.of(np.flatnonzero(blocked)))
        if fresh:
            self.curves, self.points, self.boxes, self.heads = curves, points, boxes, heads
            self._reaches = reaches
            self.rough = points[:, ::_ROUGH_STRIDE].copy()
            self.ends_at = np.concatenate([points[:, 0], points[:, -1]], axis=1)
        elif len(which):
            self.curves[which], self.points[which], self.boxes[which] = curves, points, boxes
            self.heads[which] = heads
            self._reaches[which] = reaches
            self.rough[which] = points[:, ::_ROUGH_STRIDE]
            self.ends_at[which] = np.concatenate([points[:, 0], points[:, -1]], axis=1)

    def curves_between(self, boxes: Floats, which: NDArray[np.intp]) -> Floats:
        """Control points of links if the cards lay in these boxes (all cards', by index), straight on."""
        ends = self.ends[which]
        return route_curves(boxes[ends[:, 0]], boxes[ends[:, 1]], self._shifts[which])

    def visible_in(self, rect: Rect, slack: float = 16.0) -> NDArray[np.intp]:
        """Indexes of the links whose box touches a board rectangle."""
        return np.flatnonzero(_touching(self.boxes, rect, slack))

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


def _touching(boxes: Floats, rect: Rect, slack: float) -> NDArray[np.bool_]:
    """Which boxes (n, 4: left, top, right, bottom) touch a rectangle, or nearly."""
    left, top, right, bottom = boxes.T
    touching: NDArray[np.bool_] = (
        (left < rect.right + slack)
        & (right > rect.x - slack)
        & (top < rect.bottom + slack)
        & (bottom > rect.y - slack)
    )
    return touching


def _all_ways(curves: Floats, joined: Joined) -> Floats:
    """Boxes around all the ways that curves may take."""
    points = flatten_curves(curves)
    low, high = points.min(axis=1) - max(BOWS), points.max(axis=1) + max(BOWS)
    for ways in ways_by_other_sides(joined):
        low, high = np.minimum(low, ways.min(axis=1)), np.maximum(high, ways.max(axis=1))
    return np.concatenate([low, high], axis=1).reshape(-1, 4)


def pieces_of(points: Floats) -> Floats:
    """The pieces (m, 4) between points along curves (n, k, 2)."""
    if not len(points):
        return np.empty((0, 4))
    return np.concatenate([points[:, :-1], points[:, 1:]], axis=2).reshape(-1, 4)


def pieces_in(points: Floats, view: Rect, dash: tuple[float, ...] = ()) -> Floats:
    """The pieces (m, 4) of curves (n, k, 2) that may be seen in a rectangle, in a dash pattern of board units."""
    pieces = pieces_of(points)
    steps = np.hypot(pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1])
    seen = (
        (np.minimum(pieces[:, 0], pieces[:, 2]) <= view.right)
        & (np.maximum(pieces[:, 0], pieces[:, 2]) >= view.x)
        & (np.minimum(pieces[:, 1], pieces[:, 3]) <= view.bottom)
        & (np.maximum(pieces[:, 1], pieces[:, 3]) >= view.y)
    )
    if not dash or not seen.any():
        return pieces[seen]
    along = steps.reshape(len(points), -1)
    begins = (np.cumsum(along, axis=1) - along).ravel()
    return _dashes(pieces[seen], begins[seen], steps[seen], dash)


def _dashes(pieces: Floats, begins: Floats, lengths: Floats, dash: tuple[float, ...]) -> Floats:
    """What a dash pattern draws of pieces that begin so far along their curves."""
    period = sum(dash)
    first = np.floor(begins / period)
    counts = (np.floor((begins + lengths) / period) - first + 1).astype(np.intp)
    which = np.repeat(np.arange(len(pieces)), counts)
    turn = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    base = (first[which] + turn) * period - begins[which]
    drawn = []
    offset = 0.0
    for length, gap in zip(dash[::2], dash[1::2], strict=True):
        start = np.maximum(base + offset, 0.0)
        end = np.minimum(base + offset + length, lengths[which])
        keep = end > start
        of, span = pieces[which[keep]], np.maximum(lengths[which[keep]], 1e-9)[:, None]
        way = of[:, 2:] - of[:, :2]
        begin_points = of[:, :2] + way * (start[keep][:, None] / span)
        drawn.append(np.hstack([begin_points, of[:, :2] + way * (end[keep][:, None] / span)]))
        offset += length + gap
    return np.concatenate(drawn)


def _distances(points: Floats, point: Floats) -> Floats:
    """The distance of a point from each of some polylines (n, 25, 2)."""
    a, b = points[:, :-1], points[:, 1:]
    along = b - a
    length2 = np.maximum((along**2).sum(axis=2), 1e-12)
    t = np.clip(((point - a) * along).sum(axis=2) / length2, 0.0, 1.0)
    nearest = a + along * t[:, :, None]
    distances: Floats = np.hypot(*(nearest - point).transpose(2, 0, 1)).min(axis=1)
    return distances
