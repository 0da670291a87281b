"""The canvas's arrays: kept up with changes they equal fresh ones; hits, dashes, and the table of faces."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.ui.boards import Step, followed, small_board, steps
from ui.canvas.card_arrays import CardArrays
from ui.canvas.far_faces import _unique
from ui.canvas.group_boxes import GroupBoxes
from ui.canvas.link_arrays import LinkArrays, pieces_in
from ui.canvas.scene import Scene
from workshop.picture.plan import Point, Rect
from workshop.picture.routes import LINK_STYLES
from workshop.visibility import ROOM, visible_to
from workshop.workshop import Workshop

CARD_ARRAYS = ("boxes", "phases", "disciplines", "lines", "turned")
LINK_ARRAYS = ("kinds", "ends", "curves", "points", "rough", "ends_at", "heads", "boxes")
EVERYWHERE = Rect(-1e6, -1e6, 2e6, 2e6)


@given(steps(), st.booleans())
@settings(deadline=None, max_examples=200)
def test_after_any_changes_the_arrays_equal_freshly_loaded_ones(taken: list[Step], layered: bool) -> None:
    workshop = Workshop(small_board(layered=layered))
    scene = Scene(workshop, ROOM)

    def check(change_set: object) -> None:
        scene.apply(change_set)
        cards = CardArrays()
        cards.load(visible_to(ROOM, workshop.board))
        links = LinkArrays(cards)
        links.load(visible_to(ROOM, workshop.board))
        assert scene.cards.ids == cards.ids
        assert scene.cards.index == cards.index
        assert scene.layout == cards.layout
        assert scene.links.ids == links.ids
        groups = GroupBoxes(workshop.board, cards)
        groups.load()
        assert scene.groups.boxes == groups.boxes
        for name in CARD_ARRAYS:
            assert np.array_equal(getattr(scene.cards, name), getattr(cards, name)), name
        for name in LINK_ARRAYS:
            assert np.array_equal(getattr(scene.links, name), getattr(links, name)), name

    followed(workshop, taken, check)


def test_the_topmost_card_is_hit_and_empty_ground_is_not() -> None:
    scene = Scene(Workshop(small_board()), ROOM)
    rect = scene.cards.rect("c0")
    assert scene.cards.at(rect.centre) == "c0"
    assert scene.cards.at(Point(rect.x - 3, rect.y - 3)) is None
    assert scene.cards.at(Point(rect.x - 3, rect.y - 3), 4) == "c0"


def test_of_cards_near_a_point_the_one_it_lies_in_is_hit_and_else_the_nearest() -> None:
    workshop = Workshop(small_board())
    card = workshop.board.card("c0")
    with workshop.transact("t", "test") as transaction:
        transaction.put(replace(card, id="beside", x=card.x + card.w + 10))
    cards = Scene(workshop, ROOM).cards
    rect = cards.rect("c0")
    near = [Point(rect.right + away, rect.centre.y) for away in (-1, 4, 6, 11)]
    assert [cards.at(point, 14) for point in near] == ["c0", "c0", "beside", "beside"]


def test_a_link_is_hit_along_its_curve_within_the_slack() -> None:
    scene = Scene(Workshop(small_board()), ROOM)
    index = scene.links.index["l2"]
    on = Point(*scene.links.points[index, 10])
    assert scene.links.at(on, 3) == "l2"
    assert scene.links.at(Point(on.x, on.y - 5_000), 3) is None


def test_links_to_a_card_that_lies_face_down_are_not_shown() -> None:
    scene = Scene(Workshop(small_board()), ROOM)
    assert "l5" not in scene.links.index
    assert scene.cards.turned[scene.cards.index["c5"]]


@pytest.mark.parametrize("dash", sorted({style.dash for style in LINK_STYLES.values() if style.dash}))
def test_a_dash_pattern_draws_its_share_of_the_curve(dash: tuple[float, ...]) -> None:
    points = Scene(Workshop(small_board()), ROOM).links.points
    drawn = pieces_in(points, EVERYWHERE, dash)
    lengths = np.hypot(np.diff(points[:, :, 0]), np.diff(points[:, :, 1])).sum(axis=1)
    wanted = sum(_drawn(length, dash) for length in lengths.tolist())
    length = np.hypot(drawn[:, 2] - drawn[:, 0], drawn[:, 3] - drawn[:, 1]).sum()
    assert length == pytest.approx(wanted, rel=1e-6)


def test_dashes_of_a_part_lie_where_those_of_the_whole_lie() -> None:
    points = Scene(Workshop(small_board()), ROOM).links.points
    view = Rect(200, -200, 300, 200)
    part = {tuple(np.round(piece, 6)) for piece in pieces_in(points, view, (6.0, 4.0))}
    assert part
    assert part <= {tuple(np.round(piece, 6)) for piece in pieces_in(points, EVERYWHERE, (6.0, 4.0))}


@given(
    st.lists(
        st.tuples(st.integers(0, 47), st.integers(2, 4_000), st.integers(2, 4_000)), min_size=1, max_size=60
    )
)
def test_the_table_of_faces_finds_what_sorting_finds(parts: list[tuple[int, int, int]]) -> None:
    keys = np.array([(face * 4_096 + width) * 4_096 + height for face, width, height in parts], np.int64)
    unique, inverse = _unique(keys)
    expected, places = np.unique(keys, return_inverse=True)
    assert np.array_equal(unique, expected)
    assert np.array_equal(inverse, places)


def _drawn(length: float, dash: tuple[float, ...]) -> float:
    whole, rest = divmod(length, sum(dash))
    total = whole * sum(dash[::2])
    for on, off in zip(dash[::2], dash[1::2], strict=True):
        total += min(rest, on)
        rest = max(0.0, rest - on - off)
    return total
