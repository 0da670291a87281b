"""What was pasted: lines that become cards, or a table whose rows do."""

import re
from collections.abc import Callable

import msgspec

from workshop.errors import ForeignFileError
from workshop.imports.columns import has_header
from workshop.imports.tables import comma_rows, html_rows, pipe_rows, tab_rows
from workshop.model.text import clean_text

MOST_CARDS = 50_000
MOST_CHARACTERS = 40_000_000
LONGEST_CARD = 1_000_000
"""Limits of one paste; beyond them it is refused with a sentence."""

_MARKER = re.compile(r"(?:[-*–•▪◦‣·]\s+|[•▪◦‣]\s*)?(?:\[[ xX]?\]\s+)?")
_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s+")


class Pasted(msgspec.Struct, frozen=True):
    """Rows of cells; lines are rows of one cell each."""

    rows: tuple[tuple[str, ...], ...]
    is_table: bool

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0


def read_pasted(
    text: str, html: str = "", *, is_csv: bool = False, cancelled: Callable[[], bool] = lambda: False
) -> Pasted:
    """What a text from the clipboard or a file holds; `html` is the same as a page, where the clipboard has it.

    `is_csv` says that the text is comma separated values; otherwise it must have a header row that is known to be
    taken for some. Raises ForeignFileError where it is too much for a board, OpeningCancelled when cancelled.
    """
    if max(len(text), len(html)) > MOST_CHARACTERS:
        raise ForeignFileError("That is more than 40 MB of text, too much for a board; paste a part of it.")
    rows = html_rows(html, cancelled) or tab_rows(text) or pipe_rows(text)
    if rows is None and (values := comma_rows(text)) is not None and (is_csv or has_header(values)):
        rows = values
    is_table = rows is not None and len(rows[0]) > 1
    if rows is None:
        rows = [[line] for line in lines_of(text)]
    _check(rows)
    return Pasted(tuple(map(tuple, rows)), is_table)


def lines_of(text: str) -> list[str]:
    """The lines that are not empty, without the marks and numbers of a list."""
    lines = [line.strip() for line in clean_text(text).split("\n")]
    lines = [line for line in lines if line]
    lines = [_MARKER.sub("", line, count=1).strip() or line for line in lines]
    if len(lines) > 1 and all(_NUMBER.match(line) for line in lines):
        lines = [_NUMBER.sub("", line, count=1).strip() or line for line in lines]
    return lines


def _check(rows: list[list[str]]) -> None:
    if len(rows) > MOST_CARDS:
        raise ForeignFileError(
            f"That would be {len(rows):,} cards; at most {MOST_CARDS:,} can be pasted at once."
        )
    longest = max((sum(map(len, row)) for row in rows), default=0)
    if longest > LONGEST_CARD:
        raise ForeignFileError(
            f"One card would have {longest:,} characters; a card holds at most {LONGEST_CARD:,}. Nothing was pasted."
        )
