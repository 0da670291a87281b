"""Where a line may be broken between two characters: never before a closing sign, a mark or what belongs to it."""

import unicodedata

CLOSING = (
    "、。，．：；？！）］｝」』】〉》〕〗〙〛｠｣､｡・…‥～％℃,.:;?!)]}%”’»›"
    "ー々〻ゝゞヽヾ゛゜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
)
"""What no line begins with: marks of a sentence's end, closing brackets, and small letters and signs of Japanese."""

OPENING = "（［｛「『【〈《〔〖〘〚｟｢([{“‘«‹"
"""What no line ends with."""

_NEVER_FIRST, _NEVER_LAST = frozenset(CLOSING), frozenset(OPENING)
_JOINER = "\u200d"
_JOINED = frozenset("\u200d\u20e3" + "".join(map(chr, range(0x1F3FB, 0x1F400))))
_MARKS = ("Mn", "Mc", "Me")

_LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")
"""Vowels of Thai and Lao that are written before their consonant: one of them begins a syllable."""

_FOLLOWING = frozenset("ะาำๅๆฯະາຳໆ")
"""Vowels and signs of Thai and Lao that are letters of their own and belong to what stands before them."""


_SONORANTS = frozenset("งญณนมยรลวງຍນມຢຣລວ")


def begins_syllable(word: str, place: int) -> bool:
    """Whether it can be told without a dictionary that a syllable of Thai or Lao begins at a place in a word.

    One does before a vowel that is written first, and before a consonant that bears a mark, if that is not the second
    one of a cluster.
    """
    character, before = word[place], word[place - 1] if place else ""
    if character in _LEADING_VOWELS:
        return True
    marked = place + 1 < len(word) and unicodedata.category(word[place + 1]) == "Mn"
    if not marked or unicodedata.category(character) != "Lo" or before in _LEADING_VOWELS:
        return False
    return not (character in _SONORANTS and unicodedata.category(before or " ") == "Lo")


def may_break(left: str, right: str) -> bool:
    """Whether a line may end with one character and the next one begin with the other."""
    if left < "\u0300" and right < "\u0300":
        return True
    if left == _JOINER or right in _JOINED or right in _FOLLOWING or left in _LEADING_VOWELS:
        return False
    if right in _NEVER_FIRST or left in _NEVER_LAST:
        return False
    return unicodedata.category(right) not in _MARKS
