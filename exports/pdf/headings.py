"""Headings: of a section with the line above it and the cue beside it, of its parts, and of what goes on."""

from exports.pdf.typeset import EYEBROW, HEADING, QUIET, Row, Style, cut_label, label
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Colour, Dot, Point, Shape, Weight

HEAD_HEIGHT = 58.0
ENTRY = Style(7.5, LIGHT.muted, Weight.BOLD, 1.0)
"""What an entry of a section is called, above its title."""

_CUE = QUIET._replace(size=10.5)


def heading(title: str, cue: str, eyebrow: str, ink: Colour, width: float) -> tuple[Shape, ...]:
    """A section's heading."""
    run = label(0, 34, title, HEADING)
    x = run.width + 10
    return (label(0, 6, eyebrow, EYEBROW.inked(ink)), run, cut_label(x, 34, cue, width - x, _CUE))


def subheading(words: str, ink: Colour | None = None, above: float = 10.0) -> list[Row]:
    """The heading of a part, with a dot before it where it has a colour of its own."""
    style = EYEBROW.inked(ink or LIGHT.muted)
    if ink is None:
        return [Row(above), Row(18.0, (label(0, 8, words, style),))]
    return [Row(above), Row(18.0, (Dot(Point(3, 5.2), 3, ink), label(12, 8, words, style)))]


def continued(entry: str) -> list[Row]:
    """What stands at the top of a page on which an entry goes on."""
    return [Row(18.0, (label(0, 7, f"{entry} · CONTINUED", ENTRY),))]
