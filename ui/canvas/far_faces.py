"""Far out: small faces of cards in one atlas, drawn for the present zoom and blitted 1:1 in one call."""

from collections import OrderedDict
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.canvas.card_arrays import DISCIPLINES, CardArrays
from ui.canvas.fragments import draw_fragments, fragments_of
from ui.canvas.painting import colour
from workshop.model.cards import Discipline
from workshop.picture.palette import Palette

Floats = NDArray[np.float64]

_SIDE = 1 << 12
_ATLAS_WIDTH = 1024
_MOST_PIXELS = 1_500_000
"""Of all atlases that are kept, besides the last one: 6 MB."""

_LINES_FROM = 0.16
"""Below this scale a face carries no hint of lines."""

_BACK_UNTIL = 0.42
"""Below this scale a turned card shows a coloured back; above, a plain face stands for it only for a moment."""


class _Atlas(NamedTuple):
    """One picture with faces: which (by key, in order), and where each lies in it."""

    picture: QPixmap
    keys: NDArray[np.int64]
    sources: Floats


class FarFaces:
    """An atlas of faces by discipline, size in device pixels and rough number of lines, for each of the last zooms."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[float, bool, str], _Atlas] = OrderedDict()

    def draw(
        self,
        painter: QPainter,
        cards: CardArrays,
        which: NDArray[np.intp],
        corners: Floats,
        *,
        scale: float,
        palette: Palette,
    ) -> None:
        """Draw cards whose top left corners (n, 2) are whole device pixels, at `scale` device pixels a unit."""
        if not len(which):
            return
        unique, inverse = _unique(self._keys_of(cards, which, scale))
        atlas = self._atlas_with(unique, scale, palette)
        sources = atlas.sources[np.searchsorted(atlas.keys, unique)][inverse]
        draw_fragments(painter, fragments_of(corners[:, 0], corners[:, 1], sources), atlas.picture)

    def _atlas_with(self, keys: NDArray[np.int64], scale: float, palette: Palette) -> _Atlas:
        """One that holds these faces: the wheel goes through the same zooms on its way out and back."""
        place = (scale, palette.dark, palette.ground)
        atlas = self._kept.pop(place, None)
        if atlas is None or not np.isin(keys, atlas.keys).all():
            atlas = _atlas_of(keys, scale, palette)
        self._kept[place] = atlas
        while len(self._kept) > 1 and sum(_pixels(one) for one in self._kept.values()) > _MOST_PIXELS:
            self._kept.popitem(last=False)
        return atlas

    @staticmethod
    def _keys_of(cards: CardArrays, which: NDArray[np.intp], scale: float) -> NDArray[np.int64]:
        width = np.clip(np.round(cards.boxes[which, 2] * scale), 2, _SIDE - 1).astype(np.int64)
        height = np.clip(np.round(cards.boxes[which, 3] * scale), 2, _SIDE - 1).astype(np.int64)
        lines = cards.lines[which].astype(np.int64) if scale >= _LINES_FROM else np.zeros(len(which), np.int64)
        face = cards.disciplines[which].astype(np.int64) * 2 + cards.turned[which]
        return ((face * 8 + lines) * _SIDE + width) * _SIDE + height


def _atlas_of(keys: NDArray[np.int64], scale: float, palette: Palette) -> _Atlas:
    """Draw the faces of these keys on shelves."""
    places, width, height = _shelved(keys)
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        for key, place in zip(keys.tolist(), places, strict=True):
            face, lines = divmod(key // (_SIDE * _SIDE), 8)
            _paint_face(
                painter,
                QRect(*place),
                DISCIPLINES[face // 2],
                turned=bool(face % 2),
                lines=lines,
                scale=scale,
                palette=palette,
            )
    return _Atlas(picture, keys, np.array(places, float))


def _pixels(atlas: _Atlas) -> int:
    return atlas.picture.width() * atlas.picture.height()


def _unique(keys: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.intp]]:
    """The distinct keys in order, and for each key its place among them: like np.unique, by table, not by sorting."""
    parts = [keys // (_SIDE * _SIDE), keys // _SIDE % _SIDE, keys % _SIDE]
    lows = [part.min() for part in parts]
    spans = [int(part.max() - low) + 1 for part, low in zip(parts, lows, strict=True)]
    if spans[0] * spans[1] * spans[2] > 500_000:
        unique, inverse = np.unique(keys, return_inverse=True)
        return unique, inverse
    face, width, height = (part - low for part, low in zip(parts, lows, strict=True))
    dense = (face * spans[1] + width) * spans[2] + height
    table = np.zeros(spans[0] * spans[1] * spans[2], np.intp)
    table[dense] = 1
    found = np.flatnonzero(table)
    table[found] = np.arange(len(found))
    first = np.empty(len(found), np.int64)
    inverse = table[dense]
    first[inverse] = keys
    return first, inverse


def _shelved(keys: NDArray[np.int64]) -> tuple[list[tuple[int, int, int, int]], int, int]:
    """Where each face lies, and how wide and high the picture is: those of one height side by side."""
    places = [(0, 0, 0, 0)] * len(keys)
    x = y = shelf = most = 0
    for place in np.argsort(keys % _SIDE)[::-1].tolist():
        key = int(keys[place])
        width, height = key // _SIDE % _SIDE, key % _SIDE
        if x + width > _ATLAS_WIDTH and x:
            x, y, shelf = 0, y + shelf + 1, 0
        places[place] = (x, y, width, height)
        x, shelf = x + width + 1, max(shelf, height)
        most = max(most, x)
    return places, most, y + shelf + 1


def _paint_face(
    painter: QPainter,
    box: QRect,
    discipline: Discipline,
    *,
    turned: bool,
    lines: int,
    scale: float,
    palette: Palette,
) -> None:
    colours = palette.disciplines[discipline]
    if box.height() < 8:
        painter.fillRect(box, colour(colours.accent))
        return
    radius = 8 * scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, radius > 1)
    painter.setPen(colour(colours.accent))
    painter.setBrush(colour(colours.fill))
    inside = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inside, radius, radius)
    bar = max(1, round(6 * scale))
    painter.fillRect(QRectF(box.x() + radius / 2, box.y(), box.width() - radius, bar), colour(colours.accent))
    if turned and scale < _BACK_UNTIL:
        painter.fillRect(box.adjusted(4, 4 + bar, -4, -4), colour(colours.accent))
    elif lines and not turned:
        _hint_lines(painter, box, lines, scale, palette)


def _hint_lines(painter: QPainter, box: QRect, lines: int, scale: float, palette: Palette) -> None:
    ink = QColor(palette.ink)
    ink.setAlpha(70)
    pad, top, step = 12 * scale, 40 * scale, 20 * scale
    for line in range(lines):
        y = box.y() + top + line * step
        if y + step > box.bottom() - 18 * scale:
            break
        share = 0.55 if line == lines - 1 else 0.95
        painter.fillRect(QRectF(box.x() + pad, y, (box.width() - 2 * pad) * share, max(1.0, 5 * scale)), ink)
