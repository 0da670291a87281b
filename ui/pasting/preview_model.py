"""What a paste would become, as rows for a table: the value of each field, quiet where it is not said."""

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.canvas.painting import colour
from workshop.commands.pasting import Manner
from workshop.imports.columns import CardField
from workshop.imports.planning import PastePlan, PlannedCard
from workshop.model.text import clean_line
from workshop.picture.palette import Palette

FIELDS = tuple(CardField)

_DOTS = "•" * 12
"""Stand for a text that is masked, whatever its length."""

_MASKED = (CardField.TEXT, CardField.KIND, CardField.AUTHOR)
"""What a turned card does not show."""

_SHOWN = 300
"""Characters of a text that a row can show."""

Index = QModelIndex | QPersistentModelIndex


class PreviewModel(QAbstractTableModel):
    """The cards of a plan, a row each, in as few columns as say anything."""

    def __init__(self, manner: Manner, writer: str, looks: Palette) -> None:
        super().__init__()
        self._writer = writer
        self._looks = looks
        self._manner = manner
        self.masked = False
        self._plan = PastePlan(())

    def mask(self, masked: bool) -> None:
        """Show dots in the place of texts, where the room sees the screen and the cards are to lie turned."""
        self.beginResetModel()
        self.masked = masked
        self.endResetModel()

    def show_plan(self, plan: PastePlan) -> None:
        """Hold another plan."""
        self.beginResetModel()
        self._plan = plan
        self.endResetModel()

    def take_manner(self, manner: Manner) -> None:
        """Say otherwise what holds where a row says nothing."""
        self.beginResetModel()
        self._manner = manner
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many cards there would be."""
        return 0 if parent.isValid() else len(self._plan.cards)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The fields."""
        return 0 if parent.isValid() else len(FIELDS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the fields."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return FIELDS[section].value.capitalize()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A field of a card; what the row does not say is as for the next card, and quiet."""
        field, card = FIELDS[index.column()], self._plan.cards[index.row()]
        said = _said(card, field)
        if self.masked and field in _MASKED:
            return _DOTS if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return said or self._otherwise(field)
        if role == Qt.ItemDataRole.ForegroundRole and not said:
            return colour(self._looks.muted)
        if role == Qt.ItemDataRole.ToolTipRole and field is CardField.TEXT:
            return card.text[:2_000]
        return None

    def _otherwise(self, field: CardField) -> str:
        manner = self._manner
        return {
            CardField.PHASE: manner.phase.value if manner.phase else "Parking lot",
            CardField.DISCIPLINE: manner.discipline.tag,
            CardField.KIND: manner.kind.value,
            CardField.AUTHOR: self._writer or "nobody",
        }.get(field, "")


def _said(card: PlannedCard, field: CardField) -> str:
    if field is CardField.PHASE:
        if card.phase is msgspec.UNSET:
            return ""
        return card.phase.value if card.phase else "Parking lot"
    return {
        CardField.TEXT: clean_line(card.text[: _SHOWN * 2])[:_SHOWN],
        CardField.DISCIPLINE: card.discipline.tag if card.discipline else "",
        CardField.KIND: card.kind.value if card.kind else "",
        CardField.AUTHOR: card.author,
    }[field]
