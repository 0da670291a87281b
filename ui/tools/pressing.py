"""Which gesture a press begins: handles first, then cards, labels of groups, links, and the ground."""

import math

from ui.canvas.overlay import HANDLE_REACH
from ui.tools.dragging_cards import DraggingCards
from ui.tools.gesture import Gesture, PointerEvent, Stage
from ui.tools.giving_dot import giving_at
from ui.tools.group_label import press_label
from ui.tools.handles import LINK_SLACK, Handles
from ui.tools.link_word import press_word, word_at
from ui.tools.linking import Linking
from ui.tools.marquee import Marquee
from ui.tools.pressing_sign import PressingSign
from ui.tools.relinking import Relinking
from ui.tools.resizing import Resizing
from ui.tools.revealing_card import RevealingCard, eye_at
from ui.window_state import Tool


def gesture_at(stage: Stage, pointer: PointerEvent, handles: Handles) -> Gesture | None:
    """The gesture that belongs to what is under the pointer; None when the press alone was all."""
    if (giving := giving_at(stage, pointer)) is not None:
        return giving
    if (held := _held(stage, pointer, handles)) is not None:
        return held
    if (marked := stage.marking.card_at(pointer.board)) is not None:
        stage.state.select({marked})
        stage.state.dots_wanted.emit(marked)
        return None
    card = stage.scene.cards.at(pointer.board)
    if card is not None:
        return _on_card(stage, pointer, card)
    if (box := stage.scene.groups.label_at(pointer.board)) is not None:
        return press_label(stage, pointer, box)
    return _below_cards(stage, pointer)


def _on_card(stage: Stage, pointer: PointerEvent, card: str) -> Gesture:
    """The gesture of a card: turning it, linking it, moving it."""
    if stage.state.tool is Tool.LINK:
        return Linking(stage, pointer, card)
    turns = eye_at(stage, pointer) == card
    return RevealingCard(stage, pointer, card) if turns else DraggingCards(stage, pointer, card)


def _below_cards(stage: Stage, pointer: PointerEvent) -> Gesture | None:
    """The gesture of a link's word, a link, a sign on the ground, or the ground."""
    if not pointer.shift and (worded := word_at(stage, pointer.board)) is not None:
        press_word(stage, worded)
        return None
    link = stage.scene.links.at(pointer.board, LINK_SLACK / stage.camera.zoom)
    if link is not None:
        kept = stage.state.links if pointer.shift else frozenset()
        stage.state.select(stage.state.cards if pointer.shift else (), {*kept, link})
        return None
    sign = stage.pointing.signs.at(pointer.board)
    return PressingSign(stage, pointer, sign) if sign is not None else Marquee(stage, pointer)


def _held(stage: Stage, pointer: PointerEvent, handles: Handles) -> Gesture | None:
    """The gesture of the handle under the pointer: a card's corner, a link's end, a card's edge."""
    if (card := handles.resizable) is not None and handles.on_corner(pointer, card.id):
        return Resizing(stage, pointer, card)
    away = [math.dist(stage.camera.to_screen(end), pointer.screen) for end in handles.link_ends]
    if away and min(away) <= HANDLE_REACH * handles.size:
        link = stage.state.workshop.board.links[next(iter(stage.state.links))]
        return Relinking(stage, pointer, link, source=away[0] <= away[1])
    if (source := handles.linkable) is not None and handles.on_edge(pointer, source):
        return Linking(stage, pointer, source)
    return None
