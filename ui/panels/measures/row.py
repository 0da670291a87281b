"""A measure in the list: its name, both lenses, what is amiss, and acts. Dragged onto a card it measures that one."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.layouts import empty
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import quiet_label, strong_label
from ui.panels.measures.dragging_measure import DraggingMeasure
from ui.panels.measures.progress_bar import ProgressBar
from ui.panels.panel_page import PanelContext
from ui.panels.row import Act, Row, link_button
from ui.panels.tags import discipline_plate
from ui.theme.icons import icon_picture
from ui.theme.scale import px
from workshop.method.checks import day_words
from workshop.method.measure_words import lens_text
from workshop.method.measuring import gone_cards, gone_caution, lens_of, progress_of
from workshop.method.records import records_of
from workshop.model.cards import Discipline
from workshop.model.measures import Measure

SIDES = (Discipline.CX, Discipline.UX)


class MeasureRow(Row):
    """`acts` gives what is offered for a measure; the first is what Enter does."""

    def __init__(self, key: str, context: PanelContext, acts: Callable[[Measure], list[Act]]) -> None:
        super().__init__(key, context.looks)
        self._context = context
        self._acts_of = acts
        self._shown: object = None
        self._first: Callable[[], object] | None = None
        self._pressed: QPoint | None = None
        self._dragging: DraggingMeasure | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.heading = strong_label()
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.heading, 1)
        top.addWidget(self._grip(), 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        self._lenses = {side: _LensLine(context, side) for side in SIDES}
        for line in self._lenses.values():
            self.column.addWidget(line)
        self._caution = quiet_label(caution=True)
        self._quiet = quiet_label()
        self._acts = FlowLayout(gap=12)
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
        self._show_acts(self._acts_of(measure))
        self.setAccessibleName(measure.name)
        told = [line.words for line in self._lenses.values()]
        self.setAccessibleDescription(". ".join((*told, self._quiet.text(), caution)))
        self.reshaped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Escape leaves a measure that is dragged where it was."""
        if event.key() == Qt.Key.Key_Escape and self._dragging is not None:
            self._end_dragging()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus() and self._first:
            self._first()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough from where it was pressed, the row is dragged."""
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if self._dragging is None and far >= QApplication.startDragDistance():
            self._dragging = DraggingMeasure(self._context, self.key)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging is not None:
            self._dragging.move(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop it on the card here, or open it when it was only clicked."""
        dragging, pressed = self._dragging, self._pressed
        self._end_dragging()
        if dragging is not None:
            dragging.drop(event.globalPosition().toPoint())
        elif pressed is not None and self.rect().contains(event.position().toPoint()) and self._first:
            self._first()

    def _end_dragging(self) -> None:
        if self._dragging is not None:
            self._dragging.end()
        self._dragging = self._pressed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def _show_acts(self, acts: list[Act]) -> None:
        self._first = acts[0][1] if acts else None
        empty(self._acts)
        for words, do in acts:
            self._acts.addWidget(link_button(words, do))

    def _grip(self) -> QLabel:
        grip = QLabel()
        grip.setPixmap(icon_picture("dots-six-vertical", self.looks.muted, px(16)))
        grip.setToolTip("Drag onto a card to measure it")
        return grip


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
