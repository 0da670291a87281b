"""What is said of measures in a few words, and the plan of their small chart."""

from datetime import date
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.method.measure_words import (
    lens_text,
    number_text,
    part_text,
    progress_text,
    reading_text,
    way_text,
)
from workshop.method.measuring import Breakdown
from workshop.model.cards import Discipline
from workshop.model.measures import Direction, Lens, Measure, Reading
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Rect, Stroke, TextRun, bounds_of
from workshop.picture.reading_chart import MOST_LINES, chart_height, chart_of, chart_plan

TRUST = Lens(measured="Trust", unit="of 5", baseline=3.0, target=4.0)
ERRORS = Lens(measured="Errors", unit="%", baseline=20.0, target=5.0, direction=Direction.DOWN)


def measure(*readings: Reading) -> Measure:
    return Measure(id="m", name="Bill", cx=TRUST, ux=ERRORS, readings=readings)


def reading(day: int = 1, **fields: object) -> Reading:
    return Reading(at=date(2026, 11, day), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (3.0, "3"),
        (3.25, "3.25"),
        (-4.5, "−4.5"),
        (1e-9, "0"),
        (-1e-9, "0"),
        (12345678.0, "12345678"),
        (1 / 3, "0.3333"),
        (1e12, "1000000000000"),
        (1.5e200, "1.5e200"),
        (-1e308, "−1e308"),
    ],
)
def test_a_number_has_no_more_figures_than_it_needs(number: float, words: str) -> None:
    assert number_text(number) == words


@given(st.floats(-1e6, 1e6))
def test_a_number_in_words_can_be_read_again(number: float) -> None:
    assert float(number_text(number).replace("−", "-")) == pytest.approx(number, abs=5e-5)


def test_numbers_from_elsewhere_that_are_too_far_apart_have_no_progress_and_a_chart_all_the_same() -> None:
    far = Lens(measured="Trust", baseline=-1e308, target=1e308)
    for value in (0.0, 1e308, 1e200):
        found = Measure(id="m", name="Bill", cx=far, readings=(reading(cx=value), reading(2, cx=-1e308)))
        assert progress_text(found, Discipline.CX) == ""
        shapes = chart_plan(chart_of(found, Discipline.CX), (300, 120), LIGHT, 11)
        assert shapes
        assert all(isfinite(side) for shape in shapes for side in bounds_of(shape))


def test_a_lens_says_its_way_and_how_far_it_has_come() -> None:
    assert (
        lens_text(measure(reading(cx=3.75)), Discipline.CX) == "Trust · 3 → 4 of 5 · 3.75, 75\u00a0% of the way"
    )


def test_an_empty_lens_says_nothing() -> None:
    assert lens_text(Measure(id="m", name="Bill"), Discipline.UX) == ""


def test_a_way_with_one_end_shows_which_is_missing() -> None:
    assert way_text(Lens(measured="NPS", target=30.0)) == "? → 30"
    assert way_text(Lens(measured="NPS", unit="NPS")) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (5.0, "5, target reached"),
        (4.0, "4, target reached"),
        (22.0, "22, worse than the baseline"),
        (20.0, "20, 0\u00a0% of the way"),
    ],
)
def test_progress_is_said_also_beyond_its_ends(value: float, words: str) -> None:
    assert progress_text(measure(reading(ux=value)), Discipline.UX) == words
    assert progress_text(measure(), Discipline.UX) == ""


def test_a_reading_says_both_lenses_and_its_part() -> None:
    one = reading(cx=3.5, ux=8.0, area="Billing page", channel="web")
    assert reading_text(measure(one), one) == "CX 3.5 of 5 · UX 8\u00a0%"
    assert part_text(one) == "Billing page, web"
    assert part_text(reading(cx=1.0)) == ""


def test_a_chart_without_readings_draws_nothing() -> None:
    assert chart_plan(chart_of(measure(), Discipline.CX), (240, 100), LIGHT, 11) == []
    assert chart_of(measure(), Discipline.CX).words == "No readings yet."


def test_a_chart_shows_baseline_target_and_the_last_value() -> None:
    chart = chart_of(measure(reading(1, cx=3.2), reading(9, cx=3.6)), Discipline.CX)
    texts = [shape.text for shape in chart_plan(chart, (240, 100), LIGHT, 11) if isinstance(shape, TextRun)]
    assert texts == ["target 4", "baseline 3", "3.6", "1 Nov 2026", "9 Nov 2026"]


def test_readings_of_parts_alone_are_charted_by_their_parts() -> None:
    readings = (reading(1, cx=3.2, segment="small"), reading(1, cx=3.0, segment="large"))
    chart = chart_of(measure(*readings), Discipline.CX)
    assert chart.by is Breakdown.SEGMENT
    assert set(chart.lines) == {"small", "large"}
    dashes = {shape.dash for shape in chart_plan(chart, (240, 140), LIGHT, 11) if isinstance(shape, Stroke)}
    assert len(dashes) > 2


def test_of_many_parts_those_read_last_are_charted() -> None:
    readings = [reading(day, cx=3.0, area=f"page {day}") for day in range(1, 12)]
    chart = chart_of(measure(*readings), Discipline.CX, Breakdown.AREA)
    assert list(chart.lines) == [f"page {day}" for day in range(12 - MOST_LINES, 12)]


@given(
    st.lists(
        st.tuples(st.integers(1, 28), st.floats(-1e6, 1e6)),
        min_size=1,
        max_size=8,
        unique_by=lambda one: one[0],
    ),
    st.sampled_from([None, 0.0, -1e6, 1e6]),
    st.sampled_from([None, 0.0, 1e6]),
    st.sampled_from([11.0, 22.0]),
)
def test_a_chart_stays_within_its_size(
    points: list[tuple[int, float]], baseline: float | None, target: float | None, text: float
) -> None:
    lens = Lens(measured="x", baseline=baseline, target=target)
    one = Measure(id="m", name="n", cx=lens, readings=tuple(reading(day, cx=value) for day, value in points))
    chart = chart_of(one, Discipline.CX)
    size = (500.0, chart_height(chart, text))
    plan = chart_plan(chart, size, LIGHT, text)
    assert plan
    field = Rect(0, 0, *size)
    assert all(field.contains(bounds_of(shape), slack=1.0) for shape in plan), plan
