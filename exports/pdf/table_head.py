"""The head of a table: the names of its columns over a line."""

from collections.abc import Sequence

from exports.pdf.typeset import EYEBROW, Row, label
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect

_NAME = EYEBROW._replace(size=7)


def table_head(width: float, shares: Sequence[float], names: Sequence[str]) -> list[Row]:
    """One row; `shares` say where the columns begin."""
    cells = [label(width * share, 7, name, _NAME) for share, name in zip(shares, names, strict=True) if name]
    return [Row(15.4, (*cells, Box(Rect(0, 14.6, width, 0.8), LIGHT.ink)))]
