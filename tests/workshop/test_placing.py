"""Cards that come without a place: they cover nothing, lie in their phase, and many make a block."""

from collections import Counter
from itertools import combinations
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from workshop.imports.placing import placed
from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH, Card, Discipline
from workshop.model.diamonds import Phase
from workshop.picture.blocks import FEW, in_block
from workshop.picture.geometry import extents_of, layout_of
from workshop.picture.placement import GAP, find_place
from workshop.picture.plan import Rect

PHASES = st.sampled_from([Phase.DISCOVER, Phase.DEFINE, Phase.EXPLORE, None])
DISCIPLINES = st.sampled_from(list(Discipline))


class Heap(NamedTuple):
    """So many cards of one phase, discipline and size that lie nowhere yet."""

    count: int
    phase: Phase | None
    discipline: Discipline
    w: float
    h: float


SIZES = st.tuples(st.sampled_from([120.0, 208.0, 640.0]), st.floats(64, 400))
HEAPS = st.builds(
    lambda count, phase, side, size: Heap(count, phase, side, *size),
    st.integers(1, 40),
    PHASES,
    DISCIPLINES,
    SIZES,
)
MANY = Heap(40, Phase.DISCOVER, Discipline.UX, CARD_WIDTH, CARD_HEIGHT)
WIDE = Heap(1, Phase.DEFINE, Discipline.UX, 1_000.0, CARD_HEIGHT)


@st.composite
def fixed_cards(draw: st.DrawFn) -> list[Card]:
    """Cards with places, their middle within their phase."""
    cards = []
    for number in range(draw(st.integers(0, 8))):
        phase, w = draw(PHASES), draw(st.floats(120, 400))
        least = 0.0 if phase in (None, Phase.DISCOVER) else 1 - w / 2
        x, y = draw(st.floats(least, 2_000)), draw(st.floats(0 if phase is None else -1_500, 1_500))
        cards.append(Card(id=f"f{number}", text="", phase=phase, x=x, y=y, w=w))
    return cards


def loose_cards(heaps: list[Heap]) -> list[Card]:
    """The cards of the heaps, one of each in turn."""
    cards = [
        (
            number,
            Card(id=f"{heap}-{number}", text="", phase=one.phase, discipline=one.discipline, w=one.w, h=one.h),
        )
        for heap, one in enumerate(heaps)
        for number in range(one.count)
    ]
    return [card for _, card in sorted(cards, key=lambda numbered: numbered[0])]


@given(fixed_cards(), st.lists(HEAPS, min_size=1, max_size=4))
@example([], [MANY, WIDE])
@settings(max_examples=60, deadline=None)
def test_cards_without_a_place_cover_nothing_and_lie_in_their_phase(
    fixed: list[Card], heaps: list[Heap]
) -> None:
    loose = loose_cards(heaps)
    result = placed([*loose, *fixed], range(len(loose)))
    assert result[len(loose) :] == fixed
    assert [replace(card, x=0, y=0) for card in result[: len(loose)]] == loose
    layout = layout_of(result)
    boxes = [layout.rect_of(card) for card in result]
    for (one, box), (other, its) in combinations(enumerate(boxes), 2):
        assert (one >= len(loose) and other >= len(loose)) or not box.overlaps(its)
    assert [layout.phase_at(box.centre) for box in boxes[: len(loose)]] == [card.phase for card in loose]


@pytest.mark.parametrize("phase", [Phase.DISCOVER, Phase.PILOT, None])
def test_a_few_fill_the_phase_from_the_axis_outwards(phase: Phase | None) -> None:
    loose = loose_cards([Heap(FEW // 2, phase, side, 208.0, 132.0) for side in (Discipline.CX, Discipline.UX)])
    taken: list[Rect] = []
    for card in placed(loose, range(FEW)):
        at = find_place(taken, phase, card.discipline)
        assert (card.x, card.y) == at
        taken.append(Rect(*at, card.w, card.h))


@pytest.mark.parametrize("disciplines", [(Discipline.CX,), tuple(Discipline)])
def test_many_of_a_phase_make_a_board_that_is_no_needle(disciplines: tuple[Discipline, ...]) -> None:
    heaps = [Heap(300 // len(disciplines), Phase.DISCOVER, one, CARD_WIDTH, CARD_HEIGHT) for one in disciplines]
    cards = placed(loose_cards(heaps), range(300))
    rows = Counter(card.y for card in cards)
    assert max(rows.values()) == len({at.x for at in in_block([(CARD_WIDTH, CARD_HEIGHT)] * 300, None).corners})
    extent = extents_of(cards)[Phase.DISCOVER]
    assert 0.5 < extent.right / (extent.bottom - extent.top) < 2


def test_of_many_cx_lies_above_the_axis_ux_below_and_what_is_of_both_between() -> None:
    cards = placed(loose_cards([Heap(30, Phase.DEFINE, one, 208.0, 132.0) for one in Discipline]), range(90))
    reach = {
        one: (min(c.y for c in of), max(c.y + c.h for c in of))
        for one in Discipline
        if (of := [card for card in cards if card.discipline is one])
    }
    assert reach[Discipline.CX][1] + GAP <= reach[Discipline.JOINT][0] < 0
    assert 0 < reach[Discipline.JOINT][1] <= reach[Discipline.UX][0] - GAP


def test_many_keep_their_order_in_rows() -> None:
    cards = placed(loose_cards([Heap(60, Phase.DISCOVER, Discipline.JOINT, 208.0, 132.0)]), range(60))
    assert cards == sorted(cards, key=lambda card: (card.y, card.x))
