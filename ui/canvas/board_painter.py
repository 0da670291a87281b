"""Painting a piece of the board: ground, links and cards, as far or as near as the camera is."""

import math
import time
from collections.abc import Set
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from ui.canvas.camera import Camera
from ui.canvas.card_pictures import SHADOW, CardPictures
from ui.canvas.far_faces import FarFaces
from ui.canvas.fragments import draw_lines
from ui.canvas.ground_shapes import GroundShapes
from ui.canvas.link_arrays import KINDS, pieces_in, pieces_of
from ui.canvas.link_labels import LABEL_ZOOM, LinkLabels
from ui.canvas.painting import colour, paint_plan
from ui.canvas.scene import Scene
from ui.canvas.thread_lines import ThreadLines
from workshop.picture.board_plan import NEAR_ZOOM, empty_plan, far_size, unit_at
from workshop.picture.clipping import clipped
from workshop.picture.group_plan import group_plan
from workshop.picture.palette import Palette
from workshop.picture.plan import Rect, Shape, Stroke
from workshop.picture.routes import LINK_STYLES, arrow_heads, link_colour

if TYPE_CHECKING:
    from ui.canvas.marks import Marks

Floats = NDArray[np.float64]

DRAW_SECONDS, HURRIED_SECONDS = 0.004, 0.001
"""Time in one frame for drawing new card pictures; what is left shows plain faces until the next. Less in a zoom."""

_HINT_ZOOM = 0.3
"""Farther out, what an empty board says would be too small to read."""

_ROUGH_ZOOM = 0.2
_MANY_LINKS = 300
_MANY_MOVED = 100
"""More links than this of cards being dragged are drawn plain, as fast as they can be."""

_HURRIED_PIXELS = 100_000.0
"""Length of line drawn in one frame of a zoom; in the next idle moment all links are drawn."""

_HIDDEN_PIXELS, _SHORT_PIXELS, _LONG_PIXELS = 5.0, 40.0, 90.0

_SMOOTH_PIXELS = 12_000.0
"""Links of a kind are drawn smoothly up to this much line on screen."""

_GRID = 24.0


class BoardPainter:
    """Paints rectangles of the board. `unfinished` is set when some cards still show plain faces."""

    def __init__(self, scene: Scene, palette: Palette) -> None:
        self.scene = scene
        self.palette = palette
        self.unfinished = False
        self._hurried = False
        self.pictures = CardPictures(scene.images)
        self._faces = FarFaces()
        self.threads = ThreadLines(scene)
        self._quiet = False
        self.marks: Marks | None = None
        self._labels = LinkLabels(scene.cards, scene.links)
        self._ground = GroundShapes(scene)
        self._grid: dict[tuple[int, int, str], QPixmap] = {}

    def paint(
        self,
        painter: QPainter,
        camera: Camera,
        area: Rect,
        ratio: float,
        without: Set[str] = frozenset(),
        *,
        patient: bool = False,
        hurried: bool = False,
    ) -> None:
        """Paint what lies in `area` (widget pixels) with a painter in widget pixels of `ratio` device pixels.

        `without` are cards to leave out with their links; `patient` draws every card however long it takes;
        `hurried` draws many links roughly, for a frame of a zoom that another follows.
        """
        board = camera.rect_to_board(area.grown(2))
        self._hurried = hurried
        self._paint_ground(painter, camera, area, ratio)
        hidden = [self.scene.cards.index[card] for card in without if card in self.scene.cards.index]
        self._quiet = camera.zoom < NEAR_ZOOM
        self._paint_links(painter, camera, board, hidden, hurried)
        if self._quiet:
            whole = self.threads.paint(painter, camera, board, self.palette, hidden, hurried=hurried)
            self.unfinished = self.unfinished or not whole
        self._quiet = False
        if camera.zoom >= LABEL_ZOOM and not hurried:
            self._labels.paint(painter, camera, board, self.palette, hidden)
        which = self.scene.cards.visible_in(board.grown(SHADOW))
        if hidden:
            which = which[~np.isin(which, hidden)]
        self.paint_cards(painter, camera, which, ratio, patient=patient)
        if self.marks is not None:
            self.marks.paint(painter, camera, self.scene.cards, which, self.palette)

    def small_picture(self, width: int, height: int) -> QPixmap:
        """The whole board as a small picture."""
        picture = QPixmap(width, height)
        with QPainter(picture) as painter:
            camera = Camera.fitting(self.scene.layout.bounds, width, height, margin=6)
            self.paint(painter, camera, Rect(0, 0, width, height), 1.0)
        return picture

    def paint_cards(
        self,
        painter: QPainter,
        camera: Camera,
        which: NDArray[np.intp],
        ratio: float,
        boxes: Floats | None = None,
        *,
        patient: bool = False,
    ) -> None:
        """Paint cards by index, at their own boxes or at those given (n, 4)."""
        scale = camera.zoom * ratio
        at = self.scene.cards.boxes[which] if boxes is None else boxes
        corners = _whole(at[:, :2] * scale) - _whole(np.array((camera.x, camera.y)) * scale)
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        if camera.zoom < NEAR_ZOOM:
            self._faces.draw(painter, self.scene.cards, which, corners, scale=scale, palette=self.palette)
        else:
            self._paint_pictures(painter, which, corners, scale, patient)
        painter.restore()

    def paint_links(self, painter: QPainter, camera: Camera, points: Floats, kinds: NDArray[np.int8]) -> None:
        """Paint links along given points (n, 25, 2), as while their cards are being dragged."""
        room = painter.viewport()
        view = camera.rect_to_board(Rect(0, 0, room.width(), room.height()))
        for kind_index in _present(kinds):
            chosen, style = points[kinds == kind_index], LINK_STYLES[KINDS[kind_index]]
            if len(points) > _MANY_MOVED:
                self._draw_kind(
                    painter, camera, kind_index, pieces_of(chosen[:, ::2]), smooth=len(chosen) < 200
                )
                continue
            self._draw_kind(painter, camera, kind_index, pieces_in(chosen, view, style.dash), smooth=True)
            if style.arrow:
                self._draw_heads(painter, camera, kind_index, arrow_heads(chosen[:, [0, 1, -2, -1]]), view)

    def paint_links_among(self, painter: QPainter, camera: Camera, which: NDArray[np.intp]) -> None:
        """Paint links by number; many of them with few pieces each, as they are drawn from afar."""
        links = self.scene.links
        if len(which) <= _MANY_LINKS and camera.zoom >= _ROUGH_ZOOM:
            self.paint_links(painter, camera, links.points[which], links.kinds[which])
            return
        for kind_index in _present(links.kinds[which]):
            pieces = self._rough_pieces(which[links.kinds[which] == kind_index], camera.zoom, False)
            self._draw_kind(painter, camera, kind_index, pieces, smooth=len(which) <= _MANY_LINKS)

    def _paint_ground(self, painter: QPainter, camera: Camera, area: Rect, ratio: float) -> None:
        self._paint_grid(painter, camera, area, ratio)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(camera.zoom, camera.zoom)
        painter.translate(-camera.x, -camera.y)
        far = camera.zoom < NEAR_ZOOM
        view = camera.rect_to_board(area.grown(2))
        shapes = self._ground.in_view(view, camera.zoom, self.palette)
        paint_plan(painter, (_cut(shape, view) for shape in shapes))
        if camera.zoom >= _HINT_ZOOM and not len(self.scene.cards) and not self.scene.workshop.read_only:
            paint_plan(painter, empty_plan(self.scene.layout, self.palette))
        if far:
            self._paint_far_words(painter, camera.zoom, view)
        for box in self.scene.groups.boxes:
            if box.frame.grown(16).overlaps(view):
                paint_plan(painter, group_plan(box, self.palette, far=far))
        painter.restore()

    def _paint_grid(self, painter: QPainter, camera: Camera, area: Rect, ratio: float) -> None:
        """Dots on whole device pixels, so that they lie the same in a part painted later."""
        step = _GRID * camera.zoom
        while step < 14:
            step *= 2
        while step > 40:
            step /= 2
        tile = self._grid_tile(round(step * ratio), max(1, round(ratio)))
        x, y = math.floor(area.x * ratio), math.floor(area.y * ratio)
        w, h = math.ceil(area.w * ratio) + 1, math.ceil(area.h * ratio) + 1
        left = (x + round(camera.x * camera.zoom * ratio)) % tile.width()
        top = (y + round(camera.y * camera.zoom * ratio)) % tile.height()
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        painter.drawTiledPixmap(x, y, w, h, tile, left, top)
        painter.restore()

    def _grid_tile(self, step: int, dot: int) -> QPixmap:
        key = (step, dot, self.palette.ground)
        if key not in self._grid:
            self._grid.clear()
            times = max(1, 240 // step)
            ground, ink = colour(self.palette.ground), colour(self.palette.hairline)
            row, tile = QPixmap(step * times, dot), QPixmap(step * times, step * times)
            row.fill(ground)
            tile.fill(ground)
            with QPainter(row) as painter:
                for x in range(times):
                    painter.fillRect(x * step, 0, dot, dot, ink)
            with QPainter(tile) as painter:
                for y in range(times):
                    painter.drawPixmap(0, y * step, row)
            self._grid[key] = tile
        return self._grid[key]

    def _paint_far_words(self, painter: QPainter, zoom: float, view: Rect) -> None:
        """Below the diamonds the balance of disciplines, and below everything the threads."""
        layout = self.scene.layout
        paint_plan(painter, self._ground.balances_in_view(view, zoom, self.palette))
        if view.bottom > layout.parking.bottom:
            paint_plan(
                painter, self.threads.plan(layout, self.palette, far_size(12.5, unit_at(zoom), 34.0, 84.0))
            )

    def _paint_links(
        self, painter: QPainter, camera: Camera, board: Rect, hidden: list[int], hurried: bool
    ) -> None:
        links = self.scene.links
        which = links.visible_in(board)
        if hidden:
            which = which[~np.isin(links.ends[which], hidden).any(axis=1)]
        many = len(which) > _MANY_LINKS
        rough = camera.zoom < _ROUGH_ZOOM or (many and hurried)
        self.unfinished = self.unfinished or (hurried and (many or camera.zoom >= _ROUGH_ZOOM))
        if rough and hurried:
            which = self._thinned(which, camera.zoom)
        kinds = links.kinds[which]
        for kind_index in _present(kinds):
            chosen = which[kinds == kind_index]
            if rough:
                pieces = self._rough_pieces(chosen, camera.zoom, hurried)
                self._draw_kind(painter, camera, kind_index, pieces, not many)
                continue
            style = LINK_STYLES[KINDS[kind_index]]
            pieces = pieces_in(links.points[chosen], board, () if hurried else style.dash)
            length = np.hypot(pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1]).sum() * camera.zoom
            self._draw_kind(painter, camera, kind_index, pieces, bool(length < _SMOOTH_PIXELS) and not hurried)
            if style.arrow:
                self._draw_heads(painter, camera, kind_index, links.heads[chosen], board)

    def _thinned(self, which: NDArray[np.intp], zoom: float) -> NDArray[np.intp]:
        """While zooming over very many links, as many of them, evenly, as can be drawn in a few milliseconds."""
        ends = self.scene.links.ends_at[which]
        pixels = (np.abs(ends[:, 2] - ends[:, 0]) + np.abs(ends[:, 3] - ends[:, 1])).sum() * zoom
        step = int(pixels // _HURRIED_PIXELS) + 1
        return which[which % step == 0]

    def _rough_pieces(self, chosen: NDArray[np.intp], zoom: float, hurried: bool) -> Floats:
        """Few straight pieces for each link: one for what is short on screen, two or four for the rest."""
        links = self.scene.links
        boxes = links.boxes[chosen]
        span = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]) * zoom
        short = span < (_SHORT_PIXELS * 2 if hurried else _SHORT_PIXELS)
        straight = links.ends_at[chosen[short & (span >= _HIDDEN_PIXELS)]]
        bent = chosen[~short]
        if hurried:
            return np.concatenate([straight, pieces_of(links.rough[bent, ::2])])
        long = span[~short] >= _LONG_PIXELS
        return np.concatenate(
            [straight, pieces_of(links.rough[bent[long]]), pieces_of(links.rough[bent[~long], ::2])]
        )

    def _draw_kind(
        self, painter: QPainter, camera: Camera, kind_index: int, pieces: Floats, smooth: bool
    ) -> None:
        if not len(pieces):
            return
        kind = KINDS[kind_index]
        origin = np.array([camera.x, camera.y, camera.x, camera.y])
        width = max(1.0, LINK_STYLES[kind].width * min(1.0, camera.zoom * 1.3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        name = link_colour(kind, self.palette)
        tone = self.threads.quiet(name, self.palette) if self._quiet else colour(name)
        pen = QPen(tone, width if smooth else 0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        draw_lines(painter, (pieces - origin) * camera.zoom)

    def _draw_heads(
        self, painter: QPainter, camera: Camera, kind_index: int, heads: Floats, board: Rect
    ) -> None:
        tips = heads[:, 0]
        heads = heads[
            (tips[:, 0] > board.x - 20)
            & (tips[:, 0] < board.right + 20)
            & (tips[:, 1] > board.y - 20)
            & (tips[:, 1] < board.bottom + 20)
        ]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(link_colour(KINDS[kind_index], self.palette)))
        for head in ((heads - (camera.x, camera.y)) * camera.zoom).tolist():
            painter.drawPolygon(QPolygonF([QPointF(*point) for point in head]))

    def _paint_pictures(
        self, painter: QPainter, which: NDArray[np.intp], corners: Floats, scale: float, patient: bool
    ) -> None:
        """Blit kept pictures; draw new ones while there is time, plain faces for the rest."""
        boxes = self.scene.cards.boxes[which]
        share = self.pictures.begin(scale, self.palette, float((boxes[:, 2] * boxes[:, 3]).sum()))
        lowest = math.ceil(len(which) * (1.0 - share))
        left = HURRIED_SECONDS if self._hurried else DRAW_SECONDS
        shift = round(SHADOW * scale)
        plain: list[int] = []
        for place, (index, corner) in enumerate(zip(which.tolist(), corners.tolist(), strict=True)):
            card = self.scene.card(self.scene.cards.ids[index])
            words, turned = self.scene.words(card), bool(self.scene.cards.turned[index])
            picture = self.pictures.kept(card, words, turned)
            if picture is None and (patient or (place >= lowest and left > 0)):
                began = time.perf_counter()
                picture = self.pictures.draw(card, words, turned)
                left -= time.perf_counter() - began
            if picture is None:
                plain.append(place)
            else:
                painter.drawPixmap(int(corner[0]) - shift, int(corner[1]) - shift, picture)
        if plain:
            self.unfinished = self.unfinished or plain[-1] >= lowest
            self._faces.draw(
                painter, self.scene.cards, which[plain], corners[plain], scale=scale, palette=self.palette
            )


def _cut(shape: Shape, view: Rect) -> Shape:
    """A diamond cut to the view, its new edges out of sight: Qt fills all of a polygon however little is shown."""
    if not (isinstance(shape, Stroke) and shape.closed):
        return shape
    points = clipped(shape.points, view.grown(4 * shape.stroke_width + 8))
    return msgspec.structs.replace(shape, points=points)


def _present(kinds: NDArray[np.int8]) -> list[int]:
    """The kinds that occur. np.unique would import numpy.ma, 15 ms of the start."""
    return np.flatnonzero(np.bincount(kinds, minlength=len(KINDS))).tolist()


def _whole(pixels: Floats) -> Floats:
    """The nearest whole device pixels, halves always up: rounded to even, cards would tremble while panning."""
    whole: Floats = np.floor(pixels + 0.5)
    return whole
