"""Words and phrases of texts in any script: where they begin and end, and when two of them are the same."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x20000, 0x3FFFF),
)  # fmt: skip
"""Scripts that put no space between words (Thai, Lao, Burmese, Khmer, kana, Han): each character is a word."""

_WORD, _ALONE, _GAP = "w", "a", " "
_TOKEN = re.compile("w+|a")

_LOOSE = re.compile(r"[\s\-‐‑'’/_]{0,3}")
"""What may stand between the words of a phrase, so that “set-up”, “set up” and a line break are the same."""


class Token(NamedTuple):
    """A word where it stands in a text, and `key`, in which letter case and composed accents make no difference."""

    start: int
    end: int
    key: str


class _Kinds(dict[int, str]):
    """For str.translate: of each character whether it is part of a word, a word alone, or a gap."""

    def __missing__(self, code: int) -> str:
        self[code] = kind = _kind(code)
        return kind


def _kind(code: int) -> str:
    category = unicodedata.category(chr(code))
    if code == 0x200B or 0xFE00 <= code <= 0xFE0F:
        return _GAP
    if any(first <= code <= last for first, last in _UNSPACED):
        return _ALONE if category[0] in "LMN" else _GAP
    if category[0] in "LMN" or category == "Cf":
        return _WORD
    return _ALONE if category[0] == "S" else _GAP


_KINDS = _Kinds()


def tokens_of(text: str) -> list[Token]:
    """The words of a text in order. Marks belong to their letters; symbols such as + are words of their own."""
    found = [
        Token(match.start(), match.end(), _key(text[match.start() : match.end()]))
        for match in _TOKEN.finditer(text.translate(_KINDS))
    ]
    return [token for token in found if token.key]


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    """A word for comparing: caseless as Unicode defines it (NFD, fold, NFD), without invisible marks of format."""
    if word.isascii():
        return word.lower()
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFD", word).casefold())
    return "".join(letter for letter in folded if unicodedata.category(letter) != "Cf")


@lru_cache(maxsize=10_000)
def phrase_key(text: str) -> tuple[str, ...]:
    """The words of a phrase for comparing; empty for a text without a word."""
    return tuple(token.key for token in tokens_of(text))


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """A word's key without the ending of its number or tense, which makes it no other word."""
    for ending in ("ies", "ing", "es", "ed", "er", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def joined_as(text: str, tokens: list[Token], first: int, last: int, phrase: str) -> bool:
    """Whether the words from `first` to `last` of a text hang together, loosely or just as in the phrase."""
    if first == last:
        return True
    own = tokens_of(phrase)
    for step, place in enumerate(range(first, last)):
        gap = text[tokens[place].end : tokens[place + 1].start]
        if not _LOOSE.fullmatch(gap) and gap != phrase[own[step].end : own[step + 1].start]:
            return False
    return True
