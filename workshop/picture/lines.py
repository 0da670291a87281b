"""Breaking text into lines: the one place that does it, so that screen and paper agree."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, islice
from typing import NamedTuple

from workshop.model.text import NARROW, folded
from workshop.picture.breaking import CLOSING, OPENING, begins_syllable, may_break
from workshop.picture.fonts import advances, text_width
from workshop.picture.plan import Weight

LINE_HEIGHT = 1.32
"""The distance of baselines as a share of the size."""

_WIDE = (
    "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60"
    "\U00020000-\U0003ffff"
)
_LONGEST = 400
"""No more characters than this are looked at as one word; a line of a longer one holds no more either."""

_MORE = _LONGEST + 1
_WIDE_RUN = "wide"
_PLAIN_TOKEN = re.compile(
    rf"[^\S\n{NARROW}]{{1,{_MORE}}}|[\S{NARROW}]{{1,{_MORE}}}(?:(?<=\d)[ \xa0][%‰][\S{NARROW}]{{0,9}})?"
)
"""Blanks, or a word; a number and the percent sign behind it are one."""

_PARTING = "/-_?&="
"""Signs after which a word that is longer than a line goes on below."""

_NEAR = 0.25
"""Letters move by less than these ems when the text is cut beside them."""


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
    column = _Column(width, size, weight)
    lines: list[str] = []
    for paragraph in text.split("\n", -1 if most is None else most + 1):
        lines.extend(_broken(paragraph, column, None if most is None else most + 1 - len(lines)))
        if most is not None and len(lines) > most:
            break
    if most is not None and len(lines) > most:
        lines[most - 1] = _with_ellipsis(lines[most - 1], column)
        del lines[most:]
    return tuple(Line(line, column.measure(line)) for line in lines)


def with_ellipsis(line: str, width: float, size: float, weight: Weight = Weight.REGULAR) -> Line:
    """As much of a line as fits together with an ellipsis, which says that text was left out."""
    column = _Column(width, size, weight)
    cut = _with_ellipsis(line, column)
    return Line(cut, column.measure(cut))


def one_line(text: str, width: float, size: float, weight: Weight = Weight.REGULAR) -> Line:
    """The text on one line of at most `width`, cut with an ellipsis where it is longer."""
    column = _Column(width, size, weight)
    line = folded(text[:2_000])
    if column.measure(line) > width:
        line = _with_ellipsis(next(_pieces(line, column)), column)
    return Line(line, column.measure(line))


class _Column(NamedTuple):
    """Where lines stand: how wide they may be, and their type."""

    width: float
    size: float
    weight: Weight

    def measure(self, text: str) -> float:
        return text_width(text, self.size, self.weight)


def _broken(paragraph: str, column: _Column, most: int | None) -> list[str]:
    """The lines of a paragraph, read no further than the first `most` of them."""
    lines: list[str] = []
    line, used, at = "", 0.0, 0
    tokens = _tokens_of(paragraph)
    while (found := tokens.match(paragraph, at)) and (most is None or len(lines) < most):
        token = found.group()
        taken = column.measure(token) if len(token) <= _LONGEST else math.inf
        if used + taken <= column.width:
            line, used, at = line + token, used + taken, at + len(token)
        elif token.isspace():
            used, at = math.inf, at + len(token)
        elif line or used:
            head = _head(token, used, column) if found.lastgroup == _WIDE_RUN else ""
            lines.extend([(line + head).rstrip()] if (line + head).strip() else ())
            line, used, at = "", 0.0, at + len(head)
        else:
            pieces = list(islice(_pieces(token, column), most and most - len(lines)))
            lines.extend(pieces)
            at += sum(map(len, pieces))
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


def _tokens_of(paragraph: str) -> re.Pattern[str]:
    """What finds the blanks, the words and the runs of a script that needs no blanks in a paragraph."""
    wide = not paragraph.isascii() and any(map(_perhaps_wide, set(paragraph)))
    return _mixed_token() if wide else _PLAIN_TOKEN


def _perhaps_wide(character: str) -> bool:
    """True for every letter of a script that needs no blanks, and for some others."""
    return character >= "\u2e80" or "\u1100" <= character <= "\u11ff"


@cache
def _mixed_token() -> re.Pattern[str]:
    """Made when a text first needs it: the sets of these scripts take longer to compile than a board to lay out.

    Signs that open what comes after or close what stands before are one token with it, whatever its script.
    """
    opens, closes = f"[{re.escape(OPENING)}]", f"[{re.escape(CLOSING)}]{{0,4}}"
    wide = rf"[{_WIDE}]{{1,{_MORE}}}(?:(?<!{opens})|(?![^\s{_WIDE}]))"
    other = rf"[^\s{_WIDE}]{{1,{_MORE}}}(?:(?<!{opens})|(?![{_WIDE}]))"
    runs = rf"(?P<{_WIDE_RUN}>{opens}{{0,4}}{wide}{closes})|{opens}{{0,4}}{other}{closes}"
    return re.compile(rf"[^\S\n]{{1,{_MORE}}}|{runs}|\S")


def _head(token: str, used: float, column: _Column) -> str:
    """What a line that is begun takes of a run without blanks that does not fit: all it can."""
    rest = column._replace(width=column.width - used)
    head = next(_pieces(token, rest))
    if column.measure(head) > rest.width or not may_break(head[-1], token[len(head) :][:1] or head[-1]):
        return ""
    return head


def _pieces(word: str, column: _Column) -> Iterator[str]:
    """The beginnings of a word as long as lines are, at least one, without the rest that fits a line."""
    reach = list(accumulate(advances(word, column.weight), initial=0.0))
    start = 0
    while start < len(word) and (not start or reach[-1] - reach[start] > column.width / column.size):
        end = _end_of_piece(word, start, reach, column)
        if start and end == len(word):
            return
        yield word[start:end]
        start = end


def _end_of_piece(word: str, start: int, reach: list[float], column: _Column) -> int:
    """Where a line that begins at `start` ends: the last place that fits and where a line may be broken."""
    room = reach[start] + column.width / column.size
    end = max(bisect_right(reach, room) - 1, start + 1)
    while end > start + 1 and reach[end] > room - _NEAR and column.measure(word[start:end]) > column.width:
        end -= 1
    while end < len(word) and reach[end + 1] <= room + _NEAR:
        if column.measure(word[start : end + 1]) > column.width:
            break
        end += 1
    apart = end
    while start + 1 < apart < len(word) and not may_break(word[apart - 1], word[apart]):
        apart -= 1
    whole = apart == len(word) or may_break(word[apart - 1], word[apart])
    return _after_sign(word, start, _before_syllable(word, start, apart if whole else end))


def _after_sign(word: str, start: int, end: int) -> int:
    """In an address, or another long word in parts, the end of a part, if it is not far back."""
    if end < len(word):
        for place in range(end, start + (end - start) * 2 // 3, -1):
            if word[place - 1] in _PARTING and word[place] not in _PARTING:
                return place
    return end


def _before_syllable(word: str, start: int, end: int) -> int:
    """In Thai and Lao, where no blanks part words, the end of a syllable that can be told, if it is not far back."""
    if end < len(word) and "\u0e00" <= word[end] <= "\u0eff":
        for place in range(end, start + (end - start) // 2, -1):
            if begins_syllable(word, place):
                return place
    return end


def _with_ellipsis(line: str, column: _Column) -> str:
    while line and column.measure(line + "…") > column.width:
        line = line[:-1].rstrip()
    return line + "…"
