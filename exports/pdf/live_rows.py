"""Rows of text in which addresses of the web are underlined and lead there, as they do on screen."""

from collections.abc import Iterator

from exports.pdf.page import Jump
from exports.pdf.typeset import Row
from workshop.picture.card_text import CardLine, addresses_in
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Point, Rect, Stroke, TextRun

_DROP = 0.16
"""How far below the baseline an address is underlined, in sizes of the type."""


def live_rows(rows: list[Row], text: str) -> list[Row]:
    """The rows of a text with its addresses live; one that goes on below is pressed where it begins."""
    if "://" not in text and "www." not in text:
        return rows
    return [_live(row, text) for row in rows]


def _live(row: Row, text: str) -> Row:
    found = [one for run in row.shapes if isinstance(run, TextRun) for one in _addresses(run, text, row.height)]
    lines = tuple(line for line, _ in found)
    return row._replace(shapes=row.shapes + lines, jumps=row.jumps + tuple(jump for _, jump in found))


def _addresses(run: TextRun, text: str, height: float) -> Iterator[tuple[Stroke, Jump]]:
    line = CardLine(run.text, run.width)
    for rect, target in addresses_in(text, (line,), Point(run.x, 0.0), run.size):
        under = run.baseline + _DROP * run.size
        ends = Point(rect.x, under), Point(rect.right, under)
        yield Stroke(ends, LIGHT.link, 0.5), Jump(Rect(rect.x, 0.0, rect.w, height), "", target)
