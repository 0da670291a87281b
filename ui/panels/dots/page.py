"""The panel of the dots that nobody connected: every finding with what can be done about it."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from ui.panels.dots.acts import acts_of, restore
from ui.panels.dots.row import DotsRow
from ui.panels.looking_only import changing
from ui.panels.panel_page import MARGIN, PanelContext, PanelPage
from ui.panels.row import Act
from ui.panels.row_list import RowList
from ui.panels.teaching import Teaching
from workshop.findings.finding import Finding, Severity


class DotsPage(PanelPage):
    """Lists the findings, the most severe first; those set aside are shown on demand, below."""

    title = "Dots nobody connected"

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self._findings: dict[str, Finding] = {}
        self.rows = RowList(self._row)
        self.rows.setAccessibleName("Findings")
        self._nothing = Teaching(
            "Nothing stands out. As cards and links come, Trilliant says here which signals lead nowhere, which "
            "decisions lack evidence and where one side was not heard.",
            "Show the threads",
            lambda: context.open_panel("threads", ""),
        )
        self._dismissed = QPushButton()
        self._dismissed.setProperty("act", True)
        self._dismissed.setCheckable(True)
        self._dismissed.setObjectName("showDismissed")
        self._dismissed.clicked.connect(self.refresh)
        below = QHBoxLayout()
        below.setContentsMargins(MARGIN, 0, MARGIN, 10)
        below.addWidget(self._dismissed)
        below.addStretch(1)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.rows, 1)
        self.body.addLayout(below)
        context.watch.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show the findings as they are now."""
        watch = self.context.watch
        shown = watch.findings + (watch.dismissed if self._dismissed.isChecked() else [])
        self._findings = {"\x1f".join(finding.subject): finding for finding in shown}
        self.rows.show_rows(tuple(self._findings))
        self.rows.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        count, aside = len(watch.findings), len(watch.dismissed)
        high = sum(finding.severity is Severity.HIGH for finding in watch.findings)
        self.say(_counted(count, high))
        self._dismissed.setVisible(bool(aside))
        self._dismissed.setText(
            f"Hide the {aside} set aside" if self._dismissed.isChecked() else f"{aside} set aside"
        )

    def show_record(self, record_id: str) -> None:
        """Bring the first finding that names a card into sight."""
        for key, finding in self._findings.items():
            if record_id in finding.cards:
                self.rows.go_to(key)
                return

    def _row(self, key: str) -> DotsRow:
        return DotsRow(key, self.looks, self._finding, self._acts)

    def _finding(self, key: str) -> Finding | None:
        return self._findings.get(key)

    def _acts(self, row: DotsRow, finding: Finding) -> list[Act]:
        if finding.dismissal:
            return [*changing(self.state, ("Bring back", lambda: restore(self.context, finding)))]
        return acts_of(self.context, finding, row.ask_why)

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()


def _counted(count: int, high: int) -> str:
    if not count:
        return ""
    findings = "1 finding" if count == 1 else f"{count} findings"
    return f"{findings} on this board" + (f" · {high} may cost most" if high else "")
