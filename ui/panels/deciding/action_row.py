"""An action in the list with its owner, due date and rhythm, each changed in place."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from ui.panels.card_words import named, words_alone
from ui.panels.choices import ChoiceField
from ui.panels.fields import FieldEditor, TickField
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import Labelled, strong_label
from ui.panels.panel_page import PanelContext
from ui.panels.row import Row, link_button
from ui.panels.strict_fields import DayField
from ui.window_state import ORIGIN
from workshop.commands.cards import change_cards
from workshop.method.people import name_of
from workshop.model.cards import Card, Rhythm

_LETTERS = 120


class ActionRow(Row):
    """Each field is one step of undo."""

    def __init__(self, key: str, context: PanelContext, card: str) -> None:
        super().__init__(key, context.looks)
        self._context = context
        self._card = card
        self.heading = strong_label()
        self.column.addWidget(self.heading)
        self.fields = {
            "owner": Labelled("Owner", owner_field(context), "action:owner"),
            "due": Labelled("Due", DayField(), "action:due"),
            "rhythm": Labelled("Rhythm", rhythm_field(), "action:rhythm"),
        }
        for name, field in self.fields.items():
            self.column.addWidget(field)
            self._follow(name, field.editor)
        self.done = TickField("Done")
        self._follow("done", self.done)
        acts = FlowLayout(gap=12)
        acts.addWidget(link_button("Show", lambda: context.show_cards((card,))))
        row = QHBoxLayout()
        row.addWidget(self.done)
        row.addStretch(1)
        row.addLayout(acts)
        self.column.addLayout(row)

    def show_record(self) -> None:
        """Show the action as it is now."""
        card = self._context.board.cards.get(self._card)
        if card is None:
            return
        words = words_alone(self._context.visible, card, _LETTERS)
        self.heading.setText(words)
        self.edge = "" if card.done or _complete(card) else self.looks.warning
        for name, field in self.fields.items():
            field.editor.show_value(getattr(card, name))
            field.editor.setAccessibleName(f"{field.label.text()} of {words}")
            field.setEnabled(not card.locked)
        self.done.show_value(card.done)
        self.done.setEnabled(not card.locked)
        self.setAccessibleName(words)
        self.setAccessibleDescription("" if _complete(card) else "It lacks an owner, or a date or rhythm.")
        self.update()

    def _follow(self, name: str, editor: FieldEditor) -> None:
        editor.edited.connect(lambda value: self._change(name, value))

    def _change(self, name: str, value: Any) -> None:
        state = self._context.state

        def change() -> object:
            return change_cards(
                state.workshop, origin=ORIGIN, card_ids=[self._card], op=f"change {name}", **{name: value}
            )

        if name in self.fields:
            self.fields[name].attempt(change)
        else:
            state.do(change)
        self.show_record()


def owner_field(context: PanelContext) -> ChoiceField:
    """A field for who does something: a participant, or nobody yet."""

    def people() -> list[tuple[str | None, str]]:
        listed = context.board.participants.values()
        return [(None, "Nobody yet"), *((one.id, f"{one.name} · {one.discipline.tag}") for one in listed)]

    return ChoiceField(people, lambda person: name_of(context.board, person))


def rhythm_field() -> ChoiceField:
    """A field for how often an action comes back."""
    return ChoiceField(lambda: named(Rhythm, "Once"))


def _complete(card: Card) -> bool:
    return card.owner is not None and (card.due is not None or card.rhythm is not None)
