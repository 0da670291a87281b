"""A walk along a thread: a bar over the board, and each card shown so that the room can read it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from ui.bars import Bar
from ui.canvas.canvas import Canvas
from ui.theme.icons import icon
from ui.window_state import CHOSEN_THREAD
from workshop.picture.palette import Palette

_EDGE = 16
_AROUND = 240.0
"""Board units shown around a card: it is read from afar, and stands clear of what floats in the corners."""

_ICON = 16

_WAYS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class ThreadWalk(QFrame):
    """The bar. Arrows and Page Up and Down go from card to card, Escape ends; so does putting the thread out."""

    def __init__(self, canvas: Canvas, looks: Palette) -> None:
        super().__init__(canvas)
        self.setObjectName("walkBar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Walk along the thread")
        self._canvas = canvas
        self._state = canvas.state
        self._cards: tuple[str, ...] = ()
        self._place = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(6)
        self.count, self._what = QLabel(), QLabel()
        self.count.setObjectName("walkCount")
        self._what.setProperty("quiet", True)
        self._before = self._button("caret-left", "Previous card", looks, lambda: self.step(-1))
        self._after = self._button("caret-right", "Next card", looks, lambda: self.step(1))
        parts: tuple[QWidget, ...] = (self._before, self.count, self._what, self._after)
        for part in (*parts, self._button("x", "End the walk (Esc)", looks, self.end)):
            row.addWidget(part)
        self.hide()
        canvas.resized.connect(self._set)
        self._state.light_changed.connect(self._on_light)
        self._state.board_changed.connect(self._on_board)
        self._state.bars.put_away_by(Bar.WALK, self.end)

    def begin(self, cards: Iterable[str]) -> None:
        """Show the first card, and take the keyboard."""
        self._cards, self._place = tuple(cards), 0
        self._state.bars.make_room_for(Bar.WALK)
        self.show()
        self.raise_()
        self._canvas.window().activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_card()

    def step(self, way: int) -> None:
        """Go on by so many cards, at most to either end."""
        self._go_to(max(0, min(self._place + way, len(self._cards) - 1)))

    def end(self) -> None:
        """Put the thread out, and bring the keyboard back to the board."""
        if self.isHidden():
            return
        had_keyboard = self.hasFocus() or self.isAncestorOf(self.focusWidget())
        self.hide()
        self._state.light(CHOSEN_THREAD, None)
        if had_keyboard:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """The panel goes, as when the theme changes: end, and go with it."""
        self.end()
        self._state.bars.withdraw(Bar.WALK, self.end)
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        """The keys of the walk are its own, though the board has the same."""
        if isinstance(event, QKeyEvent) and _asks_for(event, {*_WAYS, *_ENDS}):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or end."""
        key = Qt.Key(event.key())
        if key in _WAYS:
            self.step(_WAYS[key])
        elif key in _ENDS:
            self._go_to(_ENDS[key] % len(self._cards))
        elif key == Qt.Key.Key_Escape:
            self.end()
        else:
            event.ignore()

    def _go_to(self, place: int) -> None:
        if place != self._place:
            self._place = place
            self._show_card()

    def _show_card(self) -> None:
        """Select the card and look where it can be read; the bar says which of how many it is."""
        card = self._state.workshop.board.card(self._cards[self._place])
        self._canvas.bring_up(card.id)
        self._state.select({card.id})
        if (rect := self._canvas.scene.cards.rect(card.id)) is not None:
            self._canvas.looking.fit(rect.grown(_AROUND), why="walk")
        self.count.setText(f"{self._place + 1} of {len(self._cards)}")
        phase = card.phase.value if card.phase is not None else "Parking lot"
        self._what.setText(f"{card.discipline.tag} · {card.kind.value} · {phase}")
        self._before.setEnabled(self._place > 0)
        self._after.setEnabled(self._place < len(self._cards) - 1)
        self._set()

    def _set(self) -> None:
        """In the middle of the upper edge: the lower one belongs to map and zoom, however large words are."""
        self.adjustSize()
        self.move((self._canvas.width() - self.width()) // 2, _EDGE)

    def _on_light(self) -> None:
        if not self.isHidden() and not self._state.lights_for(CHOSEN_THREAD):
            self.end()

    def _on_board(self) -> None:
        """Cards of the thread may be gone; the walk goes on along those that are left."""
        if self.isHidden():
            return
        board = self._state.workshop.board
        left = tuple(card for card in self._cards if card in board.cards)
        if not left:
            self.end()
        elif left != self._cards:
            here = sum(card in left for card in self._cards[: self._place])
            self._cards, self._place = left, min(here, len(left) - 1)
            self._show_card()

    def _button(self, picture: str, words: str, looks: Palette, do: object) -> QToolButton:
        button = QToolButton()
        button.setProperty("flat", True)
        button.setIcon(icon(picture, looks.ink, looks.hairline))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setToolTip(words)
        button.setAccessibleName(words.split(" (", maxsplit=1)[0])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(do)
        return button


def _asks_for(event: QKeyEvent, keys: set[Qt.Key]) -> bool:
    """Whether somebody is asked if one of these keys is theirs rather than a shortcut's."""
    return event.type() == QEvent.Type.ShortcutOverride and event.key() in keys
