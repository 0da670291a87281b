"""The spotlight: a card, a thread, a phase or a tension that the room looks at while the rest is dimmed."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from ui.canvas.scene import Scene
from ui.window_state import WindowState
from workshop.board.board import Board
from workshop.facilitation.framing import frame_parts
from workshop.facilitation.parts import Screen, ViewPart
from workshop.method.records import records_of
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Frame, FrameKind
from workshop.model.links import LinkKind
from workshop.model.tensions import Tension
from workshop.picture.plan import Rect

_AROUND = 60.0
"""Board units shown around what is in the spotlight."""


class Spot(msgspec.Struct, frozen=True):
    """What is in the spotlight: cards, or a phase with all that comes onto it."""

    cards: frozenset[str] = frozenset()
    phase: Phase | None = None
    piece: int = 0
    """Of a phase too full to be read at once, the piece that is shown, from 0."""


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


def spot_parts(spot: Spot, scene: Scene, screen: Screen) -> tuple[ViewPart, ...]:
    """What to show of the spotlight, each piece with the cards that stay lit; nothing when all of it is gone."""
    board = scene.workshop.board
    if spot.phase is None:
        lit = spot.cards.intersection(scene.cards.index)
        rects = [rect for card in lit if (rect := scene.cards.rect(card)) is not None]
        return (ViewPart("", _around(rects), lit),) if rects else ()
    frame = Frame(id="", kind=FrameKind.PHASE, phase=spot.phase)
    cards = frozenset(board.cards_in(spot.phase))
    parts = frame_parts(frame, scene.visible, scene.layout, screen)
    return tuple(part if part.cards is not None else replace(part, cards=cards) for part in parts)


def _around(rects: list[Rect]) -> Rect:
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
