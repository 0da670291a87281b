"""Validation without a measure: a concept that is tested against nothing."""

from collections.abc import Iterator

from workshop.findings.finding import Found
from workshop.findings.reading import Reading
from workshop.model.cards import CardKind
from workshop.model.diamonds import Phase
from workshop.model.measures import Measure


def validations_without_a_measure(reading: Reading) -> Iterator[Found]:
    """A concept in Validate that no shared measure measures; a one-sided measure measures too."""
    measured = {card for measure in reading.records(Measure, "measures") for card in measure.cards}
    for card in reading.by_phase.get(Phase.VALIDATE, ()):
        if card.kind is CardKind.CONCEPT and card.id not in measured:
            yield Found(cards=(card.id,), words={"card": reading.words(card.id)}, phase=card.phase)
