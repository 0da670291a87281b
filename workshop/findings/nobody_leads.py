"""Nobody leads: a phase in which people work and nobody answers for it."""

from collections.abc import Iterator

from workshop.findings.finding import Found
from workshop.findings.reading import Reading
from workshop.model.diamonds import Phase
from workshop.model.people import Responsibility, Role


def leaderless_phases(reading: Reading) -> Iterator[Found]:
    """A phase with cards in which no discipline leads. It names no cards: it is about the phase."""
    led = {r.phase for r in reading.records(Responsibility, "responsibilities") if r.role is Role.LEADS}
    for phase in Phase:
        count = len(reading.by_phase.get(phase, ()))
        if count and phase not in led:
            words = {"phase": phase.value, "count": f"{count:,} {'card' if count == 1 else 'cards'}"}
            yield Found(words=words, phase=phase)
