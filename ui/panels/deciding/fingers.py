"""“I can live with it”: the fingers that each participant shows on a decision, given by keys going down the names."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.canvas.painting import colour
from ui.layouts import empty
from ui.panels.labelled import quiet_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.panels.tab_order import put_in_order
from ui.theme.fonts import font_of
from ui.theme.scale import px, text_scale
from ui.tips import plain_tip
from ui.window_state import ORIGIN
from workshop.commands.deciding import MOST_FINGERS, show_fist
from workshop.facilitation.agreement import LIVES_WITH_IT, agreement_of
from workshop.model.cards import Card
from workshop.model.people import Participant
from workshop.picture.palette import Palette
from workshop.picture.plan import Weight

_LINE, _CELL, _EDGE, _LETTERS = 32, 24, 6, 12.5
_HINT = "0 is a fist: no. From 3 on somebody can live with it. Press 0 to 5 for each name, going down."


class FingersPart(QWidget):
    """A line for each participant."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._card = ""
        self.lines: dict[str, FingersLine] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.sentence = quiet_label()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._hint = quiet_label(_HINT)
        leave_out(context.state, self._hint)
        column.addWidget(self.sentence)
        column.addLayout(self._lines)
        column.addWidget(self._hint)

    def show_decision(self, decision: Card) -> None:
        """Show who showed how many fingers."""
        self._card = decision.id
        people = self._context.board.participants
        if tuple(people) != tuple(self.lines):
            self._make()
        agreement = agreement_of(self._context.board, decision)
        self.sentence.setText(agreement.sentence)
        for person, line in self.lines.items():
            line.show_fingers(people[person], agreement.fingers.get(person))
        self._hint.setText(_HINT if people else "Nobody is named in the session yet.")

    def take_keyboard(self) -> None:
        """To the first who has not shown any, else to the first."""
        waiting = (line for line in self.lines.values() if line.fingers is None)
        first = next(waiting, next(iter(self.lines.values()), None))
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        empty(self._lines)
        self.lines = {}
        for person in self._context.board.participants:
            line = self.lines[person] = FingersLine(self._context.looks)
            line.setEnabled(not self._context.state.workshop.read_only)
            line.shown.connect(lambda fingers, person=person: self._show(person, fingers))
            line.moved.connect(lambda way, person=person: self._step(person, way))
            self._lines.addWidget(line)
        put_in_order(self._hint, self.lines.values())

    def _show(self, person: str, fingers: int | None) -> None:
        state = self._context.state
        state.do(
            lambda: show_fist(
                state.workshop, origin=ORIGIN, card_id=self._card, participant=person, fingers=fingers
            )
        )
        if (card := self._context.board.cards.get(self._card)) is not None:
            self.show_decision(card)

    def _step(self, person: str, way: int) -> None:
        names = list(self.lines)
        place = names.index(person) + way
        if 0 <= place < len(names):
            self.lines[names[place]].setFocus(Qt.FocusReason.TabFocusReason)


class FingersLine(QWidget):
    """A name and the numbers from 0 to 5; the one that was shown is filled."""

    shown = Signal(object)
    moved = Signal(int)

    def __init__(self, looks: Palette) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._looks = looks
        self._person: Participant | None = None
        self.fingers: int | None = None

    def show_fingers(self, person: Participant, fingers: int | None) -> None:
        """Show somebody's fingers, None for not yet."""
        self._person, self.fingers = person, fingers
        said = "not shown yet" if fingers is None else f"{fingers} of {MOST_FINGERS} fingers"
        self.setAccessibleName(f"{person.name}, {person.discipline.tag}: {said}")
        self.setToolTip(plain_tip(person.name))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(px(200), px(_LINE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number shows so many and goes on to the next name; Delete takes them back."""
        digit = event.key() - Qt.Key.Key_0
        if 0 <= digit <= MOST_FINGERS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.shown.emit(digit)
            self.moved.emit(1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.shown.emit(None)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a number shows it; on the one that is shown, takes it back."""
        for fingers in range(MOST_FINGERS + 1):
            if self.cell(fingers).contains(event.position()):
                self.shown.emit(None if fingers == self.fingers else fingers)

    def cell(self, fingers: int) -> QRectF:
        """Where a number stands."""
        left = self.width() - px(_CELL) * (MOST_FINGERS + 1 - fingers) - px(_EDGE) / 2
        return QRectF(left, (self.height() - px(_CELL)) / 2, px(_CELL), px(_CELL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The name, its discipline, the numbers, and the ring of the keyboard."""
        if (person := self._person) is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QPen(colour(self._looks.selection), 2.0))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
            painter.setFont(_font(Weight.SEMIBOLD))
            tag = person.discipline.tag
            wide = painter.fontMetrics().horizontalAdvance(tag) + px(_EDGE)
            room = QRectF(px(_EDGE), 0, self.cell(0).left() - px(_EDGE) - wide - px(_EDGE), self.height())
            painter.setPen(colour(self._looks.disciplines[person.discipline].ink))
            painter.drawText(QRectF(room.right(), 0, wide, self.height()), Qt.AlignmentFlag.AlignVCenter, tag)
            painter.setFont(_font(Weight.REGULAR))
            painter.setPen(colour(self._looks.ink))
            name = painter.fontMetrics().elidedText(
                person.name, Qt.TextElideMode.ElideRight, round(room.width()) - px(_EDGE)
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
            for fingers in range(MOST_FINGERS + 1):
                self._draw(painter, fingers)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def _draw(self, painter: QPainter, fingers: int) -> None:
        cell, chosen = self.cell(fingers), fingers == self.fingers
        if not (chosen or self.isEnabled()):
            return
        if chosen:
            good = self._looks.good if fingers >= LIVES_WITH_IT else self._looks.danger
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(good))
            painter.drawEllipse(QPointF(cell.center()), cell.width() / 2 - 2, cell.height() / 2 - 2)
        painter.setFont(_font(Weight.SEMIBOLD if chosen else Weight.REGULAR))
        painter.setPen(colour(self._looks.panel if chosen else self._looks.muted))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(fingers))


def _font(weight: Weight) -> QFont:
    return font_of(weight, _LETTERS * text_scale(), 0.0)
