"""Looking for words that may mean one thing, on another thread, since it takes a second on a large board."""

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, QTimer, Signal

from ui.pasting.errand import in_thread
from workshop.board.board import Board
from workshop.changes.change_set import ChangeSet
from workshop.method.term_suggestions import TermSuggestion, term_suggestions
from workshop.model.cards import Card
from workshop.model.terms import Term
from workshop.visibility import Visible, visible_to

_WAITING_MS = 20
_PAUSE_MS = 1_500
"""So long nothing changed before it is looked for again: the other thread would make the writing slow."""


class Suggesting(QObject):
    """Holds the suggestions as of the last look; `changed` says that others were found."""

    changed = Signal()

    def __init__(self, visible: Visible, parent: QObject) -> None:
        super().__init__(parent)
        self.found: list[TermSuggestion] = []
        self._visible = visible
        self._stale = True
        self._looked = False
        self._looking: Generator[None, None, list[TermSuggestion]] | None = None
        self._wait = QTimer(self)
        self._wait.setInterval(_WAITING_MS)
        self._wait.timeout.connect(self._go_on)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether it is being looked for, or soon will be."""
        return self._looking is not None or self._pause.isActive()

    def note(self, change_set: ChangeSet) -> None:
        """After cards or terms changed, the next look finds others."""
        if any(isinstance(change.record, Card | Term) for change in change_set.changes):
            self._stale = True
            if self._pause.isActive():
                self._pause.start()

    def look(self) -> None:
        """Look if anything changed since: the first time at once, then when nothing changed for a while."""
        if not self._stale or self.busy:
            return
        if self._looked:
            self._pause.start()
        else:
            self._begin()

    def _begin(self) -> None:
        if self._looking is not None:
            return
        self._looked, self._stale = True, False
        self._looking = in_thread(_search(self._visible))
        self._wait.start()

    def _go_on(self) -> None:
        assert self._looking is not None
        try:
            next(self._looking)
        except StopIteration as ended:
            self._end()
            found: list[TermSuggestion] = ended.value
            if found != self.found:
                self.found = found
                self.changed.emit()
        except BaseException:  # a fault of ours, told elsewhere; it must not be asked again and again
            self._end()
            raise

    def _end(self) -> None:
        self._looking = None
        self._wait.stop()


def _search(visible: Visible) -> Callable[[Callable[[], bool]], list[TermSuggestion]]:
    """The search through the board as it is now, of which a copy goes to the other thread."""
    copy = visible_to(visible.viewer, Board(list(visible.board.records())))
    return lambda _cancelled: term_suggestions(copy)
