"""Near: whole cards as pictures, drawn at the present zoom and kept, least recently used ones let go."""

from collections import OrderedDict

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.canvas.asset_images import AssetImages
from ui.canvas.painting import paint_plan
from workshop.model.cards import Card
from workshop.picture.card_plan import RADIUS, CardWords, card_plan, turned_plan
from workshop.picture.palette import Palette

SHADOW = 6.0
"""Board units around a card that its baked shadow takes."""

LEAST_BYTES = 14 * 1024 * 1024
"""Pictures of cards may take this much, and on large screens as much as two views of them."""

MOST_BYTES = 8 * LEAST_BYTES
"""Where cards lie on top of one another, those of one view may need more; then the lowest stay plain faces."""

_VIEWS = 2
_WITH_SHADOW = 1.25
"""A picture with its shadow takes this much more than the card."""

_MOST_SHADOWS = 8
_BYTES_A_PIXEL = 4


class _Drawn(msgspec.Struct, frozen=True):
    card: Card
    words: CardWords
    turned: bool
    picture: QPixmap
    cost: int


class CardPictures:
    """Pictures of cards for one zoom and palette; asking for another zoom begins anew."""

    def __init__(self, images: AssetImages) -> None:
        self._images = images
        self._drawn: OrderedDict[str, _Drawn] = OrderedDict()
        self._bytes = 0
        self._most = LEAST_BYTES
        self._needed = 0.0
        self._shadows: dict[tuple[float, float], QPixmap] = {}
        self._scale = 0.0
        self._palette: Palette | None = None

    def make_room(self, pixels: int) -> None:
        """Hold the cards of a view of so many device pixels, and those around it."""
        self._most = max(LEAST_BYTES, _VIEWS * pixels * _BYTES_A_PIXEL)

    def begin(self, scale: float, palette: Palette, area: float = 0.0) -> float:
        """Use this scale (device pixels a board unit) and palette from now on.

        `area` is that of all cards in view, in square board units: where they lie on top of one another, more than the
        view. Were there less room for their pictures, each would push another out, and the view would never be done.
        Gives the share of them, 0 to 1, that can be kept at once.
        """
        if scale != self._scale or palette is not self._palette:
            self._drawn.clear()
            self._shadows.clear()
            self._bytes, self._needed, self._scale, self._palette = 0, 0.0, scale, palette
        needed = area * _WITH_SHADOW * scale * scale * _BYTES_A_PIXEL
        self._needed = max(self._needed, min(needed, MOST_BYTES))
        return min(1.0, max(self._most, MOST_BYTES) / needed) if needed else 1.0

    def kept(self, card: Card, words: CardWords, turned: bool) -> QPixmap | None:
        """The picture of a card as it is now, if one was drawn."""
        drawn = self._drawn.get(card.id)
        if drawn is None or drawn.card is not card or drawn.words != words or drawn.turned != turned:
            return None
        self._drawn.move_to_end(card.id)
        return drawn.picture

    def draw(self, card: Card, words: CardWords, turned: bool) -> QPixmap:
        """Draw a card's picture and keep it."""
        picture = self._picture(card, words, turned)
        cost = picture.width() * picture.height() * _BYTES_A_PIXEL
        if (old := self._drawn.pop(card.id, None)) is not None:
            self._bytes -= old.cost
        self._drawn[card.id] = _Drawn(card, words, turned, picture, cost)
        self._bytes += cost
        most = max(self._most, self._needed)
        while self._bytes > most and len(self._drawn) > 1:
            self._bytes -= self._drawn.popitem(last=False)[1].cost
        return picture

    def _picture(self, card: Card, words: CardWords, turned: bool) -> QPixmap:
        palette, scale = self._palette, self._scale
        assert palette is not None
        picture = self._shadow(card.w, card.h, palette).copy()
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            painter.translate(SHADOW, SHADOW)
            if turned:
                paint_plan(painter, turned_plan(card.w, card.h, card.discipline, palette))
            else:
                paint_plan(painter, card_plan(card, words, palette), self._images)
        return picture

    def _shadow(self, width: float, height: float, palette: Palette) -> QPixmap:
        """A picture with the shadow of a card of this size, kept: most cards are of one size."""
        shadow = self._shadows.get((width, height))
        if shadow is None:
            whole, high = width + 2 * SHADOW, height + 2 * SHADOW
            shadow = QPixmap(max(1, round(whole * self._scale)), max(1, round(high * self._scale)))
            shadow.fill(Qt.GlobalColor.transparent)
            with QPainter(shadow) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.scale(self._scale, self._scale)
                painter.translate(SHADOW, SHADOW)
                _paint_shadow(painter, width, height, palette)
            if len(self._shadows) >= _MOST_SHADOWS:
                self._shadows.clear()
            self._shadows[width, height] = shadow
        return shadow


def _paint_shadow(painter: QPainter, width: float, height: float, palette: Palette) -> None:
    """A soft shadow from a few see-through boxes, baked into the picture."""
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor(0, 0, 0, 26 if palette.dark else 9)
    painter.setBrush(shade)
    for spread in (4.0, 3.0, 2.0, 1.0):
        box = QRectF(-spread * 0.7, -spread * 0.2 + 1.0, width + 1.4 * spread, height + spread + 0.5)
        painter.drawRoundedRect(box, RADIUS + spread * 0.5, RADIUS + spread * 0.5)
