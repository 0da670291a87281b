"""Links go round cards where a simple bow does; the grid of cards stays equal to one made anew."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workshop.picture.detours import CELL, FARTHEST, CardGrid, detoured
from workshop.picture.routes import flatten_curves, route_curves

SIDES = st.integers(60, 260)
PLACES = st.tuples(st.integers(-800, 800), st.integers(-800, 800), SIDES, SIDES)
BOARDS = st.lists(PLACES, min_size=2, max_size=14)


def _grid(boxes: np.ndarray) -> CardGrid:
    grid = CardGrid()
    grid.load(boxes)
    return grid


def test_a_card_in_the_way_is_passed_beside() -> None:
    boxes = np.array([(0, 0, 200, 140), (300, 0, 200, 140), (600, 0, 200, 140)], float)
    curves = route_curves(boxes[:1], boxes[2:])
    ends = np.array([(0, 2)])
    grid = _grid(boxes)
    assert grid.crossed(flatten_curves(curves), ends)[0] > 0
    bowed, blocked = detoured(curves, ends, grid)
    assert blocked.tolist() == [True]
    assert grid.crossed(flatten_curves(bowed), ends)[0] == 0
    assert (bowed[:, [0, 3]] == curves[:, [0, 3]]).all()
    in_the_middle = flatten_curves(bowed)[0, 12]
    assert not 0 <= in_the_middle[1] <= 140


def test_a_link_with_nothing_in_its_way_and_one_with_no_way_round_stay_as_they_are() -> None:
    free = np.array([(0, 0, 200, 140), (600, 0, 200, 140)], float)
    curves, ends = route_curves(free[:1], free[1:]), np.array([(0, 1)])
    assert (detoured(curves, ends, _grid(free)).curves == curves).all()
    wall = np.concatenate([free, [(380, y, 60, 150) for y in range(-2_000, 2_000, 150)]])
    assert (detoured(curves, ends, _grid(wall)).curves == curves).all()


@given(BOARDS, st.data())
def test_detours_never_cross_more_than_the_straight_way_and_keep_the_ends(places, data) -> None:
    boxes = np.array(places, float)
    count = st.integers(0, len(boxes) - 1)
    pairs = data.draw(st.lists(st.tuples(count, count).filter(lambda p: p[0] != p[1]), min_size=1, max_size=6))
    ends = np.array(pairs)
    curves = route_curves(boxes[ends[:, 0]], boxes[ends[:, 1]])
    grid = _grid(boxes)
    before = grid.crossed(flatten_curves(curves), ends)
    bowed, blocked = detoured(curves, ends, grid)
    after = grid.crossed(flatten_curves(bowed), ends)
    changed = (bowed != curves).any(axis=(1, 2))
    assert (after[changed] == 0).all()
    near = np.hypot(*(curves[:, 3] - curves[:, 0]).T) <= FARTHEST
    assert (((before > 0) & near) == blocked).all()
    assert blocked[changed].all()
    assert (bowed[:, [0, 3]] == curves[:, [0, 3]]).all()


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


def _same(one: CardGrid, other: CardGrid) -> bool:
    at = np.mgrid[-2_000:2_060:CELL, -2_000:2_060:CELL].reshape(2, 1, -1).transpose(1, 2, 0)
    nobody = np.array([(-9, -9)])
    points = at.reshape(-1, 1, 2)
    ends = np.repeat(nobody, len(points), axis=0)
    return bool((one.crossed(points, ends) == other.crossed(points, ends)).all())
