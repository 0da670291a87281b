"""Giving dots and taking them back: in the open round by whose turn it is, else as a show of hands on any card."""

from collections.abc import Callable, Iterable
from functools import partial

from ui.window_state import ORIGIN, WindowState
from workshop.facilitation.rounds import open_round
from workshop.model.cards import Discipline
from workshop.model.facilitation import VotingRound
from workshop.visibility import ROOM, Visible, visible_to

NOBODY_VOTES = "A voting round is open: choose who votes first (Shift+V)."


def give_dots(state: WindowState, cards: Iterable[str], *, back: bool = False) -> None:
    """Give a dot to each card, or take one back, as one step of undo; what is refused is told."""
    workshop = state.workshop
    cards = tuple(cards)
    if not cards:
        state.message.emit("Select a card to give it a dot.")
        return
    going_on = open_round(workshop.board)
    mark = workshop.history.mark(ORIGIN)
    for card in cards:
        if going_on is not None and (card in going_on.cards or state.voter is not None):
            if state.voter is None:
                state.message.emit(NOBODY_VOTES)
                return
            state.do(_in_round(state, going_on, card, back=back))
        else:
            state.do(_outside(state, card, back=back))
    if len(cards) > 1:
        workshop.history.squash(ORIGIN, mark, "take dots" if back else "give dots")


def show_hands(state: WindowState, round_id: str, card: str, hands: int) -> None:
    """Note how many hands of the discipline that is counted went up for a card."""
    from workshop.commands.voting import tally_hands

    if isinstance(side := state.voter, Discipline):
        state.do(
            lambda: tally_hands(
                state.workshop, origin=ORIGIN, round_id=round_id, card_id=card, discipline=side, hands=hands
            )
        )


def hands_up(visible: Visible, voting_round: VotingRound, card: str, side: Discipline) -> int:
    """How many hands of a discipline were counted for a card; 0 where the viewer may not know."""
    votes = (vote for vote in visible.votes() if vote.round == voting_round.id and vote.voter is None)
    return next((vote.dots for vote in votes if (vote.card, vote.discipline) == (card, side)), 0)


def _in_round(state: WindowState, voting_round: VotingRound, card: str, *, back: bool) -> Callable[[], object]:
    """A dot of the participant whose turn it is, or one hand of the discipline that is counted."""
    from workshop.commands.voting import give_dot, take_dot, tally_hands

    workshop, voter = state.workshop, state.voter
    if isinstance(voter, Discipline):
        hands = hands_up(visible_to(ROOM, workshop.board), voting_round, card, voter) + (-1 if back else 1)
        return partial(
            tally_hands,
            workshop,
            origin=ORIGIN,
            round_id=voting_round.id,
            card_id=card,
            discipline=voter,
            hands=max(0, hands),
        )
    change = take_dot if back else give_dot
    return partial(change, workshop, origin=ORIGIN, round_id=voting_round.id, card_id=card, voter=voter or "")


def _outside(state: WindowState, card: str, *, back: bool) -> Callable[[], object]:
    """One hand more or less for the discipline that writes."""
    from workshop.commands.votes import add_dot, remove_dot

    change = remove_dot if back else add_dot
    return partial(change, state.workshop, origin=ORIGIN, card_id=card, discipline=state.discipline)
