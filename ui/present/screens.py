"""The screens of this machine: where the projector is, and that one was plugged in or pulled out."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class Place(NamedTuple):
    """A screen to fill: its geometry in the desktop, and Qt's own object for it where there is one."""

    geometry: QRect
    screen: QScreen | None = None


class Screens(QObject):
    """What Qt knows of the screens. `changed` says that there are others than before."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._on_changed)
        application.screenRemoved.connect(self._on_changed)

    def other_than(self, window: QWidget) -> Place | None:
        """A screen on which this window is not; None when there is only one."""
        own = window.screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not own]
        return Place(others[0].geometry(), others[0]) if others else None

    def own(self, window: QWidget) -> Place:
        """The screen on which this window is."""
        screen = window.screen()
        return Place(screen.geometry(), screen)

    def _on_changed(self, _screen: QScreen) -> None:
        self.changed.emit()
