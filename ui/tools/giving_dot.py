"""Giving a dot by a click on a card while somebody votes; Shift takes one back."""

import math

from ui.tools.gesture import Gesture, PointerEvent, Stage
from ui.voting.giving import give_dots
from ui.window_state import Tool

_SLACK = 6.0
"""Pixels that the pointer may move in a click."""


class GivingDot(Gesture):
    """A press on a card that takes part. Cards stay where they are while people vote."""

    def __init__(self, stage: Stage, start: PointerEvent, card: str) -> None:
        super().__init__(stage, start)
        self._card = card

    def release(self, event: PointerEvent) -> None:
        """Give the dot, unless the pointer was dragged away."""
        if math.dist(event.screen, self.start.screen) <= _SLACK:
            give_dots(self.stage.state, (self._card,), back=event.shift)


def giving_at(stage: Stage, pointer: PointerEvent) -> GivingDot | None:
    """The gesture on a card of the open round, while somebody votes with the select tool."""
    if stage.state.voter is None or stage.state.tool is not Tool.SELECT:
        return None
    from workshop.facilitation.rounds import open_round

    card = stage.scene.cards.at(pointer.board)
    going_on = open_round(stage.state.workshop.board)
    return GivingDot(stage, pointer, card) if card and going_on and card in going_on.cards else None
