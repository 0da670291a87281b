"""Breaking text into lines: the one place that does it, so that screen and paper agree."""

import re
import unicodedata
from typing import NamedTuple

from workshop.picture.fonts import text_width
from workshop.picture.plan import Weight

LINE_HEIGHT = 1.32
"""The distance of baselines as a share of the size."""

_WIDE = "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60"
_TOKENS = re.compile(rf"[^\S\n]+|[{_WIDE}\U00020000-\U0003ffff]|[^\s{_WIDE}\U00020000-\U0003ffff]+")
_LONGEST_WORD = 400


class Line(NamedTuple):
    """A line of text and its width."""

    text: str
    width: float


def break_lines(
    text: str, width: float, size: float, weight: Weight = Weight.REGULAR, most: int | None = None
) -> tuple[Line, ...]:
    """Lines of at most `width`; line ends of the text are kept, words longer than a line are cut.

    With `most`, only so many lines, the last one ending in an ellipsis where text was left out.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_broken(paragraph, width, size, weight, None if most is None else most + 1 - len(lines)))
        if most is not None and len(lines) > most:
            break
    if most is not None and len(lines) > most:
        lines[most - 1] = _with_ellipsis(lines[most - 1], width, size, weight)
        del lines[most:]
    return tuple(Line(line, text_width(line, size, weight)) for line in lines)


def one_line(text: str, width: float, size: float, weight: Weight = Weight.REGULAR) -> Line:
    """The text on one line of at most `width`, cut with an ellipsis where it is longer."""
    folded = " ".join(text[:2_000].split())
    if text_width(folded, size, weight) > width:
        folded = _with_ellipsis(folded, width, size, weight)
    return Line(folded, text_width(folded, size, weight))


def _broken(paragraph: str, width: float, size: float, weight: Weight, most: int | None) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for match in _TOKENS.finditer(paragraph):
        token = match.group()
        token_width = text_width(token, size, weight) if len(token) <= _LONGEST_WORD else width + 1
        if used + token_width <= width:
            line, used = line + token, used + token_width
            continue
        if token.isspace():
            continue
        if line.strip():
            lines.append(line.rstrip())
        *full, line = _cut(token, width, size, weight, most) if token_width > width else (token,)
        lines.extend(full)
        used = text_width(line, size, weight)
        if most is not None and len(lines) >= most:
            return lines[:most]
    lines.append(line.rstrip())
    return lines


def _cut(word: str, width: float, size: float, weight: Weight, most: int | None) -> list[str]:
    """A word in pieces that fit, cut where a mark or joiner does not follow."""
    pieces: list[str] = []
    while word and (most is None or len(pieces) < most):
        length = _fitting_length(word, width, size, weight)
        pieces.append(word[:length])
        word = word[length:]
    return pieces


def _fitting_length(word: str, width: float, size: float, weight: Weight) -> int:
    low, high = 1, min(len(word), _LONGEST_WORD)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(word[:middle], size, weight) <= width:
            low = middle
        else:
            high = middle - 1
    fitting = low
    while low < len(word) and low > 1 and _joins(word[low - 1], word[low]):
        low -= 1
    return low if low > 1 else fitting


def _joins(left: str, right: str) -> bool:
    return left == "\u200d" or right in "\u200d\ufe0f\u20e3" or unicodedata.combining(right) > 0


def _with_ellipsis(line: str, width: float, size: float, weight: Weight) -> str:
    while line and text_width(line + "…", size, weight) > width:
        line = line[:-1].rstrip()
    return line + "…"
