"""Two words, one thing: both disciplines say their own word for what has a shared one, or write the same card twice."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from workshop.board.searching import folded
from workshop.findings.finding import Found, Offer
from workshop.findings.reading import Reading
from workshop.method.phrases import phrase_key, tokens_of
from workshop.method.term_index import Saying, TermFinder
from workshop.model.terms import Term
from workshop.model.text import short

_OF_TERMS, _OF_CARDS = (Offer.OPEN_TERM,), (Offer.ADD_TO_TERMS, Offer.MARK_SAME_AS)


def two_words_one_thing(reading: Reading) -> Iterator[Found]:
    """A term whose CX word and whose UX word both stand on cards, elsewhere than within its agreed word; and two cards
    of different disciplines with nearly the same words that are not the same by any `same as`.

    What stands on a card is found as it is underlined there (`TermFinder`): by whole words, whatever their case, the
    longest first, so that a word of a term within a longer one of it does not count.
    """
    yield from _terms(reading)
    yield from _cards(reading)


def _terms(reading: Reading) -> Iterator[Found]:
    terms = reading.records(Term, "terms")
    page = _Page(reading) if terms else None
    for term in terms:
        if page is None or not _has_two_words(term):
            continue
        by_cx, by_ux = page.cards_with(term)
        if by_cx and by_ux:
            words = {
                "one": f"“{short(term.cx_says)}”",
                "other": f"“{short(term.ux_says)}”",
                "agreed": f"“{short(term.agreed)}” was agreed" if term.agreed.strip() else "no word is agreed",
            }
            named = tuple(dict.fromkeys((*by_cx, *by_ux)))
            yield Found(cards=named, words=words, term=term.id, unfit=_OF_CARDS)


def _has_two_words(term: Term) -> bool:
    """Whether both sides say something of their own: not the same, and not what was agreed."""
    cx, ux, agreed = map(phrase_key, (term.cx_says, term.ux_says, term.agreed))
    return bool(cx and ux) and cx != ux and agreed not in (cx, ux)


def _cards(reading: Reading) -> Iterator[Found]:
    class_of = reading.flow.class_of
    for one, other in reading.alike:
        mine, theirs = reading.cards[one].discipline, reading.cards[other].discipline
        if mine is not theirs and class_of[one] != class_of[other]:
            words = {
                "one": reading.words(one),
                "other": reading.words(other),
                "mine": mine.tag,
                "theirs": theirs.tag,
            }
            yield Found(cards=(one, other), words=words, form=1, unfit=_OF_TERMS)


class _Page:
    """All that stands on the cards as one long text, in which the cards to look at more closely are found quickly."""

    def __init__(self, reading: Reading) -> None:
        self._cards = list(reading.cards.values())
        texts = [folded(card.text) for card in self._cards]
        self._text = "\n".join(texts)
        self._ends = list(accumulate(len(text) + 1 for text in texts))

    def cards_with(self, term: Term) -> tuple[list[str], list[str]]:
        """The cards with the CX word of a term, and those with its UX word; the agreed word is neither."""
        finder = TermFinder((term,))
        found: dict[Saying, list[str]] = {Saying.CX: [], Saying.UX: [], Saying.AGREED: []}
        for number in sorted({*self._with_first_word(term.cx_says), *self._with_first_word(term.ux_says)}):
            card = self._cards[number]
            for saying in {span.saying for span in finder.spans(card.text)}:
                found[saying].append(card.id)
        return found[Saying.CX], found[Saying.UX]

    def _with_first_word(self, phrase: str) -> Iterator[int]:
        """The numbers of the cards that have the first word of a phrase, be it as a part of another word."""
        first = tokens_of(phrase)[0]
        word = folded(phrase[first.start : first.end])
        at = self._text.find(word)
        while at >= 0:
            number = bisect_right(self._ends, at)
            yield number
            at = self._text.find(word, self._ends[number])
