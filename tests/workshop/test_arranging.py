"""Arranging: aligned edges, even gaps, rows clear of other cards, reading order."""

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workshop.board.reading_order import reading_order
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.picture.arranging import (
    Axis,
    Block,
    Edge,
    aligned,
    around_all,
    clear_of,
    distributed,
    in_blocks,
    in_rows,
)
from workshop.picture.group_plan import frame_around
from workshop.picture.plan import Point, Rect

NUMBERS = st.floats(-2_000, 2_000, allow_nan=False)
SIDES = st.floats(20, 400)
BOXES = st.builds(Rect, NUMBERS, NUMBERS, SIDES, SIDES)
NAMED = st.lists(BOXES, min_size=1, max_size=9).map(lambda boxes: {str(i): box for i, box in enumerate(boxes)})


@given(NAMED, st.sampled_from(Edge))
def test_aligning_puts_one_edge_on_one_line_and_keeps_size_and_the_other_direction(boxes, edge: Edge) -> None:
    placed = aligned(boxes, edge)
    sideways = edge in (Edge.LEFT, Edge.CENTRE, Edge.RIGHT)
    of = {
        Edge.LEFT: lambda b: b.x,
        Edge.CENTRE: lambda b: b.centre.x,
        Edge.RIGHT: lambda b: b.right,
        Edge.TOP: lambda b: b.y,
        Edge.MIDDLE: lambda b: b.centre.y,
        Edge.BOTTOM: lambda b: b.bottom,
    }[edge]
    lines = [of(box) for box in placed.values()]
    assert max(lines) - min(lines) < 1e-6
    for name, box in boxes.items():
        now = placed[name]
        assert (now.w, now.h) == (box.w, box.h)
        assert (now.y == box.y) if sideways else (now.x == box.x)
    assert around_all(boxes.values()).contains(around_all(placed.values()))


@given(NAMED, st.sampled_from(Axis))
def test_distributing_makes_all_gaps_even_and_keeps_the_outermost(boxes, axis: Axis) -> None:
    placed = distributed(boxes, axis)
    if len(boxes) < 3:
        assert placed == boxes
        return
    across = axis is Axis.ACROSS
    order = sorted(boxes, key=lambda name: boxes[name].centre[0 if across else 1])
    ends = [(placed[n].x, placed[n].right) if across else (placed[n].y, placed[n].bottom) for n in order]
    gaps = [after[0] - before[1] for before, after in pairwise(ends)]
    assert max(gaps) - min(gaps) < 1e-6
    assert placed[order[0]] == boxes[order[0]]
    assert abs(ends[-1][1] - (boxes[order[-1]].right if across else boxes[order[-1]].bottom)) < 1e-6


@given(st.lists(st.lists(BOXES, min_size=1, max_size=5), min_size=1, max_size=4), st.lists(BOXES, max_size=8))
def test_rows_lie_clear_of_each_other_and_of_all_other_cards(rows, others) -> None:
    named = [[(f"{i}.{j}", box) for j, box in enumerate(row)] for i, row in enumerate(rows)]
    placed = clear_of(in_rows(named, Point(10, 20), 700), others)
    boxes = list(placed.values())
    assert len(boxes) == sum(map(len, rows))
    for index, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[index + 1 :])
        assert not any(box.overlaps(other) for other in others)


@given(
    st.lists(st.tuples(st.lists(BOXES, min_size=1, max_size=5), st.booleans()), min_size=1, max_size=4),
    st.lists(BOXES, max_size=6),
)
def test_blocks_lie_clear_of_each_other_with_the_outlines_of_groups(heaps, others) -> None:
    blocks = [
        Block([[(f"{i}.{j}", box)] for j, box in enumerate(boxes)], is_group)
        for i, (boxes, is_group) in enumerate(heaps)
    ]
    placed = in_blocks(blocks, others, 600)
    assert len(placed) == sum(len(boxes) for boxes, _ in heaps)
    outer = []
    for i, (boxes, is_group) in enumerate(heaps):
        around = around_all(placed[f"{i}.{j}"] for j in range(len(boxes)))
        outer.append(frame_around(around) if is_group else around)
    for index, box in enumerate(outer):
        assert not any(box.overlaps(other) for other in (*outer[index + 1 :], *others))


def test_cards_are_read_phase_by_phase_row_by_row() -> None:
    cards = [
        Card(id="1", phase=Phase.DISCOVER, x=0, y=0),
        Card(id="2", phase=Phase.DISCOVER, x=300, y=-40),
        Card(id="3", phase=Phase.DISCOVER, x=0, y=200),
        Card(id="4", phase=Phase.DEFINE, x=0, y=-900),
        Card(id="5", phase=None, x=0, y=0),
    ]
    shuffled = list(cards)
    random.Random(7).shuffle(shuffled)
    assert [card.id for card in reading_order(shuffled)] == ["1", "2", "3", "4", "5"]
