"""One lens of a measure: what is measured and how far it has come, or the gap where nothing is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.canvas.painting import colour
from ui.panels.choices import ChoiceField
from ui.panels.labelled import Labelled, quiet_label
from ui.panels.looking_only import leave_out
from ui.panels.measures.chart import LensChart
from ui.panels.measures.progress_bar import ProgressBar
from ui.panels.panel_page import PanelContext
from ui.panels.row import link_button
from ui.panels.strict_fields import DecimalField, StrictLine
from ui.panels.tags import discipline_plate
from ui.window_state import ORIGIN
from workshop.commands.measures import change_lens, change_measure
from workshop.method.measure_words import progress_text
from workshop.method.measuring import Breakdown, lens_caution, lens_of, progress_of
from workshop.method.people import person_of
from workshop.model.cards import Discipline
from workshop.model.measures import Direction, Measure
from workshop.picture.reading_chart import chart_of

_RADIUS = 10.0
_COLUMN = 100
_WAYS = ((Direction.UP, "Up is good"), (Direction.DOWN, "Down is good"))

_CELLS = {
    "measured": (0, 0, 1, 2),
    "baseline": (1, 0, 1, 1),
    "target": (1, 1, 1, 1),
    "unit": (2, 0, 1, 1),
    "direction": (2, 1, 1, 1),
    "owner": (3, 0, 1, 2),
}
"""Row, column, rows and columns of each field."""


class LensBox(QFrame):
    """A box in the colour of its discipline."""

    def __init__(self, context: PanelContext, side: Discipline) -> None:
        super().__init__()
        self._context = context
        self.side = side
        self._measure: Measure | None = None
        self._filling = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 12, 10)
        self._column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.told = quiet_label()
        head.addWidget(discipline_plate(side, context.looks), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.told, 1)
        self._column.addLayout(head)
        self.bar = ProgressBar(context.looks, side)
        self._column.addWidget(self.bar)
        self.caution = quiet_label(caution=True)
        self._column.addWidget(self.caution)
        self.fill_in = link_button("Fill in", self.begin_filling)
        self.fill_in.setAccessibleName(f"Fill in what {side.tag} measures")
        leave_out(context.state, self.fill_in)
        self._column.addWidget(self.fill_in, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._make_fields())
        self.chart = LensChart(context.looks)
        self._column.addWidget(self.chart)

    def show_measure(self, measure: Measure, by: Breakdown | None) -> None:
        """Show the lens of a measure, its chart broken down or not."""
        if self._measure is not None and self._measure.id != measure.id:
            self._filling = False
        self._measure = measure
        lens = lens_of(measure, self.side)
        owner = measure.owner_cx if self.side is Discipline.CX else measure.owner_ux
        for name, value in (
            ("measured", lens.measured),
            ("unit", lens.unit),
            ("baseline", lens.baseline),
            ("target", lens.target),
            ("direction", lens.direction),
            ("owner", owner),
        ):
            self.fields[name].editor.show_value(value)
        progress = progress_of(measure, self.side)
        self.bar.show_share(None if progress is None else progress.share)
        self.caution.setText(lens_caution(lens))
        self.caution.setVisible(bool(self.caution.text()))
        self.chart.show_chart(chart_of(measure, self.side, by))
        self._show_gap(not lens.measured and not self._filling)
        self.told.setText(self._words(lens.measured, progress_text(measure, self.side)))

    def begin_filling(self) -> None:
        """Show the fields of an empty lens, with the keyboard in the first."""
        self._filling = True
        self._show_gap(False)
        self.fields["measured"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box: a hairline, with dashes round a gap, and a bar at the left in the discipline's colour."""
        looks = self._context.looks
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            gap = not self.fill_in.isHidden()
            pen = QPen(colour(looks.warning if gap else looks.hairline), 1.0)
            if gap:
                pen.setDashPattern([5, 4])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(looks.disciplines[self.side].accent))
            painter.drawRoundedRect(QRectF(4, 12, 3, self.height() - 24), 1.5, 1.5)

    def _words(self, measured: str, progress: str) -> str:
        if not measured:
            return f"Nothing is measured through the lens of {self.side.tag}." if not self._filling else ""
        return progress or "No progress can be told yet: it takes a baseline, a target and a reading."

    def _show_gap(self, gap: bool) -> None:
        self.fill_in.setVisible(gap)
        self._inside.setVisible(not gap)
        self.update()

    def _make_fields(self) -> QWidget:
        tag = self.side.tag
        example = "NPS, satisfaction, retention" if self.side is Discipline.CX else "Time on task, errors, SUS"
        self.fields = {
            "measured": Labelled("Measured", StrictLine(example), f"{tag}:measured", wide=True),
            "unit": Labelled("Unit", StrictLine("%, of 5, minutes"), f"{tag}:unit", wide=True),
            "baseline": Labelled("Baseline", DecimalField(), f"{tag}:baseline", wide=True),
            "target": Labelled("Target", DecimalField(), f"{tag}:target", wide=True),
            "direction": Labelled("Direction", ChoiceField(lambda: _WAYS), f"{tag}:direction", wide=True),
            "owner": Labelled("Owner", ChoiceField(self._people), f"{tag}:owner"),
        }
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for column in range(2):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, _COLUMN)
        for name, field in self.fields.items():
            grid.addWidget(field, *_CELLS[name], Qt.AlignmentFlag.AlignTop)
            field.editor.setAccessibleName(f"{tag}: {field.label.text()}")
            field.editor.edited.connect(lambda value, name=name: self._on_edited(name, value))
        return self._inside

    def _people(self) -> list[tuple[str | None, str]]:
        """Nobody, the participants, and the owner where they are no longer listed."""
        board = self._context.board
        people: list[tuple[str | None, str]] = [(None, "Nobody yet")]
        people += [(one.id, one.name) for one in board.participants.values()]
        measure = self._measure
        owner = None
        if measure is not None:
            owner = measure.owner_cx if self.side is Discipline.CX else measure.owner_ux
        person = person_of(board, owner)
        if owner and person is not None and person.gone:
            people.append((owner, person.label))
        return people

    def _on_edited(self, name: str, value: object) -> None:
        measure, field = self._measure, self.fields[name]
        if measure is None:
            return
        workshop, key = self._context.state.workshop, measure.id
        if name == "owner":
            owner = {"owner_cx" if self.side is Discipline.CX else "owner_ux": value}
            field.attempt(lambda: change_measure(workshop, origin=ORIGIN, measure_id=key, **owner))  # type: ignore[arg-type]
        else:
            field.attempt(
                lambda: change_lens(
                    workshop,
                    origin=ORIGIN,
                    measure_id=key,
                    discipline=self.side,
                    **{name: value},  # type: ignore[arg-type]
                )
            )
