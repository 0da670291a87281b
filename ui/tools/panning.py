"""Panning: the board follows the pointer."""

from ui.tools.gesture import Gesture, PointerEvent, Stage


class Panning(Gesture):
    """Pulls the board along; letting go or cancelling leaves it where it is."""

    def __init__(self, stage: Stage, start: PointerEvent) -> None:
        super().__init__(stage, start)
        self._last = start.screen

    def move(self, event: PointerEvent) -> None:
        """Pull by the distance since the last event."""
        dx, dy = event.screen.x - self._last.x, event.screen.y - self._last.y
        self._last = event.screen
        self.stage.look(self.stage.camera.panned(dx, dy))
