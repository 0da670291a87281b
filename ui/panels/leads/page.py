"""The panel of who leads where: the matrix of phases and disciplines with roles and names."""

from PySide6.QtCore import Qt

from ui.panels.leads.row import LeadsHead, LeadsRow
from ui.panels.panel_page import PanelContext, PanelPage
from ui.panels.row_list import RowList
from workshop.method.leading import SIDES, Leading, matrix_of
from workshop.method.people import listed
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase

_PHASES = tuple(Phase)
_TEACHING = "Say for each phase who of CX and of UX leads, so that neither waits for the other. Both may lead."


class LeadsPage(PanelPage):
    """A block for each phase where it is narrow, a row of a matrix where it is wide."""

    title = "Who leads where"

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.head = LeadsHead()
        self.head.hide()
        self._wide = False
        self.rows = RowList(self._row)
        self.rows.setAccessibleName("Phases")
        self.body.addWidget(self.head)
        self.body.addWidget(self.rows, 1)

    def refresh(self) -> None:
        """Show the matrix as it is now."""
        self.rows.show_rows([phase.value for phase in Phase])
        self.say(_counted(matrix_of(self.context.board)))

    def show_record(self, record_id: str) -> None:
        """Bring a phase into sight by its name, and the keyboard to what CX does there."""
        if record_id in self.rows.keys:
            self.go_to(Phase(record_id), Discipline.CX)

    def go_to(self, phase: Phase, side: Discipline) -> None:
        """Bring a cell into sight and the keyboard to it."""
        self.rows.go_to(phase.value)
        row = next(row for row in self.rows.rows if row.key == phase.value)
        assert isinstance(row, LeadsRow)
        row.cells[side].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, key: str) -> LeadsRow:
        return LeadsRow(key, self.context, self._step, self._on_arranged)

    def _on_arranged(self, wide: bool) -> None:
        """The heads of columns stand where there are columns."""
        if wide != self._wide:
            self._wide = wide
            self.head.setVisible(wide)

    def _step(self, phase: Phase, side: Discipline, way: tuple[int, int]) -> None:
        """From a cell to its neighbour; where cells stand below one another, down goes from CX to UX first."""
        right, down = way
        place, sides = _PHASES.index(phase), SIDES.index(side)
        if self._wide:
            place, sides = place + down, sides + right
        elif down:
            place, sides = divmod(place * 2 + sides + down, 2)
        else:
            sides += right
        if 0 <= place < len(_PHASES) and 0 <= sides < len(SIDES):
            self.go_to(_PHASES[place], SIDES[sides])


def _counted(matrix: tuple[Leading, ...]) -> str:
    """What the matrix says in short: where nobody leads, and where both do."""
    if all(not leading.leaders for leading in matrix):
        return _TEACHING
    gaps = [leading.phase.value for leading in matrix if not leading.leaders]
    joint = sum(leading.co_led for leading in matrix)
    told = [f"Nobody leads {listed(gaps)}" if gaps else "Every phase has somebody who leads"]
    return " · ".join([*told, f"{joint} co-led"] if joint else told)
