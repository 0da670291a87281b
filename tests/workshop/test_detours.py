"""Links go round cards where a simple bow does; the grid of cards stays equal to one made anew."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workshop.picture.detours import CELL, FARTHEST, CardGrid, Detours, Joined, detoured
from workshop.picture.routes import flatten_curves, route_curves

SIDES = st.integers(60, 260)
PLACES = st.tuples(st.integers(-800, 800), st.integers(-800, 800), SIDES, SIDES)
BOARDS = st.lists(PLACES, min_size=2, max_size=14)


def _grid(boxes: np.ndarray) -> CardGrid:
    grid = CardGrid()
    grid.load(boxes)
    return grid


def _detoured(boxes: np.ndarray, ends: np.ndarray, grid: CardGrid) -> tuple[np.ndarray, Detours]:
    """The straight curves, and what becomes of them."""
    joined = Joined(boxes[ends[:, 0]], boxes[ends[:, 1]], np.zeros(len(ends)))
    curves = route_curves(*joined)
    return curves, detoured(curves, ends, grid, joined)


def test_a_card_in_the_way_is_passed_beside() -> None:
    boxes = np.array([(0, 0, 200, 140), (300, 0, 200, 140), (600, 0, 200, 140)], float)
    ends = np.array([(0, 2)])
    grid = _grid(boxes)
    curves, (bowed, blocked) = _detoured(boxes, ends, grid)
    assert grid.crossed(flatten_curves(curves), ends)[0] > 0
    assert blocked.tolist() == [True]
    assert grid.crossed(flatten_curves(bowed), ends)[0] == 0
    assert (bowed[:, [0, 3]] == curves[:, [0, 3]]).all()
    in_the_middle = flatten_curves(bowed)[0, 12]
    assert not 0 <= in_the_middle[1] <= 140


def test_a_link_with_nothing_in_its_way_and_one_with_no_way_round_stay_as_they_are() -> None:
    free = np.array([(0, 0, 200, 140), (600, 0, 200, 140)], float)
    ends = np.array([(0, 1)])
    curves, bowed = _detoured(free, ends, _grid(free))
    assert (bowed.curves == curves).all()
    wall = np.concatenate([free, [(380, y, 60, 150) for y in range(-2_000, 2_000, 150)]])
    assert (_detoured(wall, ends, _grid(wall))[1].curves == curves).all()


def test_past_a_card_close_beside_a_link_leaves_by_another_side() -> None:
    boxes = np.array([(0, 0, 200, 140), (216, 0, 200, 140), (500, 0, 200, 140)], float)
    ends, grid = np.array([(0, 2)]), _grid(boxes)
    curves, (led, blocked) = _detoured(boxes, ends, grid)
    assert grid.crossed(flatten_curves(curves), ends)[0] > 0
    assert blocked.all()
    assert grid.crossed(flatten_curves(led), ends)[0] == 0
    assert led[0, 0].tolist() in ([100, 0], [100, 140])


@given(BOARDS, st.data())
def test_detours_never_cross_more_than_the_straight_way_and_join_the_middles_of_sides(places, data) -> None:
    boxes = np.array(places, float)
    count = st.integers(0, len(boxes) - 1)
    pairs = data.draw(st.lists(st.tuples(count, count).filter(lambda p: p[0] != p[1]), min_size=1, max_size=6))
    ends = np.array(pairs)
    grid = _grid(boxes)
    curves, (bowed, blocked) = _detoured(boxes, ends, grid)
    before = grid.crossed(flatten_curves(curves), ends)
    after = grid.crossed(flatten_curves(bowed), ends)
    changed = (bowed != curves).any(axis=(1, 2))
    assert (after[changed] == 0).all()
    near = np.hypot(*(curves[:, 3] - curves[:, 0]).T) <= FARTHEST
    assert (((before > 0) & near) == blocked).all()
    assert blocked[changed].all()
    for curve, (source, target) in zip(bowed, ends, strict=True):
        assert _is_middle_of_a_side(curve[0], boxes[source])
        assert _is_middle_of_a_side(curve[3], boxes[target])


@given(BOARDS, PLACES)
def test_a_mended_grid_is_equal_to_one_made_anew(places, new_place) -> None:
    corners = [(-2_000, -2_000, 60, 60), (2_000, 2_000, 60, 60)]
    boxes = np.array([*corners, *places], float)
    grid = _grid(boxes)
    moved = boxes.copy()
    moved[2] = new_place
    assert grid.mend(np.stack([boxes[2], moved[2]]), moved)
    assert _same(grid, _grid(moved))


@given(BOARDS)
def test_a_grid_that_forgot_a_card_is_equal_to_one_made_without_it(places) -> None:
    corners = [(-2_000, -2_000, 60, 60), (2_000, 2_000, 60, 60)]
    boxes = np.array([*corners, *places], float)
    grid = _grid(boxes)
    grid.forget(2)
    rest = np.delete(boxes, 2, axis=0)
    assert grid.mend(boxes[2:3], rest)
    assert _same(grid, _grid(rest))


@given(BOARDS, PLACES, st.data())
def test_a_grid_with_room_for_a_card_is_equal_to_one_made_with_it(places, new_place, data) -> None:
    corners = [(-2_000, -2_000, 60, 60), (2_000, 2_000, 60, 60)]
    boxes = np.array([*corners, *places], float)
    at = data.draw(st.integers(0, len(boxes)))
    grid = _grid(boxes)
    grid.make_room(at)
    more = np.insert(boxes, at, new_place, axis=0)
    assert grid.mend(more[at : at + 1], more)
    assert _same(grid, _grid(more))
    ends = np.array([(at, at)])
    inside = np.array([[[new_place[0] + new_place[2] / 2, new_place[1] + new_place[3] / 2]]])
    assert grid.crossed(inside, ends)[0] == _grid(more).crossed(inside, ends)[0]


def test_what_lies_beyond_the_grid_asks_for_a_new_one() -> None:
    boxes = np.array([(0, 0, 100, 100), (300, 0, 100, 100)], float)
    assert not _grid(boxes).mend(np.array([(5_000.0, 0.0, 100.0, 100.0)]), boxes)


def _is_middle_of_a_side(point: np.ndarray, box: np.ndarray) -> bool:
    x, y, w, h = box
    middles = [(x, y + h / 2), (x + w, y + h / 2), (x + w / 2, y), (x + w / 2, y + h)]
    return any(np.allclose(point, middle) for middle in middles)


def _same(one: CardGrid, other: CardGrid) -> bool:
    at = np.mgrid[-2_000:2_060:CELL, -2_000:2_060:CELL].reshape(2, 1, -1).transpose(1, 2, 0)
    nobody = np.array([(-9, -9)])
    points = at.reshape(-1, 1, 2)
    ends = np.repeat(nobody, len(points), axis=0)
    return bool((one.crossed(points, ends) == other.crossed(points, ends)).all())
