"""The purpose and principles above the diamonds: they lie clear of titles and cards, and vanish when too small."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.board.board import Board
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.session import SESSION_ID, Principle, Session
from workshop.picture.board_plan import ground_plan, unit_at
from workshop.picture.geometry import layout_of
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Rect, TextRun
from workshop.picture.purpose_plan import PRINCIPLES, PURPOSE, Headline, headline_of
from workshop.picture.signs import headline_plan, signs_of

EMPTY = layout_of([])
SAID = Headline(
    "A small firm gets from the ad to its first bill without a call.", ("Ask once.", "Keep the promise.")
)
CAPITALS = 0.72


def _runs(headline: Headline, *, far: bool, unit: float = 6.0) -> list[TextRun]:
    shapes = headline_plan(headline, EMPTY, LIGHT, far=far, unit=unit).shapes
    return [shape for shape in shapes if isinstance(shape, TextRun)]


def _letters(run: TextRun) -> Rect:
    return Rect(run.x, run.baseline - CAPITALS * run.size, run.width, CAPITALS * run.size)


def test_near_the_purpose_stands_above_each_diamond_and_from_afar_once() -> None:
    assert [run.text for run in _runs(SAID, far=False)].count(PURPOSE) == 3
    assert [run.text for run in _runs(SAID, far=True)].count(PURPOSE) == 1


def test_the_headline_is_the_purpose_and_the_pinned_principles_in_their_order() -> None:
    board = Board(
        [
            Session(id=SESSION_ID, purpose="One\nsentence"),
            Principle(id="a", text="second", order=2, pinned=True),
            Principle(id="b", text="not pinned", order=1),
            Principle(id="c", text="first", order=0, pinned=True),
        ]
    )
    assert headline_of(board) == Headline("One sentence", ("first", "second"))


def test_without_a_purpose_and_principles_nothing_is_drawn_or_pressed() -> None:
    for far in (False, True):
        assert headline_plan(Headline(), EMPTY, LIGHT, far=far).shapes == ()
        assert {sign.phase for sign in signs_of(Headline(), EMPTY, far=far)} == set(Phase)


def test_letters_too_small_to_read_are_left_out() -> None:
    assert _runs(SAID, far=True, unit=6.0)
    assert not _runs(SAID, far=True, unit=20.0)


def test_principles_stand_alone_where_there_is_no_purpose() -> None:
    for far in (False, True):
        texts = [run.text for run in _runs(Headline("", ("Ask once.",)), far=far)]
        assert PURPOSE not in texts
        assert PRINCIPLES in texts


@settings(max_examples=60)
@given(
    st.text(max_size=600),
    st.lists(st.text(min_size=1, max_size=200), max_size=4),
    st.booleans(),
    st.floats(0.06, 0.41),
    st.floats(0, 900),
)
def test_whatever_is_written_it_overlaps_no_title_and_lies_above_the_cards(
    purpose: str, principles: list[str], far: bool, zoom: float, reach: float
) -> None:
    layout = layout_of([Card(id="a", phase=Phase.DISCOVER, x=0.0, y=-reach)])
    unit = unit_at(zoom)
    plan = headline_plan(Headline(purpose, tuple(principles)), layout, LIGHT, far=far, unit=unit)
    mine = [_letters(shape) for shape in plan.shapes if isinstance(shape, TextRun)]
    ground = ground_plan(layout, LIGHT, far=far, unit=unit)
    theirs = [_letters(shape) for shape in ground if isinstance(shape, TextRun)]
    assert not [(one, other) for one in mine for other in theirs if one.overlaps(other)]
    assert not [pair for pair in combinations(mine, 2) if pair[0].overlaps(pair[1])]
    right = max(frame.right.x for frame in layout.diamonds.values())
    for box in mine:
        over = [f for f in layout.diamonds.values() if f.left.x <= box.x < f.right.x + 96]
        assert box.bottom <= over[0].top.y
        assert box.x >= -1
        assert box.right <= right + 1


@pytest.mark.parametrize("far", [False, True])
def test_the_name_of_each_phase_is_a_sign_that_overlaps_no_other(far: bool) -> None:
    signs = signs_of(SAID, EMPTY, far=far)
    assert [sign.phase for sign in signs if sign.phase] == list(Phase)
    assert not [pair for pair in combinations(signs, 2) if pair[0].rect.overlaps(pair[1].rect)]


@pytest.mark.parametrize("far", [False, True])
def test_lines_that_run_right_to_left_end_flush(far: bool) -> None:
    purpose = "شركة صغيرة تصل من الإعلان إلى أول فاتورة دون مكالمة، " * 3 + "ثم ترى كل ما تحتاجه في مكان واحد"
    lines = [run for run in _runs(Headline(purpose, ()), far=far) if run.text not in (PURPOSE, PRINCIPLES)]
    block = [run for run in lines if run.x < lines[0].rect.right][:3]
    assert len(block) > 1
    assert len({round(run.rect.right, 3) for run in block}) == 1
    assert len({round(run.x, 3) for run in block}) > 1
