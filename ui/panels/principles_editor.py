"""The experience principles in the panel of the session: written, ordered, pinned beside the purpose, and removed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.panels.fields import SentenceField
from ui.panels.looking_only import leave_out
from ui.theme.icons import icon
from ui.theme.scale import px
from ui.window_state import ORIGIN, WindowState
from workshop.commands.principles import (
    add_principle,
    change_principle,
    order_principles,
    pin_principle,
    remove_principle,
)
from workshop.method.guiding_principles import principles_in_order
from workshop.model.session import Principle
from workshop.picture.palette import Palette

_PIN, _UNPIN = "Pin beside the purpose", "Unpin from beside the purpose"
_PADDING = 3
"""Pixels around an icon: there are three beside the words, which need the room."""

_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PrinciplesEditor(QWidget):
    """A line for each principle; a row in which somebody writes stays as it is when others come, go or move."""

    def __init__(self, state: WindowState, looks: Palette) -> None:
        super().__init__()
        self._state = state
        self._looks = looks
        self._rows: dict[str, _PrincipleRow] = {}
        self._order: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.new = QLineEdit()
        self.new.setObjectName("newPrinciple")
        self.new.setPlaceholderText("What both sides hold to, then Enter")
        self.new.setAccessibleName("A new principle")
        self.new.returnPressed.connect(self._add)
        leave_out(state, self.new)
        column.addLayout(self._column)
        column.addWidget(self.new)

    def show_principles(self) -> None:
        """Show the principles as they are now."""
        found = {one.id: one for one in principles_in_order(self._state.workshop.board)}
        for gone in [one for one in self._rows if one not in found]:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        for one in found:
            if one not in self._rows:
                self._rows[one] = self._made(one)
        if tuple(found) != self._order:
            self._order = tuple(found)
            self._set_in_order()
        for place, principle in enumerate(found.values()):
            self._rows[principle.id].show_principle(principle, first=place == 0)

    def _made(self, principle_id: str) -> "_PrincipleRow":
        row = _PrincipleRow(self._looks)
        leave_out(self._state, row.pin, row.up, row.remove)
        row.field.edited.connect(lambda text: self._change(principle_id, text))
        row.pin.clicked.connect(lambda pinned: self._pin(principle_id, pinned))
        row.up.clicked.connect(lambda: self._move(principle_id, -1))
        row.moved.connect(lambda way: self._move(principle_id, way))
        row.remove.clicked.connect(lambda: self._do(remove_principle, principle_id=principle_id))
        return row

    def _set_in_order(self) -> None:
        before: QWidget | None = None
        for place, one in enumerate(self._order):
            row = self._rows[one]
            self._column.removeWidget(row)
            self._column.insertWidget(place, row)
            for stop in row.stops:
                if before is not None:
                    QWidget.setTabOrder(before, stop)
                before = stop
        if before is not None:
            QWidget.setTabOrder(before, self.new)

    def _add(self) -> None:
        text = self.new.text()
        if self._state.do(lambda: add_principle(self._state.workshop, origin=ORIGIN, text=text)) is not None:
            self.new.clear()

    def _change(self, principle_id: str, text: str) -> None:
        """Take other words; without any, the principle goes."""
        if text:
            self._do(change_principle, principle_id=principle_id, text=text)
        else:
            self._do(remove_principle, principle_id=principle_id)

    def _pin(self, principle_id: str, pinned: bool) -> None:
        self._do(pin_principle, principle_id=principle_id, pinned=pinned)

    def _move(self, principle_id: str, way: int) -> None:
        order = list(self._order)
        place = order.index(principle_id)
        order.insert(max(0, place + way), order.pop(place))
        if tuple(order) != self._order:
            self._do(order_principles, principle_ids=order)

    def _do(self, intent: Callable[..., object], **given: object) -> None:
        """Carry out an intent; what was refused is shown as it was."""
        self._state.do(lambda: intent(self._state.workshop, origin=ORIGIN, **given))
        self.show_principles()


class _PrincipleRow(QWidget):
    """The words of a principle, and what can be done with it; Alt with an arrow moves it."""

    moved = Signal(int)

    def __init__(self, looks: Palette) -> None:
        super().__init__()
        self._looks = looks
        self.field = SentenceField()
        self.field.setAccessibleName("Principle")
        self.pin, self.up, self.remove = QToolButton(), QToolButton(), QToolButton()
        self.pin.setCheckable(True)
        self.setStyleSheet(f"QToolButton {{ padding: {px(_PADDING)}px; }}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.field, 1)
        for button, picture in ((self.pin, "push-pin"), (self.up, "arrow-up"), (self.remove, "x")):
            button.setProperty("flat", True)
            button.setIcon(icon(picture, looks.muted, looks.hairline))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return self.field.field, self.pin, self.up, self.remove

    def show_principle(self, principle: Principle, *, first: bool) -> None:
        """Show a principle as it is now."""
        self.field.show_value(principle.text)
        self.pin.setChecked(principle.pinned)
        picture = icon("push-pin", self._looks.ink if principle.pinned else self._looks.muted)
        self.pin.setIcon(picture)
        self.up.setEnabled(not first)
        words = principle.text[:40]
        for button, name in (
            (self.pin, _UNPIN if principle.pinned else _PIN),
            (self.up, "Move up"),
            (self.remove, "Remove"),
        ):
            button.setToolTip(name)
            button.setAccessibleName(f"{name}: {words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the principle."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.field.settle()
            self.moved.emit(way)
        else:
            super().keyPressEvent(event)
