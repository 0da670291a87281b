"""Votes outside of any round: the dots of a show of hands on a card, counted for a discipline."""

from msgspec.structs import replace

from workshop.errors import InvalidRecordError
from workshop.facilitation.rounds import open_round
from workshop.model.cards import Discipline
from workshop.model.facilitation import Vote
from workshop.workshop import Workshop

MOST_DOTS = 1_000
"""Dots that one tally holds."""


def add_dot(workshop: Workshop, *, origin: str, card_id: str, discipline: Discipline) -> Vote:
    """Count one more hand for a card. Raises MissingRecordError when it is gone.

    Raises InvalidRecordError beyond MOST_DOTS, and while the card takes part in an open round: its dots count there.
    """
    workshop.board.card(card_id)
    if (voting_round := open_round(workshop.board)) is not None and card_id in voting_round.cards:
        raise InvalidRecordError("A voting round is open on this card; give the dots in it, or end it first.")
    tally = tally_of(workshop, card_id, discipline)
    if tally is not None and tally.dots >= MOST_DOTS:
        raise InvalidRecordError(f"A card takes at most {MOST_DOTS:,} dots of {discipline.tag}.")
    with workshop.transact("add dot", origin) as transaction:
        if tally is not None:
            return transaction.put(replace(tally, dots=tally.dots + 1))
        return transaction.put(Vote(id=workshop.new_id(), card=card_id, discipline=discipline))


def remove_dot(workshop: Workshop, *, origin: str, card_id: str, discipline: Discipline) -> None:
    """Count one hand less; a tally of none goes. Raises MissingRecordError, and InvalidRecordError without a dot."""
    workshop.board.card(card_id)
    tally = tally_of(workshop, card_id, discipline)
    if tally is None:
        raise InvalidRecordError(f"This card has no dot of {discipline.tag} from a show of hands to take away.")
    with workshop.transact("remove dot", origin) as transaction:
        if tally.dots > 1:
            transaction.put(replace(tally, dots=tally.dots - 1))
        else:
            transaction.remove(tally)


def tally_of(workshop: Workshop, card_id: str, discipline: Discipline) -> Vote | None:
    """The show of hands of a discipline for a card outside of any round, if there was one."""
    for vote in workshop.board.votes.values():
        if vote.card == card_id and vote.voter is None and vote.round is None and vote.discipline is discipline:
            return vote
    return None
