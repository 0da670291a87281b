"""Giving what is written in fields and not yet said, before a window or a session is left."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.carets import caret_of, put_caret
from ui.panels.fields import FieldEditor


def settle_fields(windows: Iterable[QWidget]) -> None:
    """Have every field in these windows say what it holds."""
    for window in windows:
        for editor in window.findChildren(FieldEditor):
            editor.settle()


def let_go(windows: Iterable[QWidget]) -> None:
    """Have every field in these windows say what it holds, also one that speaks only when the keyboard leaves it."""
    windows = tuple(windows)
    for window in windows:
        writing = window.focusWidget()
        if isinstance(writing, QLineEdit | QPlainTextEdit) and writing.hasFocus():
            caret = caret_of(writing)
            writing.clearFocus()
            writing.setFocus()
            put_caret(writing, caret)
    settle_fields(windows)
