"""Whether what the room is not to read shows on this screen: not while it is mirrored, but for a peek."""

from PySide6.QtCore import QObject, Signal

from ui.settings import read_setting, write_setting

_SETTING, _YES = "mirrored", "yes"

MASKED_NOTE = "Hold F9 to read the note."
"""What stands where the facilitator's note would be, on a screen that the room sees."""


def is_mirrored() -> bool:
    """Whether the room sees this screen, as somebody said last."""
    return read_setting(_SETTING, "") == _YES


class Masking(QObject):
    """`mirrored`: the room sees this screen too, so that text being written on hidden cards and notes are masked.

    `peeking`: the facilitator holds the key that lifts the mask. `changed` tells of both.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.mirrored = is_mirrored()
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
        """Whether text of hidden cards that is being written, and what is for the facilitator alone, is masked now."""
        return self.mirrored and not self.peeking
