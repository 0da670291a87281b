"""Voting rounds: which one is open, how many dots a person gets, and who has how many left."""

import math
from collections import Counter
from collections.abc import Iterable

import msgspec

from workshop.board.board import Board
from workshop.method.records import records_of
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Vote, VotingRound
from workshop.model.people import Participant
from workshop.visibility import Sight, Visible

OPTIONS_A_DOT = 4
"""Cards for each dot a person gets: with a dot for every fourth the choice stays a choice and nothing is left out."""

MOST_SUGGESTED = 10
"""Dots a person can still keep in mind while choosing."""


_NO_OPTIONS = (CardKind.QUESTION, CardKind.DECISION)


class Turn(msgspec.Struct, frozen=True):
    """A participant in a round, as on a name chip: dots given and left."""

    participant: Participant
    given: int
    left: int


def suggested_dots(options: int) -> int:
    """Dots a person for so many cards: one for every OPTIONS_A_DOT begun, from 1 to MOST_SUGGESTED; 5 for 20 cards."""
    return min(max(math.ceil(options / OPTIONS_A_DOT), 1), MOST_SUGGESTED)


def open_round(board: Board) -> VotingRound | None:
    """The round in which dots are given now; there is at most one."""
    return next((one for one in records_of(board, VotingRound).values() if not one.ended), None)


def rounds_of(board: Board) -> list[VotingRound]:
    """All rounds, the open one and those whose results were kept, in the order they were opened."""
    return list(records_of(board, VotingRound).values())


def votes_in(board: Board, round_id: str) -> list[Vote]:
    """The votes of a round, whoever may see them."""
    return [vote for vote in board.votes.values() if vote.round == round_id]


def dots_given(votes: Iterable[Vote], voter: str) -> int:
    """The dots that a participant gave."""
    return sum(vote.dots for vote in votes if vote.voter == voter)


def turns(board: Board, voting_round: VotingRound) -> list[Turn]:
    """Everybody in the session with the dots they have left in a round, CX and UX in turn, guests last.

    It says how many dots were given, never to what.
    """
    given: Counter[str | None] = Counter()
    for vote in votes_in(board, voting_round.id):
        given[vote.voter] += vote.dots
    people = sorted(_in_turn(board.participants.values()), key=lambda one: one[0])
    return [
        Turn(person, given[person.id], max(0, voting_round.dots - given[person.id])) for _, person in people
    ]


def options_seen(visible: Visible, voting_round: VotingRound) -> list[str]:
    """The cards of a round that the viewer sees in full, in the round's order.

    Of a card that was hidden after the round began, no view tells anything: neither its dots nor that it took part.
    """
    cards = ((card_id, visible.board.cards.get(card_id)) for card_id in voting_round.cards)
    return [card_id for card_id, card in cards if card is not None and visible.sight(card) is Sight.FULL]


def cards_to_vote_on(visible: Visible, phase: Phase | None) -> list[str]:
    """The cards of a phase (None: of all phases) that a round is held on: seen in full, with something on them.

    Questions and decisions are left out, as they ask for an answer and not for dots.
    """
    return [
        card.id
        for card in visible.cards()
        if (card.text.strip() or card.image)
        and card.kind not in _NO_OPTIONS
        and (card.phase is phase if phase else card.phase is not None)
    ]


def _in_turn(people: Iterable[Participant]) -> list[tuple[tuple[int, int], Participant]]:
    """People with a key by which CX and UX alternate, the CX one first."""
    seen: Counter[Discipline] = Counter()
    found = []
    for person in people:
        side = list(Discipline).index(person.discipline)
        row = seen[person.discipline] if person.discipline is not Discipline.JOINT else 1_000_000
        found.append(((row, side), person))
        seen[person.discipline] += 1
    return found
