"""Lines that Inter cannot draw alone: ordered, and shaped with the fonts that know their scripts."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import uharfbuzz as hb

from exports.pdf.scripts import Run, visual_runs
from exports.pdf.system_fonts import covers_all, font_for
from workshop.model.isolating import unturned
from workshop.picture.directions import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT, RIGHT_TO_LEFT_MARK, runs_leftward
from workshop.picture.fonts import shaping_font
from workshop.picture.plan import Weight

_BOX_WIDTH, _BOX_INNER = 1.2, 1.1
_JOINER = "\u200d"
_VARIANTS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
"""The tones of skin of emoji, each drawn as a swatch of its own by a font that does not join it."""


class PlacedGlyph(NamedTuple):
    """A glyph on the page: its font and number, its origin, and how many points its em is wide and high."""

    font: hb.Font
    number: int
    x: float
    y: float
    width: float
    height: float


class SeenRun(NamedTuple):
    """Characters of one direction as they stand on the paper from left to right, and where, in ems from the left."""

    text: str
    x: float
    width: float


@dataclass
class ShapedLine:
    """A line ready to draw: each glyph's font, number and place, and boxes for what no font has, all in ems.

    `seen` are its runs in the order of reading. Readers of a document expect the letters of each run as they are
    seen and turn them around themselves; which run comes first, some take from the order of the page.
    """

    width: float = 0.0
    seen: list[SeenRun] = field(default_factory=list)
    leftward: bool = False
    glyphs: list[tuple[hb.Font, int, float, float]] = field(default_factory=list)
    boxes: list[tuple[str, float]] = field(default_factory=list)

    def placed_glyphs(self, x: float, baseline: float, size: float, squeeze: float) -> Iterator[PlacedGlyph]:
        """Every glyph where it stands on the page, the boxes' digits included; `squeeze` narrows them."""
        for font, glyph, at, up in self.glyphs:
            yield PlacedGlyph(font, glyph, x + at * size * squeeze, baseline + up * size, size * squeeze, size)
        for character, at in self.boxes:
            yield from _digits(character, x + at * size * squeeze, baseline, size, squeeze)

    def frames(self, x: float, baseline: float, size: float, squeeze: float) -> str:
        """The frames of the boxes as filled paths."""
        return "\n".join(_frame(x + at * size * squeeze, baseline, size, squeeze) for _, at in self.boxes)


def shape_line(text: str, weight: Weight) -> ShapedLine:
    """Order and shape one line."""
    line = ShapedLine(leftward=runs_leftward(text))
    seen: dict[int, list[SeenRun]] = {}
    for run in visual_runs(text.lstrip(RIGHT_TO_LEFT_MARK + LEFT_TO_RIGHT_MARK), line.leftward):
        run = run._replace(text=unturned(run.text))
        left = line.width
        parts = list(_by_font(run.text, weight))
        for part, font in parts if run.rightward else reversed(parts):
            if font is None:
                _add_boxes(line, part)
            else:
                _add_glyphs(line, Run(part, run.rightward), font)
        seen[run.start] = _seen(run, left, line.width - left)
    line.seen = [part for start in sorted(seen) for part in seen[start]]
    return line


def _seen(run: Run, x: float, width: float) -> list[SeenRun]:
    """A run as it stands on the paper; signs after the last letter of a leftward one stand apart.

    WORKAROUND pypdf: it takes signs on the left of such a run for the end of the rightward one before.
    """
    if run.rightward or not run.text:
        return [SeenRun(run.text, x, width)]
    whole = len(run.text)
    letters = whole
    while letters and unicodedata.bidirectional(run.text[letters - 1]) not in (*RIGHT_TO_LEFT, "NSM"):
        letters -= 1
    letters = letters or whole
    apart = width * (whole - letters) / whole
    parts = [SeenRun(run.text[:letters][::-1], x + apart, width - apart)]
    return [*parts, SeenRun(run.text[letters:][::-1], x, apart)] if apart else parts


def _by_font(text: str, weight: Weight) -> Iterator[tuple[str, hb.Font | None]]:
    """Stretches of the text that one font covers; marks, joiners and tones stay with what they follow."""
    current: hb.Font | None = None
    stretch = ""
    for cluster, after in _clusters(text):
        for piece in _pieces(cluster):
            font = _font_of(piece, after, weight, current)
            if stretch and font is not current:
                yield stretch, current
                stretch = ""
            current = font
            stretch += piece
    if stretch:
        yield stretch, current


def _clusters(text: str) -> Iterator[tuple[str, str]]:
    """Each character with all that belongs to it, and the next letter behind them."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not (text[end - 1] == _JOINER or _follows(text[end])):
            yield text[start:end], next((one for one in text[end:] if one.isalpha()), "")
            start = end


def _pieces(cluster: str) -> list[str]:
    """The cluster where one font has all of it; else what its joiners join, each with its marks."""
    if _JOINER not in cluster or covers_all(shaping_font(Weight.REGULAR), needed := _needed(cluster)):
        return [cluster]
    if font_for(needed) is not None:
        return [cluster]
    joined = cluster.split(_JOINER)
    return [part + _JOINER for part in joined[:-1]] + joined[-1:]


def _font_of(cluster: str, after: str, weight: Weight, current: hb.Font | None) -> hb.Font | None:
    """Inter where it can; else the font of what stands before, so that a script keeps its own signs; else any.

    A sign at the beginning is taken from the font of the letter that comes after.
    """
    inter, needed = shaping_font(weight), _needed(cluster)
    if cluster.isspace() or covers_all(inter, needed):
        return inter
    if current is not None and current is not inter and covers_all(current, needed):
        return current
    if not needed[0].isalpha() and after:
        beside = font_for(after)
        if beside is not None and covers_all(beside, needed):
            return beside
    if (font := font_for(needed)) is not None:
        return font
    if covers_all(inter, needed[0]):
        return inter
    return font_for(needed[0])


def _needed(cluster: str) -> str:
    """The characters of a cluster that its font must have: without joiners, variants and tones."""
    return "".join(one for one in cluster if not _is_silent(one))


def _follows(character: str) -> bool:
    """Whether a character belongs to the one before it."""
    return unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf") or character in _TONES


def _is_silent(character: str) -> bool:
    """Whether nothing is missed where a font lacks a character: joiners and the like, variants, tones of skin."""
    return unicodedata.category(character) == "Cf" or character in _VARIANTS or character in _TONES


def _add_glyphs(line: ShapedLine, run: Run, font: hb.Font) -> None:
    tones = _TONES.intersection(run.text)
    if not covers_all(font, "".join(tones)):
        run = run._replace(text="".join(one for one in run.text if one not in tones) or run.text)
    buffer = hb.Buffer()
    buffer.add_str(run.text.replace("\t", " "))
    buffer.guess_segment_properties()
    buffer.direction = "ltr" if run.rightward else "rtl"
    hb.shape(font, buffer)
    em = font.face.upem
    swatches = {font.get_nominal_glyph(ord(one)) for one in tones}
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.codepoint in swatches:
            continue
        if info.codepoint:
            place = (line.width + position.x_offset / em, position.y_offset / em)
            line.glyphs.append((font, info.codepoint, *place))
        elif not run.text[info.cluster].isspace():
            _add_boxes(line, run.text[info.cluster])
            continue
        line.width += position.x_advance / em if info.codepoint else 0.28 * run.text[info.cluster].isspace()


def _add_boxes(line: ShapedLine, text: str) -> None:
    for character in text:
        if _is_silent(character):
            continue
        line.boxes.append((character, line.width + 0.05))
        line.width += _BOX_WIDTH


def _frame(x: float, baseline: float, size: float, squeeze: float) -> str:
    width = _BOX_INNER * size * squeeze
    bottom, height, wall = baseline - 0.2 * size, 1.1 * size, 0.06 * size
    inner = f"{x + wall:.2f} {bottom + wall:.2f} {width - 2 * wall:.2f} {height - 2 * wall:.2f} re"
    return f"{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re {inner} f*"


def _digits(character: str, x: float, baseline: float, size: float, squeeze: float) -> Iterator[PlacedGlyph]:
    """The code point in hexadecimal, in two rows inside the frame."""
    digits = f"{ord(character):04X}"
    half = (len(digits) + 1) // 2
    font = shaping_font(Weight.SEMIBOLD)
    width = _BOX_INNER * size * squeeze
    for row, rise in ((digits[:half], 0.4), (digits[half:], -0.05)):
        glyphs = [font.get_nominal_glyph(ord(digit)) or 0 for digit in row]
        advances = [font.get_glyph_h_advance(glyph) / font.face.upem for glyph in glyphs]
        scale = min(0.46 * size, 0.84 * width / sum(advances))
        at = x + (width - sum(advances) * scale) / 2
        for glyph, advance in zip(glyphs, advances, strict=True):
            yield PlacedGlyph(font, glyph, at, baseline + rise * size, scale, 0.46 * size)
            at += advance * scale
