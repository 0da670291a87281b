"""The bar that offers groups one after the other: which cards, why these, and taking or passing over each."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from ui.bars import Bar
from ui.canvas.canvas import Canvas
from ui.elided import ElidedLabel
from ui.window_state import ORIGIN, WindowState
from workshop.board.similar import Suggestion, suggested_groups
from workshop.commands.groups import GROUP_COLOURS, group_cards
from workshop.model.text import short

SUGGESTED = "suggested"
"""The reason for which the cards of a suggestion are lit."""

_WIDTH = 820
_TOP = 16
_TEXTS, _LONGEST = 6, 60
"""So many texts of a suggestion's cards are quoted at most, each so long."""


class GroupSuggestions(QFrame):
    """Stands below the board's top edge until all are taken or passed over; each taken is one step of undo."""

    def __init__(self, state: WindowState, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setObjectName("zoomBar")
        self._state = state
        self._canvas = canvas
        self._waiting: list[Suggestion] = []
        self._why = ElidedLabel()
        self._why.setObjectName("whySuggested")
        self._texts = ElidedLabel()
        self._texts.setObjectName("textsSuggested")
        self._texts.setProperty("quiet", True)
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        reasons = QVBoxLayout()
        reasons.setSpacing(2)
        reasons.addWidget(self._why)
        reasons.addWidget(self._texts)
        row.addLayout(reasons, 1)
        row.addWidget(self._count)
        self._take = self._button("Group them", self.take, primary=True)
        row.addWidget(self._take)
        row.addWidget(self._button("Pass over", self.pass_over))
        row.addWidget(self._button("Close", self.end))
        canvas.resized.connect(self._place)
        canvas.installEventFilter(self)
        state.bars.put_away_by(Bar.SUGGESTIONS, self._put_away)
        self.hide()

    def begin(self) -> None:
        """Look for groups and offer the first; say so when there is none."""
        self._waiting = suggested_groups(self._state.workshop.board.cards.values())
        if self._waiting:
            self._state.bars.make_room_for(Bar.SUGGESTIONS)
            self._state.select()
            self._offer()
            return
        self._state.message.emit("No cards without a group share telling words.")

    def take(self) -> None:
        """Make the group, and offer the next."""
        suggestion, state = self._waiting.pop(0), self._state
        colour = GROUP_COLOURS[len(state.workshop.board.groups) % len(GROUP_COLOURS)]
        cards = [card for card in suggestion.cards if card in state.workshop.board.cards]
        state.do(
            lambda: group_cards(
                state.workshop, origin=ORIGIN, card_ids=cards, name=suggestion.name, colour=colour
            )
        )
        self._offer()

    def pass_over(self) -> None:
        """Offer the next."""
        self._waiting.pop(0)
        self._offer()

    def end(self) -> None:
        """Offer no more."""
        self._waiting = []
        self._offer()

    def event(self, event: QEvent) -> bool:
        """No plain key is the board's while the bar has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            event.setAccepted(plain)
            return plain
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape closes, also while the board has the keyboard."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.KeyPress and self.isVisible():
            self.end()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Enter takes what the keyboard is on; the board gets no key."""
        button = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            button.click()

    def _offer(self) -> None:
        if not self._waiting:
            self._put_away()
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        suggestion = self._waiting[0]
        self._explain(suggestion)
        left = len(self._waiting) - 1
        self._count.setText(f"{left} more" if left else "the last")
        self._state.light(SUGGESTED, suggestion.cards)
        self._place()
        self.show()
        self._canvas.looking.covered = self.geometry().bottom() + 1
        self._canvas.looking.fit_cards(suggestion.cards)
        self._take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain(self, suggestion: Suggestion) -> None:
        """Say which words the cards share, and what the cards say."""
        cards = self._state.workshop.board.cards
        *words, last = (f"“{word}”" for word in suggestion.words)
        shared = f"{', '.join(words)} and {last}" if words else last
        self._why.setText(f"{len(suggestion.cards)} cards share {shared}")
        texts = [short(cards[card].text, _LONGEST) for card in suggestion.cards if card in cards]
        self._texts.setText("  ·  ".join(texts[:_TEXTS]))

    def _put_away(self) -> None:
        self._waiting = []
        self._state.light(SUGGESTED, None)
        if not self.isHidden():
            self._canvas.looking.covered = 0.0
            self.hide()

    def _place(self) -> None:
        width = min(_WIDTH, self._canvas.width() - 120)
        self.setGeometry((self._canvas.width() - width) // 2, _TOP, width, self.sizeHint().height())

    def _button(self, text: str, act: object, *, primary: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("primary", primary)
        button.clicked.connect(act)
        return button
