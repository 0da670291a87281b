"""Two words, one thing: both disciplines say their own word for what has a shared one, or write the same card twice."""

from collections.abc import Iterator

from workshop.findings.finding import Found, Offer
from workshop.findings.reading import Reading
from workshop.model.terms import Term
from workshop.model.text import quoted, short
from workshop.translation import _

_OF_TERMS, _OF_CARDS = (Offer.OPEN_TERM,), (Offer.ADD_TO_TERMS, Offer.MARK_SAME_AS)


def two_words_one_thing(reading: Reading) -> Iterator[Found]:
    """A term whose CX word and whose UX word both stand on cards, elsewhere than within its agreed word; and two cards
    of different disciplines with nearly the same words that are not the same by any `same as`.

    A word within a longer one of the same term does not count, and a side whose word was agreed has none of its own.
    """
    yield from _terms(reading)
    yield from _cards(reading)


def _terms(reading: Reading) -> Iterator[Found]:
    for term in reading.records(Term, "terms"):
        said = reading.own_words.get(term.id)
        if said and said.cx and said.ux:
            words = {
                "one": quoted(short(term.cx_says)),
                "other": quoted(short(term.ux_says)),
                "agreed": _("{word} was agreed").format(word=quoted(short(term.agreed)))
                if term.agreed.strip()
                else _("no word is agreed"),
            }
            named = tuple(dict.fromkeys((*said.cx, *said.ux)))
            yield Found(cards=named, words=words, term=term.id, unfit=_OF_CARDS)


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
