"""Terms out of CSV, as spreadsheets write it: any of the usual separators, errors naming the line."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

import msgspec

from workshop.errors import ForeignFileError
from workshop.model.journey import Altitude
from workshop.model.text import clean_line, clean_text

LARGEST = 5 * 2**20
"""Bytes that are read as a table of terms."""

MOST_ROWS = 2_000
LONGEST_CELL = 20_000
_TOLD = 3

COLUMNS = {
    **dict.fromkeys(("cx says", "cx", "customer experience", "cx word"), "cx_says"),
    **dict.fromkeys(("ux says", "ux", "user experience", "ux word"), "ux_says"),
    **dict.fromkeys(("agreed", "agreed word", "term", "shared word", "we say"), "agreed"),
    **dict.fromkeys(("definition", "meaning", "shared definition"), "definition"),
    **dict.fromkeys(("example", "examples"), "example"),
    **dict.fromkeys(("altitude", "level"), "altitude"),
}
"""The names of columns that are understood, letter case aside, and the field of each."""

_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_ALTITUDES = {altitude.value.casefold(): altitude for altitude in Altitude}


class TermRow(msgspec.Struct, frozen=True):
    """A term as a table gives it, and the line of the table on which it begins."""

    cx_says: str = ""
    ux_says: str = ""
    agreed: str = ""
    definition: str = ""
    example: str = ""
    altitude: Altitude | None = None
    line: int = 0


def terms_from_csv(body: bytes) -> list[TermRow]:
    """The terms of a table whose first line names its columns; empty lines are passed over.

    Raises ForeignFileError for a file that is too large, no text, without known columns, or with lines at fault,
    naming the first of these.
    """
    text = _decoded(body)
    lines = _lines(text)
    _, header = next(lines, (1, []))
    fields = [COLUMNS.get(clean_line(name).casefold().strip(" :")) for name in header]
    if not {"cx_says", "ux_says", "agreed"} & set(fields):
        raise ForeignFileError(
            "Line 1 must name the columns: CX says, UX says, Agreed, Definition, Example, Altitude."
        )
    rows: list[TermRow] = []
    faults: list[str] = []
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if len(rows) + len(faults) >= MOST_ROWS:
            raise ForeignFileError(f"The table has more than {MOST_ROWS:,} terms, which no glossary needs.")
        row = _row(fields, cells, line)
        if isinstance(row, str):
            faults.append(row)
        else:
            rows.append(row)
    if faults:
        more = f" And {len(faults) - _TOLD} more." if len(faults) > _TOLD else ""
        raise ForeignFileError(" ".join(faults[:_TOLD]) + more)
    return rows


def _decoded(body: bytes) -> str:
    if len(body) > LARGEST:
        raise ForeignFileError(
            f"The file is larger than the {LARGEST // 2**20} MB that a table of terms may have."
        )
    encoding = "utf-16" if body[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise ForeignFileError(f"Line {line} is not UTF-8 text; save the table as “CSV UTF-8”.") from error


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of cells, each with the line on which it begins."""
    told = re.match(r"sep=(.)\r?\n", text)
    mark = told[1] if told else _mark(text)
    reader = csv.reader(StringIO(text[told.end() :] if told else text, newline=""), delimiter=mark, strict=True)
    first = 2 if told else 1
    while True:
        line = reader.line_num + first
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise ForeignFileError(f"Line {line}: the quotes of a cell do not match.") from error
        if cells is None:
            return
        yield line, cells


def _mark(text: str) -> str:
    """The separator: the one of which the first line has most; spreadsheets of many countries write semicolons."""
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _row(fields: list[str | None], cells: list[str], line: int) -> TermRow | str:
    """The term of a line, or the sentence that says what is wrong with it."""
    if len(cells) > len(fields) and any(cell.strip() for cell in cells[len(fields) :]):
        return f"Line {line} has {len(cells)} cells, the first line {len(fields)}."
    if any(len(cell) > LONGEST_CELL for cell in cells):
        return f"Line {line} has a cell of more than {LONGEST_CELL:,} characters."
    found = {field: _cell(cell) for field, cell in zip(fields, cells, strict=False) if field}
    level = found.pop("altitude", "").strip()
    if level and level.casefold() not in _ALTITUDES:
        return f"Line {line}: the altitude “{level[:60]}” is none of {', '.join(Altitude)}."
    if not any(found.get(field, "").strip() for field in ("cx_says", "ux_says", "agreed")):
        return f"Line {line} has no word: what CX says, what UX says, or what both agreed on."
    return TermRow(**found, altitude=_ALTITUDES.get(level.casefold()), line=line)


def _cell(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it as a formula."""
    return clean_text(cell[1:] if _GUARDED.match(cell) else cell)
