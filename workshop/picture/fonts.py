"""The bundled fonts as HarfBuzz measures them; widths are the same wherever a plan is drawn."""

import unicodedata
from functools import cache, lru_cache

import uharfbuzz as hb

from workshop.picture.font_files import font_bytes
from workshop.picture.plan import Weight

ASCENT, DESCENT = 0.96875, 0.2412109375
"""Inter's ascent and descent as shares of the size, from its hhea table."""

_REMEMBERED = 200
"""Widths of texts up to this length are kept; longer ones hardly come twice and would fill the memory."""


@cache
def shaping_font(weight: Weight) -> hb.Font:
    """The HarfBuzz font of a weight."""
    return hb.Font(hb.Face(hb.Blob(font_bytes(weight))))


def text_width(text: str, size: float, weight: Weight = Weight.REGULAR, tracking: float = 0.0) -> float:
    """The width of text on one line at `size`, in the unit of `size`; `tracking` is added after each character."""
    ems = _known_width(text, weight) if len(text) <= _REMEMBERED else _em_width(text, weight)
    return ems * size + tracking * len(text)


def advances(text: str, weight: Weight) -> list[float]:
    """How far each character moves the pen, in ems; characters drawn as one count for the first of them."""
    if not text:
        return []
    moved = [0.0] * len(text)
    buffer, units = _shaped(text, weight), shaping_font(weight).face.upem
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        moves = position.x_advance / units if info.codepoint else _foreign_width(text[info.cluster])
        moved[info.cluster] += moves
    return moved


def covers(character: str) -> bool:
    """Whether Inter has a glyph for this character."""
    return shaping_font(Weight.REGULAR).get_nominal_glyph(ord(character)) is not None


@lru_cache(maxsize=16_000)
def _known_width(text: str, weight: Weight) -> float:
    return _em_width(text, weight)


def _em_width(text: str, weight: Weight) -> float:
    if not text:
        return 0.0
    buffer = _shaped(text, weight)
    units, foreign = 0, 0.0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.codepoint:
            units += position.x_advance
        else:
            foreign += _foreign_width(text[info.cluster])
    return float(units / shaping_font(weight).face.upem + foreign)


def _shaped(text: str, weight: Weight) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(shaping_font(weight), buffer)
    return buffer


@cache
def _foreign_width(character: str) -> float:
    """The width, in ems, that a plan gives to a character which Inter lacks; painters squeeze to it."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0.0
    if ord(character) >= 0x1F000:
        return 1.25
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.62
