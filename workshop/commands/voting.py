"""Voting rounds: opening, changing, ending and removing them, and giving and taking dots in one."""

from collections import Counter
from collections.abc import Iterable

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from workshop.commands.votes import MOST_DOTS
from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.facilitation.rounds import cards_to_vote_on, dots_given, open_round, suggested_dots, votes_in
from workshop.method.checks import checked_cards, checked_line, checked_whole
from workshop.method.records import records_of
from workshop.model.cards import Discipline
from workshop.model.facilitation import AgendaStep, Mode, Vote, VotingRound
from workshop.model.people import Participant
from workshop.visibility import ROOM, visible_to
from workshop.workshop import Workshop


def start_round(
    workshop: Workshop,
    *,
    origin: str,
    card_ids: Iterable[str],
    question: str = "",
    dots: int | None = None,
    limit: int | None = None,
    step_id: str | None = None,
) -> VotingRound:
    """Open a round over cards; without `dots` so many a person as `suggested_dots` says; `limit` is for one card.

    Raises InvalidRecordError when a round is open already, for fewer than two cards or a hidden one, and for numbers
    that make no sense; MissingRecordError when a card is gone.
    """
    if (other := open_round(workshop.board)) is not None:
        raise InvalidRecordError(f"{_called(other)} is still open; end it first.")
    cards = _checked_options(workshop, card_ids)
    made = VotingRound(
        id=workshop.new_id(),
        question=checked_line("The question of a round", question),
        dots=suggested_dots(len(cards)) if dots is None else dots,
        limit=limit,
        cards=cards,
        step=step_id,
        opened=workshop.clock(),
    )
    _check_numbers(made)
    with workshop.transact("open voting round", origin) as transaction:
        return transaction.put(made)


def start_round_of_step(workshop: Workshop, *, origin: str, step: AgendaStep) -> VotingRound | None:
    """Open the round that entering a step of the mode vote opens, over the cards of its phase.

    Its question is the step's prompt, or without one its title. None where there is nothing to open: another mode, a
    round that is open, one that this step had already, or fewer than two cards that all may read.
    """
    had = any(one.step == step.id for one in records_of(workshop.board, VotingRound).values())
    cards = cards_to_vote_on(visible_to(ROOM, workshop.board), step.phase)
    if step.mode is not Mode.VOTE or had or open_round(workshop.board) or len(cards) < 2:
        return None
    question = " ".join((step.prompt.strip() or step.title).split())[:400]
    return start_round(workshop, origin=origin, card_ids=cards, question=question, step_id=step.id)


def end_round_of_other_step(workshop: Workshop, *, origin: str, step: AgendaStep) -> VotingRound | None:
    """End the round that another step opened, now that this one is entered; None where there is none.

    Left open it would keep its dots from the room, and a later step of the mode vote could not open its own.
    """
    going_on = open_round(workshop.board)
    if going_on is None or going_on.step in (None, step.id):
        return None
    return end_round(workshop, origin=origin, round_id=going_on.id)


def change_round(
    workshop: Workshop,
    *,
    origin: str,
    round_id: str,
    question: str | None = None,
    dots: int | None = None,
    limit: int | UnsetType | None = UNSET,
    card_ids: Iterable[str] | None = None,
) -> VotingRound:
    """Change what is given of an open round; a limit of None lifts it. Cards that no longer take part lose its votes.

    Raises InvalidRecordError when it has ended, and when somebody has already given more than it would allow.
    """
    voting_round = _open(workshop, round_id)
    cards = voting_round.cards if card_ids is None else _checked_options(workshop, card_ids)
    changed = replace(
        voting_round,
        question=voting_round.question
        if question is None
        else checked_line("The question of a round", question),
        dots=voting_round.dots if dots is None else dots,
        limit=voting_round.limit if isinstance(limit, UnsetType) else limit,
        cards=cards,
    )
    _check_numbers(changed)
    votes = votes_in(workshop.board, round_id)
    left = [vote for vote in votes if vote.card not in cards]
    _check_given(changed, [vote for vote in votes if vote.card in cards])
    with workshop.transact("change voting round", origin) as transaction:
        for vote in left:
            transaction.remove(vote)
        return transaction.put(changed)


def give_dot(workshop: Workshop, *, origin: str, round_id: str, card_id: str, voter: str) -> Vote:
    """Put a dot of a participant on a card.

    Raises InvalidRecordError when the round has ended, the card does not take part, the participant has no dot left,
    or the card has as many of theirs as one card takes; MissingRecordError for a card or a participant that is gone.
    """
    voting_round, person = _open(workshop, round_id), _voter(workshop, voter)
    _check_option(workshop, voting_round, card_id)
    votes = votes_in(workshop.board, round_id)
    if dots_given(votes, voter) >= voting_round.dots:
        raise InvalidRecordError(f"{person.name} has given {_all_of(voting_round.dots)}; take one back first.")
    mine = next((vote for vote in votes if (vote.voter, vote.card) == (voter, card_id)), None)
    if mine and voting_round.limit is not None and mine.dots >= voting_round.limit:
        raise InvalidRecordError(f"A card takes at most {_counted(voting_round.limit)} of one person here.")
    with workshop.transact("give dot", origin) as transaction:
        if mine is not None:
            return transaction.put(replace(mine, dots=mine.dots + 1))
        return transaction.put(
            Vote(id=workshop.new_id(), card=card_id, round=round_id, voter=voter, discipline=person.discipline)
        )


def take_dot(workshop: Workshop, *, origin: str, round_id: str, card_id: str, voter: str) -> None:
    """Take a dot of a participant off a card. Raises InvalidRecordError when there is none, or the round has ended."""
    _open(workshop, round_id)
    votes = votes_in(workshop.board, round_id)
    mine = next((vote for vote in votes if (vote.voter, vote.card) == (voter, card_id)), None)
    if mine is None:
        raise InvalidRecordError(f"{_voter(workshop, voter).name} has no dot on this card to take back.")
    with workshop.transact("take dot", origin) as transaction:
        if mine.dots > 1:
            transaction.put(replace(mine, dots=mine.dots - 1))
        else:
            transaction.remove(mine)


def tally_hands(
    workshop: Workshop, *, origin: str, round_id: str, card_id: str, discipline: Discipline, hands: int
) -> Vote | None:
    """Note how many hands of a discipline went up for a card in a round; none removes the tally.

    Raises InvalidRecordError when the round has ended or the card does not take part, and for a number out of range.
    """
    voting_round = _open(workshop, round_id)
    _check_option(workshop, voting_round, card_id)
    checked_whole("A show of hands", hands, 0, MOST_DOTS)
    there = next(
        (
            vote
            for vote in votes_in(workshop.board, round_id)
            if vote.voter is None and (vote.card, vote.discipline) == (card_id, discipline)
        ),
        None,
    )
    with workshop.transact("show of hands", origin) as transaction:
        if hands:
            vote = there or Vote(id=workshop.new_id(), card=card_id, round=round_id, discipline=discipline)
            return transaction.put(replace(vote, dots=hands))
        if there is not None:
            transaction.remove(there)
    return None


def end_round(workshop: Workshop, *, origin: str, round_id: str) -> VotingRound:
    """End a round; from now on all see its result. Raises InvalidRecordError when it has ended."""
    with workshop.transact("end voting round", origin) as transaction:
        return transaction.put(replace(_open(workshop, round_id), ended=True))


def reopen_round(workshop: Workshop, *, origin: str, round_id: str) -> VotingRound:
    """Open an ended round again with its votes, which are hidden again. Raises InvalidRecordError if one is open."""
    voting_round = _round(workshop, round_id)
    if (other := open_round(workshop.board)) is not None:
        if other.id == round_id:
            raise InvalidRecordError("This round is open already.")
        raise InvalidRecordError(f"{_called(other)} is still open; end it first.")
    with workshop.transact("reopen voting round", origin) as transaction:
        return transaction.put(replace(voting_round, ended=False))


def remove_round(workshop: Workshop, *, origin: str, round_id: str) -> None:
    """Remove a round with its votes, as one step."""
    voting_round = _round(workshop, round_id)
    with workshop.transact("delete voting round", origin) as transaction:
        for vote in votes_in(workshop.board, round_id):
            transaction.remove(vote)
        transaction.remove(voting_round)


def _round(workshop: Workshop, round_id: str) -> VotingRound:
    if (found := records_of(workshop.board, VotingRound).get(round_id)) is None:
        raise MissingRecordError("This voting round is no longer in the session.")
    return found


def _open(workshop: Workshop, round_id: str) -> VotingRound:
    voting_round = _round(workshop, round_id)
    if voting_round.ended:
        raise InvalidRecordError(f"{_called(voting_round)} has ended; reopen it to change its dots.")
    return voting_round


def _voter(workshop: Workshop, voter: str) -> Participant:
    if (person := workshop.board.participants.get(voter)) is None:
        raise MissingRecordError("This participant is no longer in the session.")
    return person


def _checked_options(workshop: Workshop, card_ids: Iterable[str]) -> tuple[str, ...]:
    cards = checked_cards(workshop.board, card_ids)
    if len(cards) < 2:
        raise InvalidRecordError("A round needs at least two cards to choose from.")
    if any(workshop.board.card(card).hidden for card in cards):
        raise InvalidRecordError("A hidden card cannot be voted on; reveal it first.")
    return cards


def _check_option(workshop: Workshop, voting_round: VotingRound, card_id: str) -> None:
    if workshop.board.card(card_id).hidden:
        raise InvalidRecordError("A hidden card cannot be voted on; reveal it first.")
    if card_id not in voting_round.cards:
        raise InvalidRecordError("This card does not take part in the round.")


def _check_numbers(voting_round: VotingRound) -> None:
    checked_whole("The number of dots a person", voting_round.dots, 1, MOST_DOTS)
    checked_whole("The limit on one card", voting_round.limit, 1, voting_round.dots)


def _check_given(voting_round: VotingRound, votes: Iterable[Vote]) -> None:
    given: Counter[str] = Counter()
    for vote in votes:
        if vote.voter is not None:
            given[vote.voter] += vote.dots
            if voting_round.limit is not None and vote.dots > voting_round.limit:
                raise InvalidRecordError("Somebody has already put more dots on one card than that.")
    if any(dots > voting_round.dots for dots in given.values()):
        raise InvalidRecordError("Somebody has already given more dots than that.")


def _called(voting_round: VotingRound) -> str:
    return f"The round “{voting_round.question}”" if voting_round.question else "The voting round"


def _all_of(dots: int) -> str:
    return "the one dot there is" if dots == 1 else f"all {_counted(dots)}"


def _counted(dots: int) -> str:
    return f"{dots} dot{'s' * (dots != 1)}"
