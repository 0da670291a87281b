"""A card in an open round: the dots of whose turn it is on it, to give and to take back, or the hands that went up."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ui.canvas.painting import colour
from ui.panels.card_words import words_alone
from ui.panels.labelled import quiet_label, strong_label
from ui.panels.panel_page import PanelContext
from ui.panels.row import Row
from ui.panels.strict_fields import StepField
from ui.panels.tags import discipline_plate, dress
from ui.theme.icons import icon
from ui.theme.scale import px
from ui.voting.giving import give_dots, hands_up, show_hands
from workshop.commands.votes import MOST_DOTS
from workshop.model.cards import Discipline
from workshop.model.facilitation import VotingRound

_LETTERS = 90
_GIVE = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKE = (Qt.Key.Key_Minus, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_DOT, _STEP, _MOST_DRAWN = 8, 12, 12


class VoteRow(Row):
    """+, D or Enter gives a dot, −, Shift+D or Backspace takes one back."""

    def __init__(
        self, key: str, context: PanelContext, card: str, voting_round: Callable[[], VotingRound | None]
    ) -> None:
        super().__init__(key, context.looks)
        self._context = context
        self._state = context.state
        self.card = card
        self._round = voting_round
        self.heading = strong_label()
        self._side = discipline_plate(Discipline.JOINT, self.looks)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.heading, 1)
        top.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        self.dots = DotsStrip()
        self.less = self._button("minus", lambda: self._give(back=True))
        self.more = self._button("plus", self._give)
        self.hands = StepField("A show of hands", 0, MOST_DOTS)
        self.hands.edited.connect(self._on_hands)
        self._tally = quiet_label()
        self._tally.setWordWrap(False)
        row = QHBoxLayout()
        row.setSpacing(6)
        for part in (self.less, self.dots, self.more, self.hands):
            row.addWidget(part)
        row.addWidget(self._tally)
        row.addStretch(1)
        self.column.addLayout(row)

    def show_record(self) -> None:
        """Show the card and the dots on it that may be seen now."""
        card, going_on = self._context.board.cards.get(self.card), self._round()
        if card is None or going_on is None:
            return
        words = words_alone(self._context.visible, card, _LETTERS)
        self.heading.setText(words)
        colours = self.looks.disciplines[card.discipline]
        self._side.setText(card.discipline.tag)
        dress(self._side, colours.ink, colours.fill)
        voter = self._state.voter
        counting = isinstance(voter, Discipline)
        mine = self._mine(going_on)
        self.dots.show_dots(mine, self.looks.disciplines[self._voter_side()].accent, self.looks.hairline)
        for part in (self.dots, self.less, self.more):
            part.setVisible(voter is not None and not counting)
        self.hands.setVisible(counting)
        if isinstance(voter, Discipline):
            self.hands.show_value(hands_up(self._context.visible, going_on, self.card, voter))
            self.hands.setAccessibleName(f"Hands of {voter.tag} for {words}")
        self._tally.setText(self._hands_words(going_on))
        self._tally.setVisible(bool(self._tally.text()))
        self.less.setAccessibleName(f"Take a dot back from {words}")
        self.more.setAccessibleName(f"Give a dot to {words}")
        self.less.setEnabled(mine > 0)
        self.setAccessibleName(words)
        self.setAccessibleDescription(
            f"{mine} dots" if voter is not None and not counting else self._tally.text()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give or take back a dot."""
        letter = event.key() == Qt.Key.Key_D
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not self.hasFocus():
            super().keyPressEvent(event)
        elif event.key() in _GIVE or (letter and not shift):
            self._give()
        elif event.key() in _TAKE or letter:
            self._give(back=True)
        else:
            super().keyPressEvent(event)

    def _give(self, *, back: bool = False) -> None:
        give_dots(self._state, (self.card,), back=back)
        self.show_record()

    def _on_hands(self, hands: object) -> None:
        if (going_on := self._round()) is not None:
            show_hands(self._state, going_on.id, self.card, hands if isinstance(hands, int) else 0)
            self.show_record()

    def _mine(self, going_on: VotingRound) -> int:
        me = self._state.voting_as
        votes = self._context.visible.votes(me) if me is not None else ()
        return sum(v.dots for v in votes if v.voter == me and (v.round, v.card) == (going_on.id, self.card))

    def _voter_side(self) -> Discipline:
        person = self._context.board.participants.get(self._state.voting_as or "")
        return person.discipline if person is not None else Discipline.JOINT

    def _hands_words(self, going_on: VotingRound) -> str:
        """The shows of hands, which all have seen."""
        counted = ((side, hands_up(self._context.visible, going_on, self.card, side)) for side in Discipline)
        words = ", ".join(
            f"{hands} {side.tag}" for side, hands in counted if hands and side != self._state.voter
        )
        return f"Hands: {words}" if words else ""

    def _button(self, name: str, do: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name, self.looks.ink, self.looks.hairline))
        button.setProperty("flat", True)
        button.setFixedSize(px(28), px(28))
        button.clicked.connect(lambda _checked: do())
        return button


class DotsStrip(QWidget):
    """Dots in a row in the colour of a discipline; of many a number."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._accent, self._line = 0, "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_dots(self, number: int, accent: str, line: str) -> None:
        """Show so many; none is an empty ring."""
        if (number, accent, line) != (self._number, self._accent, self._line):
            self._number, self._accent, self._line = number, accent, line
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the dots."""
        return QSize(px(_STEP) * max(1, min(self._number, _MOST_DRAWN)) + px(4), px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._number > _MOST_DRAWN:
                painter.setPen(colour(self._accent))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, f"{self._number} dots")
                return
            painter.setPen(Qt.PenStyle.NoPen if self._number else colour(self._line))
            painter.setBrush(colour(self._accent) if self._number else Qt.BrushStyle.NoBrush)
            for place in range(max(1, self._number)):
                middle = QPointF(px(2) + px(_STEP) * (place + 0.5), self.height() / 2)
                painter.drawEllipse(middle, px(_DOT) / 2, px(_DOT) / 2)
