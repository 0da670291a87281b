"""The cards of a result on which nobody put a dot, folded into one row."""

from collections.abc import Callable

from ui.panels.row import TextRow
from workshop.facilitation.results import RoundResult
from workshop.picture.palette import Palette


class NoDotsRow(TextRow):
    """Says how many they are; its act shows them below, or folds them again."""

    def __init__(
        self,
        key: str,
        looks: Palette,
        *,
        result: Callable[[], RoundResult | None],
        unfolded: Callable[[], bool],
        turn: Callable[[], object],
    ) -> None:
        super().__init__(key, looks)
        self._result = result
        self._unfolded = unfolded
        self._turn = turn
        self._shown: object = None

    def show_record(self) -> None:
        """Show how many there are, if that is other than is shown."""
        result = self._result()
        count = sum(not row.total for row in result.rows) if result is not None else 0
        state = (count, self._unfolded())
        if state == self._shown:
            return
        self._shown = state
        cards = f"{count} card{'s' * (count != 1)} without a dot"
        self.tell(cards, "", [("Fold" if self._unfolded() else "Show", self._turn)])
        self.reshaped.emit()
