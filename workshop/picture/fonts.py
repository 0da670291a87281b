"""The bundled fonts as HarfBuzz measures them; widths are the same wherever a plan is drawn."""

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
        if info.codepoint:
            moved[info.cluster] += position.x_advance / units
        else:
            moved[info.cluster] = _foreign_width(text[info.cluster])
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
    units = 0
    foreign: dict[int, float] = {}
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.codepoint:
            units += position.x_advance
        else:
            foreign[info.cluster] = _foreign_width(text[info.cluster])
    return float(units / shaping_font(weight).face.upem + sum(foreign.values()))


def _shaped(text: str, weight: Weight) -> hb.Buffer:
    """The glyphs of a text; each character stays a cluster of its own, so that those which Inter lacks are known."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(shaping_font(weight), buffer)
    return buffer


@cache
def _foreign_width(character: str) -> float:
    """The width of a character that Inter lacks; the table of scripts is read when a text first needs it."""
    from workshop.picture.script_widths import foreign_width

    return foreign_width(character)
