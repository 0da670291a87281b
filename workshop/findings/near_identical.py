"""Near-identical cards: which texts say the same thing in nearly the same words, without comparing all with all."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations

from workshop.board.searching import folded
from workshop.findings.steps import Steps, at_once

LEAST_ALIKE = 90.0
"""How alike two texts are at least: rapidfuzz's ratio of their letters, 0 to 100, the words of each in order."""

MOST_CARDS = 30
"""A word that more cards have tells nothing."""

RAREST_WORDS = 3
"""So many of its words a card is looked up by."""

_CARDS_A_STEP, _WORDS_A_STEP = 500, 50

_WORD = re.compile(r"\w+")

_NEGATIONS = """ not never no none nor neither nobody nothing nowhere cannot without
    nicht nie niemals nichts niemand nirgends kein keine keinen keinem keiner keines weder ohne
    pas jamais aucun aucune rien personne sans non nunca jamas nadie nada ningun ninguna sin
    niet nooit geen niemand niets zonder ikke aldrig ingen intet uden inte aldrig ingenting utan """
"""Words that turn a sentence round; of the French ne … pas the second, which is never left out."""

_NEGATION = re.compile(rf"\b(?:{'|'.join(sorted(set(_NEGATIONS.split())))})\b|n['’]t\b")


@lru_cache(maxsize=1 << 15)
def sorted_words(text: str) -> str:
    """The words of a text without case, accents and signs, hyphens too, in the order of the alphabet."""
    return " ".join(sorted(_WORD.findall(folded(text).replace("-", ""))))


@lru_cache(maxsize=1 << 15)
def negations(text: str) -> int:
    """How often a text says no, in some languages: what takes nine days and what does not are no one thing."""
    return len(_NEGATION.findall(folded(text)))


def near_identical(texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pairs of ids whose texts are alike by 90 % or more and say no equally often, in the order of `texts`.

    Only texts are compared that have one of their three rarest words in common, and this word on at most 30 cards
    (of words equally rare, the first in the alphabet is rarer). So the work grows with the cards alone: on a board of
    10,000 cards at most half a million comparisons of a microsecond, and a small part of that where people wrote them.
    """
    return at_once(near_identical_in_steps(texts))


def near_identical_in_steps(texts: Mapping[str, str]) -> Steps[list[tuple[str, str]]]:
    """The same in steps of some milliseconds each."""
    words: dict[str, str] = {}
    spread: Counter[str] = Counter()
    for number, (key, text) in enumerate(texts.items()):
        words[key] = sorted_words(text)
        spread.update(set(words[key].split()))
        if number % _CARDS_A_STEP == 0:
            yield
    index: dict[str, list[str]] = defaultdict(list)
    for number, (key, own) in enumerate(words.items()):
        for word in _looked_up_by(set(own.split()), spread):
            index[word].append(key)
        if number % _CARDS_A_STEP == 0:
            yield
    place = {key: number for number, key in enumerate(texts)}
    pairs = yield from _alike(texts, words, index)
    return sorted(pairs, key=lambda pair: (place[pair[0]], place[pair[1]]))


def _looked_up_by(own: set[str], spread: Counter[str]) -> list[str]:
    """The rarest words of a card, of which those that no other card has and those that too many have lead nowhere."""
    rarest = sorted((spread[word], word) for word in own if spread[word] <= MOST_CARDS)[:RAREST_WORDS]
    return [word for count, word in rarest if count > 1]


def _alike(
    texts: Mapping[str, str], words: Mapping[str, str], index: Mapping[str, list[str]]
) -> Steps[set[tuple[str, str]]]:
    from rapidfuzz.fuzz import ratio

    found: set[tuple[str, str]] = set()
    for number, keys in enumerate(index.values()):
        for one, other in combinations(keys, 2):
            alike = ratio(words[one], words[other], score_cutoff=LEAST_ALIKE) >= LEAST_ALIKE
            if alike and negations(texts[one]) == negations(texts[other]):
                found.add((one, other))
        if number % _WORDS_A_STEP == 0:
            yield
    return found
