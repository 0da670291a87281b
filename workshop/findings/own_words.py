"""Which cards say CX's word of a term and which say UX's, found in steps on boards of any size."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from workshop.board.searching import folded
from workshop.findings.steps import Steps
from workshop.method.phrases import phrase_key, tokens_of
from workshop.method.term_index import Saying, TermFinder
from workshop.model.cards import Card
from workshop.model.terms import Term

_CARDS_A_STEP = 100


class OwnWords(NamedTuple):
    """The ids of the cards that say CX's word of a term, and of those that say UX's, each in the board's order."""

    cx: tuple[str, ...]
    ux: tuple[str, ...]


def own_words_in_steps(cards: Sequence[Card], terms: Iterable[Term]) -> Steps[dict[str, OwnWords]]:
    """By term, the cards that say a side's own word; terms without two words of their own are left out.

    What a card says is found as it is underlined there (`TermFinder`): whole words, whatever their case, the longest
    first. Only cards that have the first word of a phrase somewhere are looked at so closely.
    """
    found: dict[str, OwnWords] = {}
    wanted = [term for term in terms if has_two_words(term)]
    if not wanted:
        return found
    page = _Page(cards)
    for term in wanted:
        finder = TermFinder((term,))
        saying: dict[Saying, list[str]] = {each: [] for each in Saying}
        for number, card in enumerate(page.cards_near(term)):
            for said in {span.saying for span in finder.spans(card.text)}:
                saying[said].append(card.id)
            if number % _CARDS_A_STEP == 0:
                yield
        found[term.id] = OwnWords(tuple(saying[Saying.CX]), tuple(saying[Saying.UX]))
    return found


def has_two_words(term: Term) -> bool:
    """Whether both sides say something of their own: not the same, and not what was agreed."""
    cx, ux, agreed = map(phrase_key, (term.cx_says, term.ux_says, term.agreed))
    return bool(cx and ux) and cx != ux and agreed not in (cx, ux)


class _Page:
    """All that stands on the cards as one long text, in which the cards to look at more closely are found quickly."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._cards = cards
        texts = [folded(card.text) for card in cards]
        self._text = "\n".join(texts)
        self._ends = list(accumulate(len(text) + 1 for text in texts))

    def cards_near(self, term: Term) -> Iterator[Card]:
        """The cards that have the first word of what either side says, in the board's order."""
        near = {*self._with_first_word(term.cx_says), *self._with_first_word(term.ux_says)}
        return (self._cards[number] for number in sorted(near))

    def _with_first_word(self, phrase: str) -> Iterator[int]:
        """The numbers of the cards that have the first word of a phrase, be it as a part of another word."""
        first = tokens_of(phrase)[0]
        word = folded(phrase[first.start : first.end])
        at = self._text.find(word)
        while at >= 0:
            number = bisect_right(self._ends, at)
            yield number
            at = self._text.find(word, self._ends[number])
