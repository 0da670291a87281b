"""The result of a voting round: cards by dots with ties as ties, each side's dots, and where CX and UX differ most."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from workshop.facilitation.rounds import options_seen
from workshop.model.cards import Discipline
from workshop.model.facilitation import VotingRound
from workshop.visibility import Visible

MOST_DISAGREED = 3
"""Cards on which the two sides differ that a result names."""


class CardResult(msgspec.Struct, frozen=True):
    """The dots of a card by discipline (`joint` are guests'), its `rank` from 1, and whether others share that rank.

    `cx_share` and `ux_share` are the shares (0 to 1) of all its dots that each side put on this card.
    """

    card: str
    cx: int
    ux: int
    joint: int
    cx_share: float = 0.0
    ux_share: float = 0.0
    rank: int = 0
    tied: bool = False

    @property
    def total(self) -> int:
        """Dots of all."""
        return self.cx + self.ux + self.joint

    @property
    def gap(self) -> float:
        """How far the two sides' shares lie apart, 0 to 1."""
        return abs(self.cx_share - self.ux_share)


class RoundResult(msgspec.Struct, frozen=True):
    """The result of a round: its cards, most dots first, cards of equal dots in the board's order."""

    round: VotingRound
    rows: tuple[CardResult, ...]

    @property
    def dots(self) -> int:
        """Dots given in all."""
        return sum(row.total for row in self.rows)

    @property
    def most(self) -> int:
        """Dots of the first card, which fill a bar; 0 when nobody voted."""
        return self.rows[0].total if self.rows else 0

    def top(self, number: int) -> tuple[CardResult, ...]:
        """The first `number` cards, and those that tie with the last of them; cards without a dot never."""
        with_dots = [row for row in self.rows if row.total]
        if number < 1 or not with_dots:
            return ()
        last = with_dots[min(number, len(with_dots)) - 1].rank
        return tuple(row for row in with_dots if row.rank <= last)

    def disagreements(self, most: int = MOST_DISAGREED) -> tuple[CardResult, ...]:
        """The cards where CX and UX differ most, by the shares of their dots, of equal gaps that with more dots.

        None before both sides have voted.
        """
        if not any(row.cx for row in self.rows) or not any(row.ux for row in self.rows):
            return ()
        apart = sorted(
            (row for row in self.rows if row.gap > 0), key=lambda row: (-round(row.gap, 9), -row.total)
        )
        return tuple(apart[:most])


def result_of(visible: Visible, voting_round: VotingRound) -> RoundResult | None:
    """The result as the viewer may see it; None while the round is open, when nobody may.

    Its sums, shares and ranks are those of the cards that the viewer sees, as if no other card had taken part.
    """
    if not voting_round.ended:
        return None
    counted = {card_id: dict.fromkeys(Discipline, 0) for card_id in options_seen(visible, voting_round)}
    for vote in visible.votes():
        if vote.round == voting_round.id and vote.card in counted:
            counted[vote.card][vote.discipline] += vote.dots
    all_cx = sum(dots[Discipline.CX] for dots in counted.values())
    all_ux = sum(dots[Discipline.UX] for dots in counted.values())
    rows = [
        CardResult(
            card_id,
            dots[Discipline.CX],
            dots[Discipline.UX],
            dots[Discipline.JOINT],
            dots[Discipline.CX] / all_cx if all_cx else 0.0,
            dots[Discipline.UX] / all_ux if all_ux else 0.0,
        )
        for card_id, dots in counted.items()
    ]
    return RoundResult(voting_round, _ranked(rows))


def _ranked(rows: Sequence[CardResult]) -> tuple[CardResult, ...]:
    """The rows by dots; equal dots share a rank, and the next rank counts them all (1, 2, 2, 4)."""
    ordered = sorted(rows, key=lambda row: -row.total)
    sharing = Counter(row.total for row in rows)
    ranks: dict[int, int] = {}
    for place, row in enumerate(ordered, start=1):
        ranks.setdefault(row.total, place)
    return tuple(
        msgspec.structs.replace(row, rank=ranks[row.total], tied=sharing[row.total] > 1) for row in ordered
    )
