"""The spotlight: a card, a thread, a phase or a tension that the room looks at while the rest is dimmed."""

from collections.abc import Iterable

import msgspec

from ui.canvas.scene import Scene
from ui.window_state import WindowState
from workshop.board.board import Board
from workshop.method.records import records_of
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind
from workshop.model.tensions import Tension
from workshop.picture.plan import Rect

_AROUND = 60.0
"""Board units shown around what is in the spotlight."""

_PHASE_AROUND = 24.0


class Spot(msgspec.Struct, frozen=True):
    """What is in the spotlight: cards, or a phase with all that comes onto it."""

    cards: frozenset[str] = frozenset()
    phase: Phase | None = None


def spot_of(state: WindowState) -> Spot | None:
    """What is chosen in the window: selected cards, those of a selected link or its tension, a lit thread, a phase."""
    board = state.workshop.board
    if state.cards:
        return Spot(state.cards)
    if state.links:
        return Spot(_at_links(board, state.links))
    if state.lit:
        return Spot(state.lit)
    return Spot(phase=state.phase) if state.phase is not None else None


def lit_by(spot: Spot, board: Board) -> frozenset[str] | None:
    """The cards in the spotlight that are on the board still; None when there is nothing to light any more."""
    if spot.phase is not None:
        return frozenset(board.cards_in(spot.phase))
    return spot.cards.intersection(board.cards) or None


def spot_rect(spot: Spot, lit: frozenset[str], scene: Scene) -> Rect | None:
    """The board rectangle that the spotlight fits."""
    if spot.phase is not None:
        return scene.layout.columns[spot.phase].grown(_PHASE_AROUND)
    rects = [rect for card in lit if (rect := scene.cards.rect(card)) is not None]
    if not rects:
        return None
    around = rects[0]
    for rect in rects[1:]:
        around = around.united(rect)
    return around.grown(_AROUND)


def _at_links(board: Board, links: Iterable[str]) -> frozenset[str]:
    """The cards at the ends of links; of a link in tension, all positions of its tension."""
    found: set[str] = set()
    for link in (board.links[link] for link in links if link in board.links):
        ends = {link.source, link.target}
        found |= ends
        if link.kind is LinkKind.IN_TENSION_WITH:
            for tension in records_of(board, Tension).values():
                positions = {position.card for position in tension.positions}
                found |= positions if ends <= positions else set()
    return frozenset(found)
