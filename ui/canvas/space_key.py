"""The Space key on the board: held it pans, tapped it starts and pauses the timer of the step."""

from PySide6.QtGui import QKeyEvent

TAP_MS = 400
"""A key down for longer was held, even if nothing was done with it."""


class SpaceKey:
    """Tells a tap from a hold by what happens while the key is down, and by how long it is."""

    def __init__(self) -> None:
        self.held = False
        self._tapped = False
        self._since = 0

    def press(self, event: QKeyEvent) -> None:
        """The key went down, or repeats because it is down for long."""
        if event.isAutoRepeat():
            self._tapped = False
        else:
            self.held = self._tapped = True
            self._since = event.timestamp()

    def use(self) -> None:
        """Something was pressed on the board, so the key is held for it."""
        self._tapped = False

    def let_go(self, event: QKeyEvent) -> bool:
        """The key came up; whether that was a tap."""
        tapped = self._tapped and event.timestamp() - self._since <= TAP_MS
        self.forget()
        return tapped

    def forget(self) -> None:
        """The key is not down, or another widget has the keyboard."""
        self.held = self._tapped = False
