"""Words in an SVG: a line of text as an element at its place, as wide as its plan says, in any script."""

import re
from functools import lru_cache
from xml.sax.saxutils import escape

from exports.pdf.scripts import is_plain
from exports.pdf.shaped_text import shape_line
from workshop.picture.directions import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK
from workshop.picture.plan import TextRun, Weight

FONTS = (
    "Inter, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', 'Noto Sans Arabic', "
    "'Noto Sans Hebrew', 'Noto Sans Devanagari', 'Noto Sans Bengali', 'Noto Sans Tamil', "
    "'Noto Sans Thai', 'Noto Sans CJK SC', 'Noto Sans JP', "
    "'Noto Sans KR', 'Noto Color Emoji', sans-serif"
)
"""What draws the words where Inter is not installed, and those that Inter lacks."""

_WEIGHTS = {Weight.REGULAR: "", Weight.SEMIBOLD: ' font-weight="600"', Weight.BOLD: ' font-weight="700"'}
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def number(value: float) -> str:
    """A number with two places at most, as short as it can be written."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def words(text: str) -> str:
    """Text between tags; what XML cannot hold becomes a replacement character."""
    return escape(_NO_XML.sub("\ufffd", text))


def text_element(run: TextRun) -> str:
    """A line at its baseline. Other fonts than Inter are squeezed or stretched to the width of the plan."""
    shown = run.text.replace("\t", " ")
    if not shown.strip():
        return ""
    width, leftward = run.width, False
    if not is_plain(shown):
        natural, leftward = _natural(shown, run.weight)
        width = min(width, natural * run.size) or width
    x = run.x + run.width if leftward else run.x
    parts = [f'<text x="{number(x)}" y="{number(run.baseline)}" font-size="{number(run.size)}"']
    parts.append(f'{_WEIGHTS[run.weight]} fill="{run.colour}"')
    if run.tracking:
        parts.append(f' letter-spacing="{number(run.tracking)}"')
    if leftward:
        parts.append(' direction="rtl"')
    said = words(shown.lstrip(RIGHT_TO_LEFT_MARK + LEFT_TO_RIGHT_MARK))
    parts.append(f' textLength="{number(width)}" lengthAdjust="spacingAndGlyphs">{said}</text>')
    return "".join(parts)


@lru_cache(maxsize=2_000)
def _natural(text: str, weight: Weight) -> tuple[float, bool]:
    """The width in ems that a line takes in the fonts of this computer, and whether it runs leftwards."""
    line = shape_line(text, weight)
    return line.width, line.leftward
