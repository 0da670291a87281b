"""The rows of the phase guide: what each side brings, a point of the checklist, and an example card as a ghost."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel

from ui.canvas.painting import colour
from ui.panels.card_words import alone
from ui.panels.labelled import quiet_label, strong_label
from ui.panels.row import Row, link_button
from ui.panels.tags import discipline_plate
from ui.panels.tick_box import TickBox
from ui.theme.icons import icon_picture
from ui.theme.scale import px
from workshop.method.checklist import Tick
from workshop.method.phase_examples import ExampleCard
from workshop.method.phase_help import PhaseHelp
from workshop.model.cards import Discipline
from workshop.picture.palette import Palette

_ICON = 18
_RADIUS = 10.0
_FAINT = 110
"""How much of its colours a ghost has, of 255."""


class HelpRow(Row):
    """What CX brings, what UX brings, what they do together, and when the phase is done."""

    def __init__(self, key: str, looks: Palette, told: Callable[[], PhaseHelp]) -> None:
        super().__init__(key, looks)
        self._told = told
        self._shown: PhaseHelp | None = None
        self._texts: dict[str, QLabel] = {}
        for name, discipline in (("cx", Discipline.CX), ("ux", Discipline.UX), ("together", Discipline.JOINT)):
            self.column.addWidget(discipline_plate(discipline, looks), 0, Qt.AlignmentFlag.AlignLeft)
            self._add(name)
        self.column.addWidget(strong_label("It is done when"))
        self._add("done_when")

    def show_record(self) -> None:
        """Show the help of the phase that the page is at."""
        told = self._told()
        if told == self._shown:
            return
        self._shown = told
        for name, label in self._texts.items():
            label.setText(getattr(told, name))
        self.setAccessibleName(f"What belongs to {told.phase.value}")
        self.setAccessibleDescription(
            f"CX: {told.cx} UX: {told.ux} Together: {told.together} Done when: {told.done_when}"
        )

    def _add(self, name: str) -> None:
        label = self._texts[name] = _words()
        label.setContentsMargins(0, 0, 0, 6)
        self.column.addWidget(label)


class TickRow(Row):
    """A point: a box to tick by hand, or the board's own mark with what it misses."""

    def __init__(
        self, key: str, looks: Palette, tick: Callable[[str], Tick | None], give: Callable[[str, bool], object]
    ) -> None:
        super().__init__(key, looks)
        self._tick = tick
        self._give = give
        self._shown: Tick | None = None
        line = QHBoxLayout()
        line.setSpacing(8)
        self.box = TickBox()
        self.box.setObjectName("tickedByHand")
        self.box.setFixedSize(px(_ICON), px(_ICON))
        self.box.clicked.connect(lambda ticked: give(key, ticked))
        self._mark, self.words, self.note = QLabel(), _words(), quiet_label()
        self._mark.setFixedSize(px(_ICON), px(_ICON))
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
        self.column.addLayout(line)
        self.column.addWidget(self.note)
        self.note.setIndent(px(_ICON) + 8)

    def show_record(self) -> None:
        """Show the point as it stands."""
        tick = self._tick(self.key)
        if tick is None or tick == self._shown:
            return
        self._shown = tick
        self.box.setVisible(tick.by_hand)
        self._mark.setVisible(not tick.by_hand)
        with QSignalBlocker(self.box):
            self.box.setChecked(tick.ticked)
        self.box.setAccessibleName(tick.point.words)
        self._mark.setPixmap(
            icon_picture(
                "check-circle" if tick.ticked else "circle-dashed",
                self.looks.selection if tick.ticked else self.looks.muted,
                px(_ICON),
            )
        )
        self.words.setText(tick.point.words)
        self.note.setText(_note(tick))
        self.setAccessibleName(f"{tick.point.words}: {'done' if tick.ticked else 'not done'}")
        self.setAccessibleDescription(self.note.text())
        self.reshaped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks by hand what is ticked by hand."""
        pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if pressed and self._shown is not None and self._shown.by_hand:
            self._give(self.key, not self._shown.ticked)
        else:
            super().keyPressEvent(event)


class GhostRow(Row):
    """An example card, dimmed and dashed until it is accepted."""

    def __init__(self, key: str, looks: Palette, example: ExampleCard, accept: Callable[[str], object]) -> None:
        super().__init__(key, looks)
        self._accept = accept
        self._example = example
        self._colours = looks.disciplines[example.discipline]
        top = QHBoxLayout()
        top.addWidget(quiet_label(alone(example.kind.value)), 1)
        top.addWidget(discipline_plate(example.discipline, looks))
        self.column.addLayout(top)
        self.column.addWidget(_words(example.text))
        self.button = link_button("Accept", lambda: accept(key))
        self.button.setAccessibleName(f"Accept: {example.text}")
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(f"Example, {example.kind.value} of {example.discipline.tag}: {example.text}")

    def show_record(self) -> None:
        """An example is always the same."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter accepts it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            self._accept(self.key)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ghost of a card."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            fill = colour(self._colours.fill)
            fill = type(fill)(fill.red(), fill.green(), fill.blue(), _FAINT)
            line = self.looks.selection if self.hasFocus() else self._colours.accent
            pen = QPen(colour(line), 2.0 if self.hasFocus() else 1.2, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)


def _note(tick: Tick) -> str:
    """Who ticks the point, and what the board misses."""
    if tick.by_hand:
        return "Ticked by hand" if tick.ticked else "To be ticked by hand"
    return "Ticked by the board" if tick.ticked else tick.lacks


def _words(text: str = "") -> QLabel:
    """Words that wrap, never read as markup."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
