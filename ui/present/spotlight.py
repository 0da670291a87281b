"""The spotlight: a card, a thread, a phase or a tension that the room looks at while the rest is dimmed."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from ui.canvas.scene import Scene
from ui.window_state import WindowState
from workshop.board.board import Board
from workshop.facilitation.framing import frame_parts
from workshop.facilitation.parts import Screen, ViewPart, has_small_words, parts_of, zoom_for
from workshop.method.records import records_of
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Frame, FrameKind
from workshop.model.links import LinkKind
from workshop.model.tensions import Tension
from workshop.picture.board_plan import NEAR_ZOOM
from workshop.picture.plan import Rect

_AROUND = 60.0
"""Board units shown around what is in the spotlight."""


class Spot(msgspec.Struct, frozen=True):
    """What is in the spotlight: cards, or a phase with all that comes onto it."""

    cards: frozenset[str] = frozenset()
    phase: Phase | None = None
    piece: int = 0
    """Of what cannot be read at once, the piece that is shown, from 0."""


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
        return _parts_of_cards(lit, scene, screen) if lit else ()
    frame = Frame(id="", kind=FrameKind.PHASE, phase=spot.phase)
    cards = frozenset(board.cards_in(spot.phase))
    parts = frame_parts(frame, scene.visible, scene.layout, screen)
    return tuple(part if part.cards is not None else replace(part, cards=cards) for part in parts)


def _parts_of_cards(lit: frozenset[str], scene: Scene, screen: Screen) -> tuple[ViewPart, ...]:
    """All at once where they can be read, else piece by piece from left to right; from afar all come first."""
    around = _around([rect for card in lit if (rect := scene.cards.rect(card)) is not None])
    zoom = zoom_for(around, screen)
    cards = sorted((scene.card(card) for card in lit), key=lambda card: scene.layout.rect_of(card).centre)
    far, small = zoom < NEAR_ZOOM, has_small_words(scene.visible, cards, zoom, screen)
    whole = ViewPart("", around, lit)
    if not (far or small) or any(scene.is_folded(card.id) for card in cards):
        return (whole,)
    parts = parts_of(scene.visible, scene.layout, cards, whole=around, screen=screen, in_order=True)
    pieces = tuple(part if part.cards is not None else replace(part, cards=lit) for part in parts)
    return (whole, *pieces) if far else pieces


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
