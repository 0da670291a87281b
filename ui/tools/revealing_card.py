"""Pressing the eye of a selected turned card: a click turns it, a drag moves it as from anywhere on it."""

from ui.tools.dragging_cards import DraggingCards
from ui.tools.gesture import PointerEvent, Stage
from ui.window_state import ORIGIN
from workshop.commands.revealing import reveal_cards
from workshop.model.facilitation import Mode
from workshop.picture.board_plan import NEAR_ZOOM

_REACH = 20.0
"""Board units around the middle of the eye."""

_ABOVE = 6.0
"""The middle of the eye stands so much above that of the card."""


def eye_at(stage: Stage, pointer: PointerEvent) -> str | None:
    """The turned card whose eye is under the pointer while cards are shared; far out nobody can aim at it.

    Only a selected card's: nothing is revealed to the room by a click that meant something else.
    """
    card = stage.scene.cards.at(pointer.board)
    if (
        stage.state.workshop.room.mode is not Mode.SHARE
        or card not in stage.state.cards
        or stage.camera.zoom < NEAR_ZOOM
        or not stage.scene.cards.turned[stage.scene.cards.index[card]]
    ):
        return None
    rect = stage.scene.cards.rect(card)
    if rect is None or stage.scene.is_folded(card):
        return None
    x, y = rect.centre
    near = abs(pointer.board.x - x) <= _REACH and abs(pointer.board.y - y + _ABOVE) <= _REACH
    return card if near else None


class RevealingCard(DraggingCards):
    """One press on an eye."""

    def release(self, event: PointerEvent) -> None:
        """Turn the card, unless it was dragged."""
        moved = self._moving
        super().release(event)
        if not moved:
            state, card = self.stage.state, self._pressed
            state.do(lambda: reveal_cards(state.workshop, origin=ORIGIN, card_ids=[card]))
