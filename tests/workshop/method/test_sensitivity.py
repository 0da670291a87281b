"""Whether the order of positions would hold: each nudge against scoring the tension anew."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from workshop.method.scoring import WORTH
from workshop.method.sensitivity import NUDGES, sensitivity_of
from workshop.model.tensions import Frequency, Impact, Position, Tension

IMPACTS = st.builds(
    Impact,
    outcome=st.integers(1, 5),
    share=st.sampled_from([0.0, 0.1, 0.2, 0.4, 0.5, 0.8, 1.0]),
    frequency=st.sampled_from(Frequency),
)


def tension(*impacts: Impact | None) -> Tension:
    positions = [
        Position(card=f"card {place}", impacts=(impact,) if impact else ())
        for place, impact in enumerate(impacts)
    ]
    return Tension(id="t", positions=tuple(positions))


def nudged(impact: Impact) -> list[Impact]:
    """An impact with each of its inputs a little otherwise, as a person would write them down."""
    assert impact.share is not None
    assert impact.outcome is not None
    assert impact.frequency is not None
    steps = list(Frequency)
    step = steps.index(impact.frequency)
    return [
        replace(impact, share=impact.share / 2),
        replace(impact, share=min(1.0, impact.share * 2)),
        replace(impact, frequency=steps[max(0, step - 1)]),
        replace(impact, frequency=steps[min(4, step + 1)]),
        replace(impact, outcome=max(1, impact.outcome - 1)),
        replace(impact, outcome=min(5, impact.outcome + 1)),
    ]


def score(impact: Impact) -> float:
    assert impact.share is not None
    assert impact.outcome is not None
    assert impact.frequency is not None
    return round(impact.outcome * impact.share * WORTH[impact.frequency], 9)


def changes_place(before: float, after: float, other: float) -> bool:
    if before == other:
        return False
    return after <= other if before > other else after >= other


@given(st.lists(IMPACTS, min_size=2, max_size=4))
def test_the_turns_are_those_nudges_that_scoring_anew_would_put_in_another_order(impacts: list[Impact]) -> None:
    expected = set()
    for place, impact in enumerate(impacts):
        others = [score(other) for spot, other in enumerate(impacts) if spot != place]
        for number, changed in enumerate(nudged(impact)):
            if any(changes_place(score(impact), score(changed), other) for other in others):
                expected.add((f"card {place}", number, score(changed)))
    found = sensitivity_of(tension(*impacts))
    assert {(turn.card, NUDGES.index(turn.nudge), turn.score) for turn in found.turns} == expected
    assert sorted(found.order, key=lambda card: -score(impacts[int(card[5:])])) == list(found.order)


def test_the_sentence_names_what_would_change_the_order() -> None:
    high = Impact(outcome=4, share=0.5, frequency=Frequency.ONE_TO_THREE)
    low = Impact(outcome=2, share=0.8, frequency=Frequency.ONE_TO_THREE)
    assert sensitivity_of(tension(high, low)).sentence(lambda card: f"“{card}”") == (
        "If half as many customers were affected by “card 0”, or if twice as many customers were affected by "
        "“card 1”, the order would change (and in 4 more cases)."
    )


def test_the_sentence_says_that_the_order_would_hold_or_that_it_is_a_tie() -> None:
    high = Impact(outcome=5, share=1.0, frequency=Frequency.THIRTY_AND_MORE)
    low = Impact(outcome=1, share=0.1, frequency=Frequency.UNDER_ONE)
    assert sensitivity_of(tension(high, low)).sentence(str) == (
        "The order would hold if any share were half or twice, and any other input one step off."
    )
    assert sensitivity_of(tension(high, low, high)).sentence(str) == (
        "Card 0 and card 2 score the same: any change would decide. "
        "Apart from that the order would hold if any share were half or twice, and any other input one step off."
    )
    assert sensitivity_of(tension(high, high)).sentence(str) == (
        "Card 0 and card 1 score the same: any change would decide."
    )


def test_a_tie_below_the_highest_is_named_too() -> None:
    high = Impact(outcome=5, share=1.0, frequency=Frequency.THIRTY_AND_MORE)
    three = Impact(outcome=3, share=0.3, frequency=Frequency.UNDER_ONE)
    one = Impact(outcome=1, share=0.9, frequency=Frequency.UNDER_ONE)
    assert sensitivity_of(tension(high, three, one)).sentence(str) == (
        "Card 1 and card 2 score the same: any change would decide. "
        "Apart from that the order would hold if any share were half or twice, and any other input one step off."
    )


def test_two_cards_that_are_gone_are_told_apart() -> None:
    high = Impact(outcome=4, share=0.5, frequency=Frequency.ONE_TO_THREE)
    low = Impact(outcome=2, share=0.8, frequency=Frequency.ONE_TO_THREE)
    sentence = sensitivity_of(tension(high, low)).sentence(lambda _: "a card that is gone")
    assert "affected by one card that is gone, or if" in sentence
    assert "affected by another card that is gone, the order" in sentence
    tied = sensitivity_of(tension(high, high)).sentence(lambda _: "a card without text")
    assert (
        tied == "One card without text and another card without text score the same: any change would decide."
    )


def test_one_scored_position_has_no_order() -> None:
    high = Impact(outcome=5, share=1.0, frequency=Frequency.THIRTY_AND_MORE)
    assert sensitivity_of(tension(high, None)).sentence(str) == ""
    assert sensitivity_of(tension(None, None)).sentence(str) == ""
