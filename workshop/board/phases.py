"""Which cards lie in which phase, kept as cards change, so that a phase is asked without looking at all cards."""

from collections.abc import Iterable, Mapping

from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.record import Record


class CardsByPhase:
    """The cards of each phase, and those of the parking lot under None; in no particular order."""

    def __init__(self, cards: Iterable[Card]) -> None:
        self._cards: dict[Phase | None, dict[str, Card]] = {phase: {} for phase in (*Phase, None)}
        for card in cards:
            self._cards[card.phase][card.id] = card

    def take(self, before: Record | None, after: Record | None) -> None:
        """Follow a change of a record."""
        if isinstance(before, Card):
            self._cards[before.phase].pop(before.id, None)
        if isinstance(after, Card):
            self._cards[after.phase][after.id] = after

    def of(self, phase: Phase | None) -> Mapping[str, Card]:
        """The cards of a phase by id."""
        return self._cards[phase]
