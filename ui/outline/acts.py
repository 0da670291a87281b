"""What the keys and the menu of the outline do, by the same intents as on the board."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPoint

from ui.canvas.canvas import Canvas
from ui.keyed_menu import KeyedMenu
from ui.outline.model import OutlineModel
from ui.outline.nodes import NodeKind
from ui.outline.view import OutlineView
from ui.window_state import ORIGIN, WindowState
from workshop.board.outline import PLACES, other_end
from workshop.commands.cards import add_card, change_cards, change_text
from workshop.commands.groups import GROUP_COLOURS, assign_to_group, change_group, group_cards
from workshop.commands.links import change_link
from workshop.commands.moving import move_to_phase
from workshop.facilitation.writing import is_to_be_hidden, may_write_on_turned
from workshop.model.cards import CardKind
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind
from workshop.model.text import short


class Act(NamedTuple):
    """Something that can be done here: the method's name, its words in the menu, and its keys."""

    name: str
    text: str
    keys: tuple[str, ...]


ACTS = (
    Act("write", "Write, or go along the link", ("Return", "F2")),
    Act("new_card", "New card", ("N",)),
    Act("move", "Move to a phase…", ("M",)),
    Act("to_next_phase", "Move to the next phase", ("Alt+Right",)),
    Act("to_previous_phase", "Move to the phase before", ("Alt+Left",)),
    Act("link", "Link to a card…", ("L",)),
    Act("choose_kind", "Kind…", ("Alt+K",)),
    Act("add_dot", "Give a dot", ("D",)),
    Act("remove_dot", "Take a dot away", ("Shift+D",)),
    Act("decide_card", "Decide…", ("Y",)),
    Act("write_action", "Write an action…", ("A",)),
    Act("park_cards", "Park", ("Shift+P",)),
    Act("group", "Group", ("Ctrl+G",)),
    Act("put_into_group", "Put into a group…", ("G",)),
    Act("ungroup", "Ungroup", ("Ctrl+Shift+G",)),
    Act("delete_selection", "Delete", ("Del", "Backspace")),
    Act("open_menu", "", ("Shift+F10",)),
    Act("back_to_board", "Back to the board", ("Esc",)),
    Act("toggle_outline", "Close the outline", ("O",)),
)

KEYS = {key: act.name for act in ACTS for key in act.keys}

_MOVE_KEYS = "12345678P"


class OutlineActs:
    """One method an act. What is not here is an action of the board, carried out by `act`."""

    def __init__(
        self, view: OutlineView, model: OutlineModel, canvas: Canvas, act: Callable[[str], None]
    ) -> None:
        self._view = view
        self._model = model
        self._canvas = canvas
        self._state: WindowState = canvas.state
        self._act = act
        self._new: tuple[str, int] | None = None
        self._naming: tuple[str, int] | None = None
        view.acted.connect(self.do)
        view.menu_wanted.connect(self.show_menu)
        view.rows.next_wanted.connect(self.new_card)
        view.rows.masking = canvas.state.masking

    def do(self, name: str) -> None:
        """Carry out an act by its name."""
        if hasattr(self, name):
            getattr(self, name)()
        else:
            self._act(name)

    def write(self) -> None:
        """Write on the card or name the group of the row; on a phase a new card; a link leads to its other card."""
        node = self._view.current
        if node.kind is NodeKind.LINK and node.parent is not None:
            link = self._state.workshop.board.links[node.key]
            self._view.go_to(self._model.card_index(other_end(link, node.parent.key)))
        elif node.kind in (NodeKind.PHASE, NodeKind.DIAMOND):
            self.new_card()
        else:
            self._write_on(self._view.currentIndex())

    def new_card(self) -> None:
        """Write a new card in the phase of the row."""
        state, workshop = self._state, self._state.workshop
        phase, mark = self._view.current_phase, workshop.history.mark(ORIGIN)
        made = state.do(
            lambda: add_card(
                workshop,
                origin=ORIGIN,
                phase=phase,
                kind=state.kind,
                discipline=state.discipline,
                author=state.writer,
            )
        )
        if made is not None:
            self._new = (made.id, mark)
            self._model.written_card = made.id
            self._view.expand(self._model.index_of(self._model.tree.phase_node(phase)))
            self._view.write_on(self._model.card_index(made.id))

    def written(self, kind: NodeKind, key: str, text: str) -> None:
        """What was written on a row goes to the board; a new card left empty never was."""
        state, workshop = self._state, self._state.workshop
        new, self._new = self._new, None
        self._model.written_card = None
        naming, self._naming = self._naming, None
        if kind is NodeKind.GROUP:
            if key in workshop.board.groups and workshop.board.groups[key].name != text:
                state.do(lambda: change_group(workshop, origin=ORIGIN, group_id=key, name=text))
            if naming is not None and naming[0] == key:
                workshop.history.squash(ORIGIN, naming[1], "group cards")
            return
        if new is not None and new[0] == key and not text.strip():
            workshop.bail(ORIGIN, new[1])
            return
        if key in workshop.board.cards and workshop.board.cards[key].text != text:
            state.do(lambda: change_text(workshop, origin=ORIGIN, card_id=key, text=text))
        if new is not None and new[0] == key:
            if is_to_be_hidden(workshop.room, workshop.board.cards[key]):
                state.do(lambda: change_cards(workshop, origin=ORIGIN, card_ids=[key], hidden=True))
            workshop.history.squash(ORIGIN, new[1], "add card")

    def move(self) -> None:
        """Ask to which phase the selected cards go; a digit chooses it, P is the parking lot."""
        if not self._cards():
            return
        menu = self._menu("phaseMenu")
        for key, phase in zip(_MOVE_KEYS, PLACES, strict=True):
            words = phase.value if phase is not None else "Parking lot"
            menu.addAction(f"&{key}  {words}", partial(self._move_to, phase))
        self._open(menu)

    def to_next_phase(self) -> None:
        """Move the selected cards one phase on."""
        self._shift(1)

    def to_previous_phase(self) -> None:
        """Move them one phase back."""
        self._shift(-1)

    def link(self) -> None:
        """Search the card to which the selected one is to be linked."""
        if self._state.one_card is None:
            self._state.message.emit("Select one card to link it to another.")
            return
        self._act("search_target")

    def choose_kind(self) -> None:
        """Ask what kind the selected links, else the selected cards, are."""
        state, menu = self._state, self._menu("kindMenu")
        kinds: tuple[CardKind | LinkKind, ...] = tuple(LinkKind) if state.links else tuple(CardKind)
        for number, kind in enumerate(kinds, 1):
            words = f"{kind.value[0].upper()}{kind.value[1:]}"
            menu.addAction(f"&{number % 10}  {words}", partial(self._set_kind, kind))
        if state.links or self._cards():
            self._open(menu)

    def group(self) -> None:
        """Put the selected cards into a new group and name it."""
        chosen, workshop = self._cards(), self._state.workshop
        if not chosen:
            return
        mark = workshop.history.mark(ORIGIN)
        colour = GROUP_COLOURS[len(workshop.board.groups) % len(GROUP_COLOURS)]
        made = self._state.do(lambda: group_cards(workshop, origin=ORIGIN, card_ids=chosen, colour=colour))
        if made is not None:
            self._naming = (made.id, mark)
            self._view.write_on(self._model.group_index(made.id))

    def put_into_group(self) -> None:
        """Ask into which group the selected cards go; its number chooses it."""
        if not self._cards():
            return
        menu = self._menu("groupMenu")
        for number, group in enumerate(self._state.workshop.board.groups.values(), 1):
            key = f"&{number}  " if number < 10 else ""
            name = short(group.name, 40).replace("&", "&&") or "Group without a name"
            menu.addAction(key + name, partial(self._assign, group.id))
        menu.addAction("&New group…", self.group)
        menu.addAction("N&o group", self.ungroup)
        self._open(menu)

    def ungroup(self) -> None:
        """Take the selected cards out of their groups."""
        self._act("ungroup")

    def open_menu(self) -> None:
        """Show what can be done with the row."""
        self._view.open_menu()

    def back_to_board(self) -> None:
        """The board has the keyboard again."""
        self._canvas.setFocus()

    def show_menu(self, at: QPoint) -> None:
        """Everything that can be done here, with its keys."""
        menu = self._menu("outlineMenu")
        for act in ACTS:
            if act.text:
                menu.addAction(f"{act.text}\t{act.keys[0]}", partial(self.do, act.name))
        menu.popup(at)

    def _write_on(self, index: QModelIndex) -> None:
        node, workshop = self._model.node(index), self._state.workshop
        card = workshop.board.cards.get(node.key) if node.kind is NodeKind.CARD else None
        if workshop.read_only:
            self._state.message.emit(workshop.read_only)
        elif card is not None and card.locked:
            self._state.message.emit("This card is locked; unlock it with Ctrl+Shift+L.")
        elif card is not None and card.hidden and not may_write_on_turned(workshop.room):
            self._state.message.emit("This card lies face down; turn it up first with Ctrl+Shift+H.")
        else:
            self._model.written_card = card.id if card is not None and card.hidden else None
            self._view.write_on(index)

    def _move_to(self, phase: Phase | None) -> None:
        chosen, state = self._cards(), self._state
        state.do(lambda: move_to_phase(state.workshop, origin=ORIGIN, card_ids=chosen, phase=phase))

    def _shift(self, by: int) -> None:
        cards = self._state.workshop.board.cards
        phases = {cards[card].phase for card in self._cards()}
        if len(phases) != 1:
            return
        place = PLACES.index(phases.pop()) + by
        if 0 <= place < len(PLACES):
            self._move_to(PLACES[place])

    def _assign(self, group_id: str) -> None:
        chosen, state = self._cards(), self._state
        state.do(lambda: assign_to_group(state.workshop, origin=ORIGIN, card_ids=chosen, group_id=group_id))

    def _set_kind(self, kind: CardKind | LinkKind) -> None:
        state = self._state
        workshop, chosen = state.workshop, self._cards()
        if isinstance(kind, CardKind):
            state.do(lambda: change_cards(workshop, origin=ORIGIN, card_ids=chosen, kind=kind))
            return
        for link in state.links:
            state.do(partial(change_link, workshop, origin=ORIGIN, link_id=link, kind=kind))

    def _cards(self) -> list[str]:
        """The selected cards, in the board's order; that there is none is told."""
        state = self._state
        chosen = [card for card in state.workshop.board.cards if card in state.cards] if state.cards else []
        if not chosen:
            state.message.emit("Select a card first.")
        return chosen

    def _menu(self, name: str) -> KeyedMenu:
        return KeyedMenu(self._canvas, name)

    def _open(self, menu: KeyedMenu) -> None:
        corner = self._view.visualRect(self._view.currentIndex()).bottomLeft()
        menu.popup(self._view.viewport().mapToGlobal(corner))
