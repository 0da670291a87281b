"""Emptying a layout that is filled anew."""

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Take all widgets out of a layout and have them deleted.

    They are hidden first: a layout shows what it was given a moment later, and a widget that has lost its parent by
    then would come up as a window of its own and take the keyboard.
    """
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
