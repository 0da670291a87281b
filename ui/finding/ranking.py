"""How well a name answers what was typed: begun with it, holding its words, its initials, or nearly so."""

from collections.abc import Iterable, Mapping, Sequence

from workshop.board.searching import folded, needles_of

LEAST_LETTERS = 3
"""Shorter queries are not looked for approximately: too much is like them."""

_NEARLY = 74.0
_COMPARED = 240
"""Only so many letters of a card are compared approximately."""


def score_of(query: str, name: str) -> float:
    """From 0, no answer, to 100, the very name; case and accents do not count."""
    wanted, given = " ".join(needles_of(query)), folded(name)
    if not wanted:
        return 1.0
    if given.startswith(wanted):
        return 100.0 if given == wanted else 96.0
    words = _words(given)
    needles = wanted.split()
    if all(any(word.startswith(needle) for word in words) for needle in needles):
        return 90.0
    if all(needle in given for needle in needles):
        return 82.0
    if len(wanted) > 1 and "".join(word[0] for word in words).startswith(wanted.replace(" ", "")):
        return 78.0
    return _nearly(needles, words) if len(wanted) >= LEAST_LETTERS else 0.0


def nearly_in(query: str, texts: Iterable[tuple[str, str]], most: int) -> list[str]:
    """Keys of the folded texts that nearly hold the query, the nearest first."""
    from rapidfuzz import fuzz, process

    wanted = " ".join(needles_of(query))
    if len(wanted) < LEAST_LETTERS:
        return []
    choices: Mapping[str, str] = {key: text[:_COMPARED] for key, text in texts}
    found = process.extract(wanted, choices, scorer=fuzz.partial_ratio, limit=most, score_cutoff=_NEARLY)
    return [key for _, _, key in found]


def _nearly(needles: Sequence[str], words: Sequence[str]) -> float:
    """How like the words of a name those typed are, each to the one that it is most like."""
    from rapidfuzz import fuzz, process

    total = 0.0
    for needle in needles:
        best = process.extractOne(needle, words, scorer=fuzz.ratio, score_cutoff=_NEARLY)
        if best is None:
            return 0.0
        total += best[1]
    return 0.75 * total / len(needles)


def _words(text: str) -> Sequence[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text).split()
