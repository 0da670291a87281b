"""The sheet that shows what a large paste would become, and lets one say which column is what."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.canvas.canvas import Canvas
from ui.dialogs.export_keys import SheetKeys
from ui.dialogs.scrim import Scrim
from ui.elided import ElidedLabel
from ui.panels.choices import QuietCombo
from ui.panels.tick_box import TickBox
from ui.pasting.preview_model import FIELDS, PreviewModel
from ui.theme.scale import px
from workshop.board.board import Board
from workshop.commands.pasting import Manner
from workshop.imports.columns import CardField, Columns
from workshop.imports.pasted import Pasted
from workshop.imports.planning import PastePlan, plan_of
from workshop.model.diamonds import Phase
from workshop.model.text import short

WIDTH, HEIGHT = 860, 560
_EDGE = 24
_ROW = 30
_WIDTHS = {CardField.PHASE: 112, CardField.DISCIPLINE: 96, CardField.KIND: 104, CardField.AUTHOR: 136}
_NAMES_SHOWN = 4
_PHASES: tuple[Phase | None, ...] = (*Phase, None)


class PreviewSheet(QFrame):
    """Enter pastes; Esc and a press beside the sheet do not. All behind it is dimmed.

    `plan` is what would come with the columns as they are chosen.
    """

    confirmed = Signal()
    cancelled = Signal()

    def __init__(
        self,
        pasted: Pasted,
        columns: Columns,
        manner: Manner,
        board: Board,
        canvas: Canvas,
        *,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pasteSheet")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setAccessibleName("What will be pasted")
        self.pasted, self.columns, self.manner = pasted, columns, manner
        self._asked = manner
        self._names = [person.name for person in board.participants.values()]
        writer = board.participants.get(manner.author or "")
        self.plan = PastePlan(())
        self._canvas = canvas
        self._keys = SheetKeys(self)
        self._model = PreviewModel(manner, writer.name if writer else "", canvas.looks)
        self._combos: dict[CardField, QuietCombo] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addLayout(self._head())
        if pasted.is_table:
            layout.addLayout(self._choices())
            layout.addLayout(self._ticks())
        layout.addLayout(self._default_phase())
        layout.addWidget(self._table(), 1)
        layout.addLayout(self._foot())
        canvas.resized.connect(self.place)
        canvas.state.masking.changed.connect(self._mask)
        canvas.state.timer.changed.connect(self._mask)
        self._mask()
        self._take(columns)

    def open(self) -> None:
        """Be there, with the keyboard on the button that pastes."""
        self.place()
        self.show()
        Scrim(self).pressed.connect(self.cancelled)
        self.paste.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """In the middle of the window, as large as fits."""
        parent = self.parentWidget()
        assert parent is not None
        width, height = min(px(WIDTH), parent.width() - 2 * _EDGE), min(px(HEIGHT), parent.height() - 2 * _EDGE)
        self.setGeometry((parent.width() - width) // 2, (parent.height() - height) // 2, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter pastes, Esc cancels, wherever in the sheet the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays within it."""
        return self._keys.step(forward=forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the table and on Cancel means what it says there; in the table it pastes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.table:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._confirm()
                return True
            if event.key() == Qt.Key.Key_Tab:
                self.focusNextChild()
                return True
        return super().eventFilter(watched, event)

    @property
    def _masked(self) -> bool:
        state = self._canvas.state
        return state.masking.masks and state.workshop.room.rules.hides_new_cards

    def _mask(self) -> None:
        """Show dots on a screen that the room sees, while the cards that come are to lie turned."""
        if self._model.masked == self._masked:
            return
        self._model.mask(self._masked)
        self._offer()
        self._show_people()

    def _head(self) -> QVBoxLayout:
        self._heading = QLabel()
        self._heading.setProperty("heading", True)
        self._about = ElidedLabel()
        self._about.setProperty("quiet", True)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._heading)
        column.addWidget(self._about)
        return column

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in FIELDS:
            label = QLabel(field.value.capitalize())
            label.setProperty("quiet", True)
            combo = QuietCombo()
            combo.setObjectName(f"column:{field.value}")
            combo.setAccessibleName(f"Column of the {field.value}")
            combo.activated.connect(lambda _index, field=field: self._on_chosen(field))
            label.setBuddy(combo)
            self._combos[field] = combo
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label)
            column.addWidget(combo)
            row.addLayout(column, 1)
        return row

    def _ticks(self) -> QHBoxLayout:
        self._header = TickBox("The first row names the columns")
        self._header.setObjectName("headerRow")
        self._header.setChecked(self.columns.header)
        self._header.clicked.connect(lambda on: self._take(replace(self.columns, header=on)))
        self._others = TickBox("Other columns follow below the text")
        self._others.setObjectName("otherColumns")
        self._others.setChecked(self.columns.others)
        self._others.clicked.connect(lambda on: self._take(replace(self.columns, others=on)))
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self._header)
        row.addWidget(self._others)
        row.addStretch(1)
        return row

    def _default_phase(self) -> QHBoxLayout:
        """Where the cards go that name no phase."""
        label = QLabel("Cards that name no phase go to" if self.pasted.is_table else "The cards go to")
        label.setProperty("quiet", True)
        self._phase = QuietCombo()
        self._phase.setObjectName("defaultPhase")
        self._phase.setAccessibleName(label.text())
        self._phase.addItems([phase.value if phase else "Parking lot" for phase in _PHASES])
        self._phase.setCurrentIndex(_PHASES.index(self.manner.phase))
        self._phase.activated.connect(lambda index: self._go_to(_PHASES[index]))
        label.setBuddy(self._phase)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label)
        row.addWidget(self._phase)
        row.addStretch(1)
        return row

    def _go_to(self, phase: Phase | None) -> None:
        """Have the cards that name no phase in another; at the point asked for only where that lies in it."""
        near = self._asked.near if phase == self._asked.phase else None
        self.manner = self._asked._replace(phase=phase, near=near)
        self._model.take_manner(self.manner)

    def _table(self) -> QTableView:
        self.table = QTableView()
        self.table.setObjectName("pastePreview")
        self.table.setAccessibleName("The cards as they will be")
        self.table.setModel(self._model)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(px(_ROW))
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        for place, field in enumerate(FIELDS):
            if field is CardField.TEXT:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(place, (_WIDTHS[field] + px(_WIDTHS[field])) // 2)
        self.table.installEventFilter(self)
        return self.table

    def _foot(self) -> QHBoxLayout:
        self._people = ElidedLabel()
        self._people.setProperty("quiet", True)
        cancel = QPushButton("Cancel")
        cancel.setObjectName("cancelPaste")
        cancel.setAutoDefault(True)
        cancel.setToolTip("Cancel (Esc)")
        cancel.clicked.connect(lambda _checked: self.cancelled.emit())
        self.paste = QPushButton()
        self.paste.setObjectName("confirmPaste")
        self.paste.setProperty("primary", True)
        self.paste.setAutoDefault(True)
        self.paste.clicked.connect(lambda _checked: self._confirm())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._people, 1)
        row.addWidget(cancel)
        row.addWidget(self.paste)
        return row

    def _on_chosen(self, field: CardField) -> None:
        """Take the column that was chosen for a field; another field that had it has none then."""
        place = self._combos[field].currentData()
        taken = {
            other.value: None
            for other in FIELDS
            if other not in (field, CardField.TEXT) and self.columns.of(other) == place
        }
        self._take(replace(self.columns, **{**taken, field.value: place}))

    def _take(self, columns: Columns) -> None:
        """Show what the paste becomes with these columns."""
        self.columns = columns
        self.plan = plan = plan_of(self.pasted, columns, self._names)
        self._model.show_plan(plan)
        self._offer()
        count = len(plan.cards)
        words = f"{count:,} cards" if count != 1 else "1 card"
        self._heading.setText(f"Paste {words}")
        self._about.setText(self._told(plan))
        self._show_people()
        self.paste.setText(f"Paste {words}")
        self.paste.setEnabled(count > 0)

    def _show_people(self) -> None:
        """Name the people who are new; only how many where that would tell who wrote."""
        people = self.plan.people
        shown = ", ".join(short(name, 30) for name in people[:_NAMES_SHOWN])
        more = f" and {len(people) - _NAMES_SHOWN:,} more" if len(people) > _NAMES_SHOWN else ""
        named = f"{len(people):,}" if self._masked else f"{shown}{more}"
        self._people.setText(f"New participants: {named}" if people else "")

    def _told(self, plan: PastePlan) -> str:
        source = (
            f"From a table of {self.pasted.width} columns" if self.pasted.is_table else "A card for each line"
        )
        left = f"; {plan.skipped:,} rows without text are left out" if plan.skipped else ""
        return f"{source}{left}. One step of undo takes all back."

    def _offer(self) -> None:
        """The columns to choose from, by their names, or by what the first row holds."""
        rows = self.pasted.rows
        for field, combo in self._combos.items():
            combo.clear()
            if field is not CardField.TEXT:
                combo.addItem("No column", None)
            for place in range(self.pasted.width):
                example = short(rows[0][place], 24)
                name = example if self.columns.header else f"{place + 1}: {example}"
                name = "" if self._masked else name
                combo.addItem(name or f"Column {place + 1}", place)
            combo.setCurrentIndex(combo.findData(self.columns.of(field)))

    def _confirm(self) -> None:
        if self.plan.cards:
            self.confirmed.emit()
