"""A page with a list whose rows open in its place, with a way back: the button, or Escape."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.panels.panel_page import MARGIN, PanelContext, PanelPage
from ui.panels.row import Row
from ui.panels.row_list import RowList
from ui.panels.scrolling import scrolling
from ui.theme.icons import icon

if TYPE_CHECKING:
    from ui.panels.sheet import Sheet


class OpeningPage(PanelPage):
    """The base. `back_words` stand on the way back; the list and what is above it are in `listing`."""

    back_words = "Back"

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.opened: str | None = None
        self.sheet: Sheet | None = None
        self._area: QScrollArea | None = None
        self.rows = RowList(self.make_row)
        self.listing = QVBoxLayout()
        self._pages = QStackedWidget()
        listed = QWidget()
        listed.setObjectName("panelBody")
        listed.setLayout(self.listing)
        self.listing.setContentsMargins(0, 0, 0, 0)
        self.listing.setSpacing(8)
        self._pages.addWidget(listed)
        self.body.addWidget(self._pages, 1)

    @property
    def record(self) -> str:
        """The record that is open in the place of the list."""
        return self.opened or ""

    def make_row(self, key: str) -> Row:
        """The row of a record."""
        raise NotImplementedError

    def make_sheet(self) -> "Sheet":
        """What a row opens into; made once."""
        raise NotImplementedError

    def has(self, record_id: str) -> bool:
        """Whether there is such a record still."""
        raise NotImplementedError

    def show_list(self) -> None:
        """Show the list as the board is now."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the board as it is now; what is opened closes when it is gone."""
        if self.opened is not None and not self.has(self.opened):
            self.opened = None
            self._pages.setCurrentIndex(0)
        if self.opened is not None and self.sheet is not None:
            self.sheet.show_record(self.opened)
        else:
            self.show_list()

    def show_record(self, record_id: str) -> None:
        """Open a record."""
        if self.has(record_id):
            self.open(record_id)

    def open(self, record_id: str) -> None:
        """Open a record in the place of the list, with the keyboard where work begins."""
        if self.sheet is None or self._area is None:
            self.sheet = self.make_sheet()
            self._area = scrolling(self.sheet)
            self._pages.addWidget(self._opened_page(self._area))
        self.opened = record_id
        self.say("")
        self.sheet.show_record(record_id)
        self._pages.setCurrentIndex(1)
        self._area.verticalScrollBar().setValue(0)
        if self.state.workshop.read_only:
            self._area.setFocus(Qt.FocusReason.OtherFocusReason)  # the arrows scroll what can only be read
        else:
            self.sheet.take_keyboard()

    def close_record(self) -> None:
        """Back to the list, to the row of what was open."""
        before, self.opened = self.opened, None
        if self.sheet is not None:
            self.sheet.settle()
        self._pages.setCurrentIndex(0)
        self.refresh()
        if before is not None and before in self.rows.keys:
            self.rows.go_to(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and self.opened is not None:
            self.close_record()
        else:
            super().keyPressEvent(event)

    def _opened_page(self, area: QScrollArea) -> QWidget:
        page = QWidget()
        page.setObjectName("panelBody")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN - 4, 0, MARGIN, 0)
        back = QPushButton(self.back_words)
        back.setObjectName("back")
        back.setIcon(icon("arrow-left", self.looks.selection))
        back.setProperty("link", True)
        back.setToolTip("Esc")
        back.clicked.connect(self.close_record)
        row.addWidget(back)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(area, 1)
        return page
