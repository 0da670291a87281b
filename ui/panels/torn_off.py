"""The window that holds a page of the side panel taken out of it, on a second screen if people like."""

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.panels.panel_page import PanelPage

_SIZE = (420, 720)


class Place(NamedTuple):
    """Where a page is shown: its panel, the record open in it, and the window of its own, if it has one."""

    name: str
    record: str
    window: QRect | None = None


class TornOff(QWidget):
    """A window with one page. Closing it puts the page back; the window's shortcuts hold here too."""

    closed = Signal()

    def __init__(self, page: PanelPage, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(f"{page.title} – Trilliant")
        self.page = page
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        page.show_torn(True)
        page.show()
        self.addActions(owner.window().actions())
        self.resize(*_SIZE)

    def come_up(self) -> None:
        """Lie above other windows, with the keyboard."""
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The page goes back beside the board."""
        self.closed.emit()
        event.accept()
