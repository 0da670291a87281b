"""Snapping: to edges, middles and gaps within reach, never farther."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workshop.picture.placement import GAP
from workshop.picture.plan import Rect
from workshop.picture.snapping import snapped

OTHER = np.array([(0.0, 0.0, 200.0, 100.0)])
PLACES = st.floats(-600, 600)
BOXES = st.tuples(PLACES, PLACES, st.floats(40, 300), st.floats(40, 300))


def test_a_box_is_drawn_to_an_edge_and_the_guide_tells_the_distance() -> None:
    found = snapped(Rect(4, 300, 150, 80), OTHER, 6)
    assert (found.dx, found.dy) == (-4.0, 0.0)
    (guide,) = found.guides
    assert (guide.start.x, guide.end.x) == (0.0, 0.0)
    assert (guide.start.y, guide.end.y) == (0.0, 380.0)
    assert guide.distance == 200.0


def test_below_a_column_a_box_falls_to_the_usual_gap() -> None:
    found = snapped(Rect(30, 119, 140, 60), OTHER, 6)
    assert found.dy == GAP - 19
    assert found.dx == 0.0
    assert any(guide.distance == GAP for guide in found.guides)


def test_out_of_reach_or_alone_a_box_stays_free() -> None:
    assert snapped(Rect(40, 300, 100, 80), OTHER, 6).guides == ()
    assert snapped(Rect(0, 0, 10, 10), OTHER[:0], 6) == (0.0, 0.0, ())


@given(BOXES.map(lambda box: Rect(*box)), st.lists(BOXES, min_size=1, max_size=12), st.floats(1, 20))
def test_a_box_never_goes_farther_than_the_reach_and_then_lies_still(
    moving: Rect, others, reach: float
) -> None:
    boxes = np.array(others)
    found = snapped(moving, boxes, reach)
    assert abs(found.dx) <= reach
    assert abs(found.dy) <= reach
    assert bool(found.dx) <= bool(found.guides)
    again = snapped(moving.moved(found.dx, 0), boxes, reach)
    if found.dx:
        assert abs(again.dx) < 1e-6
