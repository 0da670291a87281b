"""One voice: a phase in which one discipline hardly wrote."""

from collections import Counter
from collections.abc import Iterator

from workshop.findings.finding import Found
from workshop.findings.reading import Reading
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.translation import _, number, pgettext

FEWEST_CARDS = 4
SMALLEST_SHARE = 5
"""A voice is heard that wrote at least one card in so many."""


def lone_voices(reading: Reading) -> Iterator[Found]:
    """A phase with at least four cards of which CX or UX wrote under a fifth; a Joint card counts for both."""
    for phase in Phase:
        cards = reading.by_phase.get(phase, [])
        count = Counter(card.discipline for card in cards)
        for quiet in (Discipline.CX, Discipline.UX):
            wrote = count[quiet] + count[Discipline.JOINT]
            if len(cards) >= FEWEST_CARDS and wrote * SMALLEST_SHARE < len(cards):
                words = {
                    "phase": _(phase.value),
                    "quiet": quiet.value,
                    "wrote": number(f"{wrote:,}") if wrote else pgettext("of the cards", "none"),
                    "count": number(f"{len(cards):,}"),
                }
                named = tuple(card.id for card in cards)
                yield Found(cards=named, words=words, phase=phase, discipline=quiet)
