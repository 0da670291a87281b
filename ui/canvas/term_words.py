"""Where words of the board's terms stand in the texts of cards, looked up once for each text."""

from typing import TYPE_CHECKING

from workshop.board.board import Board
from workshop.changes.change_set import ChangeSet
from workshop.model.terms import Term
from workshop.picture.underlining import Range

if TYPE_CHECKING:
    from workshop.method.term_index import TermFinder, TermSpan

_READ = 4_000
"""Characters of a text that are looked through; no card shows more."""

_REMEMBERED = 20_000
"""So many texts are kept."""


class TermWords:
    """Cheap where nothing is a term: then nothing is imported and no text is looked at.

    It sleeps until it is woken: the first sight of the board need not wait for underlines.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self._awake = False
        self._finder: TermFinder | None = None
        self._found: dict[str, tuple[TermSpan, ...]] = {}
        self._ranges: dict[str, tuple[Range, ...]] = {}

    def wake(self) -> bool:
        """Look from now on; whether cards may have other underlines for it."""
        slept, self._awake = not self._awake, True
        return slept and bool(self._board.collection("terms"))

    def note(self, change_set: ChangeSet) -> bool:
        """Whether a change set makes other words terms."""
        others = any(
            _words(change.before) != _words(change.after)
            for change in change_set.changes
            if isinstance(change.record, Term)
        )
        if others:
            self._finder = None
            self._forget()
        return others

    def ranges(self, text: str) -> tuple[Range, ...]:
        """The characters of a text that are words of terms."""
        if not self._awake or not self._board.collection("terms"):
            return ()
        if (found := self._ranges.get(text)) is None:
            found = self._ranges[text] = tuple((span.start, span.end) for span in self.spans(text))
        return found

    def spans(self, text: str) -> "tuple[TermSpan, ...]":
        """The words of terms in a text."""
        if (found := self._found.get(text)) is None:
            if len(self._found) >= _REMEMBERED:
                self._forget()
            found = self._found[text] = self._made().spans(text[:_READ])
        return found

    def _made(self) -> "TermFinder":
        if self._finder is None:
            from workshop.method.term_index import TermFinder

            terms = (record for record in self._board.collection("terms").values() if isinstance(record, Term))
            self._finder = TermFinder(terms)
        return self._finder

    def _forget(self) -> None:
        self._found.clear()
        self._ranges.clear()


def _words(record: object) -> tuple[str, str, str] | None:
    """The words of a term; what else it says changes no underline."""
    return (record.cx_says, record.ux_says, record.agreed) if isinstance(record, Term) else None
