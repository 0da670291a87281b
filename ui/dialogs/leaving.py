"""Asking what becomes of work that a session's file does not take; it is the one question that cannot be inline."""

from enum import Enum, auto

from PySide6.QtWidgets import QMessageBox, QWidget


class Leaving(Enum):
    """What people answered."""

    STAY = auto()
    COPY = auto()
    LEAVE = auto()


def ask_unsaved(window: QWidget, why: str) -> Leaving:
    """Ask whether to stay, to save a copy, or to leave; waits for the answer."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Not saved", why, parent=window)
    box.setInformativeText(
        "If you close now, the changes wait in the recovery journal for this file to come back."
    )
    copy = box.addButton("Save a copy…", QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton("Close", QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    if box.clickedButton() == copy:
        return Leaving.COPY
    return Leaving.LEAVE if box.clickedButton() == leave else Leaving.STAY
