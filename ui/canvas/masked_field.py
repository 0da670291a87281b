"""A field of several lines whose text shows as dots while the room sees this screen, until somebody peeks."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPlainTextEdit

from ui.canvas.masking import Masking


class MaskedField(QObject):
    """Stands before a field and paints dots where the mask is down; what is written goes on as ever."""

    def __init__(self, field: QPlainTextEdit, masking: Masking) -> None:
        super().__init__(field)
        self._field = field
        self._masking = masking
        field.viewport().installEventFilter(self)
        masking.changed.connect(field.viewport().update)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Paint dots in place of the text."""
        if event.type() != QEvent.Type.Paint or not self._masking.masks or self._field.document().isEmpty():
            return False
        from ui.canvas.masked_text import paint_masked

        paint_masked(self._field)
        return True
