"""A menu over the board whose letters and digits choose in it, whatever they do on the board, beside the selection."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QMenu

from ui.canvas.canvas import Canvas
from workshop.picture.arranging import around_all

_ROOM = (240, 200)
"""Pixels that a menu takes to the right and below, about."""

_EDGE = 16


class KeyedMenu(QMenu):
    """Goes when something was chosen. Where a text holds an ampersand, the next character chooses it."""

    def __init__(self, canvas: Canvas, name: str) -> None:
        super().__init__(canvas)
        self.setObjectName(name)
        self._canvas = canvas
        self.aboutToHide.connect(self.deleteLater)

    def event(self, event: QEvent) -> bool:
        """No shortcut of the board is carried out while the menu is open."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def open_beside_selection(self) -> None:
        """Open beside the selected cards, in the middle of the board without any."""
        canvas = self._canvas
        boxes = [box for card in canvas.state.cards if (box := canvas.scene.cards.rect(card)) is not None]
        at = canvas.rect().center()
        if boxes:
            x, y, w, _ = canvas.camera.rect_to_screen(around_all(boxes))
            inside = canvas.rect().adjusted(_EDGE, _EDGE, -_ROOM[0], -_ROOM[1])
            at = QPoint(
                min(max(round(x + w) + 12, inside.left()), inside.right()),
                min(max(round(y), inside.top()), inside.bottom()),
            )
        self.popup(canvas.mapToGlobal(at))
