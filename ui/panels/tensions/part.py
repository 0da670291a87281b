"""What all parts of a tension's sheet share: the tension they show, and asking for changes of it."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.panels.labelled import Labelled
from ui.panels.panel_page import PanelContext
from ui.window_state import ORIGIN
from workshop.method.people import person_of
from workshop.model.tensions import Tension, TensionState
from workshop.workshop import Workshop

T = TypeVar("T")


KEPT = "Settled: reopen the tension to score it anew."


class TensionPart(QWidget):
    """The base. `tension` is the record itself; what the room may see of it is asked of `Visible.tension`."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self.context = context
        self.state = context.state
        self.looks = context.looks
        self.tension: Tension | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def show_tension(self, tension: Tension) -> None:
        """Show a tension as it is now."""
        other = self.tension is None or self.tension.id != tension.id
        self.tension = tension
        if other:
            self.begin()
        self.fill(tension)

    def begin(self) -> None:
        """Another tension comes."""

    def fill(self, tension: Tension) -> None:
        """Show what this part is about."""
        raise NotImplementedError

    @property
    def settled(self) -> bool:
        """Whether the tension is settled, so that its scores can only be read."""
        return self.tension is not None and self.tension.state is TensionState.SETTLED

    def keep_fields(self, fields: Iterable[Labelled]) -> None:
        """Let fields be written in, or only read once the tension is settled."""
        for field in fields:
            field.editor.setEnabled(not self.settled)

    def intent(self, change: Callable[..., T], **fields: Any) -> Callable[[], T]:
        """An intent on the tension that is shown now, to be carried out by a field or by the window's state."""
        workshop: Workshop = self.state.workshop
        key = self.tension.id if self.tension else ""
        return lambda: change(workshop, origin=ORIGIN, tension_id=key, **fields)

    def people(self, named: Iterable[str | None] = ()) -> list[tuple[str, str]]:
        """The participants, and those who are named here though they are no longer listed."""
        board = self.context.board
        listed = [(one.id, f"{one.name} · {one.discipline.tag}") for one in board.participants.values()]
        gone = [one for one in dict.fromkeys(named) if one and one not in board.participants]
        return listed + [(one, person.label) for one in gone if (person := person_of(board, one))]
