"""A table of terms from a file: what would become of each row is told before anything changes."""

from pathlib import Path

import pytest

from workshop.board.board import Board
from workshop.commands.term_table import read_table
from workshop.commands.terms import take_terms
from workshop.errors import ForeignFileError
from workshop.imports.terms_csv import LARGEST
from workshop.method.records import records_of
from workshop.model.terms import Term
from workshop.workshop import Workshop

TERMS = (Term(id="t", cx_says="bill", ux_says="invoice"), Term(id="u", cx_says="site", ux_says="place"))
TABLE = "CX says,UX says,Agreed\nbill,invoice,statement\nsite,place,\ndesk,table,\ninvoice,bill,\n"


def test_the_trial_tells_what_taking_the_table_in_does(tmp_path: Path) -> None:
    table = read_table(_file(tmp_path, TABLE), TERMS)
    assert table.sentence == (
        "terms.csv has 4 terms: 1 is new, 1 changes a term, 1 is there already, 1 is not taken."
    )
    assert [bool(table.refusal(row)) for row in table.rows] == [False, False, False, True]
    assert table.refusal(table.rows[3]).startswith("Line 5: Two terms would name each other")
    workshop = Workshop(Board(TERMS))
    assert take_terms(workshop, origin="me", rows=table.rows) == table.taken
    workshop.undo("me")
    assert tuple(records_of(workshop.board, Term).values()) == TERMS


def test_a_table_without_a_term_says_so(tmp_path: Path) -> None:
    assert read_table(_file(tmp_path, "CX says\n"), TERMS).sentence == "terms.csv has no terms."


def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ForeignFileError, match="could not be read"):
        read_table(tmp_path / "none.csv", TERMS)
    with pytest.raises(ForeignFileError, match="larger than"):
        read_table(_file(tmp_path, "CX says\n" + "x" * LARGEST), TERMS)
    with pytest.raises(ForeignFileError, match="Line 2"):
        read_table(_file(tmp_path, 'CX says\n"never closed'), TERMS)


def _file(folder: Path, text: str) -> Path:
    path = folder / "terms.csv"
    path.write_text(text, encoding="utf-8")
    return path
