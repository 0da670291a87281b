"""The bundled fonts as HarfBuzz measures them; widths are the same wherever a plan is drawn."""

import unicodedata
from functools import cache, lru_cache

import uharfbuzz as hb

from workshop.picture.font_files import font_bytes
from workshop.picture.plan import Weight

ASCENT, DESCENT = 0.96875, 0.2412109375
"""Inter's ascent and descent as shares of the size, from its hhea table."""


@cache
def shaping_font(weight: Weight) -> hb.Font:
    """The HarfBuzz font of a weight."""
    return hb.Font(hb.Face(hb.Blob(font_bytes(weight))))


def text_width(text: str, size: float, weight: Weight = Weight.REGULAR, tracking: float = 0.0) -> float:
    """The width of text on one line at `size`, in the unit of `size`; `tracking` is added after each character."""
    return _em_width(text, weight) * size + tracking * len(text)


def covers(character: str) -> bool:
    """Whether Inter has a glyph for this character."""
    return shaping_font(Weight.REGULAR).get_nominal_glyph(ord(character)) is not None


@lru_cache(maxsize=60_000)
def _em_width(text: str, weight: Weight) -> float:
    if not text:
        return 0.0
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    font = shaping_font(weight)
    hb.shape(font, buffer)
    missing = sum(_foreign_width(text[i.cluster]) for i in buffer.glyph_infos if i.codepoint == 0)
    known = sum(
        position.x_advance
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        if info.codepoint != 0
    )
    return float(known / font.face.upem + missing)


def _foreign_width(character: str) -> float:
    """The width, in ems, that a plan gives to a character which Inter lacks; painters squeeze to it."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0.0
    if ord(character) >= 0x1F000:
        return 1.25
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.62
