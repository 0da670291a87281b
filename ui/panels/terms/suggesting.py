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


class Suggesting(QObject):
    """Holds the suggestions as of the last look; `changed` says that others were found."""

    changed = Signal()

    def __init__(self, visible: Visible, parent: QObject) -> None:
        super().__init__(parent)
        self.found: list[TermSuggestion] = []
        self._visible = visible
        self._stale = True
        self._looking: Generator[None, None, list[TermSuggestion]] | None = None
        self._wait = QTimer(self)
        self._wait.setInterval(_WAITING_MS)
        self._wait.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether it is being looked for."""
        return self._looking is not None

    def note(self, change_set: ChangeSet) -> None:
        """After cards or terms changed, the next look finds others."""
        self._stale = self._stale or any(isinstance(one.record, Card | Term) for one in change_set.changes)

    def look(self) -> None:
        """Look again if anything changed since; a look under way is finished first."""
        if not self._stale or self._looking is not None:
            return
        self._stale = False
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
