"""Who leads where: the matrix of phases and disciplines, and what it says about each phase."""

import msgspec

from workshop.board.board import Board
from workshop.method.records import records_of
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.model.people import Responsibility, Role
from workshop.translation import _

SIDES = (Discipline.CX, Discipline.UX)
"""The disciplines of the matrix, as its rows stand."""


class Cell(msgspec.Struct, frozen=True):
    """What a discipline does in a phase, and who; `record` is None where nobody has said anything yet."""

    phase: Phase
    discipline: Discipline
    role: Role | None = None
    names: tuple[str, ...] = ()
    record: Responsibility | None = None

    @property
    def words(self) -> str:
        """The cell in words: “leads: Lena, Amir”, “leads”, “Lena”, or empty."""
        parts = (self.role.value if self.role else "", ", ".join(self.names))
        return ": ".join(part for part in parts if part)


class Leading(msgspec.Struct, frozen=True):
    """A phase with the cells of CX and UX, and who of the two leads."""

    phase: Phase
    cx: Cell
    ux: Cell

    @property
    def leaders(self) -> tuple[Discipline, ...]:
        """The disciplines that lead: none is a gap, two are co-led."""
        return tuple(cell.discipline for cell in (self.cx, self.ux) if cell.role is Role.LEADS)

    @property
    def co_led(self) -> bool:
        """Whether both lead."""
        return len(self.leaders) == 2

    @property
    def absent(self) -> tuple[Discipline, ...]:
        """The disciplines of which nothing is said: no role."""
        return tuple(cell.discipline for cell in (self.cx, self.ux) if cell.role is None)

    @property
    def header(self) -> str:
        """What the phase's header says: “CX leads: Lena, Amir”, “Co-led: Maja, Jo”, or “Nobody leads yet”."""
        if not self.leaders:
            return "Nobody leads yet"
        who = "Co-led" if self.co_led else f"{self.leaders[0].value} leads"
        names = [name for cell in (self.cx, self.ux) if cell.role is Role.LEADS for name in cell.names]
        return f"{who}: {', '.join(names)}" if names else who

    @property
    def cautions(self) -> tuple[str, ...]:
        """What is wrong here, in sentences: nobody leads, a discipline is absent, or a leader has no name."""
        told = []
        if not self.leaders:
            told.append(_("Nobody leads {phase}.").format(phase=_(self.phase.value)))
        told.extend(
            _("{side} has no part in {phase}.").format(side=side.value, phase=_(self.phase.value))
            for side in self.absent
        )
        told.extend(
            _("{side} leads {phase}, but nobody is named.").format(
                side=cell.discipline.value, phase=_(self.phase.value)
            )
            for cell in (self.cx, self.ux)
            if cell.role is Role.LEADS and not cell.names
        )
        return tuple(told)


def cell_of(board: Board, phase: Phase, discipline: Discipline) -> Cell:
    """The cell of the matrix; where a foreign file says something twice, what comes last holds."""
    found = Cell(phase, discipline)
    for one in records_of(board, Responsibility).values():
        if one.phase is phase and one.discipline is discipline:
            found = Cell(phase, discipline, one.role, one.names, one)
    return found


def leading_in(board: Board, phase: Phase) -> Leading:
    """Who leads in a phase."""
    return Leading(phase, cell_of(board, phase, Discipline.CX), cell_of(board, phase, Discipline.UX))


def matrix_of(board: Board) -> tuple[Leading, ...]:
    """The whole matrix, a phase after the other."""
    return tuple(leading_in(board, phase) for phase in Phase)
