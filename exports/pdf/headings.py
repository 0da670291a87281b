"""Headings: of a section with the cue beside it, of its parts, and of what goes on."""

from exports.pdf.typeset import EYEBROW, HEADING, QUIET, Row, Style, cut_label, label, label_to
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Colour, Dot, Point, Weight
from workshop.translation import _

_CUE_LINE = 14.0
_HEIGHT = 38.0
MOST_HEIGHT = _HEIGHT + _CUE_LINE
"""The height of a heading whose cue has no room beside its title, in points."""

ENTRY = Style(7.5, LIGHT.muted, Weight.BOLD, 1.0)
"""What an entry of a section is called, above its title."""

_TITLE = HEADING._replace(size=20)
_CUE = QUIET._replace(size=9.5)
_BASELINE, _GAP, _APART = 16.0, 9.0, 24.0
"""Where the title stands, what lies between it and its cue, and what at least between both and the kind of section."""


def heading(title: str, cue: str, eyebrow: str, ink: Colour, width: float) -> Row:
    """A section's heading: its title, the cue after it, and at the right, where there is room, what kind it is.

    A cue that has no room beside the title stands below it.
    """
    run = label(0, _BASELINE, title, _TITLE)
    kind = label_to(width, _BASELINE, eyebrow, EYEBROW.inked(ink)._replace(size=7))
    x = run.width + _GAP
    beside = x + label(0, 0, cue, _CUE).width <= width
    if beside:
        told = cut_label(x, _BASELINE, cue, width - x, _CUE)
    else:
        told = cut_label(0, _BASELINE + _CUE_LINE, cue, width, _CUE)
    end = x + told.width if beside else run.width
    shapes = (run, told, kind) if end + _APART <= kind.x else (run, told)
    return Row(_HEIGHT if beside else MOST_HEIGHT, shapes)


def subheading(words: str, ink: Colour | None = None, above: float = 10.0) -> list[Row]:
    """The heading of a part, with a dot before it where it has a colour of its own."""
    style = EYEBROW.inked(ink or LIGHT.muted)
    if ink is None:
        return [Row(above), Row(18.0, (label(0, 8, words, style),))]
    return [Row(above), Row(18.0, (Dot(Point(3, 5.2), 3, ink), label(12, 8, words, style)))]


def continued(entry: str) -> list[Row]:
    """What stands at the top of a page on which an entry goes on."""
    return [Row(18.0, (label(0, 7, _("{entry} · CONTINUED").format(entry=entry), ENTRY),))]
