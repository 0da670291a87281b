"""Tables as CSV that a spreadsheet opens as they are: UTF-8 with its mark, and cells that are no formulas."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def table_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV with commas and CRLF.

    A cell that begins with = + - @ (or a tab) would be run as a formula by spreadsheets, so an apostrophe stands
    before it; one that begins with apostrophes and then such a sign gets one more. `workshop.imports.terms_csv` takes
    the apostrophe off again, so nothing is lost on the way out and in.
    """
    target = StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_guarded(cell) for cell in row])
    return target.getvalue().encode("utf-8-sig", "replace")


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
