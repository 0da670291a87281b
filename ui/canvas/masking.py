"""Whether what is hidden shows on this screen: not while it is mirrored to the room, but for a peek."""

from PySide6.QtCore import QObject, Signal

from ui.settings import read_setting, write_setting

_SETTING, _YES = "mirrored", "yes"


class Masking(QObject):
    """`mirrored`: the room sees this screen too, so that even text being written is masked if its card is hidden.

    `peeking`: the facilitator holds the key that lifts the mask. `changed` tells of both.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.mirrored = read_setting(_SETTING, "") == _YES
        self.peeking = False

    def mirror(self, mirrored: bool) -> None:
        """Say whether the room sees this screen; remembered for the next time."""
        self.mirrored = mirrored
        write_setting(_SETTING, _YES if mirrored else "")
        self.changed.emit()

    def peek(self, peeking: bool) -> None:
        """Lift the mask, or let it fall."""
        if peeking != self.peeking:
            self.peeking = peeking
            self.changed.emit()

    @property
    def masks(self) -> bool:
        """Whether text of hidden cards that is being written is masked now."""
        return self.mirrored and not self.peeking
