"""Where somebody writes in a field, so that it stays while the field shows other words or is made anew."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

Field = QLineEdit | QPlainTextEdit

Caret = tuple[int, int]
"""The letters before the anchor of what is selected, and those before the cursor; the same where nothing is."""


def caret_of(field: Field) -> Caret:
    """Where the caret is, with what is selected."""
    if isinstance(field, QPlainTextEdit):
        return field.textCursor().anchor(), field.textCursor().position()
    at = field.cursorPosition()
    if not field.hasSelectedText():
        return at, at
    return field.selectionEnd() if at == field.selectionStart() else field.selectionStart(), at


def put_caret(field: Field, caret: Caret) -> None:
    """Put the caret there again, or as near as the words reach."""
    words = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
    anchor, at = (min(place, len(words)) for place in caret)
    if isinstance(field, QLineEdit):
        field.setSelection(anchor, at - anchor)
        return
    cursor = field.textCursor()
    cursor.setPosition(anchor)
    cursor.setPosition(at, cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


def show_words(field: Field, words: str) -> None:
    """Show words, with nothing to undo; the caret stays where somebody writes, else the beginning is in sight."""
    caret = caret_of(field) if field.hasFocus() else (0, 0)
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(words)
    else:
        field.setText(words)
    put_caret(field, caret)
