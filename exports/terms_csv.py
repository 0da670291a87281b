"""The terms as a table, which `workshop.imports.terms_csv` reads again without loss."""

from exports.table_csv import table_csv
from workshop.board.board import Board
from workshop.method.records import records_of
from workshop.model.terms import Term

HEADER = ("CX says", "UX says", "Agreed", "Definition", "Example", "Altitude")


def terms_csv(board: Board) -> bytes:
    """Every term of a board as CSV, in the board's order. Terms name no cards, so nothing hidden is in them."""
    rows = [
        (
            term.cx_says,
            term.ux_says,
            term.agreed,
            term.definition,
            term.example,
            term.altitude.value if term.altitude else "",
        )
        for term in records_of(board, Term).values()
    ]
    return table_csv([HEADER, *rows])
