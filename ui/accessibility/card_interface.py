"""A card as assistive technology sees it: its words, where it is on the screen, its state, and what can be done."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QWindow
from shiboken6 import VoidPtr

from ui.accessibility.spoken import card_details, card_name
from workshop.model.cards import Card
from workshop.visibility import Sight

if TYPE_CHECKING:
    from ui.accessibility.canvas_interface import CanvasInterface

PRESS, EDIT = "Press", "Edit"
"""What can be done with a card: select it, write on it."""

_ACTIONS = {PRESS: ("Select the card", ["Space"]), EDIT: ("Write on the card", ["Return"])}


def nothing() -> object:
    """What says that there is no such interface.

    WORKAROUND PySide6 6.11: a None that Python gives back for a `void *` reaches Qt as a pointer to nowhere.
    """
    return VoidPtr(0)


class CardInterface(QAccessibleInterface):
    """A child of the board's interface, for one card by its id."""

    def __init__(self, board: "CanvasInterface", card_id: str) -> None:
        super().__init__()
        self._board = board
        self._actions = _CardActions(self)
        self.card_id = card_id

    @property
    def card(self) -> Card | None:
        """The card as it is now."""
        return self._board.canvas.state.workshop.board.cards.get(self.card_id)

    def isValid(self) -> bool:
        """Whether the card is still on the board."""
        return self._board.alive and self.card_id in self._board.canvas.scene.cards.index

    def object(self) -> QObject | None:  # type: ignore[override]
        """A card is no object of Qt's."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window of the board."""
        return self._board.window()

    def parent(self) -> QAccessibleInterface:
        """The board."""
        return self._board

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A card has no children."""
        return None

    def childCount(self) -> int:
        """None."""
        return 0

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """None."""
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """None."""
        return -1

    def role(self) -> QAccessible.Role:
        """One of a list."""
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        """The name, and what else is to be said when asked for."""
        card = self.card
        if card is None:
            return ""
        visible = self._board.canvas.scene.visible
        if kind == QAccessible.Text.Name:
            return card_name(visible, card)
        return card_details(visible, card) if kind == QAccessible.Text.Description else ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Texts are written by the Edit action."""

    def rect(self) -> QRect:
        """Where the card is on the screen."""
        return self._board.rect_of(self.card_id)

    def state(self) -> QAccessible.State:
        """Selectable and focusable; selected, focused, off the view, and read-only where it is so."""
        canvas, card, state = self._board.canvas, self.card, QAccessible.State()
        state.selectable = state.focusable = True
        if card is None:
            state.invalid = True
            return state
        state.selected = card.id in canvas.state.cards
        state.focused = canvas.hasFocus() and canvas.state.one_card is card
        state.offscreen = not self.rect().intersects(self._board.rect())
        state.readOnly = bool(canvas.state.workshop.read_only or card.locked)
        state.editable = not state.readOnly and canvas.scene.visible.sight(card) is Sight.FULL
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """The actions."""
        return self._actions if kind == QAccessible.InterfaceType.ActionInterface else nothing()


class _CardActions(QAccessibleActionInterface):
    def __init__(self, card: CardInterface) -> None:
        super().__init__()
        self._card = card

    def actionNames(self) -> list[str]:
        """Select and write."""
        return list(_ACTIONS)

    def localizedActionName(self, name: str) -> str:
        """The name as people read it."""
        return name

    def localizedActionDescription(self, name: str) -> str:
        """What it does."""
        return _ACTIONS[name][0] if name in _ACTIONS else ""

    def keyBindingsForAction(self, name: str) -> list[str]:
        """The keys that do the same."""
        return _ACTIONS[name][1] if name in _ACTIONS else []

    def doAction(self, name: str) -> None:
        """Do it as the keys would."""
        canvas, card = self._card._board.canvas, self._card.card
        if card is None or name not in _ACTIONS:
            return
        canvas.state.select({card.id})
        rect = canvas.scene.cards.rect(card.id)
        if rect is not None:
            canvas.looking.reveal(rect)
        if name == EDIT:
            canvas.writing.begin(card.id)
        else:
            canvas.setFocus()
