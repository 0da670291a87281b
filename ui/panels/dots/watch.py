"""The watch over the board: finds the dots that nobody connected anew, in slices, whenever the board has changed."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workshop.visibility import Visible

if TYPE_CHECKING:
    from workshop.findings.finding import Finding, Severity

PAUSE_MS = 300
"""After this pause the board is looked through: writing goes on meanwhile."""

HOLD_MS = 250
"""Looking through goes on so long after the last time that somebody did something: a large step would be felt."""

_SLICE_SECONDS = 0.006


class DotsWatch(QObject):
    """Holds the findings as of the last look, the most severe first, and those that were set aside."""

    changed = Signal()

    def __init__(
        self,
        visible: Visible,
        parent: QObject,
        *,
        in_use: Callable[[], bool] = lambda: False,
        today: Callable[[], date] = date.today,
    ) -> None:
        """`in_use` says whether a gesture is under way, during which nothing is looked through."""
        super().__init__(parent)
        self._in_use = in_use
        self.findings: list[Finding] = []
        self.dismissed: list[Finding] = []
        self._visible = visible
        self._today = today
        self._looking: Iterator[object] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._slice = QTimer(self)
        self._slice.setSingleShot(True)
        self._slice.setInterval(0)
        self._slice.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether what is held may be of an earlier board."""
        return self._pause.isActive() or self._looking is not None

    def look_again(self, *_change: object) -> None:
        """The board has changed: look it through after a pause."""
        self._looking = None
        self._pause.start()

    def hold(self) -> None:
        """Somebody does something: begin or go on when they rest."""
        if self._looking is not None:
            self._slice.start(HOLD_MS)
        elif self._pause.isActive():
            self._pause.start()

    def marked(self) -> "dict[str, Severity]":
        """The cards that bear a mark, each with the most severe of its findings."""
        found: dict[str, Severity] = {}
        for finding in self.findings:
            for card in finding.cards if finding.marks else ():
                found.setdefault(card, finding.severity)
        return found

    def of_card(self, card: str) -> "list[Finding]":
        """The findings that mark a card."""
        return [finding for finding in self.findings if finding.marks and card in finding.cards]

    def _begin(self) -> None:
        self._looking = self._look()
        self._go_on()

    def _look(self) -> Iterator[object]:
        from workshop.findings.looking import findings_in_steps

        yield None
        found: list[Finding] = []
        dismissed: list[Finding] = []
        for step in findings_in_steps(self._visible, self._today()):
            for finding in step:
                (dismissed if finding.dismissal else found).append(finding)
            yield None
        found.sort(key=lambda finding: -finding.severity.weight)
        self.findings, self.dismissed = found, dismissed
        self.changed.emit()

    def _go_on(self) -> None:
        if self._in_use():
            self._slice.start(HOLD_MS)
            return
        end = time.monotonic() + _SLICE_SECONDS
        while (looking := self._looking) is not None and time.monotonic() < end:
            if next(looking, self) is self:
                self._looking = None
                return
        if self._looking is not None:
            self._slice.start(0)
