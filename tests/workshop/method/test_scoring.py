"""Customer impact and business value: products with their inputs, their spread, and how much scorers agree."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workshop.board.board import Board
from workshop.method.scoring import (
    HIGHEST_IMPACT,
    WORTH,
    agreement_colour,
    agreement_of,
    consensus,
    impact_of,
    is_scored,
    scorers_of,
    share_of_personas,
    single_score,
    value_of_position,
)
from workshop.model.cards import Card
from workshop.model.people import Persona
from workshop.model.tensions import BusinessValue, Frequency, Impact, Position, Tension

IMPACTS = st.builds(
    Impact,
    outcome=st.integers(1, 5),
    share=st.floats(0, 1),
    frequency=st.sampled_from(Frequency),
)
MAYBE = st.builds(
    Impact,
    outcome=st.none() | st.integers(1, 5),
    share=st.none() | st.floats(0, 1),
    frequency=st.none() | st.sampled_from(Frequency),
)


def position(*impacts: Impact, card: str = "a") -> Position:
    return Position(card=card, impacts=impacts)


@given(st.lists(MAYBE, max_size=6))
def test_a_score_is_the_product_of_the_inputs_beside_it_and_lies_within_0_and_25(impacts: list[Impact]) -> None:
    found = impact_of(position(*impacts))
    whole = [impact for impact in impacts if None not in (impact.outcome, impact.share, impact.frequency)]
    assert (found is None) == (not whole)
    if found is not None:
        assert found.score == pytest.approx(found.outcome * found.share * found.frequency, abs=1e-9)
        assert 0 <= found.lowest <= found.score <= found.highest <= HIGHEST_IMPACT
        assert found.score in {single_score(impact) for impact in whole}
        assert found.scorers == len(whole)


@given(IMPACTS)
def test_one_scorer_gives_the_score_and_agrees_with_nobody(impact: Impact) -> None:
    found = impact_of(position(impact))
    assert found is not None
    assert found.score == found.lowest == found.highest == single_score(impact)
    assert found.agreement is None


@given(st.lists(IMPACTS, min_size=2, max_size=8))
def test_agreement_lies_within_0_and_100_whoever_scored_first(impacts: list[Impact]) -> None:
    agreement = agreement_of(impacts)
    assert agreement is not None
    assert 0 <= agreement <= 100
    assert agreement == agreement_of(reversed(impacts))


@given(IMPACTS, st.integers(2, 8))
def test_those_who_score_alike_agree_wholly(impact: Impact, scorers: int) -> None:
    assert agreement_of([impact] * scorers) == 100


@given(st.lists(st.integers(1, 5), min_size=2, max_size=6))
def test_agreement_falls_as_one_of_two_moves_away(values: list[int]) -> None:
    apart = [consensus([1, other], 4) for other in sorted(set(values))]
    assert all(nearer > farther for nearer, farther in pairwise(apart))


@given(st.lists(st.integers(1, 5), min_size=1, max_size=8), st.integers(2, 9))
def test_agreement_is_the_same_on_a_scale_that_is_stretched(values: list[int], stretched: int) -> None:
    assume(len(values) > 0)
    wide = consensus([stretched * value for value in values], 4 * stretched)
    assert wide == pytest.approx(consensus(values, 4), abs=1e-9)


def test_half_at_either_end_agree_by_nothing_and_an_even_spread_by_43_percent() -> None:
    assert consensus([1, 5, 1, 5], 4) == 0
    assert round(consensus([1, 2, 3, 4, 5], 4), 2) == 0.43


def test_the_same_score_from_different_worlds_is_no_agreement() -> None:
    far = Impact(outcome=5, share=0.2, frequency=Frequency.UNDER_ONE)
    near = Impact(outcome=1, share=1.0, frequency=Frequency.UNDER_ONE)
    assert single_score(far) == single_score(near) == 1
    assert agreement_of([far, near]) == 0


@pytest.mark.parametrize(
    ("agreement", "colour"),
    [(None, ""), (0, "red"), (34, "red"), (35, "amber"), (50, "amber"), (51, ""), (100, "")],
)
def test_agreement_under_35_percent_is_red_and_up_to_50_amber(agreement: int | None, colour: str) -> None:
    assert agreement_colour(agreement) == colour


def test_one_wild_guess_does_not_move_the_score_but_shows_in_the_spread() -> None:
    calm = Impact(outcome=4, share=0.5, frequency=Frequency.ONE_TO_THREE)
    wild = Impact(outcome=1, share=0.0, frequency=Frequency.THIRTY_AND_MORE)
    found = impact_of(position(calm, calm, wild))
    assert found is not None
    assert (found.score, found.lowest, found.highest) == (4.0, 0.0, 4.0)
    assert found.inputs == "4 × 50 % × 2"
    assert list(WORTH.values()) == [1, 2, 3, 4, 5]


def test_a_score_lies_within_what_people_scored_and_is_that_of_the_one_in_the_middle() -> None:
    small = Impact(outcome=5, share=0.1, frequency=Frequency.UNDER_ONE)
    wide = Impact(outcome=1, share=1.0, frequency=Frequency.UNDER_ONE)
    often = Impact(outcome=1, share=0.1, frequency=Frequency.THIRTY_AND_MORE)
    found = impact_of(position(small, wide, often))
    assert found is not None
    assert (found.lowest, found.score, found.highest) == (0.5, 0.5, 1.0)
    assert found.inputs == "5 × 10 % × 1"
    assert found == impact_of(position(often, wide, small))
    lower = impact_of(position(small, wide))
    assert lower is not None
    assert (lower.score, lower.inputs) == (0.5, "5 × 10 % × 1")


def test_scores_that_are_the_same_on_paper_are_the_same() -> None:
    three = Impact(outcome=3, share=0.3, frequency=Frequency.UNDER_ONE)
    one = Impact(outcome=1, share=0.9, frequency=Frequency.UNDER_ONE)
    assert single_score(three) == single_score(one) == 0.9


def test_the_share_of_a_position_can_be_that_of_its_personas() -> None:
    personas = [Persona(id="bea", name="Bea", share=34.0), Persona(id="sam", name="Sam", share=80.0)]
    board = Board([*personas, Persona(id="noor", name="Noor")])
    assert share_of_personas(board, Card(id="a", personas=("bea", "noor", "gone"))) == 0.34
    assert share_of_personas(board, Card(id="a", personas=("bea", "sam"))) == 1.0
    assert share_of_personas(board, Card(id="a", personas=("noor",))) is None


def test_evidence_of_both_is_gathered_and_its_lack_is_said() -> None:
    one = Impact(outcome=4, share=0.5, frequency=Frequency.UNDER_ONE, evidence_cx="412 tickets ")
    found = impact_of(position(one, one))
    assert found is not None
    assert found.evidence_cx == ("412 tickets",)
    assert found.one_sided == "No evidence of UX yet."


def test_business_value_is_a_sum_with_its_signs_or_nothing_while_one_is_missing() -> None:
    found = value_of_position(BusinessValue(conversion=1, loyalty=-2, efficiency=0))
    assert found is not None
    assert (found.score, found.inputs) == (-1, "conversion +1, loyalty −2, efficiency 0")
    assert value_of_position(BusinessValue(conversion=1, loyalty=-2)) is None


def test_a_tension_is_scored_when_one_framework_has_scored_every_position() -> None:
    impact = Impact(by="maja", outcome=1, share=0.0, frequency=Frequency.UNDER_ONE)
    value = BusinessValue(conversion=0, loyalty=0, efficiency=0)
    scored, valued = position(impact), Position(card="b", business_value=value)

    def tension(*positions: Position) -> Tension:
        return Tension(id="t", positions=positions)

    assert is_scored(tension(scored, position(impact, card="b")))
    assert is_scored(tension(Position(card="a", business_value=value), valued))
    assert not is_scored(tension(scored, valued))
    assert not is_scored(tension(scored))
    assert not is_scored(tension())
    assert scorers_of(tension(scored, position(impact, card="b"))) == ("maja",)
    assert scorers_of(tension(scored, valued)) == ()
