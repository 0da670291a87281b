"""Groups that the words of cards suggest: found on this machine, by the words that they share and few others have."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

import msgspec

from workshop.model.cards import Card

LEAST_ALIKE = 0.2
"""Cards are alike from this cosine of their weighted words on (0: no word shared, 1: the same words)."""

MOST_CARDS = 2_000
"""So many cards are compared at most; the comparison grows with the square."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = """the and for that with not are was were our you your they them their this these those from has have had but
    all any can its into out who what when where which will would should could than then there here more most one two
    per does did been being just only very over about some also how why
    über und der die das den dem des ein eine einer für mit von ist sind nicht auch auf aus bei"""


class Suggestion(msgspec.Struct, frozen=True):
    """Cards that may belong together, and the words that say so, the strongest first."""

    cards: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def name(self) -> str:
        """A name for the group: its strongest words."""
        return ", ".join(self.words[:2]).capitalize()


def suggested_groups(cards: Iterable[Card]) -> list[Suggestion]:
    """Groups of two cards or more among those that are in none, the largest first.

    Words are weighted by how few cards have them (tf-idf, Salton and Buckley 1988) and two cards compared by the
    cosine between them; a card joins the group that it is most alike on average.
    """
    free = [card for card in cards if card.group is None and not card.hidden][:MOST_CARDS]
    vectors = _vectors({card.id: _words(card.text) for card in free})
    groups: list[_Cluster] = []
    for card, vector in vectors.items():
        best = max(groups, key=lambda group: group.likeness(vector), default=None)
        if best is None or best.likeness(vector) < LEAST_ALIKE:
            best = _Cluster()
            groups.append(best)
        best.take(card, vector)
    texts = {card.id: card.text for card in free}
    found = [
        Suggestion(tuple(g.cards), _as_written(_shared(g.cards, vectors), [texts[card] for card in g.cards]))
        for g in groups
        if len(g.cards) > 1
    ]
    return sorted((s for s in found if s.words), key=lambda s: -len(s.cards))


@cache
def _common() -> frozenset[str]:
    return frozenset(_COMMON.split())


def _words(text: str) -> list[str]:
    """The words that tell something, without the endings that hide that they are the same."""
    return [_stem(word) for word in _WORD.findall(text.casefold()) if word not in _common()]


def _stem(word: str) -> str:
    for ending, least in (("ies", 5), ("ing", 6), ("ed", 5), ("s", 4)):
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


def _vectors(words: dict[str, list[str]]) -> dict[str, dict[str, float]]:
    """The weight of each word of each card, the vectors of length 1; cards without telling words left out."""
    spread = Counter(word for own in words.values() for word in set(own))
    vectors = {}
    for card, own in words.items():
        weights = {
            word: (1 + math.log(count)) * math.log(1 + len(words) / spread[word])
            for word, count in Counter(own).items()
        }
        length = math.sqrt(sum(weight**2 for weight in weights.values()))
        if length:
            vectors[card] = {word: weight / length for word, weight in weights.items()}
    return vectors


def _as_written(stems: Iterable[str], texts: Iterable[str]) -> tuple[str, ...]:
    """Words as the cards have them most often, for their stems."""
    written: dict[str, Counter[str]] = {}
    for word in _WORD.findall(" ".join(texts).casefold()):
        written.setdefault(_stem(word), Counter())[word] += 1
    return tuple(written[stem].most_common(1)[0][0] for stem in stems)


class _Cluster:
    """Cards that are alike, and the sum of their vectors."""

    def __init__(self) -> None:
        self.cards: list[str] = []
        self._sum: dict[str, float] = {}

    def likeness(self, vector: dict[str, float]) -> float:
        """The mean cosine between a vector and those of the cards."""
        return sum(weight * self._sum.get(word, 0.0) for word, weight in vector.items()) / len(self.cards)

    def take(self, card: str, vector: dict[str, float]) -> None:
        """Take a card in."""
        self.cards.append(card)
        for word, weight in vector.items():
            self._sum[word] = self._sum.get(word, 0.0) + weight


def _shared(group: list[str], vectors: dict[str, dict[str, float]]) -> tuple[str, ...]:
    """The words that at least half the cards of a group have, the strongest first."""
    strength: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for card in group:
        for word, weight in vectors[card].items():
            strength[word] += weight  # type: ignore[assignment]
            spread[word] += 1
    return tuple(
        word for word, _ in strength.most_common() if spread[word] * 2 >= len(group) and spread[word] > 1
    )[:4]
