"""Giving what is written in fields and not yet said, before a window or a session is left."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.panels.fields import FieldEditor


def settle_fields(windows: Iterable[QWidget]) -> None:
    """Have every field in these windows say what it holds."""
    for window in windows:
        for editor in window.findChildren(FieldEditor):
            editor.settle()


def let_go(windows: Iterable[QWidget]) -> None:
    """Have every field in these windows say what it holds, and the one with the keyboard let go of it."""
    windows = tuple(windows)
    for window in windows:
        if (writing := window.focusWidget()) is not None:
            writing.clearFocus()
    settle_fields(windows)
