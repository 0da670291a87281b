"""Which text Inter can draw as it stands, and in which order and direction other text is drawn."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from workshop.model.isolating import END_OF_ISOLATE, ISOLATES
from workshop.picture.directions import RIGHT_TO_LEFT, runs_leftward
from workshop.picture.fonts import shaping_font
from workshop.picture.plan import Weight

_SAID = {"\u2066": False, "\u2067": True}
"""Whether an isolate runs leftward that says it; others run as what is in them."""

_NEUTRAL = "\ufffc"
"""A sign without a direction."""


_DEEPEST = 40
"""Isolates further within each other than this are taken for signs."""


class Run(NamedTuple):
    """Characters of one direction, in logical order, and where in the line the first of them is."""

    text: str
    rightward: bool
    start: int = 0


@cache
def plain_characters() -> frozenset[str]:
    """The characters that Inter draws one by one, left to right, without shaping."""
    font = shaping_font(Weight.REGULAR)
    return frozenset(character for character in map(chr, font.face.unicodes) if _is_plain(character))


def is_plain(text: str) -> bool:
    """Whether Inter draws this text as it stands."""
    return (text.isascii() and text.isprintable()) or plain_characters().issuperset(text)


def visual_runs(text: str, leftward: bool) -> list[Run]:
    """A line cut into runs of one direction, as they stand from left to right; `leftward` is the line's own."""
    levels = _levels(text, leftward)
    return _ordered(_level_runs(list(zip(text, levels, strict=True))))


def _levels(text: str, leftward: bool, depth: int = 0) -> list[int]:
    """The embedding level of each character, odd is right to left.

    An isolate is a sign without a direction to what stands around it, and has levels of its own within.
    """
    isolates = _isolates(text) if depth < _DEEPEST else []
    around, end = "", 0
    places: list[int] = []
    for first, last in [*isolates, (len(text), len(text))]:
        around += text[end:first] + _NEUTRAL * (first < len(text))
        places += range(end, min(first + 1, len(text)))
        end = last + 1
    levels = [int(leftward)] * len(text)
    for place, level in zip(places, _plain_levels(around, leftward), strict=True):
        levels[place] = level
    for first, last in isolates:
        within = text[first + 1 : last]
        own = _SAID.get(text[first], runs_leftward(within))
        base = levels[first] + 1 + (levels[first] + 1 + own) % 2
        levels[first + 1 : last] = [base - own + level for level in _levels(within, own, depth + 1)]
        levels[last : last + 1] = [levels[first]] * len(text[last : last + 1])
    return levels


def _isolates(text: str) -> list[tuple[int, int]]:
    """Where the outermost isolates begin, and where their ends are; beyond the text for one that is left open."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in ISOLATES:
            opened.append(place)
        elif character == END_OF_ISOLATE and opened:
            first = opened.pop()
            if not opened:
                found.append((first, place))
    return [*found, (opened[0], len(text))] if opened else found


def _plain_levels(text: str, leftward: bool) -> list[int]:
    """The levels of a text without isolates; what the library drops follows the last."""
    from bidi import algorithm

    if not text:
        return []
    storage = algorithm.get_empty_storage()
    storage["base_level"] = int(leftward)
    storage["base_dir"] = "LR"[int(leftward)]
    algorithm.get_embedding_levels("".join(map(_stand_in, text)), storage)
    for place, entry in enumerate(storage["chars"]):
        entry["place"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    known = {entry["place"]: int(entry["level"]) for entry in storage["chars"]}
    levels: list[int] = []
    for place in range(len(text)):
        levels.append(known.get(place, levels[-1] if levels else int(leftward)))
    return levels


def _resolve_brackets(characters: Sequence[dict[str, Any]]) -> None:
    """Rule N0 of the bidirectional algorithm, which the library lacks: both brackets of a pair run the same way."""
    for first, last in _bracket_pairs(characters):
        own = _direction(characters[first]["level"])
        within = {_STRONG_AS[one["type"]] for one in characters[first:last] if one["type"] in _STRONG_AS}
        if own not in within:
            before = [_STRONG_AS[one["type"]] for one in characters[:first] if one["type"] in _STRONG_AS]
            if not within:
                continue
            own = before[-1] if before else own
        characters[first]["type"] = characters[last]["type"] = own


def _bracket_pairs(characters: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """The places of brackets that belong together, in the order of the opening ones."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for place, one in enumerate(characters):
        if one["ch"] in _BRACKETS:
            opened.append((_BRACKETS[one["ch"]], place))
        closed = [at for at, (closing, _) in enumerate(opened) if closing == one["ch"]]
        if closed:
            pairs.append((opened[closed[-1]][1], place))
            del opened[closed[-1] :]
    return sorted(pairs)


def _direction(level: int) -> str:
    return "LR"[level % 2]


_BRACKETS = dict(zip("([{（［｛「『【《〈", ")]}）］｝」』】》〉", strict=True))
_STRONG_AS = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
"""What a resolved type counts as beside brackets: numbers as right to left."""


def _stand_in(character: str) -> str:
    """A character that the library knows how to order: no isolates, and none that is not assigned.

    WORKAROUND python-bidi 0.6: its algorithm in Python, which alone gives levels, asserts that there are none.
    """
    if character == END_OF_ISOLATE or character in ISOLATES:
        return _NEUTRAL
    return character if unicodedata.bidirectional(character) else "a"


def _level_runs(levels: list[tuple[str, int]]) -> list[tuple[str, int, int]]:
    """Stretches of one level: their text, the level, and where each begins."""
    runs: list[tuple[str, int, int]] = []
    for place, (character, level) in enumerate(levels):
        if runs and runs[-1][1] == level:
            runs[-1] = (runs[-1][0] + character, level, runs[-1][2])
        else:
            runs.append((character, level, place))
    return runs


def _ordered(runs: list[tuple[str, int, int]]) -> list[Run]:
    """Rule L2 of the bidirectional algorithm over whole runs: reverse each stretch at a level or above."""
    for level in range(max((level for _, level, _ in runs), default=0), 0, -1):
        start = 0
        while start < len(runs):
            end = start
            while end < len(runs) and runs[end][1] >= level:
                end += 1
            runs[start:end] = runs[start:end][::-1]
            start = end + 1
    return [Run(text, level % 2 == 0, start) for text, level, start in runs]


def _is_plain(character: str) -> bool:
    return (
        ord(character) <= 0xFFFF
        and not unicodedata.combining(character)
        and unicodedata.category(character) not in ("Cc", "Cf", "Mn", "Me", "Co", "Cn")
        and unicodedata.bidirectional(character) not in RIGHT_TO_LEFT
    )
