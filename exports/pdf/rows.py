"""Rows put together: columns beside each other, named facts, and blocks that pages keep whole where they can."""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from exports.pdf.moving import moved
from exports.pdf.page import Bookmark, Flow, Jump
from exports.pdf.typeset import Row, Style, height_of, text_rows
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, Shape, Weight

_WHOLE = 300.0
"""Columns up to this height stay one row; higher ones may part between their lines."""

_UNEVEN = 24.0
"""A row of high columns may end so many points further down than it must, where less white comes into a column."""

_NEAR = 0.01
"""Heights that differ by less are the same."""

_LEAST, _FIRST = 90.0, 3
"""So many points and rows of a block longer than a page stand below what is on the page already, or it begins anew."""

_NAME = Style(8, LIGHT.muted, Weight.SEMIBOLD, leading=1.45)
_FACT = Style(8.4, leading=1.38)
FACT_X = 78.0
"""Where a fact begins that has its name before it."""


def beside(*columns: Sequence[Row]) -> list[Row]:
    """Columns whose shapes stand at their own x already, their tops level.

    High ones part where their rows end together, or nearly so. A row of one may be as high as many lines of another,
    which run on at its side.
    """
    if max(map(height_of, columns)) <= _WHOLE:
        return [_stacked(columns)]
    rows, left = [], [deque(column) for column in columns]
    while any(left):
        height = _level(left)
        rows.append(_stacked([list(_taken(column, height)) for column in left]))
    return rows


def in_one(rows: Sequence[Row]) -> list[Row]:
    """Rows that no page break may divide; unless they are high, then they stay as they are."""
    return beside(rows) if rows else []


def fact_rows(name: str, text: str, width: float, style: Style = _FACT, x: float = 0.0) -> list[Row]:
    """A fact's name with its text in a column at its right; nothing without a text."""
    if not text.strip():
        return []
    return named_rows(name, text_rows(text, width - FACT_X, style, x + FACT_X), x)


def named_rows(name: str, rows: Sequence[Row], x: float = 0.0) -> list[Row]:
    """Rows that stand at FACT_X with the name of what they are before them."""
    return [*beside(text_rows(name, FACT_X - 8, _NAME, x), rows), Row(2.5)]


def ruled(rows: Sequence[Row], width: float, above: float = 5.0, below: float = 5.0) -> list[Row]:
    """Rows with white around them and a hairline beneath."""
    line = Box(Rect(0, below - 0.25, width, 0.5), LIGHT.hairline)
    return [Row(above), *rows, Row(below, (line,))]


def least_of(rows: Sequence[Row], room: float) -> float:
    """The height without which a block cannot begin: all of it, or where that exceeds the room, its first lines."""
    height = height_of(rows)
    return height if height <= room + 0.01 else min(height, max(_LEAST, height_of(rows[:_FIRST])))


def set_rows(
    flow: Flow,
    rows: Sequence[Row],
    *,
    before: Sequence[Row] = (),
    head: Sequence[Row] = (),
    anchor: str = "",
    title: str = "",
    after: float = 0.0,
    anchors: Sequence[str] = (),
    below: float = 0.0,
) -> None:
    """Set a block on the flow.

    It is divided only if it is longer than a page. `before` is a heading that stays with its beginning, `head` is
    repeated at the top of each further page. `anchor` names the place where the block begins, as `anchors` do, and a
    `title` lists it in the outline below its section. `after` is the white below it, which may hang over the end of a
    page, `below` the height of what must not stand alone on the next.
    """
    opening = height_of(before)
    room = flow.paper.body - flow.heading - max(opening, height_of(head))
    fits = height_of(rows) <= room + 0.01
    least = opening + least_of(rows, room)
    turned = flow.need(least + below if least + below <= room else least)
    _put(flow, before or (head if turned else ()))
    for one in filter(None, (anchor, *anchors)):
        flow.page.anchors.setdefault(one, flow.y)
    if title:
        flow.page.bookmarks.append(Bookmark(title, anchor, 1))
    flow.page.begin_part()
    for row in rows:
        if not fits and flow.need(row.height):
            _put(flow, head)
        _put(flow, (row,), goes_on=True)
    flow.heading = 0.0
    flow.y += after


def _put(flow: Flow, rows: Sequence[Row], *, goes_on: bool = False) -> None:
    for row in rows:
        top = flow.put(row.shapes, row.height, goes_on=goes_on) if row.shapes else flow.y
        if not row.shapes:
            flow.y += row.height
        for jump in row.jumps:
            flow.page.jumps.append(jump._replace(rect=jump.rect.moved(flow.paper.margin, top)))


def _level(columns: Sequence[deque[Row]]) -> float:
    """Where all columns may part: at the end of the highest of their first rows or, with less white, a little below."""
    least = max(column[0].height for column in columns if column)
    most = max(least, min(least + _UNEVEN, _WHOLE))
    ends = {end for column in columns for end in _ends(column, most) if end >= least}
    return min(ends, key=lambda height: (round(_white(columns, height), 1), height))


def _ends(column: deque[Row], most: float) -> list[float]:
    """Where the rows of a column end, down to the given height."""
    return list(takewhile(lambda end: end <= most + _NEAR, accumulate(row.height for row in column)))


def _white(columns: Sequence[deque[Row]], height: float) -> float:
    """The most white that comes into a column, before rows that follow, where all part at this height."""
    ends = [_ends(column, height) for column in columns]
    return max(
        (height - end[-1] for column, end in zip(columns, ends, strict=True) if len(end) < len(column)),
        default=0.0,
    )


def _taken(column: deque[Row], height: float) -> Iterator[Row]:
    """The rows that end down to this height, removed from the column."""
    for _ in _ends(column, height):
        yield column.popleft()


def _stacked(columns: Sequence[Sequence[Row]]) -> Row:
    """Columns as one row."""
    return _over_each_other([_as_one(column) for column in columns])


def _as_one(rows: Sequence[Row]) -> Row:
    shapes: list[Shape] = []
    jumps: list[Jump] = []
    y = 0.0
    for row in rows:
        shapes.extend(moved(row.shapes, 0, y))
        jumps.extend(jump._replace(rect=jump.rect.moved(0, y)) for jump in row.jumps)
        y += row.height
    return Row(y, tuple(shapes), tuple(jumps))


def _over_each_other(rows: Sequence[Row]) -> Row:
    shapes = tuple(shape for row in rows for shape in row.shapes)
    jumps = tuple(jump for row in rows for jump in row.jumps)
    return Row(max(row.height for row in rows), shapes, jumps)
