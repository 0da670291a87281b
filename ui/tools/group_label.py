"""Pressing a group's label: its caret folds and unfolds, the rest takes hold of all its cards."""

import msgspec

from ui.tools.dragging_cards import DraggingCards
from ui.tools.gesture import Gesture, PointerEvent, Stage
from ui.window_state import ORIGIN, WindowState
from workshop.commands.groups import change_group
from workshop.picture.group_plan import GroupBox
from workshop.picture.plan import Rect


def press_label(stage: Stage, pointer: PointerEvent, box: GroupBox) -> Gesture | None:
    """Fold or unfold by the caret; else select the group's cards and begin to drag them."""
    group = box.group
    if box.caret.overlaps(Rect(*pointer.board, 0.01, 0.01)):
        workshop, folded = stage.state.workshop, not group.folded
        stage.state.do(lambda: change_group(workshop, origin=ORIGIN, group_id=group.id, folded=folded))
        return None
    members = stage.scene.groups.members(group.id)
    stage.state.select({*stage.state.cards, *members} if pointer.shift else members)
    plain = msgspec.structs.replace(pointer, shift=False)
    return DraggingCards(stage, plain, next(iter(members)), narrows=False)


def unfold_group(state: WindowState, group_id: str | None) -> None:
    """Lay the cards of a stack out again."""
    if group_id is not None:
        state.do(lambda: change_group(state.workshop, origin=ORIGIN, group_id=group_id, folded=False))
