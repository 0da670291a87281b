"""Lines that Inter cannot draw alone: ordered, shaped with the fonts that know their scripts, drawn as outlines."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import uharfbuzz as hb

from exports.pdf.outlines import outline, path_operators
from exports.pdf.scripts import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, Run, runs_leftward, visual_runs
from exports.pdf.system_fonts import font_for
from workshop.picture.fonts import shaping_font
from workshop.picture.plan import Weight

_BOX_WIDTH = 1.2
_UNSEEN = ("Cf", "Cc", "Mn", "Me", "Zl", "Zp")


@dataclass
class ShapedLine:
    """A line ready to draw: each glyph's font, number and place, and the boxes for what no font has, all in ems.

    `seen` is its text as it stands on the paper from left to right. Readers expect the text of a page so, and turn
    it into reading order themselves when it is selected or searched.
    """

    width: float = 0.0
    seen: str = ""
    leftward: bool = False
    glyphs: list[tuple[hb.Font, int, float, float]] = field(default_factory=list)
    boxes: list[tuple[str, float]] = field(default_factory=list)

    def operators(self, x: float, baseline: float, size: float, squeeze: float) -> str:
        """The line as filled paths; `squeeze` narrows it."""
        parts = [
            path_operators(
                outline(font, glyph), x + at * size * squeeze, baseline + up * size, size * squeeze, size
            )
            for font, glyph, at, up in self.glyphs
        ]
        parts += [
            _box(character, x + at * size * squeeze, baseline, size, squeeze) for character, at in self.boxes
        ]
        return "\n".join(part for part in parts if part)


def shape_line(text: str, weight: Weight) -> ShapedLine:
    """Order and shape one line."""
    line = ShapedLine(leftward=runs_leftward(text))
    for run in visual_runs(text.lstrip(RIGHT_TO_LEFT_MARK + LEFT_TO_RIGHT_MARK), line.leftward):
        line.seen += run.text if run.rightward else run.text[::-1]
        parts = list(_by_font(run.text, weight))
        for part, font in parts if run.rightward else reversed(parts):
            if font is None:
                _add_boxes(line, part)
            else:
                _add_glyphs(line, Run(part, run.rightward), font)
    return line


def _by_font(text: str, weight: Weight) -> Iterator[tuple[str, hb.Font | None]]:
    """Stretches of the text that one font covers; marks and joiners stay with what they follow."""
    current: hb.Font | None = None
    stretch = ""
    for character in text:
        font = current if stretch and _follows(character, current) else _font_of(character, weight)
        if stretch and font is not current:
            yield stretch, current
            stretch = ""
        current = font
        stretch += character
    if stretch:
        yield stretch, current


def _font_of(character: str, weight: Weight) -> hb.Font | None:
    inter = shaping_font(weight)
    if character.isspace() or inter.get_nominal_glyph(ord(character)) is not None:
        return inter
    if (font := font_for(character)) is not None:
        return font
    return inter if unicodedata.category(character) in _UNSEEN[:1] else None


def _follows(character: str, font: hb.Font | None) -> bool:
    """Whether a character belongs to the font of the one before it."""
    if unicodedata.category(character) == "Cf":
        return True
    if font is None or not unicodedata.combining(character):
        return font is None and bool(unicodedata.combining(character))
    return font.get_nominal_glyph(ord(character)) is not None


def _add_glyphs(line: ShapedLine, run: Run, font: hb.Font) -> None:
    buffer = hb.Buffer()
    buffer.add_str(run.text.replace("\t", " "))
    buffer.guess_segment_properties()
    buffer.direction = "ltr" if run.rightward else "rtl"
    hb.shape(font, buffer)
    em = font.face.upem
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.codepoint:
            place = (line.width + position.x_offset / em, position.y_offset / em)
            line.glyphs.append((font, info.codepoint, *place))
        elif not run.text[info.cluster].isspace() and unicodedata.category(run.text[info.cluster]) != "Cf":
            _add_boxes(line, run.text[info.cluster])
            continue
        line.width += position.x_advance / em if info.codepoint else 0.28 * run.text[info.cluster].isspace()


def _add_boxes(line: ShapedLine, text: str) -> None:
    for character in text:
        if unicodedata.category(character) == "Cf":
            continue
        line.boxes.append((character, line.width + 0.05))
        line.width += _BOX_WIDTH


def _box(character: str, x: float, baseline: float, size: float, squeeze: float) -> str:
    """A frame with the code point in hexadecimal, in two rows."""
    digits = f"{ord(character):04X}"
    half = (len(digits) + 1) // 2
    width = (_BOX_WIDTH - 0.1) * size * squeeze
    bottom, height, wall = baseline - 0.2 * size, 1.1 * size, 0.06 * size
    frame = (
        f"{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re "
        f"{x + wall:.2f} {bottom + wall:.2f} {width - 2 * wall:.2f} {height - 2 * wall:.2f} re f*"
    )
    rows = [_digits(digits[:half], x, bottom + 0.6 * size, width, size), ""]
    rows[1] = _digits(digits[half:], x, bottom + 0.15 * size, width, size)
    return "\n".join([frame, *rows])


def _digits(digits: str, x: float, baseline: float, width: float, size: float) -> str:
    font = shaping_font(Weight.SEMIBOLD)
    em = font.face.upem
    glyphs = [font.get_nominal_glyph(ord(digit)) or 0 for digit in digits]
    natural = sum(font.get_glyph_h_advance(glyph) for glyph in glyphs) / em
    scale = min(0.46 * size, 0.84 * width / natural)
    at = x + (width - natural * scale) / 2
    parts = []
    for glyph in glyphs:
        parts.append(path_operators(outline(font, glyph), at, baseline, scale, 0.46 * size))
        at += font.get_glyph_h_advance(glyph) / em * scale
    return "\n".join(parts)
