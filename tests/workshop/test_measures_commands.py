"""Intents of shared measures: what they change, what they refuse, and that each is one step."""

import math
from datetime import date, timedelta
from typing import Any

import pytest

from tests.workshop.method.acting import ME, NOW, cards, one_step, workshop_of
from workshop.commands import measures
from workshop.commands.cards import remove_cards
from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.method.measure_templates import MEASURE_TEMPLATES
from workshop.method.records import records_of
from workshop.model.cards import Discipline
from workshop.model.measures import Direction, Lens, Measure, Reading

READ = Reading(at=date(2026, 10, 31), cx=3.9, ux=71.0)


def workshop(**fields: Any):
    measure = Measure(id="m", name="Month closed", **fields)
    return workshop_of(*cards("ab"), measure)


def test_each_of_the_six_templates_makes_a_measure_with_both_lenses() -> None:
    assert len(MEASURE_TEMPLATES) == 6
    for template in MEASURE_TEMPLATES:
        board = workshop_of()
        with one_step(board):
            made = measures.add_measure(board, origin=ME, template=template)
        assert not made.one_sided
        assert made.name == MEASURE_TEMPLATES[template].name


def test_a_free_measure_is_one_sided_until_both_lenses_say_what_they_measure() -> None:
    board = workshop_of(*cards("ab"))
    with one_step(board):
        made = measures.add_measure(board, origin=ME, name=" Trust \n in bills ", card_ids=["a", "a", "b"])
    assert (made.name, made.cards, made.one_sided) == ("Trust in bills", ("a", "b"), True)
    for discipline in (Discipline.CX, Discipline.UX):
        with one_step(board):
            made = measures.change_lens(
                board,
                origin=ME,
                measure_id=made.id,
                discipline=discipline,
                measured="Trust",
                baseline=3,
                target=4,
            )
    assert made.cx == made.ux == Lens(measured="Trust", baseline=3.0, target=4.0)
    assert not made.one_sided


def test_a_lens_keeps_what_is_not_given_and_none_clears_its_numbers() -> None:
    lens = Lens(measured="Trust", unit="of 5", baseline=3.1, target=4.2)
    board = workshop(cx=lens)
    made = measures.change_lens(
        board, origin=ME, measure_id="m", discipline=Discipline.CX, baseline=None, direction=Direction.DOWN
    )
    assert made.cx == Lens(measured="Trust", unit="of 5", target=4.2, direction=Direction.DOWN)


def test_owners_and_the_day_of_the_check_can_be_set_and_cleared() -> None:
    board = workshop()
    with one_step(board):
        measures.change_measure(
            board, origin=ME, measure_id="m", owner_cx="maja", owner_ux="jo", check_on=date(2027, 1, 15)
        )
    made = measures.change_measure(board, origin=ME, measure_id="m", owner_cx=None, check_on=None)
    assert (made.owner_cx, made.owner_ux, made.check_on) == (None, "jo", None)


def test_readings_stand_in_the_order_of_their_days() -> None:
    board = workshop(readings=(READ,))
    early = Reading(at=date(2026, 6, 25), ux=92.0, segment="Pilot")
    with one_step(board):
        measures.add_reading(board, origin=ME, measure_id="m", reading=early)
    with one_step(board):
        made = measures.change_reading(
            board, origin=ME, measure_id="m", reading=READ, changed=Reading(at=date(2026, 5, 1), cx=3.0)
        )
    assert [reading.at for reading in made.readings] == [date(2026, 5, 1), date(2026, 6, 25)]
    with one_step(board):
        made = measures.remove_reading(board, origin=ME, measure_id="m", reading=early)
    assert [reading.cx for reading in made.readings] == [3.0]


def test_a_measure_is_put_on_cards_and_taken_off_also_when_they_are_gone() -> None:
    board = workshop()
    with one_step(board):
        measures.measure_cards(board, origin=ME, measure_id="m", card_ids=["b", "a", "b"])
    remove_cards(board, origin=ME, card_ids=["b"])
    assert records_of(board.board, Measure)["m"].cards == ("b", "a")
    with one_step(board):
        made = measures.unmeasure_cards(board, origin=ME, measure_id="m", card_ids=["b"])
    assert made.cards == ("a",)


def test_a_measure_is_removed_with_its_readings_and_comes_back_with_them() -> None:
    board = workshop(readings=(READ,))
    with one_step(board):
        measures.remove_measure(board, origin=ME, measure_id="m")
    board.undo(ME)
    assert records_of(board.board, Measure)["m"].readings == (READ,)


@pytest.mark.parametrize(
    ("reading", "says"),
    [
        (Reading(at=READ.at), "A reading needs a number for CX, for UX, or for both."),
        (Reading(at=READ.at, cx=math.nan), "A reading must be a number."),
        (Reading(at=READ.at, ux=math.inf), "A reading must be a number."),
        (
            Reading(at=READ.at, cx=-1.1e12),
            "A reading goes up to a million millions, above zero or below; count in a larger unit.",
        ),
        (
            Reading(at=date(1204, 3, 3), cx=1),
            "A reading of 3 March 1204 lies too long ago; choose a day between 1990 and 2100.",
        ),
        (
            Reading(at=NOW.date() + timedelta(days=2), cx=1),
            "A reading of 16 November 2026 lies ahead; it is what was measured.",
        ),
        (
            Reading(at=READ.at, cx=1, area=""),
            "There is such a reading of 31 October 2026 already; change that one.",
        ),
    ],
)
def test_a_reading_that_says_nothing_or_lies_wrong_in_time_is_refused(reading: Reading, says: str) -> None:
    board = workshop(readings=(READ,))
    with pytest.raises(InvalidRecordError) as caught:
        measures.add_reading(board, origin=ME, measure_id="m", reading=reading)
    assert str(caught.value) == says
    assert records_of(board.board, Measure)["m"].readings == (READ,)


@pytest.mark.parametrize("side", ["baseline", "target"])
def test_a_lens_counts_to_a_million_millions_and_no_further(side: str) -> None:
    board = workshop()
    for number in (1e12, -1e12):
        made = measures.change_lens(
            board, origin=ME, measure_id="m", discipline=Discipline.CX, **{side: number}
        )
        assert getattr(made.cx, side) == number
        with pytest.raises(InvalidRecordError, match="count in a larger unit"):
            measures.change_lens(
                board, origin=ME, measure_id="m", discipline=Discipline.CX, **{side: 10 * number}
            )


def test_two_readings_of_a_day_may_tell_of_different_parts() -> None:
    board = workshop(readings=(READ,))
    made = measures.add_reading(
        board, origin=ME, measure_id="m", reading=Reading(at=READ.at, cx=1, channel="phone")
    )
    assert len(made.readings) == 2


def test_names_templates_days_and_records_that_are_none_are_refused_in_sentences() -> None:
    board = workshop()
    with pytest.raises(InvalidRecordError, match=r"The name of a measure cannot be empty\."):
        measures.add_measure(board, origin=ME)
    with pytest.raises(InvalidRecordError, match="no template of measures named “luck”"):
        measures.add_measure(board, origin=ME, template="luck")
    with pytest.raises(InvalidRecordError, match="at most 400 characters"):
        measures.change_measure(board, origin=ME, measure_id="m", name="x" * 401)
    with pytest.raises(InvalidRecordError, match="A check of 1 January 2999 lies too far ahead"):
        measures.change_measure(board, origin=ME, measure_id="m", check_on=date(2999, 1, 1))
    with pytest.raises(MissingRecordError, match="This measure is no longer in the session"):
        measures.remove_measure(board, origin=ME, measure_id="gone")
    with pytest.raises(MissingRecordError, match="This participant is no longer in the session"):
        measures.change_measure(board, origin=ME, measure_id="m", owner_cx="gone")
    with pytest.raises(InvalidRecordError, match="choose one of the two"):
        measures.change_lens(board, origin=ME, measure_id="m", discipline=Discipline.JOINT, unit="%")
    with pytest.raises(MissingRecordError, match="This reading is no longer in the measure"):
        measures.remove_reading(board, origin=ME, measure_id="m", reading=READ)
