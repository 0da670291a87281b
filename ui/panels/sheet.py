"""What an opened record is shown on: its parts below one another, each brought up to date alone."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.panels.labelled import Labelled
from ui.panels.panel_page import MARGIN, PanelContext


class Sheet(QWidget):
    """The base. `record_id` is what is shown now, empty for nothing."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self.context = context
        self.state = context.state
        self.looks = context.looks
        self.record_id = ""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, 4, MARGIN, 20)
        self.column.setSpacing(8)

    def show_record(self, record_id: str) -> None:
        """Show a record as it is now; what was written on another goes there first."""
        if record_id != self.record_id:
            self.settle()
            self.record_id = record_id
        self.fill()

    def fill(self) -> None:
        """Show the record as it is now."""
        raise NotImplementedError

    def settle(self) -> None:
        """Give what was written and not given yet, and let go of what was refused."""
        for field in self.findChildren(Labelled):
            field.forget()

    def take_keyboard(self) -> None:
        """Bring the keyboard to where work begins."""
