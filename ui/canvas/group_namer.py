"""Naming a group where its name stands: a field over the label; Enter or leaving it keeps, Escape does not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.theme.fonts import font_of
from ui.window_state import ORIGIN, WindowState
from workshop.commands.groups import change_group
from workshop.picture.plan import Weight

if TYPE_CHECKING:
    from ui.canvas.canvas import Canvas

_LEAST_WIDTH, _HEIGHT = 180, 30


class GroupNamer(QLineEdit):
    """Lies over a group's label until the name is given."""

    def __init__(
        self, state: WindowState, canvas: "Canvas", group_id: str, *, since: int | None = None
    ) -> None:
        """With `since`, the name is one step with what was done since that mark, such as making the group."""
        super().__init__(canvas)
        self.setObjectName("groupName")
        self.setAccessibleName("Name of the group")
        self.setPlaceholderText("Name of the group")
        self.setMaxLength(200)
        self.setFont(font_of(Weight.SEMIBOLD, 14))
        self._state = state
        self._canvas = canvas
        self._group = group_id
        self._since = since
        self._ended = False
        self.setText(state.workshop.board.groups[group_id].name)
        self.selectAll()
        self._place()
        canvas.camera_changed.connect(self._place)
        state.board_changed.connect(self._on_board_changed)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the name, Escape leaves it as it was."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._end(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(keep=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere keeps the name."""
        super().focusOutEvent(event)
        self._end(keep=True)

    def _end(self, *, keep: bool) -> None:
        if self._ended:
            return
        self._ended = True
        state, name = self._state, self.text().strip()
        if keep and self._group in state.workshop.board.groups:
            state.do(lambda: change_group(state.workshop, origin=ORIGIN, group_id=self._group, name=name))
            if self._since is not None:
                state.workshop.history.squash(ORIGIN, self._since, "group cards")
        self.hide()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def _on_board_changed(self, _change: object) -> None:
        if not self._ended and self._group not in self._state.workshop.board.groups:
            self._end(keep=False)
        elif not self._ended:
            self._place()

    def _place(self) -> None:
        box = next((b for b in self._canvas.scene.groups.boxes if b.group.id == self._group), None)
        if box is None:
            return
        x, y, w, h = self._canvas.camera.rect_to_screen(box.label)
        self.setGeometry(
            round(x), round(y + h / 2 - _HEIGHT / 2), max(round(min(w, 360)), _LEAST_WIDTH), _HEIGHT
        )
