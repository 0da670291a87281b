"""What a table of terms would bring, shown before it is taken in as one step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.panels.labelled import quiet_label
from ui.panels.panel_page import MARGIN
from ui.panels.row import TextRow
from ui.panels.row_list import RowList
from workshop.commands.term_table import TermTable
from workshop.imports.terms_csv import TermRow
from workshop.model.text import short
from workshop.picture.palette import Palette

_LETTERS = 120


class TermsPreview(QWidget):
    """`taken` says that the table is wanted, `left` that it is not."""

    taken = Signal()
    left = Signal()

    def __init__(self, looks: Palette) -> None:
        super().__init__()
        self._looks = looks
        self.table: TermTable | None = None
        self.told = quiet_label()
        self.told.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.rows = RowList(self._row)
        self.rows.setAccessibleName("Terms of the file")
        self.take = QPushButton("Take them in")
        self.take.setObjectName("takeTerms")
        self.take.setProperty("primary", True)
        self.take.clicked.connect(self.taken)
        leave = QPushButton("Leave them")
        leave.setObjectName("leaveTerms")
        leave.clicked.connect(self.left)
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 4, MARGIN, 12)
        bar.addWidget(self.take)
        bar.addWidget(leave)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        column.addWidget(self.rows, 1)
        column.addLayout(bar)

    def show_table(self, table: TermTable) -> None:
        """Show a table; rows that would not be taken come first."""
        self.table = table
        self.told.setText(table.sentence)
        order = sorted(range(len(table.rows)), key=lambda place: not table.refusal(table.rows[place]))
        self.rows.show_rows([f"{table.name} {place}" for place in order])
        self.take.setEnabled(len(table.taken.refused) < len(table.rows))
        (self.take if self.take.isEnabled() else self.rows).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _row(self, key: str) -> "_PreviewRow":
        assert self.table is not None
        row = self.table.rows[int(key.rpartition(" ")[2])]
        return _PreviewRow(key, self._looks, row, self.table.refusal(row))


class _PreviewRow(TextRow):
    def __init__(self, key: str, looks: Palette, row: TermRow, refusal: str) -> None:
        super().__init__(key, looks)
        self.edge = looks.danger if refusal else ""
        words = " / ".join(short(word, _LETTERS) for word in (row.cx_says, row.ux_says) if word.strip())
        agreed = short(row.agreed, _LETTERS)
        heading = " → ".join(part for part in (words, agreed) if part)
        text = f"Not taken. {refusal}" if refusal else short(row.definition, _LETTERS)
        self.tell(heading, text)

    def show_record(self) -> None:
        """A row of a file stays as it is."""
