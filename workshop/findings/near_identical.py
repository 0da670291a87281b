"""Near-identical cards: which texts say the same thing in nearly the same words, without comparing all with all."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from workshop.board.searching import folded

LEAST_ALIKE = 90.0
"""How alike two texts are at least: rapidfuzz's ratio of their letters, 0 to 100, the words of each in order."""

MOST_CARDS = 30
"""A word that more cards have tells nothing."""

RAREST_WORDS = 3
"""So many of its words a card is looked up by."""

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1 << 15)
def sorted_words(text: str) -> str:
    """The words of a text without case, accents and signs, in the order of the alphabet."""
    return " ".join(sorted(_WORD.findall(folded(text))))


def near_identical(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The pairs of ids whose texts are alike by 90 % or more, the first id as it comes in `texts`.

    Only texts are compared that have one of their three rarest words in common, and this word on at most 30 cards
    (of words equally rare, the first in the alphabet is rarer). So the work grows with the cards alone: at most
    10,000 × 3 × 15 comparisons on a board of 10,000 cards, a small part of that where people wrote them.
    """
    from rapidfuzz.fuzz import ratio

    words = {key: sorted_words(text) for key, text in texts.items()}
    place = {key: number for number, key in enumerate(texts)}
    told: set[tuple[str, str]] = set()
    for keys in _by_rare_word(words).values():
        for pair in combinations(keys, 2):
            one, other = words[pair[0]], words[pair[1]]
            if ratio(one, other, score_cutoff=LEAST_ALIKE) >= LEAST_ALIKE:
                told.add(pair)
    yield from sorted(told, key=lambda pair: (place[pair[0]], place[pair[1]]))


def _by_rare_word(words: Mapping[str, str]) -> Mapping[str, list[str]]:
    own = {key: set(text.split()) for key, text in words.items()}
    spread = Counter(word for found in own.values() for word in found)
    index: dict[str, list[str]] = defaultdict(list)
    for key, found in own.items():
        telling = [(spread[word], word) for word in found if 1 < spread[word] <= MOST_CARDS]
        lone = sum(spread[word] == 1 for word in found)
        for _, word in sorted(telling)[: max(0, RAREST_WORDS - lone)]:
            index[word].append(key)
    return index
