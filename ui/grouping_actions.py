"""What the actions of the table do with groups: making, naming, folding, joining, and taking suggestions."""

from functools import partial
from typing import TYPE_CHECKING, Any

from ui.canvas.canvas import Canvas
from ui.canvas.group_namer import GroupNamer
from ui.keyed_menu import KeyedMenu
from ui.window_state import ORIGIN, WindowState
from workshop.commands.groups import (
    GROUP_COLOURS,
    assign_to_group,
    change_group,
    group_cards,
    merge_groups,
)
from workshop.model.facilitation import Group
from workshop.model.text import short

if TYPE_CHECKING:
    from ui.group_suggestions import GroupSuggestions


class GroupingActions:
    """One method an action, named like it."""

    def __init__(self, state: WindowState, canvas: Canvas) -> None:
        self._state = state
        self._canvas = canvas
        self._suggestions: GroupSuggestions | None = None

    def group(self) -> None:
        """Put the selected cards into a new group and name it."""
        state = self._state
        colour = GROUP_COLOURS[len(state.workshop.board.groups) % len(GROUP_COLOURS)]
        chosen, mark = self._in_order(), state.workshop.history.mark(ORIGIN)
        made = state.do(lambda: group_cards(state.workshop, origin=ORIGIN, card_ids=chosen, colour=colour))
        if made is not None:
            GroupNamer(state, self._canvas, made.id, since=mark)

    def ungroup(self) -> None:
        """Take the selected cards out of their groups."""
        state = self._state
        grouped = [card for card in self._in_order() if state.workshop.board.cards[card].group]
        if grouped:
            state.do(lambda: assign_to_group(state.workshop, origin=ORIGIN, card_ids=grouped, group_id=None))
        else:
            state.message.emit("None of these cards is in a group.")

    def assign_to_group(self) -> None:
        """Ask into which group the selected cards go; its number chooses it."""
        menu = KeyedMenu(self._canvas, "groupMenu")
        for number, group in enumerate(self._state.workshop.board.groups.values(), 1):
            key = f"&{number}  " if number < 10 else ""
            menu.addAction(key + _named(group), partial(self._assign, group.id))
        menu.addSeparator()
        menu.addAction("&New group…", self.group)
        menu.addAction("N&o group", self.ungroup)
        menu.open_beside_selection()

    def merge_groups(self) -> None:
        """Make one group of the groups of the selected cards; the first one's name stays."""
        state = self._state
        groups = self._groups()
        if len(groups) < 2:
            state.message.emit("Select cards of two groups to make one of them.")
            return
        state.do(
            lambda: merge_groups(
                state.workshop, origin=ORIGIN, into=groups[0].id, group_ids=[g.id for g in groups[1:]]
            )
        )

    def fold_group(self) -> None:
        """Fold the groups of the selected cards to stacks, or unfold them if all are folded."""
        groups = self._groups()
        folded = not all(group.folded for group in groups)
        if not groups:
            self._state.message.emit("None of these cards is in a group.")
        self._change(groups, "fold groups", folded=folded)

    def name_group(self) -> None:
        """Name the group of the selected cards."""
        if groups := self._groups():
            self._name(groups[0].id)
        else:
            self._state.message.emit("None of these cards is in a group.")

    def colour_group(self) -> None:
        """Ask for a colour for the groups of the selected cards."""
        menu = KeyedMenu(self._canvas, "groupMenu")
        for colour in GROUP_COLOURS:
            menu.addAction(colour.capitalize(), partial(self._colour, colour))
        menu.open_beside_selection()

    def suggest_groups(self) -> None:
        """Offer groups that the words of the cards suggest."""
        from ui.group_suggestions import GroupSuggestions

        if self._suggestions is None:
            self._suggestions = GroupSuggestions(self._state, self._canvas)
        self._suggestions.begin()

    def _assign(self, group_id: str) -> None:
        chosen, state = self._in_order(), self._state
        state.do(lambda: assign_to_group(state.workshop, origin=ORIGIN, card_ids=chosen, group_id=group_id))

    def _colour(self, colour: str) -> None:
        self._change(self._groups(), "colour groups", colour=colour)

    def _change(self, groups: list[Group], op: str, **fields: Any) -> None:
        """Change groups alike, as one step."""
        workshop = self._state.workshop
        mark = workshop.history.mark(ORIGIN)
        for group in groups:
            self._state.do(partial(change_group, workshop, origin=ORIGIN, group_id=group.id, **fields))
        workshop.history.squash(ORIGIN, mark, op)

    def _name(self, group_id: str) -> None:
        GroupNamer(self._state, self._canvas, group_id)

    def _groups(self) -> list[Group]:
        """The groups of the selected cards, in the board's order."""
        board = self._state.workshop.board
        named = {board.cards[card].group for card in self._state.cards}
        return [group for group in board.groups.values() if group.id in named]

    def _in_order(self) -> list[str]:
        return [card for card in self._state.workshop.board.cards if card in self._state.cards]


def _named(group: Group) -> str:
    return short(group.name, 40).replace("&", "&&") or "Group without a name"
