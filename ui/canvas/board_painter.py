"""Painting a piece of the board: ground, links and cards, as far or as near as the camera is."""

import time
from collections.abc import Set

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap, QPolygonF

from ui.canvas.camera import Camera
from ui.canvas.card_pictures import SHADOW, CardPictures
from ui.canvas.far_faces import FarFaces
from ui.canvas.fragments import draw_lines
from ui.canvas.link_arrays import KINDS, pieces_of
from ui.canvas.painting import colour, paint_plan
from ui.canvas.scene import Scene
from workshop.picture.board_plan import balance_plan, ground_plan
from workshop.picture.palette import Palette
from workshop.picture.plan import Rect, Shape
from workshop.picture.routes import LINK_STYLES, link_colour

Floats = NDArray[np.float64]

NEAR_ZOOM = 0.42
"""From this zoom on, cards are whole pictures; below it, small faces."""

DRAW_SECONDS = 0.004
"""Time in one frame for drawing new card pictures; what is left shows plain faces until the next."""

_COARSE_ZOOM = 0.3
_SMOOTH_PIXELS = 40_000.0
_GRID = 24.0


class BoardPainter:
    """Paints rectangles of the board. `unfinished` is set when some cards still show plain faces."""

    def __init__(self, scene: Scene, palette: Palette) -> None:
        self.scene = scene
        self.palette = palette
        self.unfinished = False
        self._pictures = CardPictures()
        self._faces = FarFaces()
        self._ground: tuple[object, tuple[Shape, ...]] = (None, ())
        self._grid: dict[tuple[float, str], QPixmap] = {}

    def paint(
        self, painter: QPainter, camera: Camera, area: Rect, ratio: float, without: Set[str] = frozenset(),
        *, patient: bool = False,
    ) -> None:
        """Paint what lies in `area` (widget pixels) with a painter in widget pixels of `ratio` device pixels.

        `without` are cards to leave out with their links; `patient` draws every card however long it takes.
        """
        board = camera.rect_to_board(area.grown(2))
        self._paint_ground(painter, camera, area)
        hidden = [self.scene.cards.index[card] for card in without if card in self.scene.cards.index]
        self._paint_links(painter, camera, board, hidden)
        which = self.scene.cards.visible_in(board.grown(SHADOW))
        if hidden:
            which = which[~np.isin(which, hidden)]
        self.paint_cards(painter, camera, which, ratio, patient=patient)

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
        corners = (at[:, :2] - (camera.x, camera.y)) * scale
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        if camera.zoom < NEAR_ZOOM:
            self._faces.draw(painter, self.scene.cards, which, corners, scale, self.palette)
        else:
            self._paint_pictures(painter, which, corners, scale, patient)
        painter.restore()

    def paint_links(self, painter: QPainter, camera: Camera, points: Floats, kinds: NDArray[np.int8]) -> None:
        """Paint links along given points (n, 25, 2), as while their cards are being dragged."""
        for kind_index in np.unique(kinds):
            chosen = points[kinds == kind_index]
            self._draw_kind(painter, camera, int(kind_index), pieces_of(chosen, 2), smooth=len(chosen) < 200)

    def _paint_ground(self, painter: QPainter, camera: Camera, area: Rect) -> None:
        painter.fillRect(QRectF(*area), colour(self.palette.ground))
        self._paint_grid(painter, camera, area)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(camera.zoom, camera.zoom)
        painter.translate(-camera.x, -camera.y)
        paint_plan(painter, self._ground_shapes())
        if camera.zoom < NEAR_ZOOM:
            paint_plan(painter, balance_plan(self.scene.layout, self.scene.balances(), self.palette))
        painter.restore()

    def _paint_grid(self, painter: QPainter, camera: Camera, area: Rect) -> None:
        step = _GRID * camera.zoom
        while step < 14:
            step *= 2
        while step > 40:
            step /= 2
        tile = self._grid_tile(round(step))
        offset = QPointF((area.x + camera.x * camera.zoom) % tile.width(), (area.y + camera.y * camera.zoom) % tile.height())
        painter.drawTiledPixmap(QRectF(*area), tile, offset)

    def _grid_tile(self, step: int) -> QPixmap:
        key = (step, self.palette.grid)
        if key not in self._grid:
            self._grid.clear()
            times = max(1, 240 // step)
            tile = QPixmap(step * times, step * times)
            tile.fill(colour(self.palette.ground))
            painter = QPainter(tile)
            for x in range(times):
                for y in range(times):
                    painter.fillRect(x * step, y * step, 1, 1, colour(self.palette.hairline))
            painter.end()
            self._grid[key] = tile
        return self._grid[key]

    def _ground_shapes(self) -> tuple[Shape, ...]:
        key = (self.scene.layout, id(self.palette))
        if self._ground[0] != key:
            self._ground = (key, ground_plan(self.scene.layout, self.palette))
        return self._ground[1]

    def _paint_links(self, painter: QPainter, camera: Camera, board: Rect, hidden: list[int]) -> None:
        links = self.scene.links
        which = links.visible_in(board)
        if hidden:
            which = which[~np.isin(links.ends[which], hidden).any(axis=1)]
        coarse = camera.zoom < _COARSE_ZOOM
        kinds = links.kinds[which]
        spans = links.boxes[which, 2:] - links.boxes[which, :2]
        smooth = bool(spans.sum() * camera.zoom < _SMOOTH_PIXELS)
        for kind_index in np.unique(kinds):
            of_kind = which[kinds == kind_index]
            if coarse:
                pieces = pieces_of(links.points[of_kind], 6)
            else:
                pieces = links.dashed(of_kind, KINDS[kind_index])
            self._draw_kind(painter, camera, int(kind_index), pieces, smooth)
            if not coarse and LINK_STYLES[KINDS[kind_index]].arrow:
                self._draw_heads(painter, camera, int(kind_index), links.heads[of_kind])

    def _draw_kind(
        self, painter: QPainter, camera: Camera, kind_index: int, pieces: Floats, smooth: bool
    ) -> None:
        kind = KINDS[kind_index]
        origin = np.array([camera.x, camera.y, camera.x, camera.y])
        width = max(1.0, LINK_STYLES[kind].width * min(1.0, camera.zoom * 1.3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        pen = QPen(colour(link_colour(kind, self.palette)), width if smooth else 0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        draw_lines(painter, (pieces - origin) * camera.zoom)

    def _draw_heads(self, painter: QPainter, camera: Camera, kind_index: int, heads: Floats) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour(link_colour(KINDS[kind_index], self.palette))))
        for head in ((heads - (camera.x, camera.y)) * camera.zoom).tolist():
            painter.drawPolygon(QPolygonF([QPointF(*point) for point in head]))

    def _paint_pictures(
        self, painter: QPainter, which: NDArray[np.intp], corners: Floats, scale: float, patient: bool
    ) -> None:
        """Blit kept pictures; draw new ones while there is time, plain faces for the rest."""
        self._pictures.begin(scale, self.palette)
        until = time.perf_counter() + DRAW_SECONDS
        shift = round(SHADOW * scale)
        plain: list[int] = []
        for place, (index, corner) in enumerate(zip(which.tolist(), np.round(corners).tolist(), strict=True)):
            card = self.scene.card(self.scene.cards.ids[index])
            words, turned = self.scene.words(card), bool(self.scene.cards.turned[index])
            picture = self._pictures.kept(card, words, turned)
            if picture is None and (patient or time.perf_counter() < until):
                picture = self._pictures.draw(card, words, turned)
            if picture is None:
                plain.append(place)
            else:
                painter.drawPixmap(int(corner[0]) - shift, int(corner[1]) - shift, picture)
        if plain:
            self.unfinished = True
            self._faces.draw(painter, self.scene.cards, which[plain], corners[plain], scale, self.palette)
