"""A phase of the matrix: its two cells, below one another where it is narrow, beside one another where it is wide."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.panels.labelled import quiet_label, strong_label
from ui.panels.leads.cell import LeadCell
from ui.panels.panel_page import PanelContext
from ui.panels.row import Row
from ui.theme.scale import px
from workshop.method.leading import SIDES, Leading, leading_in
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase

WIDE = 660
"""Pixels from which on a phase, CX and UX stand side by side as columns."""

_MARGIN = _GAP = 8
PHASE_SHARE, CELL_SHARE = 2, 4
"""The widths of the columns to each other."""


class LeadsRow(Row):
    """The keyboard is in one of its cells, never on the row itself."""

    def __init__(
        self,
        key: str,
        context: PanelContext,
        step: Callable[[Phase, Discipline, tuple[int, int]], object],
        arranged: Callable[[bool], object],
    ) -> None:
        """`step` is told of an arrow in a cell, to the right and down; `arranged` whether the row is wide now."""
        super().__init__(key, context.looks)
        self._context = context
        self._arranged = arranged
        self._shown: Leading | None = None
        self.wide: bool | None = None
        phase = Phase(key)
        self.cells = {side: LeadCell(context, phase, side) for side in SIDES}
        for side, cell in self.cells.items():
            cell.stepped.connect(lambda right, down, side=side: step(phase, side, (right, down)))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.heading, self.led = strong_label(phase.value), quiet_label()
        self.cautions = quiet_label(caution=True)
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(6, 0, 0, 0)
        words.setSpacing(2)
        for label in (self.heading, self.led, self.cautions):
            words.addWidget(label)
        words.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(2)
        self.column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.column.addLayout(self._grid)
        self._arrange(wide=False)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Bring the keyboard to the first cell."""
        self.cells[Discipline.CX].setFocus(reason)

    def show_record(self) -> None:
        """Show the phase as it is now."""
        leading = leading_in(self._context.board, Phase(self.key))
        if leading == self._shown:
            return
        self._shown = leading
        self.led.setText(leading.header)
        self.led.setVisible(bool(leading.leaders))
        self.cautions.setText(" ".join(leading.cautions))
        self.cautions.setVisible(bool(leading.cautions))
        for cell in (leading.cx, leading.ux):
            self.cells[cell.discipline].show_cell(cell)
        self.edge = self.looks.warning if not leading.leaders else ""
        self.setAccessibleName(self.key)
        self.setAccessibleDescription(". ".join((leading.header, *leading.cautions)))
        self.update()
        self.reshaped.emit()

    def height_at(self, width: int) -> int:
        """The height at a width, at which the cells stand below or beside one another."""
        wide = width >= px(WIDE)
        self._arrange(wide=wide)
        inner = width - 2 * _MARGIN
        share = CELL_SHARE / (PHASE_SHARE + 2 * CELL_SHARE)
        for cell in self.cells.values():
            cell.fit(round((inner - 2 * _GAP) * share) if wide else inner)
        self._arranged(wide)
        return super().height_at(width)

    def _arrange(self, *, wide: bool) -> None:
        if wide == self.wide:
            return
        self.wide = wide
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._words, 0, 0, top)
        for number, cell in enumerate(self.cells.values(), 1):
            grid.addWidget(cell, *((0, number) if wide else (number, 0)), top)
        shares = (PHASE_SHARE, CELL_SHARE, CELL_SHARE) if wide else (1, 0, 0)
        for column, share in enumerate(shares):
            grid.setColumnStretch(column, share)
            # Equal columns whatever is in them, so that those of all phases stand in line.
            grid.setColumnMinimumWidth(column, px(WIDE) * share // (sum(shares) + 2) if wide else 0)


class LeadsHead(QWidget):
    """The heads of the columns, while the matrix is wide."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(20 + 6, 4, 20, 0)
        grid.setHorizontalSpacing(8)
        for column, (words, share) in enumerate(
            (("Phase", PHASE_SHARE), ("CX", CELL_SHARE), ("UX", CELL_SHARE))
        ):
            label = QLabel(words)
            label.setProperty("caption", True)
            grid.addWidget(label, 0, column)
            grid.setColumnStretch(column, share)
