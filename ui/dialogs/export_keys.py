"""The keyboard while a sheet is there: it stays within the sheet and goes round its choices."""

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

_TAB = Qt.FocusReason.TabFocusReason
_BACK = Qt.FocusReason.BacktabFocusReason
_OTHER = Qt.FocusReason.OtherFocusReason


class SheetKeys(QObject):
    """Gives the keyboard to a sheet, and back at the end to whatever of the window had it before."""

    def __init__(self, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._before = sheet.window().focusWidget()
        self._last: QWidget | None = None

    def begin(self) -> None:
        """The keyboard is the sheet's, beginning with its first choice."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self.stops()[0].setFocus(_OTHER)

    def end(self) -> None:
        """The keyboard is the window's again."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.disconnect(self._on_focus)
        before = self._before
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(_OTHER)

    def stops(self) -> list[QWidget]:
        """What the keyboard can reach in the sheet, in the order of Tab."""
        found: list[QWidget] = []
        widget = self._sheet.nextInFocusChain()
        while widget is not None and widget is not self._sheet:
            if self._sheet.isAncestorOf(widget) and _is_stop(widget):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def step(self, *, forward: bool) -> bool:
        """Go on to the next choice or back to the one before, from the last to the first and the other way round."""
        stops = self.stops()
        if not stops:  # the sheet is being hidden, and Qt asks where the keyboard goes from here
            return False
        now = self._sheet.window().focusWidget()
        at = next((place for place, stop in enumerate(stops) if now is stop), -1 if forward else 0)
        stop = stops[(at + (1 if forward else -1)) % len(stops)]
        stop.setFocus(_TAB if forward else _BACK)
        for area in self._sheet.findChildren(QScrollArea):
            if area.isAncestorOf(stop):
                area.ensureWidgetVisible(stop)
        return True

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """What lies behind does not take the keyboard, also when it is clicked."""
        if now is None or now.window() is not self._sheet.window():
            return
        if self._sheet.isAncestorOf(now):
            self._last = now
        elif self._last is not None and shiboken6.isValid(self._last) and self._last.isVisible():
            self._last.setFocus(_OTHER)
        else:
            self.stops()[0].setFocus(_OTHER)


def _is_stop(widget: QWidget) -> bool:
    """Whether Tab stops at a widget: every button, also of those that only one is chosen of, at which Qt would pass.

    A field within a list that can be written in is the list's.
    """
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or isinstance(widget, QPushButton)
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
