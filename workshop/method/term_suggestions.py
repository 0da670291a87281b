"""Words of CX and of UX that may mean one thing, found on this machine and explained, for the team to judge."""

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from functools import cache
from heapq import nlargest
from itertools import islice, pairwise

import msgspec
from rapidfuzz import fuzz

from workshop.method.phrases import Token, phrase_key, stem_of, tokens_of
from workshop.method.records import records_of
from workshop.method.term_index import Saying
from workshop.model.cards import Card, Discipline
from workshop.model.terms import Term
from workshop.visibility import Visible

ALIKE = 88.0
"""Two phrases are alike from this ratio of rapidfuzz's on, blanks and hyphens aside (100: the same letters)."""

MOST_CARDS = 1_500
"""So many cards of each side are read at most."""

MOST_PHRASES = 300
"""So many phrases of each side are compared, those used on most cards first; the cost grows with the square."""

MOST_SUGGESTIONS = 60
_SHORTEST = 4
_SHORTEST_ALIKE = 6
"""Letters that a phrase needs to be told, and to be alike to another: shorter ones are so by chance."""

_COMMON = """ the and for that with not are was were our you your they them their this these those from has have had but
    all any can its into out who what when where which will would should could than then there here more most one two
    per does did been being just only very over about some also how why same each every other another new first last
    before after until must once again still too yet own between without through """
"""Words that name nothing, so no phrase begins or ends with one, but for a compound such as “hand-over”."""

_HYPHENS = "-‐‑"
_BETWEEN = f" \n{_HYPHENS}"

Key = tuple[str, ...]


class TermSuggestion(msgspec.Struct, frozen=True):
    """A phrase that CX's cards use and one that UX's do; `likeness` is in percent, `because` explains it."""

    cx_says: str
    ux_says: str
    likeness: int
    because: str
    cx_cards: tuple[str, ...]
    ux_cards: tuple[str, ...]


class _Used(msgspec.Struct):
    """A phrase as the cards of one side write it, its letters alone, and its words without their endings."""

    words: str
    key: Key
    letters: str
    stems: Key
    cards: list[str]


def term_suggestions(visible: Visible) -> list[TermSuggestion]:
    """Pairs of phrases that may mean one thing, the likeliest first, at most MOST_SUGGESTIONS.

    Looked at are phrases of one to three words that only cards of one discipline use. A pair is suggested where its
    letters are alike (“hand-over”, “handover”; but “bill” and “bills” are one word and not told), or where both
    name the same thing by another first word (“customer journey”, “user journey”) on three cards or more. What a term
    names is left out. Some tenths of a second on thousands of cards: ask when the panel is looked at.
    """
    known = _named_by_terms(records_of(visible.board, Term).values())
    cx, ux = (_phrases(_cards_of(visible, side)) for side in (Discipline.CX, Discipline.UX))
    mine, theirs = _most_used(cx, known | ux.keys()), _most_used(ux, known | cx.keys())
    found = [pair for one in mine for other in theirs if (pair := _pair(one, other))]
    found.sort(key=lambda pair: (-pair.likeness, -len(pair.cx_cards) - len(pair.ux_cards), pair.cx_says))
    return list(_each_word_once(found))[:MOST_SUGGESTIONS]


def _pair(cx: _Used, ux: _Used) -> TermSuggestion | None:
    """The suggestion for two phrases, if they may mean one thing."""
    if cx.stems == ux.stems:
        return None
    shortest = min(len(cx.letters), len(ux.letters))
    if shortest >= _SHORTEST_ALIKE and (likeness := fuzz.ratio(cx.letters, ux.letters, score_cutoff=ALIKE)):
        because = f"They are written {round(likeness)} % alike"
    elif len(cx.key) > 1 and cx.stems[1:] == ux.stems[1:] and len(cx.cards) + len(ux.cards) > 2:
        because = f"Both speak of “{' '.join(cx.key[1:])}”"
        likeness = fuzz.ratio(cx.letters, ux.letters)
    else:
        return None
    because = f"{because} ({_on(len(cx.cards), 'CX')}, {_on(len(ux.cards), 'UX')})."
    return TermSuggestion(cx.words, ux.words, round(likeness), because, tuple(cx.cards), tuple(ux.cards))


def _on(cards: int, tag: str) -> str:
    return f"{cards} {tag} card{'s' if cards != 1 else ''}"


def _cards_of(visible: Visible, discipline: Discipline) -> Iterator[Card]:
    return islice((card for card in visible.cards() if card.discipline is discipline), MOST_CARDS)


def _phrases(cards: Iterable[Card]) -> dict[Key, tuple[str, list[str]]]:
    """The phrases of cards by their keys: how they are written first, and the cards that use them."""
    found: dict[Key, tuple[str, list[str]]] = {}
    for card in cards:
        for key, words in dict(_phrases_in(card.text)).items():
            if key in found:
                found[key][1].append(card.id)
            else:
                found[key] = (words, [card.id])
    return found


def _phrases_in(text: str) -> Iterator[tuple[Key, str]]:
    """Runs of one to three words that hang together and neither begin nor end with a common one."""
    tokens = tokens_of(text)
    gaps = [text[one.end : two.start] for one, two in pairwise(tokens)] + ["."]
    bound = [gap != "" and gap in _HYPHENS for gap in gaps]
    tells = [_tells(token) for token in tokens]
    for first, token in enumerate(tokens):
        if not (tells[first] or bound[first]):
            continue
        for last in range(first, min(first + 3, len(tokens))):
            is_end = (tells[last] or (last > first and bound[last - 1])) and not bound[last]
            if is_end and tokens[last].end - token.start >= _SHORTEST:
                key = tuple([one.key for one in tokens[first : last + 1]])
                yield key, text[token.start : tokens[last].end]
            if gaps[last].strip(_BETWEEN):
                break


def _tells(token: Token) -> bool:
    return len(token.key) > 2 and not token.key.isdecimal() and token.key not in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(_COMMON.split())


def _most_used(phrases: dict[Key, tuple[str, list[str]]], besides: Set[Key]) -> list[_Used]:
    """Those of the phrases that stand on most cards, without some."""
    found = nlargest(
        MOST_PHRASES,
        ((key, used) for key, used in phrases.items() if key not in besides),
        key=lambda item: len(item[1][1]),
    )
    return [_Used(words, key, "".join(key), tuple(map(stem_of, key)), cards) for key, (words, cards) in found]


def _named_by_terms(terms: Iterable[Term]) -> set[Key]:
    return {phrase_key(saying.of(term)) for term in terms for saying in Saying}


def _each_word_once(pairs: Iterable[TermSuggestion]) -> Iterator[TermSuggestion]:
    """The pairs without those whose words a likelier one has told already."""
    told: Counter[str] = Counter()
    for pair in pairs:
        words = {*phrase_key(pair.cx_says), *phrase_key(pair.ux_says)}
        if not any(told[word] for word in words):
            told.update(words)
            yield pair
