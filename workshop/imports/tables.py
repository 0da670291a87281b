"""Tables out of what a spreadsheet, a page or a text editor puts on the clipboard: rows of cells, or None."""

import csv
import re
from collections.abc import Callable
from html.parser import HTMLParser
from io import StringIO

from workshop.errors import OpeningCancelled
from workshop.model.text import clean_text

Rows = list[list[str]]

MOST_COLUMNS = 100
_PIECE = 64 * 1024
_BREAKS = frozenset({"br", "p", "div", "li"})
_SILENT = frozenset({"style", "script", "head", "title"})
_EVEN = 0.6
"""The share of rows with as many cells as most have, from which on text with tabs is a table."""

_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?")


def html_rows(html: str, cancelled: Callable[[], bool] = lambda: False) -> Rows | None:
    """The largest table of a page, if most of the page's words stand in tables. Nothing is fetched, nothing is run.

    Raises OpeningCancelled when `cancelled` says so.
    """
    if "<table" not in html.lower():
        return None
    parser = _TableParser()
    for start in range(0, len(html), _PIECE):
        if cancelled():
            raise OpeningCancelled("Nothing was pasted.")
        parser.feed(html[start : start + _PIECE])
    parser.close()
    tables = parser.tables
    if not tables or parser.outside > parser.inside:
        return None
    return _tidied(max(tables, key=lambda rows: sum(map(len, rows))))


def tab_rows(text: str) -> Rows | None:
    """The rows of text with a tab between cells, as every spreadsheet gives it."""
    if "\t" not in text:
        return None
    rows = _parsed(text, "\t") or [line.split("\t") for line in text.splitlines()]
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    widths = [len(row) for row in rows]
    if not rows or max(widths) < 2:
        return None
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    return _tidied(rows) if usual > 1 and widths.count(usual) >= _EVEN * len(rows) else None


def comma_rows(text: str) -> Rows | None:
    """The rows of comma or semicolon separated values, all of the same number of cells, at least two."""
    for mark in (",", ";"):
        rows = _parsed(text, mark)
        if rows and len(rows) > 1 and len(rows[0]) > 1 and all(len(row) == len(rows[0]) for row in rows):
            return _tidied(rows)
    return None


def pipe_rows(text: str) -> Rows | None:
    """The rows of a Markdown table."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 3 or "|" not in lines[0] or not _RULE.fullmatch(lines[1]):
        return None
    if not all("|" in line for line in lines):
        return None
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in (lines[0], *lines[2:])]
    return _tidied(cells)


def _parsed(text: str, mark: str) -> Rows | None:
    """The rows as csv reads them strictly; None where quotes do not close, which would swallow all that follows."""
    try:
        return [row for row in csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True) if row]
    except csv.Error:
        return None


def _tidied(rows: Rows) -> Rows | None:
    """The rows with cells cleaned, as long as the longest, without empty rows and columns."""
    rows = [[clean_text(cell).strip() for cell in row[:MOST_COLUMNS]] for row in rows]
    width = max((len(row) for row in rows), default=0)
    rows = [row + [""] * (width - len(row)) for row in rows if any(row)]
    used = [place for place in range(width) if any(row[place] for row in rows)]
    return [[row[place] for place in used] for row in rows] if rows else None


class _TableParser(HTMLParser):
    """Gathers the outermost tables; a cell that spans rows or columns stands in each row, and in the first column."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[Rows] = []
        self.inside = self.outside = 0
        self._depth = self._silent = 0
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._below: dict[int, tuple[int, str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
                self._below = {}
        elif self._depth != 1:
            self._broken(tag)
        elif tag == "tr":
            self._end_row()
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self._end_cell()
            self._cell = []
            spans = dict(attrs)
            self._span = (_number(spans.get("colspan")), _number(spans.get("rowspan")))
        else:
            self._broken(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self._depth:
            if self._depth == 1:
                self._end_row()
            self._depth -= 1
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()
        elif tag in ("p", "div", "li"):
            self._broken(tag)

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        length = len(data.strip())
        if self._depth:
            self.inside += length
        else:
            self.outside += length
        if self._cell is not None:
            self._cell.append(re.sub(r"\s+", " ", data))

    def close(self) -> None:
        super().close()
        self._end_row()

    def _end_row(self) -> None:
        self._end_cell()
        if self.tables and self.tables[-1]:
            self._fill(self.tables[-1][-1])

    def _broken(self, tag: str) -> None:
        if tag in _BREAKS and self._cell is not None:
            self._cell.append("\n")

    def _end_cell(self) -> None:
        """Put the cell into its row, behind what reaches down from the rows above."""
        if self._cell is None:
            return
        text = re.sub(r" *\n[ \n]*", "\n", "".join(self._cell)).strip()
        self._cell = None
        if not self.tables[-1]:
            self.tables[-1].append([])
        row = self.tables[-1][-1]
        self._fill(row)
        across, down = self._span
        if down > 1:
            self._below[len(row)] = (down - 1, text)
        row.append(text)
        row.extend([""] * min(across - 1, MOST_COLUMNS - len(row)))

    def _fill(self, row: list[str]) -> None:
        while len(row) in self._below:
            left, text = self._below.pop(len(row))
            if left > 1:
                self._below[len(row)] = (left - 1, text)
            row.append(text)


def _number(value: str | None) -> int:
    digits = (value or "").strip()
    return min(int(digits), 10_000) if digits.isdecimal() and len(digits) < 6 else 1
