"""The quick list: a bar in which each Enter throws a card onto a phase, for a scribe who types what the room shouts."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from ui.canvas.canvas import Canvas
from ui.elided import ElidedLabel
from ui.floating import ZoomBar
from ui.layouts import empty
from ui.theme.icons import icon
from ui.theme.scale import px
from ui.window_state import ORIGIN, WindowState
from ui.writing_as import names_writer
from workshop.commands.cards import add_card
from workshop.commands.pasting import Manner, paste_cards
from workshop.imports.pasted import lines_of
from workshop.imports.planning import PlannedCard
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.text import short
from workshop.picture.plan import Rect

WIDTH = 640
SHOWN = 4
"""So many of the cards thrown last are shown above the field."""

_GAP = 16
_ROOM = 24.0
_TALLEST = 200
"""Pixels that the bar is high with all the cards it shows."""

_MOST_PASTED = 50
_PHASES: tuple[Phase | None, ...] = (*Phase, None)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QuickList(QFrame):
    """Lies at the lower edge of the board; `closed` tells that Esc or the cross put it away."""

    closed = Signal()

    def __init__(self, state: WindowState, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setObjectName("quickList")
        self.setAccessibleName("Quick list")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._state = state
        self._canvas = canvas
        self._thrown: list[str] = []
        self.phase: Phase | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 10, 10)
        column.setSpacing(6)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column.addLayout(self._rows)
        column.addLayout(self._line())
        self.hint = ElidedLabel()
        self.hint.setObjectName("quickHint")
        self.hint.setProperty("quiet", True)
        self.hint.setContentsMargins(4, 0, 0, 0)
        column.addWidget(self.hint)
        canvas.resized.connect(self.place)
        state.board_changed.connect(self._show_thrown)
        state.writer_changed.connect(self._show_manner)
        state.masking.changed.connect(self._mask)
        state.timer.changed.connect(self._mask)
        self.hide()

    def open(self, phase: Phase | None = None) -> None:
        """Be there, for the phase given, chosen, or in the middle of the view, with the keyboard in the field."""
        if self.isHidden():
            chosen = phase or self._state.phase
            self.use_phase(chosen or self._canvas.scene.layout.phase_at(self._canvas.looking.middle))
            self._thrown = []
            self._show_thrown()
        self._show_manner()
        self._mask()
        self.show()
        self.raise_()
        self.place()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        """Stay at the lower edge, in the middle as far as the zoom bar leaves room."""
        canvas, bar = self._canvas, self._canvas.findChild(ZoomBar)
        right = (bar.x() if bar is not None else canvas.width()) - _GAP
        self.setFixedWidth(min(px(WIDTH), right - _GAP))
        self.adjustSize()
        left = min((canvas.width() - self.width()) // 2, right - self.width())
        self.move(left, canvas.height() - self.height() - _GAP)

    def use_phase(self, phase: Phase | None) -> None:
        """Throw the next cards onto another phase, or into the parking lot."""
        self.phase = phase
        self._chip.setText(f"{_name(phase)} ▾")
        self._show_hint()

    def event(self, event: QEvent) -> bool:
        """Be as high as what it holds, once that is known."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's own keys: phases by arrows, Ctrl+Z for the last card while nothing is written, lines pasted."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            if event.matches(QKeySequence.StandardKey.Undo) and not self.field.text():
                event.ignore()
                return True
            if self._step_of(event):
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress:
            if step := self._step_of(event):
                self.use_phase(_PHASES[(_PHASES.index(self.phase) + step) % len(_PHASES)])
                return True
            if event.matches(QKeySequence.StandardKey.Paste):
                return self._take_lines(QGuiApplication.clipboard().text())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; nothing goes on to the board."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()

    def _mask(self) -> None:
        """Show dots on a screen that the room sees, while the cards that are thrown lie turned."""
        masks = self._state.masking.masks and self._state.workshop.room.rules.hides_new_cards
        self.field.setEchoMode(QLineEdit.EchoMode.Password if masks else QLineEdit.EchoMode.Normal)
        self._show_manner()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _line(self) -> QHBoxLayout:
        looks = self._canvas.looks
        self._chip = QPushButton()
        self._chip.setObjectName("quickPhase")
        self._chip.setProperty("chip", True)
        self._chip.setToolTip("The phase that the next cards fall on (Alt+← →)")
        self._chip.setAccessibleName("Phase of the next cards")
        self._chip.clicked.connect(lambda _checked: self._choose_phase())
        self.field = QLineEdit()
        self.field.setObjectName("quickField")
        self.field.setProperty("bare", True)
        self.field.setAccessibleName("Quick list: a card for each Enter")
        self.field.setPlaceholderText("What the room says, then Enter")
        self.field.setMinimumHeight(px(30))
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self._on_enter)
        self.field.textChanged.connect(lambda _text: self._show_hint())
        self._manner = QLabel()
        self._manner.setProperty("quiet", True)
        close = QToolButton()
        close.setProperty("flat", True)
        close.setIcon(icon("x", looks.ink))
        close.setIconSize(QSize(px(16), px(16)))
        close.setToolTip("Close (Esc)")
        close.setAccessibleName("Close the quick list")
        close.clicked.connect(lambda _checked: self._close())
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget in (self._chip, self.field, self._manner, close):
            row.addWidget(widget, int(widget is self.field))
        return row

    def _step_of(self, event: QKeyEvent) -> int:
        """How many phases on a key goes: Alt with an arrow, or an arrow up or down."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier or (not held and key in (Qt.Key.Key_Up, Qt.Key.Key_Down)):
            return _STEPS.get(key, 0)
        return 0

    def _on_enter(self) -> None:
        text = self.field.text().strip()
        if _is_order(text):
            if (found := _phases_like(text[1:])) and text[1:]:
                self.use_phase(found[0])
                self.field.clear()
        elif text:
            self._throw(text)

    def _throw(self, text: str) -> None:
        state = self._state
        card = state.do(
            lambda: add_card(
                state.workshop, origin=ORIGIN, phase=self.phase, text=text, kind=state.kind,
                discipline=state.discipline, author=state.writer,
            )
        )  # fmt: skip
        if card is not None:
            self.field.clear()
            self._came([card])

    def _take_lines(self, text: str) -> bool:
        """Several lines pasted are a card each; one line is the field's own. Whether they were taken."""
        lines, state = lines_of(text[:1_000_000]), self._state
        if len(lines) < 2:
            return False
        if len(lines) > _MOST_PASTED:
            state.message.emit(
                "That is a lot for the quick list; paste it on the board, where it is shown first."
            )
            return True
        manner = Manner(self.phase, None, state.kind, state.discipline, state.writer)
        cards = [PlannedCard(line) for line in lines]
        made = state.do(lambda: paste_cards(state.workshop, origin=ORIGIN, cards=cards, manner=manner))
        self._came(made or [])
        return True

    def _came(self, cards: Sequence[Card]) -> None:
        """Show cards that were thrown above the field, and on the board above the bar."""
        self._thrown = [*self._thrown, *(card.id for card in cards)]
        self._show_thrown()
        canvas = self._canvas
        if cards and (rect := canvas.scene.cards.rect(cards[-1].id)) is not None:
            covered = (_TALLEST + _GAP + _ROOM) / canvas.camera.zoom
            canvas.looking.reveal(Rect(rect.x, rect.y, rect.w, rect.h + covered))

    def _show_thrown(self) -> None:
        """The last cards that are still on the board, the newest nearest to the field."""
        if not (self._thrown or self._rows.count()):
            return
        board, looks = self._state.workshop.board, self._canvas.looks
        empty(self._rows)
        here = [card for one in self._thrown if (card := board.cards.get(one)) is not None and not card.hidden]
        for card in here[-SHOWN:]:
            colours = looks.disciplines[card.discipline]
            row = ElidedLabel(f"{short(card.text, 200)}   ·   {_name(card.phase)}")
            row.setObjectName("thrownCard")
            row.setStyleSheet(
                f"background: {colours.fill}; color: {looks.ink}; border-left: 4px solid {colours.accent};"
                "border-radius: 0; padding: 4px 8px; font-size: 12px;"
            )
            self._rows.addWidget(row)

    def _show_manner(self) -> None:
        state = self._state
        person = state.participant if names_writer(state) else None
        writer = f" · {short(person.name, 16)}" if person else ""
        self._manner.setText(f"{state.kind.value} · {state.discipline.tag}{writer}")

    def _show_hint(self) -> None:
        text = self.field.text().strip()
        if not _is_order(text):
            keys = "Alt+← → or >define: phase  ·  Ctrl+Z: take back  ·  Esc: close"
            words = f"Enter throws it on {_name(self.phase)}  ·  {keys}"
        elif not (found := _phases_like(text[1:])):
            words = f"No phase begins with “{text[1:]}”; write a space after > to throw this as a card."
        elif len(text) == 1:
            words = "The first letters of a phase, then Enter"
        else:
            words = f"Enter: the next cards fall on {_name(found[0])}"
        self.hint.setText(words)

    def _choose_phase(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for phase in _PHASES:
            action = menu.addAction(_name(phase))
            action.setCheckable(True)
            action.setChecked(phase is self.phase)
            action.triggered.connect(lambda _checked, phase=phase: self._on_phase(phase))
        corner = self._chip.mapToGlobal(QPoint(0, 0))
        menu.popup(QPoint(corner.x(), corner.y() - menu.sizeHint().height() - 4))

    def _on_phase(self, phase: Phase | None) -> None:
        self.use_phase(phase)
        self.field.setFocus()


def _is_order(text: str) -> bool:
    """Whether a line names a phase instead of being a card."""
    return text.startswith(">") and text[1:2] != " "


def _phases_like(letters: str) -> list[Phase | None]:
    wanted = letters.strip().casefold()
    return [phase for phase in _PHASES if _name(phase).casefold().startswith(wanted)]


def _name(phase: Phase | None) -> str:
    return phase.value if phase else "Parking lot"
