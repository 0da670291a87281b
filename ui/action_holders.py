"""Who carries out the actions of the board: one object a family, made when one of its actions is first wanted."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

from ui.canvas.canvas import Canvas
from ui.window_state import WindowState

_FAMILIES = (
    ("ui.arranging_actions", "ArrangingActions"),
    ("ui.linking_actions", "LinkingActions"),
    ("ui.grouping_actions", "GroupingActions"),
    ("ui.writing_actions", "WritingActions"),
    ("ui.running.revealing_actions", "RevealingActions"),
    ("ui.deciding.deciding_actions", "DecidingActions"),
    ("ui.export_actions", "ExportActions"),
)
"""Modules and classes that the first sight of the board has no use for."""


class ActionHolders:
    """Finds the object that has a method of an action's name."""

    def __init__(self, state: WindowState, canvas: Canvas, *ready: object, late: Callable[[], object]) -> None:
        """`ready` are objects that exist already; they are asked first, and then what `late` makes."""
        self._holders = list(ready)
        self._waiting: list[Callable[[], object]] = [
            late,
            *(partial(_made, *family, state, canvas) for family in _FAMILIES),
        ]

    def holder_of(self, name: str) -> object | None:
        """The object with a method of this name, None when there is none."""
        found = next((holder for holder in self._holders if hasattr(holder, name)), None)
        while found is None and self._waiting:
            holder = self._waiting.pop(0)()
            self._holders.append(holder)
            found = holder if hasattr(holder, name) else None
        return found


def _made(module: str, family: str, state: WindowState, canvas: Canvas) -> object:
    made: object = getattr(import_module(module), family)(state, canvas)
    return made
