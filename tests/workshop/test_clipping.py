"""A polygon cut to a rectangle keeps what lies inside and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.picture.clipping import clipped
from workshop.picture.plan import Point, Rect

DIAMOND = (Point(0, 50), Point(100, 0), Point(200, 50), Point(100, 100))
NUMBERS = st.integers(-50, 250)


def area(points: tuple[Point, ...]) -> float:
    return abs(sum(a.x * b.y - b.x * a.y for a, b in zip(points, (*points[1:], *points[:1]), strict=True))) / 2


def test_a_rectangle_inside_a_diamond_is_filled_whole_and_one_beside_it_not_at_all() -> None:
    assert round(area(clipped(DIAMOND, Rect(90, 40, 20, 20))), 6) == 400
    assert clipped(DIAMOND, Rect(300, 300, 10, 10)) == ()
    assert set(clipped(DIAMOND, Rect(-10, -10, 300, 300))) == set(DIAMOND)


@given(NUMBERS, NUMBERS, st.integers(1, 100), st.integers(1, 100))
def test_halves_of_a_rectangle_hold_together_what_the_whole_holds(x: int, y: int, w: int, h: int) -> None:
    whole = area(clipped(DIAMOND, Rect(x, y, 2 * w, h)))
    halves = area(clipped(DIAMOND, Rect(x, y, w, h))) + area(clipped(DIAMOND, Rect(x + w, y, w, h)))
    assert abs(whole - halves) < 1e-6
    assert all(x - 1e-9 <= p.x <= x + 2 * w + 1e-9 for p in clipped(DIAMOND, Rect(x, y, 2 * w, h)))
