"""What of the board an export tells: all of it, the selected cards, the threads they lie in, a diamond or a phase."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from exports.pictures.options import BOARD
from ui.window_state import WindowState
from workshop.board.threads import threads_of
from workshop.model.diamonds import DIAMONDS, Phase
from workshop.visibility import PAPER, visible_to


class Wish(Enum):
    """What somebody wants to export, each with what is said when there is no such thing."""

    BOARD = ""
    CARDS = "Select cards to export them."
    THREAD = "No thread runs through the selected cards; link them to others first."
    PHASE = "Click on a phase that holds cards, then export it."


class Scope(NamedTuple):
    """A part of the board: what it is called, its cards, None for all, and its name where it has ground of its own."""

    words: str
    cards: tuple[str, ...] | None
    part: str = ""
    wish: Wish | None = None


WHOLE = Scope("The whole board", None, BOARD, Wish.BOARD)


def scopes_of(state: WindowState) -> list[Scope]:
    """The parts that can be exported now."""
    return [WHOLE, *_of_selection(state), *_of_light(state), *_of_ground(state)]


def wished(scopes: Sequence[Scope], wish: Wish) -> int | None:
    """Which of the parts is meant; None when there is no such part."""
    return next((place for place, scope in enumerate(scopes) if scope.wish is wish), None)


def _of_selection(state: WindowState) -> list[Scope]:
    found: list[Scope] = []
    if selected := tuple(sorted(state.cards)):
        count = len(selected)
        words = "The selected card" if count == 1 else f"{count} selected cards"
        found.append(Scope(words, selected, wish=Wish.CARDS))
        threads = threads_of(visible_to(PAPER, state.workshop.board))
        through = [one for one in threads if state.cards & set(one.cards)]
        cards = tuple(sorted({card for thread in through if thread.links for card in thread.cards}))
        if cards:
            words = "Its thread" if count == 1 and len(through) == 1 else "Their threads"
            found.append(Scope(f"{words} ({len(cards)} cards)", cards, wish=Wish.THREAD))
    return found


def _of_light(state: WindowState) -> list[Scope]:
    """What is lit while all else is dimmed, such as one thread of the panel or what was found."""
    lit = tuple(sorted(card for card in state.lit or () if card in state.workshop.board.cards))
    return [Scope(f"What is lit ({len(lit)} {'card' if len(lit) == 1 else 'cards'})", lit)] if lit else []


def _of_ground(state: WindowState) -> list[Scope]:
    """The diamonds and phases that hold cards."""
    board = state.workshop.board
    of_phase = {phase: tuple(board.cards_in(phase)) for phase in Phase}
    found = []
    for diamond in DIAMONDS:
        cards = tuple(card for phase in diamond.phases for card in of_phase[phase])
        if cards:
            found.append(Scope(f"Diamond {diamond.name.value}", cards, diamond.name.value.lower()))
    for phase, cards in of_phase.items():
        if cards:
            wish = Wish.PHASE if phase is state.phase else None
            found.append(Scope(f"Phase {phase.value}", cards, phase.value.lower(), wish))
    return found
