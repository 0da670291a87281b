"""“I can live with it”: what the fingers shown on a decision say together."""

import msgspec

from workshop.board.board import Board
from workshop.method.people import listed, name_of, names_of
from workshop.model.cards import Card

LIVES_WITH_IT = 3
"""From so many fingers on somebody can live with a decision."""


class Agreement(msgspec.Struct, frozen=True):
    """The fingers (0 to 5) by participant's id, who can not live with it, and whose fingers are missing yet."""

    fingers: dict[str, int]
    objecting: tuple[str, ...]
    missing: tuple[str, ...]
    sentence: str

    @property
    def holds(self) -> bool:
        """Whether everybody in the session has shown that they can live with it."""
        return bool(self.fingers) and not self.objecting and not self.missing


def agreement_of(board: Board, decision: Card) -> Agreement:
    """What the people in the session showed; the lowest number counts, not the average, so nobody is outvoted."""
    fingers = {fist.participant: fist.fingers for fist in decision.fists}
    objecting = tuple(person for person, number in fingers.items() if number < LIVES_WITH_IT)
    missing = tuple(person for person in board.participants if person not in fingers)
    return Agreement(fingers, objecting, missing, _sentence(board, fingers, objecting, missing))


def _sentence(
    board: Board, fingers: dict[str, int], objecting: tuple[str, ...], missing: tuple[str, ...]
) -> str:
    if not fingers:
        return "Nobody has shown fingers yet."
    if objecting:
        shown = [f"{name_of(board, person)} ({fingers[person]})" for person in objecting]
        return f"{listed(shown)} cannot live with it yet: ask what would have to change."
    if missing:
        few = len(missing) <= 3
        who = listed(names_of(board, missing)) if few else f"{len(missing)} people"
        return f"{len(fingers)} can live with it; {who} {'has' if len(missing) == 1 else 'have'} not shown yet."
    lowest = min(fingers.values())
    return f"All can live with it; the lowest is {lowest} finger{'s' * (lowest != 1)}."
