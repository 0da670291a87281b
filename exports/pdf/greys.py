"""Inks of paper: colours as they are, or greys that save ink and tell disciplines apart by patterns."""

from functools import lru_cache
from typing import NamedTuple

from workshop.model.cards import Discipline
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Colour, Rect


class Pattern(NamedTuple):
    """Lines over a box: how they run, how many points apart, how wide, and their grey from 0 (black) to 1."""

    rising: bool
    level: bool
    apart: float
    width: float
    grey: float


_LIGHT_RISING = Pattern(rising=True, level=False, apart=5.0, width=0.35, grey=0.84)
_LIGHT_LEVEL = Pattern(rising=False, level=True, apart=4.0, width=0.35, grey=0.86)
_WHITE_RISING = Pattern(rising=True, level=False, apart=3.0, width=0.8, grey=1.0)
_WHITE_LEVEL = Pattern(rising=False, level=True, apart=2.4, width=0.7, grey=1.0)

_CX, _UX, _JOINT = (LIGHT.disciplines[one] for one in (Discipline.CX, Discipline.UX, Discipline.JOINT))

PATTERNS: dict[Colour, Pattern] = {
    _UX.fill: _LIGHT_RISING,
    _JOINT.fill: _LIGHT_LEVEL,
    _UX.accent: _WHITE_RISING,
    _JOINT.accent: _WHITE_LEVEL,
}
"""What is drawn over boxes in the colours of disciplines; those of CX stay plain."""

_LEVELS: dict[Colour, float] = {_CX.fill: 0.93, _UX.fill: 1.0, _JOINT.fill: 1.0, _CX.accent: 0.3}
"""Greys of colours that a pattern goes with; all others are as light as their colour is."""

_FILLS = (_CX.fill, _UX.fill, _JOINT.fill)
_AROUND = 1.2
"""Points of plain ground around words on a pattern."""


class Grounds:
    """Which pattern a box gets, and where words on the last such box need plain ground; nothing unless `grey`."""

    def __init__(self, *, grey: bool) -> None:
        self._patterns = PATTERNS if grey else {}
        self._last: tuple[Colour, Rect] | None = None

    def clear(self) -> None:
        """Nothing lies beneath yet."""
        self._last = None

    def under(self, fill: Colour | None, box: Rect) -> Pattern | None:
        """The pattern of a box; what is written from now on may stand on it, as it may on a plain one of a card."""
        pattern = self._patterns.get(fill or "")
        if fill is not None and fill in _FILLS and not self._is_within(fill, box):
            self._last = (fill, box) if pattern else None
        return pattern

    def _is_within(self, fill: Colour, box: Rect) -> bool:
        """Whether a box is a piece of the last one."""
        return self._last is not None and self._last[0] == fill and self._last[1].contains(box, 0.1)

    def plate(self, words: Rect) -> tuple[Colour, Rect] | None:
        """The colour and the place of plain ground for words of a page; None where they stand on no pattern."""
        if self._last is None or not self._last[1].overlaps(words):
            return None
        fill, box = self._last
        left, bottom = max(box.x, words.x - _AROUND), max(box.y, words.y - _AROUND)
        right, top = min(box.right, words.right + _AROUND), min(box.bottom, words.bottom + _AROUND)
        return fill, Rect(left, bottom, right - left, top - bottom)


@lru_cache(maxsize=500)
def colour_ink(colour: Colour) -> str:
    """A colour as three numbers of a page."""
    return " ".join(f"{share:.3f}" for share in _shares(colour))


@lru_cache(maxsize=500)
def grey_ink(colour: Colour) -> str:
    """A colour as a grey of the same lightness."""
    red, green, blue = _shares(colour)
    grey = _LEVELS.get(colour, 0.299 * red + 0.587 * green + 0.114 * blue)
    return " ".join([f"{grey:.3f}"] * 3)


def hatching(pattern: Pattern, box: Rect) -> str:
    """Operators that draw a pattern over a box of a page, whose x and y are its lower left corner."""
    strokes = [f"{pattern.grey:.2f} G {pattern.width:.2f} w [] 0 d"]
    if pattern.level:
        count = int(box.h / pattern.apart) + 1
        for place in range(1, count):
            y = box.y + place * pattern.apart
            strokes.append(f"{box.x:.2f} {y:.2f} m {box.right:.2f} {y:.2f} l")
    else:
        count = int((box.w + box.h) / pattern.apart) + 1
        for place in range(1, count):
            x = box.x + place * pattern.apart
            strokes.append(f"{x:.2f} {box.y:.2f} m {x - box.h:.2f} {box.y + box.h:.2f} l")
    return " ".join([*strokes, "S"])


def _shares(colour: Colour) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
