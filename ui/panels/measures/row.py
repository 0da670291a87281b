"""A measure in the list: its name, both lenses, what is amiss, and acts. Dragged onto a card it measures that one."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.panels.dragged_row import DraggedRow
from ui.panels.labelled import quiet_label, strong_label
from ui.panels.measures.dragging_measure import DraggingMeasure
from ui.panels.measures.progress_bar import ProgressBar
from ui.panels.panel_page import PanelContext
from ui.panels.row import Act
from ui.panels.tags import discipline_plate
from workshop.method.checks import day_words
from workshop.method.measure_words import lens_text
from workshop.method.measuring import gone_cards, gone_caution, lens_of, progress_of
from workshop.method.records import records_of
from workshop.model.cards import Discipline
from workshop.model.measures import Measure

SIDES = (Discipline.CX, Discipline.UX)


class MeasureRow(DraggedRow):
    """`acts` gives what is offered for a measure; the first is what Enter does."""

    def __init__(self, key: str, context: PanelContext, acts: Callable[[Measure], list[Act]]) -> None:
        super().__init__(key, context.looks)
        self._context = context
        self._acts_of = acts
        self._shown: object = None
        self._measuring: DraggingMeasure | None = None
        self.dragged.connect(self._on_dragged)
        self.dropped.connect(self._on_dropped)
        self.drag_ended.connect(self._on_drag_ended)
        self.clicked.connect(lambda: self.first and self.first())
        self.heading = strong_label()
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.heading, 1)
        top.addWidget(self.grip("Drag onto a card to measure it"), 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        self._lenses = {side: _LensLine(context, side) for side in SIDES}
        for line in self._lenses.values():
            self.column.addWidget(line)
        self._caution = quiet_label(caution=True)
        self._quiet = quiet_label()
        self.column.addWidget(self._caution)
        self.column.addWidget(self._quiet)
        self.column.addLayout(self._acts)

    def show_record(self) -> None:
        """Show the measure, if it is another than is shown."""
        measure = records_of(self._context.board, Measure).get(self.key)
        if measure is None:
            return
        caution, selected = gone_caution(measure, self._context.visible), bool(self._context.state.cards)
        if (measure, caution, selected) == self._shown:
            return
        self._shown = (measure, caution, selected)
        self.heading.setText(measure.name)
        for line in self._lenses.values():
            line.show_measure(measure)
        self._caution.setText(caution)
        self._caution.setVisible(bool(caution))
        self._quiet.setText(
            _facts(measure, len(measure.cards) - len(gone_cards(measure, self._context.visible)))
        )
        self._quiet.setVisible(bool(self._quiet.text()))
        self.show_acts(self._acts_of(measure))
        self.setAccessibleName(measure.name)
        told = [line.words for line in self._lenses.values()]
        self.setAccessibleDescription(". ".join((*told, self._quiet.text(), caution)))
        self.reshaped.emit()

    def _on_dragged(self, to: QPoint) -> None:
        if self._measuring is None:
            self._measuring = DraggingMeasure(self._context, self.key)
        self._measuring.move(to)

    def _on_dropped(self, to: QPoint) -> None:
        if self._measuring is not None:
            self._measuring.drop(to)

    def _on_drag_ended(self) -> None:
        if self._measuring is not None:
            self._measuring.end()
            self._measuring = None


class _LensLine(QWidget):
    """The tag of a lens, what it measures and how far it has come; of an empty one, that it is."""

    def __init__(self, context: PanelContext, side: Discipline) -> None:
        super().__init__()
        self._side = side
        self._text = quiet_label()
        self._gap = quiet_label("nothing is measured yet", caution=True)
        self._bar = ProgressBar(context.looks, side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(3)
        for part in (self._text, self._gap, self._bar):
            words.addWidget(part)
        row.addWidget(discipline_plate(side, context.looks), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._side.tag}: {self._text.text() or self._gap.text()}"

    def show_measure(self, measure: Measure) -> None:
        """Show the lens of a measure."""
        self._text.setText(lens_text(measure, self._side))
        filled = bool(lens_of(measure, self._side).measured)
        self._text.setVisible(filled)
        self._gap.setVisible(not filled)
        progress = progress_of(measure, self._side) if filled else None
        self._bar.show_share(None if progress is None else progress.share)


def _facts(measure: Measure, cards: int) -> str:
    """How many cards that are there it measures, and when it is checked; that all are gone is said elsewhere."""
    facts = ["1 card" if cards == 1 else f"{cards} cards"] if cards else []
    if not measure.cards:
        facts.append("no cards yet")
    if measure.check_on is not None:
        facts.append(f"check on {day_words(measure.check_on)}")
    return " · ".join(facts)
