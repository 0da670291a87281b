"""Tags over the board: each near where it is wanted, none over another, all within the room."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from workshop.picture.plan import Rect
from workshop.picture.tags import apart

ROOM = Rect(0, 0, 900, 600)
TAGS = st.builds(Rect, st.floats(-100, 1_000), st.floats(-100, 700), st.floats(20, 250), st.just(24.0))


@given(st.lists(TAGS, max_size=4))
def test_no_tag_covers_another_and_none_leaves_the_room(wanted: list[Rect]) -> None:
    placed = apart(wanted, ROOM)
    assert [(box.w, box.h) for box in placed] == [(box.w, box.h) for box in wanted]
    assert all(ROOM.grown(1e-9).contains(box) for box in placed)
    assert not any(one.overlaps(other) for one, other in combinations(placed, 2))


def test_tags_that_are_apart_stay_where_they_are_wanted() -> None:
    wanted = [Rect(10, 10, 100, 24), Rect(10, 60, 100, 24), Rect(300, 10, 40, 24)]
    assert apart(wanted, ROOM) == wanted


def test_a_tag_gives_way_by_as_little_as_it_can() -> None:
    assert apart([Rect(100, 100, 80, 24), Rect(110, 104, 40, 24)], ROOM)[1] == Rect(110, 132, 40, 24)
