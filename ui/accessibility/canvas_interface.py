"""The board as assistive technology sees it: a list whose items are the cards in view, in reading order."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleSelectionInterface
from PySide6.QtWidgets import QAccessibleWidget

from ui.accessibility.card_interface import CardInterface, nothing
from ui.canvas.canvas import Canvas
from workshop.board.reading_order import reading_order
from workshop.picture.plan import Point, Rect


class CanvasInterface(QAccessibleWidget):
    """Makes the interface of a card when it is first asked for, and keeps it as long as the board is open."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, QAccessible.Role.List)
        self.canvas = canvas
        self.alive = True
        self._selection = _Selection(self)
        self._made: dict[str, CardInterface] = {}
        self._listed: list[str] | None = None
        self._places: dict[str, int] = {}
        canvas.camera_changed.connect(self._forget)
        canvas.resized.connect(self._forget)
        canvas.state.board_changed.connect(self._forget)
        canvas.state.selection_changed.connect(self._forget)

    def interface_of(self, card_id: str) -> CardInterface:
        """The interface of a card on the board."""
        if card_id not in self._made:
            made = self._made[card_id] = CardInterface(self, card_id)
            QAccessible.registerAccessibleInterface(made)
        return self._made[card_id]

    def end(self) -> None:
        """The board is closed."""
        self.alive = False
        for made in self._made.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(made))
        self._made.clear()

    def rect_of(self, card_id: str) -> QRect:
        """Where a card is on the screen; nothing for one that is gone."""
        box = self.canvas.scene.cards.rect(card_id)
        if box is None or not self.alive:
            return QRect()
        x, y, w, h = self.canvas.camera.rect_to_screen(box)
        corner = self.canvas.mapToGlobal(QPoint(round(x), round(y)))
        return QRect(corner.x(), corner.y(), round(w), round(h))

    @property
    def listed(self) -> tuple[str, ...]:
        """The ids of the cards that are children now."""
        return tuple(self._cards)

    def childCount(self) -> int:
        """The cards in view, and what else lies on the board as widgets."""
        return len(self._cards) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A card in view, then the widgets."""
        cards = self._cards
        if 0 <= index < len(cards):
            return self.interface_of(cards[index])
        return super().child(index - len(cards))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a card in view, or of a widget."""
        if isinstance(child, CardInterface):
            _ = self._cards
            return self._places.get(child.card_id, -1)
        place = super().indexOfChild(child)
        return place if place < 0 else place + len(self._cards)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The widget, else the card, at a point of the screen."""
        above: QAccessibleInterface | None = super().childAt(x, y)
        if above is not None:
            return above
        at = self.canvas.mapFromGlobal(QPoint(x, y))
        card = self.canvas.scene.cards.at(self.canvas.camera.to_board(Point(at.x(), at.y())))
        return self.interface_of(card) if card is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The card selected alone, while the board has the keyboard."""
        card = self.canvas.state.one_card
        if self.canvas.hasFocus() and card is not None:
            return self.interface_of(card.id)
        return super().focusChild()

    def state(self) -> QAccessible.State:
        """As a widget, and that several cards can be selected."""
        state = super().state()
        state.multiSelectable = state.extSelectable = True
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """The selection, and what widgets have."""
        if kind == QAccessible.InterfaceType.SelectionInterface:
            return self._selection
        found = super().interface_cast(kind)
        return found if found is not None else nothing()

    @property
    def _cards(self) -> list[str]:
        """The cards in view and the one selected alone, in reading order."""
        if self._listed is None:
            canvas = self.canvas
            view = canvas.camera.rect_to_board(Rect(0, 0, canvas.width(), canvas.height()))
            arrays, board = canvas.scene.cards, canvas.state.workshop.board
            seen = {arrays.ids[index] for index in arrays.visible_in(view).tolist()}
            if (card := canvas.state.one_card) is not None and card.id in arrays.index:
                seen.add(card.id)
            self._listed = [card.id for card in reading_order(board.cards[card_id] for card_id in seen)]
            self._places = {card_id: place for place, card_id in enumerate(self._listed)}
        return self._listed

    def _forget(self, *_what: object) -> None:
        self._listed = None


class _Selection(QAccessibleSelectionInterface):
    def __init__(self, board: CanvasInterface) -> None:
        super().__init__()
        self._board = board

    def selectedItemCount(self) -> int:
        """How many cards are selected."""
        return len(self._board.canvas.state.cards)

    def selectedItems(self) -> list[QAccessibleInterface]:
        """The selected cards."""
        return [self._board.interface_of(card) for card in self._board.canvas.state.cards]

    def isSelected(self, child: QAccessibleInterface) -> bool:
        """Whether a card is selected."""
        return isinstance(child, CardInterface) and child.card_id in self._board.canvas.state.cards

    def select(self, child: QAccessibleInterface) -> bool:
        """Select a card besides the others."""
        return self._set(child, lambda cards, card: cards | {card})

    def unselect(self, child: QAccessibleInterface) -> bool:
        """Let go of a card."""
        return self._set(child, lambda cards, card: cards - {card})

    def selectAll(self) -> bool:
        """Select every card of the board."""
        self._board.canvas.state.select(self._board.canvas.scene.cards.ids)
        return True

    def clear(self) -> bool:
        """Select nothing."""
        self._board.canvas.state.select()
        return True

    def _set(
        self, child: QAccessibleInterface, change: Callable[[frozenset[str], str], frozenset[str]]
    ) -> bool:
        state = self._board.canvas.state
        if not isinstance(child, CardInterface) or child.card is None:
            return False
        state.select(change(state.cards, child.card_id), state.links)
        return True
