"""Arranging cards: where they lie after aligning, distributing, or tidying into rows."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from workshop.picture.group_plan import frame_around
from workshop.picture.placement import GAP
from workshop.picture.plan import Point, Rect


class Edge(StrEnum):
    """What of the cards comes to lie on one line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Axis(StrEnum):
    """Along which cards are distributed."""

    ACROSS = "across"
    DOWN = "down"


def aligned(boxes: Mapping[str, Rect], edge: Edge) -> dict[str, Rect]:
    """The boxes with one edge, or their middles, on the line of the box around them all."""
    if not boxes:
        return {}
    around = around_all(boxes.values())
    return {name: _on_edge(box, around, edge) for name, box in boxes.items()}


def distributed(boxes: Mapping[str, Rect], axis: Axis) -> dict[str, Rect]:
    """The boxes with even gaps between them; the outermost two stay. Fewer than three stay as they are.

    Where they do not fit beside each other, their gaps are evenly negative.
    """
    across = axis is Axis.ACROSS
    order = sorted(boxes, key=lambda name: boxes[name].centre[0 if across else 1])
    if len(order) < 3:
        return dict(boxes)
    first, last = boxes[order[0]], boxes[order[-1]]
    span = (last.right - first.x) if across else (last.bottom - first.y)
    gap = (span - sum(box.w if across else box.h for box in boxes.values())) / (len(order) - 1)
    at = first.x if across else first.y
    placed: dict[str, Rect] = {}
    for name in order:
        box = boxes[name]
        placed[name] = Rect(at, box.y, box.w, box.h) if across else Rect(box.x, at, box.w, box.h)
        at += (box.w if across else box.h) + gap
    return placed


def in_rows(rows: Iterable[Sequence[tuple[str, Rect]]], corner: Point, width: float) -> dict[str, Rect]:
    """Boxes laid into rows from a top left corner; a row wider than `width` goes on below."""
    placed: dict[str, Rect] = {}
    y = corner.y
    for row in rows:
        x, height = corner.x, 0.0
        for name, box in row:
            if x > corner.x and x + box.w > corner.x + width:
                x, y, height = corner.x, y + height + GAP, 0.0
            placed[name] = Rect(x, y, box.w, box.h)
            x, height = x + box.w + GAP, max(height, box.h)
        y += height + GAP
    return placed


class Block(NamedTuple):
    """Cards that are laid together into rows; those of one group have its outline around them."""

    rows: Sequence[Sequence[tuple[str, Rect]]]
    is_group: bool


def in_blocks(blocks: Iterable[Block], others: Sequence[Rect], width: float) -> dict[str, Rect]:
    """Each block in rows from where its cards begin, clear of the others and of the blocks before it.

    Rows are as wide as the cards of the block reach now, at least `width`.
    """
    taken, done = list(others), dict[str, Rect]()
    for block in blocks:
        around = around_all(box for row in block.rows for _, box in row)
        placed = in_rows(block.rows, Point(around.x, around.y), max(around.w, width))
        outer = around_all(placed.values())
        outline = {"": frame_around(outer) if block.is_group else outer}
        lying = clear_of({**placed, **outline}, taken)
        taken.append(lying.pop(""))
        done |= lying
    return done


def clear_of(placed: Mapping[str, Rect], others: Sequence[Rect]) -> dict[str, Rect]:
    """The boxes moved down together as far as needed, so that none of the others lies among them."""
    if not placed:
        return {}
    block, down = around_all(placed.values()).grown(GAP / 2), 0.0
    while beneath := [other.bottom for other in others if block.moved(0, down).overlaps(other)]:
        down = max(beneath) + GAP / 2 - block.y
    return {name: box.moved(0, down) for name, box in placed.items()}


def around_all(boxes: Iterable[Rect]) -> Rect:
    """The box around some boxes, of which there is at least one."""
    first, *rest = boxes
    for box in rest:
        first = first.united(box)
    return first


def _on_edge(box: Rect, around: Rect, edge: Edge) -> Rect:
    x = {
        Edge.LEFT: around.x,
        Edge.CENTRE: around.centre.x - box.w / 2,
        Edge.RIGHT: around.right - box.w,
    }.get(edge, box.x)
    y = {
        Edge.TOP: around.y,
        Edge.MIDDLE: around.centre.y - box.h / 2,
        Edge.BOTTOM: around.bottom - box.h,
    }.get(edge, box.y)
    return Rect(x, y, box.w, box.h)
