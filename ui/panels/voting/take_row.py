"""Taking the first cards of a result to the next phase, as cards that theirs lead to."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.panels.card_words import named
from ui.panels.choices import ChoiceField
from ui.panels.labelled import Labelled, quiet_label, strong_label
from ui.panels.panel_page import PanelContext
from ui.panels.row import Row
from ui.panels.strict_fields import StepField
from ui.window_state import ORIGIN
from workshop.errors import WorkshopError
from workshop.facilitation.results import RoundResult
from workshop.model.diamonds import Phase

_USUAL = 3


class TakeRow(Row):
    """Says how many cards go: ties come too, and cards without a dot never."""

    def __init__(self, key: str, context: PanelContext, result: Callable[[], RoundResult | None]) -> None:
        super().__init__(key, context.looks)
        self._context = context
        self._result = result
        self._top: int | None = None
        self._phase: Phase | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Take the first on")
        self.column.setSpacing(6)
        self.column.addWidget(strong_label("Take the first on"))
        self.top = Labelled("How many", StepField("How many are taken", 1, 1_000), "take:top")
        self.to = Labelled("To", ChoiceField(_phases), "take:phase")
        self.top.editor.edited.connect(self._on_top)
        self.to.editor.edited.connect(self._on_phase)
        self._words, self._notice = quiet_label(), quiet_label(fault=True)
        self.take = QPushButton()
        self.take.setObjectName("takeTop")
        self.take.clicked.connect(self._take)
        for part in (self.top, self.to, self._words, self._notice):
            self.column.addWidget(part)
        self.column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self._tell("")

    @property
    def number(self) -> int:
        """How many are asked for."""
        result = self._result()
        with_dots = sum(bool(row.total) for row in result.rows) if result is not None else 0
        return min(self._top or _USUAL, max(1, with_dots))

    def show_record(self) -> None:
        """Show how many go, and where to."""
        if (result := self._result()) is None:
            return
        going = len(result.top(self.number))
        self.top.editor.show_value(self.number)
        self.to.editor.show_value(self._phase)
        cards = "1 card goes" if going == 1 else f"{going} cards go"
        ties = ", as the last of them tie" if going > self.number else ""
        self._words.setText(f"{cards}{ties}. Each becomes a new card to which the old one leads.")
        self.take.setText("Take it on" if going == 1 else f"Take the {going} on")

    def _on_top(self, value: Any) -> None:
        self._top = value
        self._tell("")

    def _on_phase(self, value: Any) -> None:
        self._phase = value
        self._tell("")

    def _take(self) -> None:
        from workshop.commands.taking_on import take_top

        state, result = self._context.state, self._result()
        self.top.editor.settle()
        if result is None:
            return
        try:
            made = take_top(
                state.workshop,
                origin=ORIGIN,
                round_id=result.round.id,
                top=self.number,
                phase=self._phase,
                author=state.writer,
            )
        except WorkshopError as error:
            self._tell(str(error))
            return
        self._tell("")
        self._context.show_cards(card.id for card in made)

    def _tell(self, message: str) -> None:
        self._notice.setText(message)
        self._notice.setVisible(bool(message))
        self.show_record()
        self.reshaped.emit()


def _phases() -> list[tuple[Phase | None, str]]:
    return named(Phase, "The next phase")
