"""Nobody leads: a phase in which people work and nobody answers for it."""

from collections.abc import Iterator

from workshop.findings.finding import Found
from workshop.findings.reading import Reading
from workshop.model.diamonds import Phase
from workshop.model.people import Responsibility, Role
from workshop.translation import _, ngettext, number


def leaderless_phases(reading: Reading) -> Iterator[Found]:
    """A phase with cards in which no discipline leads. It names no cards: it is about the phase."""
    led = {r.phase for r in reading.records(Responsibility, "responsibilities") if r.role is Role.LEADS}
    for phase in Phase:
        count = len(reading.by_phase.get(phase, ()))
        if count and phase not in led:
            cards = ngettext("{count} card", "{count} cards", count).format(count=number(f"{count:,}"))
            yield Found(words={"phase": _(phase.value), "count": cards}, phase=phase)
