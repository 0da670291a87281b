"""Unanswered signal: what one discipline heard in Problem, and the other neither took up nor linked to."""

from collections.abc import Iterator

from workshop.findings.finding import Found
from workshop.findings.reading import Reading, in_diamond, voices
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import DiamondName, Phase

SIGNALS = (CardKind.INSIGHT, CardKind.PAIN_POINT, CardKind.NEED)

_OTHER = {Discipline.CX: Discipline.UX, Discipline.UX: Discipline.CX}


def unanswered_signals(reading: Reading) -> Iterator[Found]:
    """A CX insight, pain point or need of Problem without a UX or Joint card downstream or at a link; and the reverse.

    Any kind of link counts as linked. “Same as” makes two cards one, so what answers one answers both.
    """
    for card in reading.cards.values():
        other = _OTHER.get(card.discipline)
        is_signal = other is not None and card.kind in SIGNALS and in_diamond(card, DiamondName.PROBLEM)
        if other is not None and is_signal and not _is_answered(reading, card, other):
            words = {
                "card": reading.words(card.id),
                "own": card.discipline.value,
                "kind": card.kind.value,
                "other": other.value,
            }
            yield Found(cards=(card.id,), words=words, phase=card.phase, discipline=other)


def _is_answered(reading: Reading, card: Card, other: Discipline) -> bool:
    answers = (other, Discipline.JOINT)
    if reading.downstream(card.id) & voices(answers, (*Phase, None)):
        return True
    ends = (
        link.target if link.source == card.id else link.source for link in reading.links_at.get(card.id, ())
    )
    return any(reading.cards[end].discipline in answers for end in ends)
