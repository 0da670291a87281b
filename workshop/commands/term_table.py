"""A table of terms from a file, with what would become of each row, so that it can be shown before it is taken in."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from workshop.board.board import Board
from workshop.commands.terms import TakenTerms, take_terms
from workshop.errors import ForeignFileError
from workshop.imports.terms_csv import LARGEST, TermRow, terms_from_csv
from workshop.model.terms import Term
from workshop.workshop import Workshop


class TermTable(msgspec.Struct, frozen=True):
    """The rows of a file by its name, and what taking them in would do."""

    name: str
    rows: tuple[TermRow, ...]
    taken: TakenTerms

    @property
    def sentence(self) -> str:
        """What would become of the rows: “3 are new, 1 changes a term, 2 are not taken”."""
        added, changed, refused = self.taken.added, self.taken.changed, len(self.taken.refused)
        same = len(self.rows) - added - changed - refused
        parts = (
            (added, "is new", "are new"),
            (changed, "changes a term", "change terms"),
            (same, "is there already", "are there already"),
            (refused, "is not taken", "are not taken"),
        )
        told = [f"{count} {one if count == 1 else many}" for count, one, many in parts if count]
        terms = "1 term" if len(self.rows) == 1 else f"{len(self.rows):,} terms"
        return f"{self.name} has {terms}: {', '.join(told)}." if told else f"{self.name} has no terms."

    def refusal(self, row: TermRow) -> str:
        """Why a row would not be taken, naming its line; empty when it would."""
        start = f"Line {row.line}:"
        return next((told for told in self.taken.refused if told.startswith(start)), "")


def read_table(path: Path, terms: Iterable[Term]) -> TermTable:
    """Read a file and try its rows against terms, of which nothing changes.

    Raises ForeignFileError when the file cannot be read, and for what `terms_from_csv` refuses.
    """
    try:
        with path.open("rb") as file:
            body = file.read(LARGEST + 1)
    except OSError as error:
        raise ForeignFileError(f"{path.name} could not be read: {error.strerror}.") from error
    rows = tuple(terms_from_csv(body))
    return TermTable(path.name, rows, take_terms(Workshop(Board(list(terms))), origin="trial", rows=rows))
