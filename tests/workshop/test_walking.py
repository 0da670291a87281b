"""Walking between cards: the nearest one in each direction, and back again on a grid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.picture.plan import Point, Rect
from workshop.picture.walking import Way, nearest_card, next_card

GRID = {
    f"{column}{row}": Rect(column * 224.0, row * 148.0, 208, 132) for column in range(3) for row in range(3)
}
CORNERS = st.tuples(st.integers(-2_000, 2_000), st.integers(-2_000, 2_000))


@pytest.mark.parametrize(
    ("way", "found"), [(Way.LEFT, "01"), (Way.RIGHT, "21"), (Way.UP, "10"), (Way.DOWN, "12")]
)
def test_on_a_grid_the_neighbour_is_next(way: Way, found: str) -> None:
    assert next_card(GRID, "11", way) == found


def test_at_the_edge_nothing_is_next() -> None:
    assert next_card(GRID, "00", Way.LEFT) is None
    assert next_card(GRID, "00", Way.UP) is None


def test_a_card_straight_ahead_is_nearer_than_one_aside() -> None:
    boxes = {"here": Rect(0, 0, 10, 10), "aside": Rect(50, 40, 10, 10), "ahead": Rect(90, 0, 10, 10)}
    assert next_card(boxes, "here", Way.RIGHT) == "ahead"


@given(st.lists(CORNERS, min_size=2, max_size=12, unique=True))
def test_every_other_card_lies_in_some_direction(corners: list[tuple[int, int]]) -> None:
    boxes = {str(index): Rect(*corner, 208, 132) for index, corner in enumerate(corners)}
    found = {next_card(boxes, "0", way) for way in Way}
    assert found - {None}
    assert "0" not in found


@given(st.lists(CORNERS, max_size=12), CORNERS)
def test_the_nearest_card_is_no_farther_than_any(corners: list[tuple[int, int]], at: tuple[int, int]) -> None:
    boxes = {str(index): Rect(*corner, 208, 132) for index, corner in enumerate(corners)}
    nearest = nearest_card(boxes, Point(*at))
    far = {card: abs(complex(*box.centre) - complex(*at)) for card, box in boxes.items()}
    assert nearest is None if not boxes else far[nearest] == min(far.values())
