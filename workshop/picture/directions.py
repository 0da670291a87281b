"""Which way a line of text runs, and marks that make it run so."""

import unicodedata

RIGHT_TO_LEFT = ("R", "AL")
"""The classes of the bidirectional algorithm whose letters run right to left."""

_STRONG = ("L", *RIGHT_TO_LEFT)
_ISOLATES = ("LRI", "RLI", "FSI")
RIGHT_TO_LEFT_MARK, LEFT_TO_RIGHT_MARK = "\u200f", "\u200e"
_FIRST_LEFTWARD = "\u0590"
"""No character below it runs right to left."""


def may_run_leftward(text: str) -> bool:
    """False, at little cost, for most texts in which nothing runs right to left."""
    return not text.isascii() and max(text) >= _FIRST_LEFTWARD


def runs_leftward(text: str) -> bool:
    """Whether the first character with a direction of its own runs right to left; those in isolates have no say."""
    if text.isascii():
        return False
    depth = 0
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in _ISOLATES:
            depth += 1
        elif direction == "PDI":
            depth = max(0, depth - 1)
        elif direction in _STRONG and not depth:
            return direction in RIGHT_TO_LEFT
    return False


def directed(line: str, leftward: bool) -> str:
    """A line that carries its paragraph's direction where its own first letter says otherwise."""
    if leftward == runs_leftward(line):
        return line
    return (RIGHT_TO_LEFT_MARK if leftward else LEFT_TO_RIGHT_MARK) + line
