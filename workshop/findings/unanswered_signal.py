"""Unanswered signal: what one discipline heard in Problem, and the other neither took up nor linked to."""

from collections.abc import Iterator

from workshop.findings.finding import Found
from workshop.findings.reading import Reading, in_diamond, voices
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import DiamondName, Phase
from workshop.translation import _

SIGNALS = (CardKind.INSIGHT, CardKind.PAIN_POINT, CardKind.NEED)

_OTHER = {Discipline.CX: Discipline.UX, Discipline.UX: Discipline.CX}


def unanswered_signals(reading: Reading) -> Iterator[Found]:
    """A CX insight, pain point or need of Problem without a UX or Joint card downstream or at a link; and the reverse.

    Any kind of link counts as linked. “Same as” makes cards one, so what answers one answers all, and signals that are
    one are told together.
    """
    told: set[int] = set()
    for card in reading.cards.values():
        other = _OTHER.get(card.discipline)
        number = reading.flow.class_of[card.id]
        if other is None or number in told or not _is_signal(card):
            continue
        told.add(number)
        same = reading.flow.joined.get(number, [card.id])
        if not _is_answered(reading, card.id, same, other):
            words = {
                "card": reading.words(card.id),
                "own": card.discipline.value,
                "kind": _(card.kind.value),
                "other": other.value,
            }
            signals = tuple(one for one in same if _is_signal(reading.cards[one]))
            yield Found(cards=signals, words=words, phase=card.phase, discipline=other)


def _is_signal(card: Card) -> bool:
    return card.kind in SIGNALS and in_diamond(card, DiamondName.PROBLEM)


def _is_answered(reading: Reading, card_id: str, same: list[str], other: Discipline) -> bool:
    answers = (other, Discipline.JOINT)
    if reading.downstream(card_id) & voices(answers, (*Phase, None)):
        return True
    links = ((link, card) for card in same for link in reading.links_at.get(card, ()))
    ends = (link.target if link.source == card else link.source for link, card in links)
    return any(reading.cards[end].discipline in answers for end in ends)
