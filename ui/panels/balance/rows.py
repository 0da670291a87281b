"""The rows of the balance panel: a phase, a card that the sides value differently, and a heading between."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from ui.panels.balance.bars import ColumnHeads, DividedBars, PairBars, told
from ui.panels.card_words import words_alone
from ui.panels.heading_row import HeadingRow
from ui.panels.labelled import strong_label
from ui.panels.row import Row
from workshop.method.balance import PhaseBalance
from workshop.method.disagreement import Disagreement
from workshop.picture.palette import Palette
from workshop.visibility import Visible

_LETTERS = 80


class ClickableRow(Row):
    """A row that is one act: a click or Enter does it."""

    def __init__(self, key: str, looks: Palette, do: Callable[[], object]) -> None:
        super().__init__(key, looks)
        self._do = do
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.heading = strong_label()
        self.column.addWidget(self.heading)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click does it."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._do()


class PhaseRow(ClickableRow):
    """What each side did in a phase: cards, authors and votes."""

    def __init__(
        self, key: str, looks: Palette, balance: Callable[[], PhaseBalance | None], do: Callable[[], object]
    ) -> None:
        super().__init__(key, looks, do)
        self._balance = balance
        self.bars = DividedBars(looks)
        self.column.addWidget(self.bars)

    def show_record(self) -> None:
        """Show the numbers as of the last count."""
        balance = self._balance()
        if balance is None:
            return
        lines = (("Cards", balance.cards), ("Authors", balance.authors), ("Votes", balance.votes))
        self.heading.setText(balance.phase.value)
        self.bars.show_lines(lines)
        self.setAccessibleName(balance.phase.value)
        self.setAccessibleDescription("; ".join(told(line) for line in lines))


class DisagreementRow(ClickableRow):
    """A card with the shares that CX and UX gave it; a share of `most` fills a bar."""

    def __init__(
        self,
        key: str,
        looks: Palette,
        visible: Visible,
        *,
        found: Callable[[], Disagreement | None],
        most: Callable[[], float],
        do: Callable[[], object],
    ) -> None:
        super().__init__(key, looks, do)
        self._visible = visible
        self._found = found
        self._most = most
        self.bars = PairBars(looks)
        self.column.addWidget(self.bars)

    def show_record(self) -> None:
        """Show the card with its words of now."""
        found = self._found()
        card = self._visible.board.cards.get(found.card) if found is not None else None
        if found is None or card is None:
            return
        self.heading.setText(words_alone(self._visible, card, _LETTERS))
        self.bars.show_pair((found.cx_share, found.cx_dots), (found.ux_share, found.ux_dots), self._most())
        self.setAccessibleName(self.heading.text())
        self.setAccessibleDescription(self.bars.accessibleName())


class PhasesHeading(HeadingRow):
    """The heading above the phases, with the tags of the columns of numbers."""

    def __init__(self, key: str, looks: Palette, heading: str) -> None:
        super().__init__(key, looks, heading)
        self.column.addWidget(ColumnHeads(looks))
