"""Two words, one thing: both disciplines say their own word for what has a shared one, or write the same card twice."""

from bisect import bisect_right
from collections.abc import Iterator

from workshop.board.searching import folded
from workshop.findings.finding import Found, Offer
from workshop.findings.reading import Reading
from workshop.model.terms import Term
from workshop.model.text import short

_OF_TERMS, _OF_CARDS = (Offer.OPEN_TERM,), (Offer.ADD_TO_TERMS, Offer.MARK_SAME_AS)


def two_words_one_thing(reading: Reading) -> Iterator[Found]:
    """A term whose CX word and whose UX word both stand on cards, elsewhere than within its agreed word; and two cards
    of different disciplines with nearly the same words that are not the same by any `same as`.

    Words are compared whole, without case and accents.
    """
    yield from _terms(reading)
    yield from _cards(reading)


def _terms(reading: Reading) -> Iterator[Found]:
    terms = reading.records(Term, "terms")
    page = _Page(reading) if terms else None
    for term in terms:
        cx, ux, agreed = (_one_line(word) for word in (term.cx_says, term.ux_says, term.agreed))
        if page is None or not cx or not ux or cx == ux:
            continue
        within = page.spans(agreed)
        by_cx, by_ux = page.cards_with(cx, within), page.cards_with(ux, within)
        if by_cx and by_ux:
            words = {
                "one": f"“{short(term.cx_says)}”",
                "other": f"“{short(term.ux_says)}”",
                "agreed": f"“{short(term.agreed)}” was agreed" if agreed else "no word is agreed",
            }
            yield Found(
                cards=tuple(dict.fromkeys((*by_cx, *by_ux))), words=words, term=term.id, unfit=_OF_CARDS
            )


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


def _one_line(text: str) -> str:
    return " ".join(folded(text).split())


class _Page:
    """All that stands on the cards as one long line of text, and where on it each card begins."""

    def __init__(self, reading: Reading) -> None:
        lines = [_one_line(card.text) for card in reading.cards.values()]
        self._cards = list(reading.cards)
        self._text = "\n".join(lines)
        self._starts: list[int] = []
        at = 0
        for line in lines:
            self._starts.append(at)
            at += len(line) + 1

    def spans(self, word: str) -> list[tuple[int, int]]:
        """Where a word stands, whole: begin and end of each place, from left to right."""
        found: list[tuple[int, int]] = []
        at = self._text.find(word) if word else -1
        while at >= 0:
            end = at + len(word)
            if not (_joined(self._text[at - 1 : at], word[0]) or _joined(word[-1], self._text[end : end + 1])):
                found.append((at, end))
            at = self._text.find(word, at + 1)
        return found

    def cards_with(self, word: str, within: list[tuple[int, int]]) -> list[str]:
        """The cards on which a word stands outside of these spans."""
        places = [at for at, end in self.spans(word) if not _inside(at, end, within)]
        return list(dict.fromkeys(self._cards[bisect_right(self._starts, at) - 1] for at in places))


def _inside(at: int, end: int, spans: list[tuple[int, int]]) -> bool:
    number = bisect_right(spans, (at, len(spans) and spans[-1][1])) - 1
    return number >= 0 and spans[number][0] <= at and end <= spans[number][1]


def _joined(left: str, right: str) -> bool:
    """Whether two characters are part of one word."""
    return all(char.isalnum() or char == "_" for char in (left, right) if char) and bool(left and right)
