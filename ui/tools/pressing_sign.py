"""Pressing a sign: a phase's name opens its guide, the purpose opens the session where it is written."""

from ui.tools.gesture import PointerEvent, Stage
from ui.tools.marquee import Marquee
from workshop.picture.signs import Sign

GUIDE, PURPOSE_FIELD = "guide", "session:purpose"


class PressingSign(Marquee):
    """A click opens what the sign stands for; a drag from there selects, as from anywhere on the ground."""

    def __init__(self, stage: Stage, start: PointerEvent, sign: Sign) -> None:
        super().__init__(stage, start)
        self._sign = sign

    def release(self, event: PointerEvent) -> None:
        """Open the guide of the phase, or the field of the purpose."""
        super().release(event)
        if event.screen != self.start.screen:
            return
        if self._sign.phase is None:
            self.stage.state.choose_phase(None)
            self.stage.state.panel_wanted.emit("chosen", PURPOSE_FIELD)
        else:
            self.stage.state.choose_phase(self._sign.phase)
            self.stage.state.panel_wanted.emit(GUIDE, self._sign.phase.value)
