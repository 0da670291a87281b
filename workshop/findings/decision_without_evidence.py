"""Decision without evidence: a decision or a concept that rests on nothing that anybody has seen."""

from collections.abc import Iterator

from workshop.findings.finding import Found
from workshop.findings.reading import Reading
from workshop.model.cards import CardKind
from workshop.translation import _

RESTING = (CardKind.DECISION, CardKind.CONCEPT)


def decisions_without_evidence(reading: Reading) -> Iterator[Found]:
    """A decision or concept that has no evidence itself, and no card upstream of it has any."""
    for card in reading.cards.values():
        if card.kind in RESTING and not reading.has_evidence_upstream(card.id):
            words = {"card": reading.words(card.id), "kind": _(card.kind.value)}
            yield Found(cards=(card.id,), words=words, phase=card.phase)
