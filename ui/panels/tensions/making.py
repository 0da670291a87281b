"""Taking up a tension from what is on the board: the selected cards, or a link “in tension with”."""

from ui.window_state import ORIGIN, WindowState
from workshop.board.board import Board
from workshop.board.reading_order import reading_order
from workshop.commands.tensions import add_tension, add_tension_from_link
from workshop.method.records import records_of
from workshop.method.settling import tension_of
from workshop.model.links import LinkKind
from workshop.model.tensions import Tension


def tension_of_selection(state: WindowState) -> str | None:
    """The tension between the selected cards, taken up if there is none; None when that cannot be, which is said."""
    board = state.workshop.board
    if not state.cards and len(state.links) == 1:
        return tension_of_link(state, next(iter(state.links)))
    cards = [card.id for card in reading_order(board.cards[card] for card in state.cards)]
    if (there := tension_of(board, cards)) is not None:
        return there.id
    made = state.do(lambda: add_tension(state.workshop, origin=ORIGIN, card_ids=cards, by=state.writer))
    return made.id if made else None


def tension_with(board: Board, link_id: str) -> str | None:
    """The tension whose positions are the ends of a link, others perhaps with them; None without one."""
    if (link := board.links.get(link_id)) is None or link.kind is not LinkKind.IN_TENSION_WITH:
        return None
    for tension in records_of(board, Tension).values():
        if {link.source, link.target} <= {position.card for position in tension.positions}:
            return tension.id
    return None


def tension_of_link(state: WindowState, link_id: str) -> str | None:
    """The tension to which a link belongs, taken up if there is none; None when that cannot be, which is said."""
    if (there := tension_with(state.workshop.board, link_id)) is not None:
        return there
    made = state.do(
        lambda: add_tension_from_link(state.workshop, origin=ORIGIN, link_id=link_id, by=state.writer)
    )
    return made.id if made else None
