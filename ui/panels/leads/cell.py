"""A cell of the matrix: what a discipline does in a phase and who, edited where it stands."""

from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from ui.canvas.painting import colour
from ui.panels.card_words import named
from ui.panels.choices import ChoiceField
from ui.panels.labelled import Labelled
from ui.panels.panel_page import PanelContext
from ui.panels.strict_fields import StrictLine
from ui.panels.tags import discipline_plate
from ui.theme.scale import px, text_scale
from ui.window_state import ORIGIN
from workshop.commands.responsibilities import set_responsibility
from workshop.method.leading import Cell
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.model.people import Role

_RADIUS = 8.0
_ROLE_WIDTH = 116
_EDGE, _FRAME = 6, 20
_WIDEST = 16_777_215
"""What Qt takes for no limit."""

_LARGE = 1.5
"""From this size of words on, names stand below the role."""

_ROLES = named(Role, "Not set")
_BY_DIGIT = {Qt.Key.Key_0 + number: role for number, (role, _) in enumerate(_ROLES)} | {
    Qt.Key.Key_Delete: None,
    Qt.Key.Key_Backspace: None,
}
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class LeadCell(QFrame):
    """The arrows walk from cell to cell, Enter goes into one and Escape out of it; 1 to 4 set the role, 0 clears it."""

    stepped = Signal(int, int)
    """An arrow was pressed: to the right and down."""

    def __init__(self, context: PanelContext, phase: Phase, side: Discipline) -> None:
        super().__init__()
        self._context = context
        self.phase, self.side = phase, side
        self._names: tuple[str, ...] = ()
        self.setObjectName(f"cell:{phase.value}:{side.value}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.role = Labelled("", ChoiceField(lambda: _ROLES), f"role:{phase.value}:{side.value}", wide=True)
        self.names = Labelled("", NamesField(), f"names:{phase.value}:{side.value}", wide=True)
        for field, what in ((self.role, "does"), (self.names, "names")):
            field.label.hide()
            field.editor.setAccessibleName(f"{phase.value}, {side.tag} {what}")
            field.editor.edited.connect(lambda value, what=what: self._on_edited(what, value))
        self._plate = discipline_plate(side, context.looks)
        self._plate.setFixedWidth(max(self._plate.sizeHint().width(), px(30)))
        self._plate.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_EDGE, 4, _EDGE, 4)
        self._grid.setHorizontalSpacing(_EDGE)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self._plate, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self._below: bool | None = None
        self.fit(0)

    def fit(self, width: int) -> None:
        """Have the names stand beside the role at a width of the cell, or below it where they would be cut."""
        needed = self.fontMetrics().horizontalAdvance(", ".join(self._names)) + _FRAME
        room = width - self._plate.width() - px(_ROLE_WIDTH) - 4 * _EDGE
        below = text_scale() >= _LARGE or (width > 0 and needed > room)
        if below == self._below:
            return
        self._below = below
        top = Qt.AlignmentFlag.AlignTop
        self.role.setMaximumWidth(_WIDEST if below else px(_ROLE_WIDTH))
        self._grid.addWidget(self.role, 0, 1, 1, 2 if below else 1, top)
        self._grid.addWidget(self.names, 1 if below else 0, 1 if below else 2, 1, 2 if below else 1, top)

    def show_cell(self, cell: Cell) -> None:
        """Show the cell as it is now."""
        self._names = cell.names
        self.role.editor.show_value(cell.role)
        self.names.editor.show_value(cell.names)
        self.setAccessibleName(f"{self.phase.value}, {self.side.tag}")
        self.setAccessibleDescription(cell.words or "not set")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on, Enter goes in, Escape comes out, digits set the role."""
        key = Qt.Key(event.key())
        if not self.hasFocus():
            if key == Qt.Key.Key_Escape:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                event.ignore()
        elif key in _WAYS:
            self.stepped.emit(*_WAYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.role.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in _BY_DIGIT:
            self._on_edited("does", _BY_DIGIT[key])
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring of the keyboard."""
        if self.hasFocus():
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(colour(self._context.looks.selection), 2.0))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def fields(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops within."""
        return (self.role.editor, self.names.editor)

    def _on_edited(self, what: str, value: Any) -> None:
        workshop = self._context.state.workshop
        change = {"role": value} if what == "does" else {"names": value}
        (self.role if what == "does" else self.names).attempt(
            lambda: set_responsibility(
                workshop,
                origin=ORIGIN,
                phase=self.phase,
                discipline=self.side,
                **change,
            )
        )


class NamesField(StrictLine):
    """Names with commas between."""

    def __init__(self) -> None:
        super().__init__("Names")

    def text_of(self, value: Any) -> str:
        """The names in a row."""
        return ", ".join(value or ())

    def value_of(self, text: str) -> Any:
        """The names, each once."""
        return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
