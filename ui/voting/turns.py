"""Whose turn it is to vote: everybody in the session, CX and UX in turn, those first who have dots left."""

from ui.window_state import WindowState
from workshop.facilitation.rounds import Turn, open_round, turns
from workshop.model.cards import Discipline


def turns_now(state: WindowState) -> list[Turn]:
    """Everybody with the dots they have left in the open round; nobody while none is open."""
    going_on = open_round(state.workshop.board)
    return turns(state.workshop.board, going_on) if going_on is not None else []


def turn_of_voter(state: WindowState) -> Turn | None:
    """The turn of the participant who votes now."""
    return next((one for one in turns_now(state) if one.participant.id == state.voter), None)


def next_turn(state: WindowState) -> Turn | None:
    """Give the turn to the next who has dots left; None when nobody has, and the turn ends."""
    everybody = turns_now(state)
    ids = [one.participant.id for one in everybody]
    start = ids.index(state.voting_as) + 1 if state.voting_as in ids else 0
    waiting = [one for one in (*everybody[start:], *everybody[:start]) if one.left]
    found = next((one for one in waiting if one.participant.id != state.voting_as), None)
    state.vote_as(found.participant.id if found is not None else None)
    return found


def voter_words(state: WindowState) -> str:
    """Whose dots are given, for a chip: “Lena · CX”, “Hands of UX”; empty when nobody votes."""
    if isinstance(state.voter, Discipline):
        return f"Hands of {state.voter.tag}"
    person = state.workshop.board.participants.get(state.voter or "")
    return f"{person.name} · {person.discipline.tag}" if person is not None else ""


def left_words(left: int) -> str:
    """“3 dots left”."""
    return f"{left} dot{'' if left == 1 else 's'} left"
