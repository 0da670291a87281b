"""The cards that a record names, as chips in their discipline's colours: a click shows one, a cross takes it out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.layouts import empty
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import quiet_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.panels.tab_order import put_in_order
from ui.theme.icons import icon
from ui.theme.scale import px, text_scale
from workshop.model.cards import Card, Discipline

_MOST = 40
"""So many chips are shown; of the others it is said how many there are."""

_LETTERS, _FEW_LETTERS = 26, 15
"""Letters of a card that fit, usually and when they are large."""


class CardChips(QWidget):
    """`remove` takes a card's id; cards that are gone are shown as such."""

    def __init__(self, context: PanelContext, remove: Callable[[str], object]) -> None:
        super().__init__()
        self._context = context
        self._remove = remove
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.flow = FlowLayout(gap=6)
        column.addLayout(self.flow)
        self._more = quiet_label()
        column.addWidget(self._more)

    def show_cards(self, cards: Sequence[str]) -> None:
        """Show cards by their ids, if they are others than are shown."""
        board, visible = self._context.board, self._context.visible
        letters = _LETTERS if text_scale() < 1.5 else _FEW_LETTERS
        first = [(one, board.cards.get(one)) for one in cards[:_MOST]]
        shown = [
            (one, visible.words(card, letters) if card else "a card that is gone", _side(card))
            for one, card in first
        ]
        if (shown, len(cards)) == self._shown:
            return
        self._shown = (shown, len(cards))
        empty(self.flow)
        for one, words, side in shown:
            self.flow.addWidget(_Chip(self._context, one, words, side, self._remove))
        put_in_order(self, self.findChildren(_Chip))
        self._more.setText(f"and {len(cards) - _MOST} more")
        self._more.setVisible(len(cards) > _MOST)
        self.setVisible(bool(cards))


class _Chip(QWidget):
    """A card's words, and the cross."""

    def __init__(
        self,
        context: PanelContext,
        card: str,
        words: str,
        side: Discipline | None,
        remove: Callable[[str], object],
    ) -> None:
        super().__init__()
        self.card = card
        self._take_out = remove
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        text = f"{side.tag}  {words}" if side else words
        show = QPushButton(text)
        show.setProperty("chip", True)
        if side is not None:
            colours = context.looks.disciplines[side]
            show.setStyleSheet(
                f"QPushButton {{ background: {colours.fill}; color: {colours.ink}; border: 1px solid {colours.fill}; "
                f"border-radius: {px(8)}px; padding: 3px 8px; font-size: {px(12)}px; }}"
                f"QPushButton:hover {{ border-color: {colours.accent}; }}"
                f"QPushButton:focus {{ border-color: {context.looks.selection}; }}"
            )
        show.setEnabled(side is not None)
        show.setAccessibleName(f"Show {text}" if side is not None else text)
        show.clicked.connect(lambda: context.show_cards((card,)))
        cross = QToolButton()
        cross.setIcon(icon("x", context.looks.muted))
        cross.setProperty("flat", True)
        cross.setFixedSize(px(26), px(26))
        cross.setToolTip("Take it out")
        cross.setAccessibleName(f"Take out {text}")
        cross.clicked.connect(lambda: remove(card))
        leave_out(context.state, cross)
        row.addWidget(show)
        row.addWidget(cross)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the card out."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take_out(self.card)
        else:
            super().keyPressEvent(event)


def _side(card: Card | None) -> Discipline | None:
    return card.discipline if card else None
