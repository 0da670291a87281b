"""Thread that stops: what matters in Problem and leads to no solution, or a concept that leads to no outcome."""

from collections.abc import Iterator

from workshop.findings.finding import Found
from workshop.findings.reading import Reading, in_diamond, voices
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import DIAMONDS, DiamondName
from workshop.translation import _, ngettext, number, pgettext

ASKING = (CardKind.NEED, CardKind.PAIN_POINT)

WITH_ARTICLE = "with article"
"""The context in which catalogues say kinds with their articles, as “a need”."""

_ALL_OF = {diamond.name: voices(Discipline, diamond.phases) for diamond in DIAMONDS}
_NEXT = {DiamondName.PROBLEM: DiamondName.SOLUTION, DiamondName.SOLUTION: DiamondName.OUTCOME}


def threads_that_stop(reading: Reading) -> Iterator[Found]:
    """A card of Problem with votes, or a need or pain point there, that leads to nothing in Solution; and a concept of
    Solution that leads to nothing in Outcome, while Outcome has cards.

    What leads to Outcome past Solution leads to nothing in Solution all the same.
    """
    outcome = any(in_diamond(card, DiamondName.OUTCOME) for card in reading.cards.values())
    for card in reading.cards.values():
        here = _diamond_that_stops(card, bool(reading.dots[card.id]), outcome)
        if here is None or reading.downstream(card.id) & _ALL_OF[_NEXT[here]]:
            continue
        words = {"card": reading.words(card.id), "what": _what(reading, card), "next": _(_NEXT[here].value)}
        yield Found(cards=(card.id,), words=words, phase=card.phase)


def _diamond_that_stops(card: Card, voted: bool, outcome: bool) -> DiamondName | None:
    """The diamond from which a card ought to lead on."""
    if in_diamond(card, DiamondName.PROBLEM) and (voted or card.kind in ASKING):
        return DiamondName.PROBLEM
    if outcome and card.kind is CardKind.CONCEPT and in_diamond(card, DiamondName.SOLUTION):
        return DiamondName.SOLUTION
    return None


def _what(reading: Reading, card: Card) -> str:
    dots = reading.dots[card.id]
    article = "an" if card.kind.value[0] in "aeiou" else "a"
    english = f"{article} {card.kind.value}"
    kind = pgettext(WITH_ARTICLE, english)
    if not dots:
        return kind
    words = ngettext("{kind} with {count} vote", "{kind} with {count} votes", dots)
    return words.format(kind=kind, count=number(f"{dots:,}"))
