"""What of the board an export tells: all of it, the selected cards, the threads they lie in, or one phase."""

from typing import NamedTuple

from ui.window_state import WindowState
from workshop.board.threads import threads_of
from workshop.model.diamonds import Phase
from workshop.visibility import PAPER, visible_to


class Scope(NamedTuple):
    """A part of the board: what it is called, and its cards; None for all."""

    words: str
    cards: tuple[str, ...] | None


WHOLE = Scope("The whole board", None)


def scopes_of(state: WindowState) -> list[Scope]:
    """The parts that can be exported now."""
    board = state.workshop.board
    found = [WHOLE]
    if selected := tuple(sorted(state.cards)):
        count = len(selected)
        found.append(Scope("The selected card" if count == 1 else f"{count} selected cards", selected))
        through = [one for one in threads_of(visible_to(PAPER, board)) if state.cards & set(one.cards)]
        cards = tuple(sorted({card for thread in through if thread.links for card in thread.cards}))
        if cards:
            words = "Its thread" if count == 1 and len(through) == 1 else "Their threads"
            found.append(Scope(f"{words} ({len(cards)} cards)", cards))
    phases = ((phase, tuple(board.cards_in(phase))) for phase in Phase)
    return [*found, *(Scope(f"Phase {phase.value}", cards) for phase, cards in phases if cards)]
