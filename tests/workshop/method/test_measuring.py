"""What measures tell: progress towards the target, lines of charts, and concepts without a measure."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.workshop.method.acting import concept
from workshop.board.board import Board
from workshop.method.measuring import (
    Breakdown,
    ChartPoint,
    breakdowns_of,
    check_words,
    gone_caution,
    last_reading,
    lens_caution,
    measured_concepts,
    progress_of,
    series_of,
)
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.measures import Direction, Lens, Measure, Reading
from workshop.visibility import ROOM, visible_to

NUMBERS = st.integers(-1000, 1000).map(float)
CX, UX = Discipline.CX, Discipline.UX


def measure(lens: Lens, *values: float) -> Measure:
    readings = tuple(Reading(at=date(2026, 1, 1 + day), cx=value) for day, value in enumerate(values))
    return Measure(id="m", name="m", cx=lens, readings=readings)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_progress_grows_in_the_direction_that_is_good(baseline: float, target: float, value: float) -> None:
    direction = Direction.UP if target > baseline else Direction.DOWN
    lens = Lens(baseline=baseline, target=target, direction=direction)
    progress = progress_of(measure(lens, value), CX)
    assert progress is not None
    good = 1 if direction is Direction.UP else -1
    assert progress.met == (good * value >= good * target)
    if baseline != target:
        assert (progress.share < 0) == (good * value < good * baseline)
        assert progress.share * (target - baseline) + baseline == pytest.approx(value)


@pytest.mark.parametrize(
    "lens",
    [Lens(target=4.0), Lens(baseline=3.0), Lens(baseline=3.0, target=2.0), Lens(baseline=3.0, target=4.0)],
)
def test_without_a_reading_a_baseline_a_target_or_against_the_direction_there_is_no_progress(
    lens: Lens,
) -> None:
    values = () if lens == Lens(baseline=3.0, target=4.0) else (3.5,)
    assert progress_of(measure(lens, *values), CX) is None


def test_a_target_against_the_direction_is_said() -> None:
    assert (
        lens_caution(Lens(baseline=3.0, target=2.0))
        == "Up is good here, yet the target lies below the baseline."
    )
    down = Lens(baseline=2.0, target=3.0, direction=Direction.DOWN)
    assert lens_caution(down) == "Down is good here, yet the target lies above the baseline."
    assert lens_caution(Lens(baseline=2.0, target=2.0)) == ""


def test_the_last_reading_is_of_everything_where_there_is_one() -> None:
    whole = Reading(at=date(2026, 1, 1), cx=1.0)
    part = Reading(at=date(2026, 2, 1), cx=2.0, area="Billing")
    other = Reading(at=date(2026, 3, 1), ux=3.0)
    one = Measure(id="m", name="m", readings=(whole, part, other))
    assert last_reading(one, CX) == whole
    assert last_reading(Measure(id="m", name="m", readings=(part, other)), CX) == part
    assert last_reading(Measure(id="m", name="m", readings=(part,)), UX) is None


def test_of_parts_read_on_one_day_the_worst_says_how_far_the_whole_has_come() -> None:
    day = date(2026, 2, 1)
    parts = (Reading(at=day, cx=31.0, segment="large"), Reading(at=day, cx=57.0, segment="small"))
    early = Reading(at=date(2026, 1, 1), cx=5.0, segment="large")
    for readings in ((*parts, early), (early, *reversed(parts))):
        up = Measure(id="m", name="m", readings=readings, cx=Lens(baseline=10.0, target=60.0))
        down = replace(up, cx=Lens(baseline=90.0, target=10.0, direction=Direction.DOWN))
        last = [last_reading(one, CX) for one in (up, down)]
        assert [one.cx for one in last if one] == [31.0, 57.0]


def test_of_parts_read_on_several_days_the_worst_of_their_last_readings_says_it() -> None:
    read = [(1, 40.0, "large"), (2, 24.0, "small"), (3, 9.0, "large"), (4, 24.0, "small"), (5, 31.0, "small")]
    readings = tuple(Reading(at=date(2026, 9, day), cx=value, segment=part) for day, value, part in read)
    up = Measure(id="m", name="m", readings=readings, cx=Lens(baseline=12.0, target=30.0))
    down = replace(up, cx=Lens(baseline=40.0, target=10.0, direction=Direction.DOWN))
    last = [last_reading(one, CX) for one in (up, down)]
    assert [(one.cx, one.segment) for one in last if one] == [(9.0, "large"), (31.0, "small")]


def test_a_chart_has_one_line_of_everything_and_broken_down_one_for_each_part() -> None:
    one = Measure(
        id="m",
        name="m",
        readings=(
            Reading(at=date(2026, 3, 1), cx=3.0),
            Reading(at=date(2026, 1, 1), cx=1.0, ux=5.0),
            Reading(at=date(2026, 2, 1), cx=2.0, area="Billing"),
            Reading(at=date(2026, 2, 1), ux=2.0, area="Set-up"),
        ),
    )
    line = (ChartPoint(date(2026, 1, 1), 1.0), ChartPoint(date(2026, 3, 1), 3.0))
    assert series_of(one, CX) == {"": line}
    assert series_of(one, CX, Breakdown.AREA) == {"Billing": (ChartPoint(date(2026, 2, 1), 2.0),)}
    assert series_of(one, CX, Breakdown.CHANNEL) == {}
    assert breakdowns_of(one) == (Breakdown.AREA,)


def test_the_header_counts_the_concepts_of_its_phase_that_have_a_measure() -> None:
    cards = [concept("a"), concept("b"), concept("c"), concept("d", Phase.LAUNCH)]
    hidden = Card(id="h", text="h", kind=CardKind.CONCEPT, phase=Phase.VALIDATE, hidden=True)
    board = Board(
        [*cards, hidden, Card(id="e", phase=Phase.VALIDATE), Measure(id="m", name="m", cards=("a", "c", "e"))]
    )
    seen = visible_to(ROOM, board)
    assert measured_concepts(seen, Phase.VALIDATE).sentence == "2 of 3 concepts have a measure"
    assert measured_concepts(seen, Phase.VALIDATE).unmeasured == ("b",)
    assert measured_concepts(seen, Phase.LAUNCH).sentence == "1 concept, without a measure"
    assert measured_concepts(seen, Phase.EXPLORE).sentence == ""


def test_a_check_whose_day_has_passed_without_a_reading_is_due() -> None:
    today = date(2026, 11, 14)

    def words(check_on: date | None, *readings: date) -> str:
        found = tuple(Reading(at=at, cx=1.0) for at in readings)
        return check_words(Measure(id="m", name="m", check_on=check_on, readings=found), today)

    assert words(None) == ""
    assert words(today) == "check on 14 November 2026"
    assert words(date(2026, 11, 13)) == "check was due on 13 November 2026"
    assert words(date(2026, 11, 13), date(2026, 11, 12)) == "check was due on 13 November 2026"
    assert words(date(2026, 11, 13), date(2026, 11, 13)) == "check on 13 November 2026"


def test_a_measure_whose_cards_are_gone_says_so() -> None:
    def caution(*ids: str) -> str:
        one = Measure(id="m", name="m", cards=ids)
        return gone_caution(one, visible_to(ROOM, Board([concept("a"), concept("b"), one])))

    assert caution() == caution("a", "b") == ""
    assert caution("a", "x") == "1 of the 2 cards that this measures is gone."
    assert caution("a", "x", "y") == "2 of the 3 cards that this measures are gone."
    assert caution("x") == "All cards that this measured are gone; drop it onto others."
