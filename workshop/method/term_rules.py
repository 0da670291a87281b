"""The rules of terms: two that say the same or name each other are refused, false friends are flagged."""

from collections.abc import Iterable

from workshop.errors import InvalidRecordError
from workshop.method.phrases import phrase_key, stem_of
from workshop.method.term_index import Saying
from workshop.model.terms import Term

Key = tuple[str, ...]

_Place = tuple[Saying, Key]

_WHO = {Saying.CX: "CX’s word", Saying.UX: "UX’s word", Saying.AGREED: "the agreed word"}


def term_name(term: Term) -> str:
    """What a sentence calls a term: its agreed word, or else those of both sides."""
    return term.agreed or " / ".join(word for word in (term.cx_says, term.ux_says) if word)


class Glossary:
    """Terms by their words, so that the rules of one term cost a few look-ups however many others there are."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self._by_word: dict[_Place, list[Term]] = {}
        self._by_stems: dict[_Place, list[Term]] = {}
        self._places: dict[str, list[_Place]] = {}
        for term in terms:
            self.put(term)

    def put(self, term: Term) -> None:
        """Take a term in; one of the same id is replaced."""
        for saying, key in self._places.pop(term.id, ()):
            for index, words in ((self._by_word, key), (self._by_stems, stems_of(key))):
                index[saying, words] = [one for one in index[saying, words] if one.id != term.id]
        places = [(saying, key) for saying in Saying if (key := phrase_key(saying.of(term)))]
        for saying, key in places:
            self._by_word.setdefault((saying, key), []).append(term)
            self._by_stems.setdefault((saying, stems_of(key)), []).append(term)
        self._places[term.id] = places

    def check(self, term: Term) -> None:
        """Raise InvalidRecordError with the sentence that says why a term may not stand among the others.

        Rules: it says at least one word; CX and UX do not say the same one; no other term has the same word on the
        same side; and no two terms name each other, be it that the word of CX in one is that of UX in the other and
        the reverse, or that a word leads by way of agreed words back to itself. Who names whom is told by the stems of
        words, so that a plural makes no difference.
        """
        if fault := self.fault(term):
            raise InvalidRecordError(fault)

    def fault(self, term: Term) -> str:
        """What `check` would say, empty when nothing: for terms from elsewhere, and while somebody types."""
        return _own_fault(term) or self._mirrored(term) or self._round(term) or self._twice(term)

    def caution(self, term: Term) -> str:
        """A sentence about a false friend: a word that the other side uses for something else; empty without one."""
        for mine, theirs in ((Saying.CX, Saying.UX), (Saying.UX, Saying.CX)):
            for other in self._with(theirs, mine.of(term), term):
                who = "UX" if theirs is Saying.UX else "CX"
                return f"{who} says “{mine.of(term)}” too, but means the term “{term_name(other)}”."
        return ""

    def _with(self, saying: Saying, word: str, besides: Term) -> list[Term]:
        """The other terms that have a word on a side."""
        return [one for one in self._by_word.get((saying, phrase_key(word)), ()) if one.id != besides.id]

    def _akin(self, saying: Saying, stems: Key, besides: Term) -> list[Term]:
        """The other terms that have a word with these stems on a side."""
        return [one for one in self._by_stems.get((saying, stems), ()) if one.id != besides.id]

    def _mirrored(self, term: Term) -> str:
        cx, ux = _stems(term.cx_says), _stems(term.ux_says)
        backwards = {other.id for other in self._akin(Saying.CX, ux, term)}
        for other in self._akin(Saying.UX, cx, term):
            if other.id in backwards:
                return (
                    f"Two terms would name each other: “{term_name(other)}” has “{other.cx_says}” and "
                    f"“{other.ux_says}” the other way round already."
                )
        return ""

    def _round(self, term: Term) -> str:
        """Whether the agreed word leads back to an own word of the term, from own word to agreed word of others."""
        start = _stems(term.agreed)
        own = {_stems(word): word for word in (term.cx_says, term.ux_says)}
        ends = {stems: word for stems, word in own.items() if stems and stems != start}
        ways: dict[Key, tuple[str, ...]] = {start: (term.agreed,)} if start and ends else {}
        waiting = list(ways)
        for stems in waiting:
            for other in (*self._akin(Saying.CX, stems, term), *self._akin(Saying.UX, stems, term)):
                then, way = _stems(other.agreed), (*ways[stems], other.agreed)
                if then in ends:
                    return f"Terms would name each other: {' → '.join(f'“{word}”' for word in (ends[then], *way))}."
                if then and then not in ways:
                    ways[then] = way
                    waiting.append(then)
        return ""

    def _twice(self, term: Term) -> str:
        for saying in Saying:
            for other in self._with(saying, saying.of(term), term):
                word, name = saying.of(term), term_name(other)
                return f"“{word}” is {_WHO[saying]} in the term “{name}” already; change that one."
        return ""


def stems_of(key: Key) -> Key:
    """The words of a phrase without the endings of their number or tense."""
    return tuple(map(stem_of, key))


def _stems(word: str) -> Key:
    return stems_of(phrase_key(word))


def _own_fault(term: Term) -> str:
    """What is wrong with a term by itself."""
    keys = {saying: phrase_key(saying.of(term)) for saying in Saying}
    for saying in Saying:
        if saying.of(term) and not keys[saying]:
            return f"“{saying.of(term)}” is no word; write one with letters or numbers."
    if not any(keys.values()):
        return "A term needs a word: what CX says, what UX says, or what both agreed on."
    if keys[Saying.CX] and keys[Saying.CX] == keys[Saying.UX]:
        return f"CX and UX both say “{term.cx_says}”, so there is nothing to translate; write it as the agreed word."
    return ""
