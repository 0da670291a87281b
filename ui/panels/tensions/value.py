"""Business value: what each position does to conversion, loyalty and efficiency, each from −3 to +3."""

from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.layouts import empty
from ui.panels.labelled import Labelled, quiet_label, strong_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.panels.side_by_side import SideBySide
from ui.panels.strict_fields import StepField
from ui.panels.tab_order import put_in_order
from ui.panels.tensions.part import KEPT, TensionPart
from workshop.commands.frameworks import score_value
from workshop.method.tension_words import card_words, value_text
from workshop.model.tensions import Position, Tension

_INPUTS = (
    ("conversion", "Short-term conversion"),
    ("loyalty", "Long-term loyalty"),
    ("efficiency", "Operational efficiency"),
)


class ValuePart(TensionPart):
    """A box for each position."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.boxes: dict[str, ValueBox] = {}
        self._asked: tuple[str, ...] = ()
        self.column.addWidget(quiet_label("From −3 (it costs us much) to +3 (it brings us much)."))
        self._kept = quiet_label(KEPT)
        leave_out(self.state, self._kept)
        self.column.addWidget(self._kept)
        self._beside = SideBySide()
        self.column.addWidget(self._beside)

    def fill(self, tension: Tension) -> None:
        """Show what each position is worth."""
        self._kept.setVisible(self.settled)
        asked = tuple(position.card for position in tension.positions)
        if asked != self._asked:
            self._asked = asked
            empty(self._beside.parts)
            self.boxes = {card: ValueBox(self, card) for card in asked}
            for box in self.boxes.values():
                self._beside.add(box)
            put_in_order(self._beside, self.boxes.values())
        for position in tension.positions:
            self.boxes[position.card].show_position(
                position, card_words(self.context.visible, position.card, 60)
            )


class ValueBox(QFrame):
    """The three inputs of one position, and their sum."""

    def __init__(self, part: ValuePart, card: str) -> None:
        super().__init__()
        self.setObjectName("position")
        self._part = part
        self._card = card
        self._words = strong_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._words)
        self.fields: dict[str, Labelled] = {}
        for name, label in _INPUTS:
            editor = StepField(f"The business value of {name}", -3, 3)
            field = self.fields[name] = Labelled(label, editor, f"value:{name}")
            column.addWidget(field)
            editor.edited.connect(lambda value, name=name: self._on_edited(name, value))
        self.score = quiet_label()
        column.addWidget(self.score)

    def show_position(self, position: Position, words: str) -> None:
        """Show the inputs and the sum of a position."""
        self._words.setText(words)
        self._part.keep_fields(self.fields.values())
        for name, field in self.fields.items():
            field.editor.setAccessibleName(f"{field.label.text()} of {words}")
            field.editor.show_value(getattr(position.business_value, name))
        self.score.setText(f"Score: {value_text(position)}")

    def _on_edited(self, name: str, value: Any) -> None:
        self.fields[name].attempt(self._part.intent(score_value, card_id=self._card, **{name: value}))
