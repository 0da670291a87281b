"""The balance of a board: how much of each phase is CX's, UX's and both disciplines'."""

from collections import Counter
from collections.abc import Mapping

import msgspec

from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.visibility import Visible


class Voices(msgspec.Struct, frozen=True):
    """A number for CX, for UX and for both together (Joint)."""

    cx: int = 0
    ux: int = 0
    joint: int = 0

    @property
    def total(self) -> int:
        """All three together."""
        return self.cx + self.ux + self.joint

    def of(self, discipline: Discipline) -> int:
        """The number of one of them."""
        return {Discipline.CX: self.cx, Discipline.UX: self.ux, Discipline.JOINT: self.joint}[discipline]


class PhaseBalance(msgspec.Struct, frozen=True):
    """What each side did in a phase: `cards` by their own discipline, the people who wrote them, and dots."""

    phase: Phase
    cards: Voices
    authors: Voices
    votes: Voices


def balance_of(visible: Visible) -> list[PhaseBalance]:
    """The balance of all eight phases, left to right; 0 where nothing is.

    An author counts once a phase, as of the discipline that the participant belongs to (guests: Joint), and not at all
    when no longer in the session. Votes count as of the discipline that gave them. Hidden cards count as absent, with
    their authors and votes.
    """
    board = visible.board
    cards: Counter[tuple[Phase, Discipline]] = Counter()
    authors: dict[tuple[Phase, Discipline], set[str]] = {}
    votes: Counter[tuple[Phase, Discipline]] = Counter()
    phase_of: dict[str, Phase] = {}
    for card in visible.cards():
        if card.phase is None:
            continue
        phase_of[card.id] = card.phase
        cards[card.phase, card.discipline] += 1
        if (author := board.participants.get(card.author or "")) is not None:
            authors.setdefault((card.phase, author.discipline), set()).add(author.id)
    for vote in visible.votes():
        if (phase := phase_of.get(vote.card)) is not None:
            votes[phase, vote.discipline] += vote.dots
    wrote = {key: len(people) for key, people in authors.items()}
    return [PhaseBalance(p, _voices(cards, p), _voices(wrote, p), _voices(votes, p)) for p in Phase]


def _voices(counts: Mapping[tuple[Phase, Discipline], int], phase: Phase) -> Voices:
    return Voices(*(counts.get((phase, d), 0) for d in (Discipline.CX, Discipline.UX, Discipline.JOINT)))
