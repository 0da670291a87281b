"""The rules of terms: two that say the same or name each other are refused, false friends are flagged."""

from collections.abc import Iterable

from workshop.errors import InvalidRecordError
from workshop.method.phrases import phrase_key
from workshop.method.term_index import Saying
from workshop.model.terms import Term

_WHO = {Saying.CX: "CX’s word", Saying.UX: "UX’s word", Saying.AGREED: "the agreed word"}


def term_name(term: Term) -> str:
    """What a sentence calls a term: its agreed word, or else those of both sides."""
    return term.agreed or " / ".join(word for word in (term.cx_says, term.ux_says) if word)


def check_term(term: Term, others: Iterable[Term]) -> None:
    """Raise InvalidRecordError with the sentence that says why a term may not stand among the others.

    Rules: it says at least one word; CX and UX do not say the same one; no other term has the same word on the same
    side; and no two terms name each other, the word of CX in one being that of UX in the other and the reverse.
    """
    keys = {saying: phrase_key(saying.of(term)) for saying in Saying}
    for saying in Saying:
        if saying.of(term) and not keys[saying]:
            raise InvalidRecordError(f"“{saying.of(term)}” is no word; write one with letters or numbers.")
    if not any(keys.values()):
        raise InvalidRecordError("A term needs a word: what CX says, what UX says, or what both agreed on.")
    if keys[Saying.CX] and keys[Saying.CX] == keys[Saying.UX]:
        raise InvalidRecordError(
            f"CX and UX both say “{term.cx_says}”, so there is nothing to translate; write it as the agreed word."
        )
    for other in others:
        if other.id != term.id and (clash := _clash(term, other)):
            raise InvalidRecordError(clash)


def term_fault(term: Term, others: Iterable[Term]) -> str:
    """What `check_term` would say, empty when nothing: for terms from elsewhere, and while somebody types."""
    try:
        check_term(term, others)
    except InvalidRecordError as error:
        return str(error)
    return ""


def _clash(term: Term, other: Term) -> str:
    if _same(term.cx_says, other.ux_says) and _same(term.ux_says, other.cx_says):
        return (
            f"Two terms would name each other: “{term_name(other)}” has “{other.cx_says}” and “{other.ux_says}” the "
            "other way round already."
        )
    for saying in Saying:
        if _same(saying.of(term), saying.of(other)):
            return f"“{saying.of(term)}” is {_WHO[saying]} in the term “{term_name(other)}” already; change that one."
    return ""


def term_caution(term: Term, others: Iterable[Term]) -> str:
    """A sentence about a false friend: a word that the other side uses for something else; empty without one."""
    for other in others:
        if other.id == term.id:
            continue
        for mine, theirs in ((Saying.CX, Saying.UX), (Saying.UX, Saying.CX)):
            if _same(mine.of(term), theirs.of(other)):
                who = "UX" if theirs is Saying.UX else "CX"
                return f"{who} says “{mine.of(term)}” too, but means the term “{term_name(other)}”."
    return ""


def _same(one: str, other: str) -> bool:
    key = phrase_key(one)
    return bool(key) and key == phrase_key(other)
