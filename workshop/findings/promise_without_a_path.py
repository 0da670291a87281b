"""Promise without a path: what CX launches without anything that UX conceived or built for it."""

from collections.abc import Iterator

from workshop.findings.finding import Found
from workshop.findings.reading import Reading, voices
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase

BUILT = voices((Discipline.UX,), (Phase.EXPLORE, Phase.VALIDATE, Phase.DEVELOP))


def promises_without_a_path(reading: Reading) -> Iterator[Found]:
    """A CX card of Launch without a UX card of Solution or Develop upstream; a Joint card is no UX card."""
    for card in reading.by_phase.get(Phase.LAUNCH, ()):
        if card.discipline is Discipline.CX and not reading.upstream(card.id) & BUILT:
            words = {"card": reading.words(card.id)}
            yield Found(cards=(card.id,), words=words, phase=card.phase, discipline=Discipline.UX)
