"""What is to be done about a card: a new action with its owner, due date and rhythm, and those it leads to already."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.panels.deciding.action_row import owner_field, rhythm_field
from ui.panels.labelled import Labelled, quiet_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.panels.strict_fields import DayField, StrictLine
from ui.window_state import ORIGIN
from workshop.commands.deciding import add_action
from workshop.errors import WorkshopError
from workshop.method.checks import day_words
from workshop.method.people import name_of
from workshop.model.cards import Card, CardKind
from workshop.model.links import LinkKind
from workshop.visibility import Sight

_EMPTY: dict[str, Any] = {"text": "", "owner": None, "due": None, "rhythm": None}


class ActingPart(QWidget):
    """The words stay when an action is refused."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._card = ""
        self._draft = dict(_EMPTY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.there = quiet_label()
        column.addWidget(self.there)
        self.fields = {
            "text": Labelled("A new action", StrictLine("What is to be done"), "act:text", wide=True),
            "owner": Labelled("Owner", owner_field(context), "act:owner"),
            "due": Labelled("Due", DayField(), "act:due"),
            "rhythm": Labelled("Rhythm", rhythm_field(), "act:rhythm"),
        }
        leave_out(context.state, *self.fields.values())
        for name, field in self.fields.items():
            column.addWidget(field)
            field.editor.edited.connect(lambda value, name=name: self._take(name, value))
        self.notice = quiet_label(fault=True)
        self.add = QPushButton("Add the action")
        self.add.setObjectName("addAction")
        self.add.clicked.connect(self._add)
        leave_out(context.state, self.add)
        column.addWidget(self.notice)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._tell("")

    def show_card(self, card: Card) -> None:
        """Show the actions of a card; a draft is of one card alone."""
        if card.id != self._card:
            self._card, self._draft = card.id, dict(_EMPTY)
            self._tell("")
        for name, field in self.fields.items():
            field.editor.show_value(self._draft[name])
        nothing = ["Nothing yet."] if self._context.state.workshop.read_only else []
        lines = [self._words(action) for action in self._actions(card)] or nothing
        self.there.setText("\n".join(lines))
        self.there.setVisible(bool(lines))

    def take_keyboard(self) -> None:
        """To what is to be done."""
        self.fields["text"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _actions(self, card: Card) -> list[Card]:
        board = self._context.board
        out = (link for link in board.links_of(card.id) if link.source == card.id)
        targets = [board.cards[link.target] for link in out if link.kind is LinkKind.LEADS_TO]
        seen = [one for one in targets if self._context.visible.sight(one) is Sight.FULL]
        return [one for one in seen if one.kind is CardKind.ACTION]

    def _words(self, action: Card) -> str:
        board = self._context.board
        when = (
            f", by {day_words(action.due)}"
            if action.due
            else f", {action.rhythm.value}"
            if action.rhythm
            else ""
        )
        done = " (done)" if action.done else ""
        words = self._context.visible.words(action, 60)
        return f"{words}: {name_of(board, action.owner, 'nobody yet')}{when}{done}"

    def _take(self, name: str, value: Any) -> None:
        self._draft[name] = value
        self.fields[name].editor.show_value(value)
        self._tell("")

    def _add(self) -> None:
        for field in self.fields.values():
            field.editor.settle()
        state = self._context.state
        try:
            add_action(state.workshop, origin=ORIGIN, card_id=self._card, author=state.writer, **self._draft)
        except WorkshopError as error:
            self._tell(str(error))
            return
        self._draft = dict(_EMPTY)
        self._tell("")
        if (card := self._context.board.cards.get(self._card)) is not None:
            self.show_card(card)
        self.take_keyboard()

    def _tell(self, message: str) -> None:
        self.notice.setText(message)
        self.notice.setVisible(bool(message))
