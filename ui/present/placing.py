"""Where the projector stands: on the second screen if there is one, and what becomes of it when that is pulled out."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.present.projector import Projector
from ui.present.screens import Place, Screens

SETTLE_MS = 200
"""Screens come and go in bursts; after this pause the projector takes its place anew."""


class Placing(QObject):
    """Places a projector beside a window; `placed` says that it is elsewhere, or nowhere."""

    placed = Signal()

    def __init__(self, projector: Projector, window: QWidget, screens: Screens) -> None:
        super().__init__(projector)
        self._projector = projector
        self._window = window
        self._screens = screens
        self.alone = False
        """Whether the projector lies over the window, on the only screen."""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._on_settled)
        screens.changed.connect(self._on_changed)

    @property
    def unplugged(self) -> bool:
        """Whether there is no screen for the projector now."""
        return self._projector.isHidden()

    @property
    def settling(self) -> bool:
        """Whether the screens have just changed."""
        return self._settle.isActive()

    def take(self) -> None:
        """Fill the second screen, or the only one."""
        place = self._screens.other_than(self._window)
        self.alone = place is None
        self._show(place or self._screens.own(self._window))

    def leave(self) -> None:
        """Let the projector be gone, whatever becomes of the screens."""
        self._screens.changed.disconnect(self._on_changed)
        self._settle.stop()
        self._projector.hide()

    def _on_changed(self) -> None:
        self._settle.start()

    def _on_settled(self) -> None:
        """Go where there is a screen now. One that was pulled out leaves the window to the facilitator."""
        place = self._screens.other_than(self._window)
        if place is not None or self.alone:
            self.take()
            return
        self._projector.hide()
        self._window.activateWindow()
        self.placed.emit()

    def _show(self, place: Place) -> None:
        self._projector.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not self.alone)
        self._projector.show_on(place)
        (self._projector if self.alone else self._window).activateWindow()
        self.placed.emit()
