"""A session that is only looked at: panels leave out what would change it, and their fields can only be read."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.panels.row import Act
    from ui.window_state import WindowState

_STATE = "windowState"
_HELD = "held"


def mark_looked_at(page: QWidget, state: "WindowState") -> None:
    """Let what lies on a page know its session, and whether that is only looked at, as long as it is open."""
    page.setProperty(_STATE, state)


def state_over(widget: QWidget) -> "WindowState | None":
    """The state of the window on whose page a widget lies; None where it lies on none of a session."""
    at: QWidget | None = widget
    while at is not None:
        if (state := at.property(_STATE)) is not None:
            return cast("WindowState", state)
        at = at.parentWidget()
    return None


def is_looked_at(widget: QWidget) -> bool:
    """Whether a widget lies on a page of a session that is only looked at."""
    state = state_over(widget)
    return state is not None and bool(state.workshop.read_only)


def leave_out(state: "WindowState", *widgets: QWidget) -> None:
    """Have widgets that would change the session never show where it is only looked at."""
    if state.workshop.read_only:
        for widget in widgets:
            widget.hide()
            widget.installEventFilter(_LeftOut(widget))


def changing(state: "WindowState", *acts: "Act") -> "tuple[Act, ...]":
    """Acts that change the session: none where it is only looked at."""
    return () if state.workshop.read_only else acts


def show_held(field: QWidget) -> None:
    """Have a field look like words to be read: without a frame, though still with the ring of the keyboard."""
    if not field.property(_HELD):
        field.setProperty(_HELD, True)
        field.style().unpolish(field)
        field.style().polish(field)
        QCoreApplication.sendEvent(field, QEvent(QEvent.Type.StyleChange))  # or its padding stays as it was


class _LeftOut(QObject):
    """Hides a widget again that a page shows."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShowToParent and isinstance(watched, QWidget):
            watched.hide()
        return False
