"""The field that has the keyboard, found again with its words and its caret once the window around it is made anew."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from ui.carets import Field, caret_of, put_caret


class FieldKept:
    """Of a desk. A field is known by its names and by its place among those with the same ones."""

    def __init__(self, desk: QWidget) -> None:
        self._desk = desk
        self._field: tuple[str, ...] | None = None
        writing = QApplication.focusWidget()
        if not isinstance(writing, QLineEdit | QPlainTextEdit) or not desk.isAncestorOf(writing):
            return
        if not writing.isVisible():  # and so not among those that are found again
            return
        self._field = _names(writing)
        alike = self._alike()
        self._place, self._count = alike.index(writing), len(alike)
        self._words, self._caret = _words(writing), caret_of(writing)

    @property
    def field(self) -> Field | None:
        """The field as it is now; None where none had the keyboard or it is not there."""
        if self._field is None:
            return None
        alike = self._alike()
        return alike[self._place] if len(alike) == self._count else None

    def take_up(self) -> None:
        """Bring the keyboard back; words that the board did not take are written there again."""
        if (field := self.field) is None:
            return
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if _words(field) != self._words and not _is_masked(field):
            _write(field, self._words)
        put_caret(field, self._caret)
        _bring_in_sight(field)
        self._field = None

    def _alike(self) -> list[Field]:
        found: list[Field] = [*self._desk.findChildren(QLineEdit), *self._desk.findChildren(QPlainTextEdit)]
        return [one for one in found if one.isVisible() and _names(one) == self._field]


def _names(field: Field) -> tuple[str, ...]:
    parent = field.parentWidget()
    return field.accessibleName(), field.objectName(), parent.objectName() if parent is not None else ""


def _words(field: Field) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def _is_masked(field: Field) -> bool:
    return isinstance(field, QLineEdit) and field.echoMode() != QLineEdit.EchoMode.Normal


def _write(field: Field, words: str) -> None:
    """Write as with the keyboard, so that the field takes it for news."""
    field.selectAll()
    if isinstance(field, QPlainTextEdit):
        field.insertPlainText(words)
    else:
        field.insert(words)


def _bring_in_sight(field: Field) -> None:
    at = field.parentWidget()
    while at is not None and not isinstance(at, QScrollArea):
        at = at.parentWidget()
    if at is not None:
        at.ensureWidgetVisible(field)
