"""What people are told where the words of a poster are too small: which sheet to choose instead."""

import math
from collections.abc import Callable

from exports.pdf.poster_head import LEAST_TEXT
from exports.pdf.sheets import BOARD_SIZED, POSTERS

_NEARLY = 0.01
_OWN_SIZE = f"the board's own size (“{BOARD_SIZED}”)"


def size_advice(name: str, size: float, on: Callable[[str], tuple[float, int]]) -> str:
    """A sentence where the smallest of all words on the named sheet, so many points high, are below LEAST_TEXT.

    It names the smallest of the larger sheets on which none are. `on` tells how high the smallest words on a sheet
    are, and how many texts are cut there; it is asked of no more sheets than are needed.
    """
    if is_large(size):
        return ""
    if name == BOARD_SIZED:
        return f"The smallest words are {_points(size)} points high, since no page can be larger."
    told = f"The smallest words are {_points(size)} points high on {name}"
    found = 0.0
    sheets = [*POSTERS, BOARD_SIZED]
    for other in sheets[sheets.index(name) + 1 :]:
        found, cut = on(other)
        if is_large(found):
            least = f"where none is smaller than {LEAST_TEXT:.0f}{_and_cut(cut)}"
            return f"{told}; choose {_called(other)}, {least}."
    return f"{told}, and {_points(found)} on {_OWN_SIZE}, since no page can be larger."


def is_large(size: float) -> bool:
    """Whether words so many points high can be read."""
    return size >= LEAST_TEXT - _NEARLY


def _points(size: float) -> str:
    """So many points in words, not rounded up."""
    return f"{max(0.1, math.floor(size * 10) / 10):.1f}"


def _and_cut(cards: int) -> str:
    """What is said of a sheet on which so many texts are cut."""
    if not cards:
        return ""
    return " and 1 text is cut" if cards == 1 else f" and {cards} texts are cut"


def _called(sheet: str) -> str:
    return _OWN_SIZE if sheet == BOARD_SIZED else sheet
