"""The way of the Tab key through widgets that were made anew: where they are seen, not behind all others."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_order(place: QWidget, made: Iterable[QWidget]) -> None:
    """Have Tab come to `made` and what is in them right after the last stop before `place`."""
    before = _stop_before(place)
    for one in made:
        for widget in (one, *one.findChildren(QWidget)):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is before.window():
                QWidget.setTabOrder(before, widget)
                before = widget


def _stop_before(place: QWidget) -> QWidget:
    """The nearest widget before another at which Tab stops."""
    before = place.previousInFocusChain() or place
    while before is not place and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain() or place
    return before
