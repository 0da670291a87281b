"""Intents of tensions: positions, the five frameworks, secret scoring, settling and reopening."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from tests.workshop.method.acting import ME, NOW, cards, one_step, workshop_of
from workshop.commands import frameworks, tensions
from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.method.records import records_of
from workshop.method.settling import (
    decision_caution,
    decision_words,
    former_decisions,
    frameworks_used,
    links_without_tension,
    positions_caution,
    tension_title,
)
from workshop.model.cards import Card
from workshop.model.links import Link, LinkKind
from workshop.model.session import Principle
from workshop.model.tensions import Experiment, Framework, Frequency, Impact, Position, Tension, TensionState
from workshop.visibility import ARCHIVE, PAPER, ROOM, Viewer, ViewerKind, visible_to
from workshop.workshop import Workshop

FULL: dict[str, Any] = {"outcome": 4, "share": 0.5, "frequency": Frequency.ONE_TO_THREE}


def at_odds(**fields: Any) -> Workshop:
    tension = Tension(id="t", positions=(Position(card="a"), Position(card="b")), **fields)
    return workshop_of(*cards("abc"), Principle(id="p", text="Ask once."), tension)


def now(workshop: Workshop) -> Tension:
    return records_of(workshop.board, Tension)["t"]


def score(workshop: Workshop, card: str, by: str | None, **fields: Any) -> Tension:
    return frameworks.score_impact(workshop, origin=ME, tension_id="t", card_id=card, by=by, **fields)


def settle(workshop: Workshop, **fields: Any) -> Tension:
    chosen: dict[str, Any] = {
        "text": "Total on top.",
        "reason": "One tap costs the others nothing.",
        "decided_by": ["maja", "jo"],
    }
    return tensions.settle_tension(workshop, origin=ME, tension_id="t", **{**chosen, **fields})


def test_a_selection_of_two_cards_or_more_becomes_a_tension_once() -> None:
    workshop = workshop_of(*cards("abc"))
    with one_step(workshop):
        made = tensions.add_tension(workshop, origin=ME, card_ids=["a", "b", "c"], by="maja")
    assert [position.card for position in made.positions] == ["a", "b", "c"]
    assert [(step.state, step.at, step.by) for step in made.history] == [(TensionState.OPEN, NOW, "maja")]
    with pytest.raises(InvalidRecordError, match="in a tension with one another already"):
        tensions.add_tension(workshop, origin=ME, card_ids=["c", "a", "b"])
    with pytest.raises(InvalidRecordError, match="at least two cards"):
        tensions.add_tension(workshop, origin=ME, card_ids=["a", "a"])
    with pytest.raises(MissingRecordError):
        tensions.add_tension(workshop, origin=ME, card_ids=["a", "gone"])


def test_a_link_of_tension_becomes_one_and_no_other_link_does() -> None:
    link = Link(id="l", source="a", target="b", kind=LinkKind.IN_TENSION_WITH, note="Short or whole?")
    workshop = workshop_of(*cards("abc"), link, Link(id="m", source="b", target="c"))
    seen = visible_to(ROOM, workshop.board)
    assert links_without_tension(seen) == [link]
    with one_step(workshop):
        made = tensions.add_tension_from_link(workshop, origin=ME, link_id="l")
    assert made.title == "Short or whole?"
    assert links_without_tension(seen) == []
    with pytest.raises(InvalidRecordError, match="this one is “leads to”"):
        tensions.add_tension_from_link(workshop, origin=ME, link_id="m")


def test_positions_come_and_go_but_two_stay() -> None:
    workshop = at_odds()
    with pytest.raises(InvalidRecordError, match="needs two positions"):
        tensions.remove_position(workshop, origin=ME, tension_id="t", card_id="a")
    with one_step(workshop):
        tensions.add_position(workshop, origin=ME, tension_id="t", card_id="c")
    with pytest.raises(InvalidRecordError, match="a position of the tension already"):
        tensions.add_position(workshop, origin=ME, tension_id="t", card_id="c")
    with one_step(workshop):
        made = tensions.remove_position(workshop, origin=ME, tension_id="t", card_id="a")
    assert [position.card for position in made.positions] == ["b", "c"]


def test_an_impact_keeps_what_is_not_given_and_goes_when_nothing_is_left() -> None:
    workshop = at_odds()
    with one_step(workshop):
        score(workshop, "a", "maja", outcome=4, evidence_cx="412 tickets")
    with one_step(workshop):
        made = score(workshop, "a", "maja", share=0.3)
    assert made.positions[0].impacts == (Impact(by="maja", outcome=4, share=0.3, evidence_cx="412 tickets"),)
    made = score(workshop, "a", "maja", outcome=None, share=None, evidence_cx="")
    assert made.positions[0].impacts == ()


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"outcome": 0}, "An outcome goes from 1 to 5 in whole numbers, so not 0."),
        ({"outcome": 6}, "An outcome goes from 1 to 5 in whole numbers, so not 6."),
        ({"share": 34}, "The share of customers goes from 0 to 1 (0 to 100 %), so not 34."),
        ({"share": float("nan")}, "The share of customers goes from 0 to 1 (0 to 100 %), so not nan."),
    ],
)
def test_scores_out_of_range_are_refused_with_the_range(fields: dict[str, Any], says: str) -> None:
    workshop = at_odds()
    with pytest.raises(InvalidRecordError) as caught:
        score(workshop, "a", "maja", **fields)
    assert str(caught.value) == says
    with pytest.raises(InvalidRecordError, match="business value of loyalty goes from -3 to 3"):
        frameworks.score_value(workshop, origin=ME, tension_id="t", card_id="a", loyalty=4)


def test_a_tension_is_scored_once_each_position_is() -> None:
    workshop = at_odds()
    assert score(workshop, "a", "maja", **FULL).state is TensionState.OPEN
    with one_step(workshop):
        made = score(workshop, "b", "jo", **FULL)
    assert made.state is TensionState.SCORED
    assert made.history[-1].state is TensionState.SCORED


def test_a_tension_is_open_again_when_a_position_is_no_longer_scored() -> None:
    workshop = at_odds()
    score(workshop, "a", "maja", **FULL)
    score(workshop, "b", "jo", **FULL)
    with one_step(workshop):
        made = score(workshop, "b", "jo", outcome=None)
    assert made.state is made.history[-1].state is TensionState.OPEN
    assert score(workshop, "b", "jo", outcome=4).state is TensionState.SCORED
    with one_step(workshop):
        made = tensions.add_position(workshop, origin=ME, tension_id="t", card_id="c")
    assert made.state is made.history[-1].state is TensionState.OPEN
    made = tensions.remove_position(workshop, origin=ME, tension_id="t", card_id="c")
    assert made.state is made.history[-1].state is TensionState.SCORED


def test_what_a_decision_rests_on_stays_until_it_is_reopened() -> None:
    workshop = at_odds()
    tensions.add_position(workshop, origin=ME, tension_id="t", card_id="c")
    score(workshop, "a", "maja", **FULL)
    settle(workshop)
    settled, same = now(workshop), {"origin": ME, "tension_id": "t"}
    for attempt in (
        lambda: score(workshop, "a", "maja", outcome=1),
        lambda: frameworks.score_value(workshop, **same, card_id="a", loyalty=1),
        lambda: frameworks.score_in_secret(workshop, **same),
        lambda: tensions.add_position(workshop, **same, card_id="d"),
        lambda: tensions.remove_position(workshop, **same, card_id="a"),
    ):
        with pytest.raises(InvalidRecordError, match="A tension that is settled is reopened first"):
            attempt()
    assert now(workshop) == settled
    tensions.reopen_tension(workshop, **same)
    assert score(workshop, "a", "maja", outcome=1).positions[0].impacts[0].outcome == 1


def test_business_value_alone_scores_a_tension_too() -> None:
    workshop = at_odds()
    for card in "ab":
        with one_step(workshop):
            frameworks.score_value(
                workshop, origin=ME, tension_id="t", card_id=card, conversion=1, loyalty=-3, efficiency=0
            )
    assert now(workshop).state is TensionState.SCORED
    assert frameworks_used(now(workshop)) == (Framework.BUSINESS_VALUE,)


def test_secret_numbers_are_seen_by_who_gave_them_and_leave_with_the_archive_alone() -> None:
    workshop = at_odds()
    with one_step(workshop):
        frameworks.score_in_secret(workshop, origin=ME, tension_id="t")
    for card in "ab":
        score(workshop, card, "maja", **FULL)
        score(workshop, card, "jo", **{**FULL, "outcome": 1})

    def scorers(viewer: Viewer) -> list[str | None]:
        [seen] = visible_to(viewer, workshop.board).tensions()
        return [impact.by for impact in seen.positions[0].impacts]

    jo = Viewer(ViewerKind.PARTICIPANT, "jo")
    assert (scorers(ROOM), scorers(PAPER), scorers(jo), scorers(ARCHIVE)) == ([], [], ["jo"], ["maja", "jo"])
    assert scorers(Viewer(ViewerKind.PARTICIPANT, None)) == []
    assert now(workshop).state is TensionState.OPEN
    with pytest.raises(InvalidRecordError, match="say whose they are"):
        score(workshop, "a", None, outcome=2)
    with one_step(workshop):
        made = frameworks.reveal_scores(workshop, origin=ME, tension_id="t")
    assert made.state is TensionState.SCORED
    assert scorers(ROOM) == scorers(PAPER) == ["maja", "jo"]
    with pytest.raises(InvalidRecordError, match="not secret"):
        frameworks.reveal_scores(workshop, origin=ME, tension_id="t")


def test_nothing_is_revealed_before_somebody_has_scored() -> None:
    workshop = at_odds(secret=True)
    with pytest.raises(InvalidRecordError, match="Nobody has scored yet"):
        frameworks.reveal_scores(workshop, origin=ME, tension_id="t")


def test_an_experiment_starts_when_it_says_what_it_measures_and_what_decides() -> None:
    workshop = at_odds()
    with one_step(workshop):
        frameworks.plan_experiment(
            workshop, origin=ME, tension_id="t", interaction_metric="Time to total", variants=["short", " "]
        )
    with pytest.raises(InvalidRecordError) as caught:
        tensions.move_tension(workshop, origin=ME, tension_id="t", state=TensionState.TESTING)
    assert str(caught.value) == (
        "An experiment needs a relationship metric, two variants and what result decides first."
    )
    frameworks.plan_experiment(
        workshop,
        origin=ME,
        tension_id="t",
        relationship_metric="Trust",
        variants=["short", "whole"],
        decides="Higher trust wins.",
    )
    with one_step(workshop):
        made = tensions.move_tension(workshop, origin=ME, tension_id="t", state=TensionState.TESTING, by="jo")
    assert made.experiment == Experiment(
        interaction_metric="Time to total",
        relationship_metric="Trust",
        variants=("short", "whole"),
        decides="Higher trust wins.",
    )
    assert made.history[-1].by == "jo"


def test_the_job_and_the_check_in_are_taken_down_part_by_part() -> None:
    workshop = at_odds()
    with one_step(workshop):
        frameworks.state_job(
            workshop, origin=ME, tension_id="t", when="the month ends", want="to see what I owe"
        )
    with one_step(workshop):
        frameworks.check_in(workshop, origin=ME, tension_id="t", heard=["maja", "jo", "maja"])
    with one_step(workshop):
        made = frameworks.check_in(
            workshop, origin=ME, tension_id="t", credited=["ruth"], again_on=date(2027, 1, 15)
        )
    assert (made.job.when, made.job.want, made.job.so_that) == ("the month ends", "to see what I owe", "")
    assert (made.check_in.heard, made.check_in.credited) == (("maja", "jo"), ("ruth",))
    assert frameworks_used(made) == (Framework.JOBS_TO_BE_DONE, Framework.CHECK_IN)
    with pytest.raises(InvalidRecordError, match="A check-in of 1 May 1066 lies too long ago"):
        frameworks.check_in(workshop, origin=ME, tension_id="t", again_on=date(1066, 5, 1))


def test_a_decision_needs_a_text_a_sentence_of_reason_and_names() -> None:
    workshop = at_odds()
    for fields, says in (
        ({"text": " "}, "What was decided cannot be empty"),
        ({"reason": "because"}, "Give the reason in a sentence"),
        ({"decided_by": []}, "Name who decides, at best one of CX and one of UX"),
    ):
        with pytest.raises(InvalidRecordError, match=says):
            settle(workshop, **fields)
    with pytest.raises(MissingRecordError):
        settle(workshop, decided_by=["maja", "gone"])
    with pytest.raises(MissingRecordError, match="This principle is no longer"):
        settle(workshop, principle="gone")
    assert now(workshop).state is TensionState.OPEN


def test_a_settled_tension_names_who_decided_and_keeps_its_decision_when_it_is_reopened() -> None:
    workshop = at_odds()
    with one_step(workshop):
        made = settle(workshop, framework=Framework.CUSTOMER_IMPACT, principle="p")
    first = made.decision
    assert first is not None
    assert decision_words(workshop.board, first) == (
        "settled by Maja Jensen and Jo Whitfield, through customer impact"
    )
    with pytest.raises(InvalidRecordError, match="settled already"):
        settle(workshop)
    with pytest.raises(InvalidRecordError, match="reopened first"):
        tensions.move_tension(workshop, origin=ME, tension_id="t", state=TensionState.OPEN)
    with one_step(workshop):
        made = tensions.reopen_tension(workshop, origin=ME, tension_id="t", by="jo")
    assert (made.state, made.decision, former_decisions(made)) == (TensionState.OPEN, None, (first,))
    made = settle(workshop, text="The breakdown stays.")
    assert former_decisions(made) == (first,)
    assert [step.state.value for step in made.history] == ["settled", "open", "settled"]


def test_a_decision_from_elsewhere_without_a_history_is_kept_too_when_it_is_reopened() -> None:
    workshop = at_odds()
    decided = settle(workshop)
    bare = at_odds(state=TensionState.SETTLED, decision=decided.decision)
    made = tensions.reopen_tension(bare, origin=ME, tension_id="t")
    assert former_decisions(made) == (decided.decision,)


def test_a_decision_of_one_side_or_of_guests_says_so() -> None:
    board = at_odds().board
    assert decision_caution(board, ["maja", "jo"]) == ""
    assert decision_caution(board, ["maja"]).startswith("Nobody of UX decided this")
    assert decision_caution(board, ["ruth"]).startswith("Nobody of CX or UX decided this")


def test_states_that_nothing_stands_behind_are_refused() -> None:
    workshop = at_odds()
    with pytest.raises(InvalidRecordError, match="Score each position first"):
        tensions.move_tension(workshop, origin=ME, tension_id="t", state=TensionState.SCORED)
    with pytest.raises(InvalidRecordError, match="settled by a decision"):
        tensions.move_tension(workshop, origin=ME, tension_id="t", state=TensionState.SETTLED)
    with pytest.raises(InvalidRecordError, match="open already"):
        tensions.move_tension(workshop, origin=ME, tension_id="t", state=TensionState.OPEN)
    with pytest.raises(InvalidRecordError, match="nothing to reopen"):
        tensions.reopen_tension(workshop, origin=ME, tension_id="t")


def test_a_tension_is_called_by_its_title_or_by_what_the_viewer_may_read() -> None:
    hidden = Card(id="b", text="secret words", hidden=True)
    tension = Tension(id="t", positions=(Position(card="a"), Position(card="b"), Position(card="gone")))
    workshop = workshop_of(Card(id="a", text="Short bill"), hidden, tension)
    seen = visible_to(ROOM, workshop.board)
    assert tension_title(seen, tension) == "“Short bill” or a hidden card or a card that is gone"
    with one_step(workshop):
        made = tensions.name_tension(workshop, origin=ME, tension_id="t", title="Short or whole?")
    assert tension_title(seen, made) == "Short or whole?"
    assert positions_caution(workshop.board, made) == (
        "The card of one position is gone; what was scored and decided stays."
    )
    assert positions_caution(workshop.board, replace(made, positions=made.positions[:2])) == ""
    with one_step(workshop):
        tensions.remove_tension(workshop, origin=ME, tension_id="t")
