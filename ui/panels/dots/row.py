"""A finding in the list: why it holds, what can be done, and the line on which a reason to set it aside is written."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.canvas.marks import severity_colour
from ui.panels.row import Act, TextRow
from workshop.findings.finding import Finding
from workshop.picture.palette import Palette


class DotsRow(TextRow):
    """`finding` gives the finding of a key as it is now, `acts` what is offered for it."""

    def __init__(
        self,
        key: str,
        looks: Palette,
        finding: Callable[[str], Finding | None],
        acts: "Callable[[DotsRow, Finding], list[Act]]",
    ) -> None:
        super().__init__(key, looks)
        self._finding = finding
        self._acts_of = acts
        self._shown: Finding | None = None
        self._why: _Why | None = None

    def show_record(self) -> None:
        """Show the finding, if it is another than is shown."""
        finding = self._finding(self.key)
        if finding is None or finding == self._shown:
            return
        self._shown = finding
        self.edge = "" if finding.dismissal else severity_colour(finding.severity, self.looks)
        text = f"{finding.sentence} Set aside: {finding.reason}" if finding.dismissal else finding.sentence
        self.tell(finding.title, text, self._acts_of(self, finding))
        self.setAccessibleDescription(f"{finding.severity.value}. {text}")

    def ask_why(self, dismiss: Callable[[str], object]) -> None:
        """Let a reason be written; Enter sets the finding aside, Escape lets it stay."""
        if self._why is None:
            self._why = _Why()
            self._why.left.connect(self._end_asking)
            self.column.addWidget(self._why)
        why = self._why
        why.returnPressed.connect(lambda: why.text().strip() and dismiss(why.text().strip()))
        why.show()
        why.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reshaped.emit()

    def _end_asking(self) -> None:
        if self._why is not None:
            self._why.hide()
            self._why.deleteLater()
            self._why = None
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reshaped.emit()


class _Why(QLineEdit):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("whyDismissed")
        self.setPlaceholderText("Why it may stay as it is, then Enter")
        self.setAccessibleName("Reason to set the finding aside")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
