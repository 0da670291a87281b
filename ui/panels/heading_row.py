"""A heading in a list of rows, without a box: what follows, a quiet line, and perhaps an act."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent

from ui.panels.row import Act, TextRow
from workshop.picture.palette import Palette


class HeadingRow(TextRow):
    """Takes the keyboard only where there is something to do or to read besides the heading."""

    def __init__(
        self, key: str, looks: Palette, heading: str, line: str = "", acts: Iterable[Act] = ()
    ) -> None:
        super().__init__(key, looks)
        self.column.setContentsMargins(4, 8, 12, 0)
        acts = tuple(acts)
        self.tell(heading, line, acts)
        if not (line or acts):
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_record(self) -> None:
        """It says the same all the time, unless it is told otherwise."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """No box, unless the keyboard is here."""
        if self.hasFocus():
            super().paintEvent(event)
