"""Where terms stand in the words of cards, found on word boundaries and kept from one look to the next."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

import msgspec

from workshop.method.phrases import Token, joined_as, phrase_key, tokens_of
from workshop.method.records import records_of
from workshop.model.cards import Discipline
from workshop.model.terms import Term
from workshop.visibility import Visible


class Saying(StrEnum):
    """Whose word of a term it is."""

    CX = "cx_says"
    UX = "ux_says"
    AGREED = "agreed"

    def of(self, term: Term) -> str:
        """This word of a term, empty when there is none."""
        word: str = getattr(term, self.value)
        return word


class TermSpan(msgspec.Struct, frozen=True):
    """A word of a term in a text, from character `start` up to `end`."""

    start: int
    end: int
    term: str
    saying: Saying


class TermUse(msgspec.Struct, frozen=True):
    """A card that uses a term, and which of its words."""

    card: str
    sayings: frozenset[Saying]


class _Phrase(NamedTuple):
    """A word of a term, and the keys of the words that it consists of."""

    key: tuple[str, ...]
    word: str
    term: str
    saying: Saying


_OWN = {Discipline.CX: Saying.CX, Discipline.UX: Saying.UX}


class TermFinder:
    """Finds the words of some terms in texts.

    Phrases are kept by their first word, so a text costs one look-up a word however many terms there are. Where terms
    share a word, it is taken as the side means it whose card it stands on, else as the agreed one.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_first: dict[str, list[_Phrase]] = {}
        for term in terms:
            agreed = phrase_key(term.agreed)
            for saying in (Saying.AGREED, Saying.CX, Saying.UX):
                word = saying.of(term)
                key = phrase_key(word)
                if key and (saying is Saying.AGREED or key != agreed):
                    self._by_first.setdefault(key[0], []).append(_Phrase(key, word, term.id, saying))
        for phrases in self._by_first.values():
            phrases.sort(key=lambda phrase: (-len(phrase.key), phrase.saying is not Saying.AGREED))
        self._plain = tuple(first for first in self._by_first if first.isascii())

    def _may_stand_in(self, text: str) -> bool:
        """Whether some first word may be in a text; most texts are told apart so without taking them into words."""
        if not text.isascii():
            return bool(self._by_first)
        lower = text.lower()
        return any(first in lower for first in self._plain)

    def spans(self, text: str, discipline: Discipline = Discipline.JOINT) -> tuple[TermSpan, ...]:
        """The words of terms in a text from left to right; of those that begin at one word the longest.

        `discipline` is that of the card on which the text stands.
        """
        if not self._may_stand_in(text):
            return ()
        own, tokens = _OWN.get(discipline), tokens_of(text)
        found: list[TermSpan] = []
        place = 0
        while place < len(tokens):
            if phrase := self._at(text, tokens, place, own):
                last = place + len(phrase.key) - 1
                found.append(TermSpan(tokens[place].start, tokens[last].end, phrase.term, phrase.saying))
                place = last
            place += 1
        return tuple(found)

    def _at(self, text: str, tokens: list[Token], place: int, own: Saying | None) -> "_Phrase | None":
        """The phrase that begins at a word of a text, if one does."""
        found: _Phrase | None = None
        for phrase in self._by_first.get(tokens[place].key, ()):
            if found is not None and (len(phrase.key) < len(found.key) or found.saying is own):
                return found
            if found is not None and phrase.saying is not own:
                continue
            last = place + len(phrase.key) - 1
            said = tuple(token.key for token in tokens[place : last + 1])
            if said == phrase.key and joined_as(text, tokens, place, last, phrase.word):
                found = phrase
        return found


class TermIndex:
    """Which cards use which terms, as a viewer sees the board. Texts are looked at again only when they changed.

    A first look at 10,000 cards costs some tenths of a second, one after a change some hundredths.
    """

    def __init__(self, visible: Visible) -> None:
        self._visible = visible
        self._terms: tuple[Term, ...] = ()
        self._finder = TermFinder(())
        self._spans: dict[tuple[str, Discipline], tuple[TermSpan, ...]] = {}

    def spans(self, text: str, discipline: Discipline = Discipline.JOINT) -> tuple[TermSpan, ...]:
        """The words of the board's terms in the text of a card of this discipline, for underlining them."""
        self._refresh()
        if (found := self._spans.get((text, discipline))) is None:
            found = self._spans[text, discipline] = self._finder.spans(text, discipline)
        return found

    def uses(self) -> Mapping[str, tuple[TermUse, ...]]:
        """By term, the cards that use it, in the board's order; a term that no card uses is left out."""
        self._refresh()
        before, self._spans = self._spans, {}
        found: dict[str, list[TermUse]] = {}
        for card in self._visible.cards():
            look = (card.text, card.discipline)
            spans = before.get(look)
            if spans is None:
                spans = self._finder.spans(*look)
            self._spans[look] = spans
            for term in dict.fromkeys(span.term for span in spans):
                sayings = frozenset(span.saying for span in spans if span.term == term)
                found.setdefault(term, []).append(TermUse(card.id, sayings))
        return {term: tuple(uses) for term, uses in found.items()}

    def _refresh(self) -> None:
        terms = tuple(records_of(self._visible.board, Term).values())
        if terms != self._terms:
            self._terms, self._finder, self._spans = terms, TermFinder(terms), {}


def translation(term: Term, reader: Discipline) -> str:
    """What hovering a term's word tells: the other discipline's word, the agreed one, and the definition.

    `reader` is the discipline of the card; a joint card is told both words.
    """
    told = {
        Discipline.CX: ((Saying.UX, "UX says"),),
        Discipline.UX: ((Saying.CX, "CX says"),),
        Discipline.JOINT: ((Saying.CX, "CX says"), (Saying.UX, "UX says")),
    }[reader]
    words = [f"{who} “{saying.of(term)}”" for saying, who in told if saying.of(term)]
    words.append(f"agreed: “{term.agreed}”" if term.agreed else "no word agreed yet")
    sentence = ", ".join(words)
    return f"{sentence}. {term.definition}".strip()
