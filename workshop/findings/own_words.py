"""Which cards say CX's word of a term and which say UX's, found in steps on boards of any size."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from workshop.findings.steps import Steps
from workshop.method.phrases import phrase_key, tokens_of
from workshop.method.term_index import Saying, TermFinder
from workshop.model.cards import Card
from workshop.model.terms import Term

_CARDS_A_STEP, _TERMS_A_STEP, _LOOKS_A_STEP = 250, 100, 100


class OwnWords(NamedTuple):
    """The ids of the cards that say CX's word of a term, and of those that say UX's, each in the board's order."""

    cx: tuple[str, ...]
    ux: tuple[str, ...]


def own_words_in_steps(cards: Sequence[Card], terms: Iterable[Term]) -> Steps[dict[str, OwnWords]]:
    """By term, the cards that say a side's own word; terms without two words of their own are left out.

    What a card says is found as it is underlined there (`TermFinder`): whole words, whatever their case, the longest
    first. Only cards that have the first word of a phrase are looked at so closely. So the cost grows with the cards,
    and with the terms and the cards that have their first words, not with terms times cards.
    """
    wanted: list[Term] = []
    for number, term in enumerate(terms):
        if has_two_words(term):
            wanted.append(term)
        if number % _TERMS_A_STEP == 0:
            yield
    near = yield from _cards_by_first_word(cards, wanted)
    found: dict[str, OwnWords] = {}
    looks = 0
    for term in wanted:
        finder = TermFinder((term,))
        saying: dict[Saying, list[str]] = {each: [] for each in Saying}
        for number in sorted({place for key in _first_words(term) for place in near[key]}):
            for said in {span.saying for span in finder.spans(cards[number].text)}:
                saying[said].append(cards[number].id)
            looks += 1
            if looks % _LOOKS_A_STEP == 0:
                yield
        looks += 1
        if looks % _LOOKS_A_STEP == 0:
            yield
        found[term.id] = OwnWords(tuple(saying[Saying.CX]), tuple(saying[Saying.UX]))
    return found


def has_two_words(term: Term) -> bool:
    """Whether both sides say something of their own: not the same, and not what was agreed."""
    cx, ux, agreed = map(phrase_key, (term.cx_says, term.ux_says, term.agreed))
    return bool(cx and ux) and cx != ux and agreed not in (cx, ux)


def _first_words(term: Term) -> tuple[str, str]:
    """The keys of the first words of what either side says."""
    return phrase_key(term.cx_says)[0], phrase_key(term.ux_says)[0]


def _cards_by_first_word(cards: Sequence[Card], terms: Iterable[Term]) -> Steps[dict[str, list[int]]]:
    """The places of the cards that have each of the first words of terms, rising."""
    near: dict[str, list[int]] = {key: [] for term in terms for key in _first_words(term)}
    for number, card in enumerate(cards if near else ()):
        for key in _words_of(card.text):
            if key in near:
                near[key].append(number)
        if number % _CARDS_A_STEP == 0:
            yield
    return near


@lru_cache(maxsize=1 << 15)
def _words_of(text: str) -> tuple[str, ...]:
    """The keys of the words of a text, each once; kept, since few texts change from one look to the next."""
    return tuple({token.key for token in tokens_of(text)})
