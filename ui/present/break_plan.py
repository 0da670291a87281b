"""A break as the room sees it: when it goes on and how long that is still, to be read from the door."""

from collections.abc import Iterator

from ui.present.edge import PAUSED, EdgeWords
from workshop.picture.fonts import text_width
from workshop.picture.lines import LINE_HEIGHT, break_lines, one_line
from workshop.picture.palette import Palette
from workshop.picture.plan import Box, Colour, Rect, Shape, TextRun, Weight

_BACK, _TIME, _WORDS = 1 / 5, 1 / 9, 1 / 24
"""Heights of letters, as shares of the screen's height; on a narrow screen those of the first line are smaller."""

_WIDEST = 0.86
"""The most of the width that a line takes."""

_ABOVE, _BELOW, _LAST = 0.05, 0.17, 0.1
"""From the large line to the one above it, to the one below it, and from there to the last, as shares of the height."""

_MOST_LINES = 2
"""Lines that the prompt has at most."""

_Letters = tuple[float, Colour, Weight]
"""How large letters are, in pixels, their colour and their weight."""


def break_plan(words: EdgeWords, width: float, height: float, palette: Palette) -> tuple[Shape, ...]:
    """The whole screen as shapes, in pixels.

    While the timer stands still nobody can say when the room goes on, so the title of the break stands large instead.
    """
    headline = f"Back at {words.back}" if words.back else words.step
    wide = text_width(headline, 1.0, Weight.SEMIBOLD)
    large = min(height * _BACK, max(width * _WIDEST / max(wide, 1.0), height * _WORDS))
    middle, small = height * 0.5 + large * 0.18, height * _WORDS
    quiet = palette.danger if words.over else palette.muted
    lines = [
        _line(headline, middle, width, (large, palette.ink, Weight.SEMIBOLD)),
        *_clock(_time_words(words), middle + height * _BELOW, width, (height * _TIME, quiet, Weight.REGULAR)),
    ]
    if words.back:
        above = middle - large * 0.72 - height * _ABOVE
        lines.append(_line(words.step, above, width, (small, palette.muted, Weight.REGULAR)))
    if words.prompt:
        below = middle + height * (_BELOW + _LAST)
        lines += _prompt(words.prompt, below, width, (small, palette.ink, Weight.REGULAR))
    return (Box(Rect(0, 0, width, height), palette.ground), *lines)


def _time_words(words: EdgeWords) -> str:
    return f"{PAUSED}, {words.time} left" if words.paused and words.time and not words.over else words.time


def _line(text: str, baseline: float, width: float, letters: _Letters) -> TextRun:
    """A line in the middle, cut where it is too long."""
    size, ink, weight = letters
    said, taken = one_line(text, width * _WIDEST, size, weight)
    return TextRun((width - taken) / 2, baseline, said, size, taken, ink, weight)


def _prompt(text: str, baseline: float, width: float, letters: _Letters) -> Iterator[TextRun]:
    """Up to two lines in the middle."""
    size, ink, weight = letters
    for row, (said, taken) in enumerate(break_lines(text, width * _WIDEST, size, weight, most=_MOST_LINES)):
        yield TextRun((width - taken) / 2, baseline + row * size * LINE_HEIGHT, said, size, taken, ink, weight)


def _clock(text: str, baseline: float, width: float, letters: _Letters) -> Iterator[TextRun]:
    """The time with every digit as wide as the others, so that none moves while they change."""
    size, ink, weight = letters
    cells = [text_width("0" if letter.isdigit() else letter, size, weight) for letter in text]
    x = (width - sum(cells)) / 2
    for letter, cell in zip(text, cells, strict=True):
        wide = text_width(letter, size, weight)
        yield TextRun(x + (cell - wide) / 2, baseline, letter, size, wide, ink, weight)
        x += cell
