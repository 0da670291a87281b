"""The phase guide: each point of the board holds, or does not and says what lacks; ghosts, and ticks by hand."""

from collections.abc import Iterable
from datetime import date

import pytest

from tests.workshop.method.acting import ME, PEOPLE, one_step, workshop_of
from workshop.board.board import Board
from workshop.commands.phase_guide import accept_examples, tick_point
from workshop.errors import InvalidRecordError
from workshop.imports.sample import sample_records
from workshop.method.checklist import POINTS, checklist_of, progress_words
from workshop.method.phase_examples import EXAMPLES, ghosts_of
from workshop.method.phase_facts import BOTH, evidence_sides, sides
from workshop.method.phase_help import PHASE_HELP
from workshop.model.cards import Card, CardKind, Discipline, Evidence, EvidenceSource
from workshop.model.diamonds import Phase
from workshop.model.links import Link, LinkKind
from workshop.model.measures import Lens, Measure, Reading
from workshop.model.record import Record
from workshop.model.session import Improvement
from workshop.visibility import PAPER, ROOM, visible_to

CX, UX, JOINT = Discipline.CX, Discipline.UX, Discipline.JOINT
TICKETS, TEST = Evidence(source=EvidenceSource.SUPPORT_TICKETS), Evidence(source=EvidenceSource.USABILITY_TEST)
WORKSHOP = Evidence(source=EvidenceSource.WORKSHOP)


def card(
    name: str, phase: Phase, kind: CardKind = CardKind.INSIGHT, side: Discipline = CX, **fields: object
) -> Card:
    return Card(id=name, text=name, phase=phase, kind=kind, discipline=side, **fields)


def lacks(key: str, *records: Record) -> str:
    """What the board says of a point; empty when it ticks it."""
    board = Board([*PEOPLE, *records])
    [tick] = [
        tick for tick in checklist_of(visible_to(ROOM, board), POINTS[key].phase) if tick.point.key == key
    ]
    assert tick.ticked == (not tick.lacks)
    return tick.lacks


def decision(phase: Phase, *people: str) -> Card:
    return card("d", phase, CardKind.DECISION, JOINT, decided_by=people)


def test_every_phase_has_help_examples_of_both_and_a_checklist() -> None:
    assert set(PHASE_HELP) == set(Phase)
    for phase in Phase:
        mine = [one for one in EXAMPLES.values() if one.phase is phase]
        assert {one.discipline for one in mine} == set(Discipline)
        assert len([point for point in POINTS.values() if point.phase is phase]) >= 3
    assert len({one.text for one in EXAMPLES.values()}) == len(EXAMPLES)


def test_on_an_empty_board_nothing_is_ticked_and_every_point_of_the_board_says_what_lacks() -> None:
    seen = visible_to(ROOM, Board())
    ticks = [tick for phase in Phase for tick in checklist_of(seen, phase)]
    assert not [tick for tick in ticks if tick.ticked]
    assert all(bool(tick.lacks) != tick.by_hand for tick in ticks)
    assert progress_words(checklist_of(seen, Phase.DEFINE)) == "0 of 3 done"


def test_signals_of_both_sides_and_what_they_rest_on() -> None:
    one, two = card("a", Phase.DISCOVER, evidence=TICKETS), card("b", Phase.DISCOVER, side=UX)
    assert lacks("discover-both", one) == "No card of UX yet."
    assert lacks("discover-both", one, two) == ""
    assert lacks("discover-both", card("j", Phase.DISCOVER, side=JOINT)) == ""
    assert lacks("discover-evidence", one, two) == ""
    assert lacks("discover-evidence", one, two, card("c", Phase.DISCOVER)) == "Only 1 of 3 do."


def test_a_problem_is_agreed_when_both_decided_and_evidence_of_both_leads_to_it() -> None:
    agreed = decision(Phase.DEFINE, "maja", "jo")
    cx = card("cx", Phase.DISCOVER, evidence=TICKETS)
    ux = card("ux", Phase.DISCOVER, side=UX, evidence=TEST)
    links = [Link(id=one, source=one, target="d", kind=LinkKind.SUPPORTS) for one in ("cx", "ux")]
    assert lacks("define-problem", cx, ux) == "No decision here yet."
    alone = decision(Phase.DEFINE, "maja", "ruth")
    assert lacks("define-problem", alone, cx, ux, *links) == (
        "No decision here names somebody of CX and somebody of UX."
    )
    assert lacks("define-problem", agreed, cx, ux, links[0]) == "Link evidence of CX and of UX to the decision."
    assert lacks("define-problem", agreed, cx, ux, *links) == ""


def test_moments_needs_and_choices() -> None:
    named = card("a", Phase.DEFINE, CardKind.NEED, UX, stage="use", personas=("bea",))
    assert lacks("define-moment", named) == lacks("define-need", named) == ""
    assert lacks("define-need", card("a", Phase.DEFINE, CardKind.NEED, CX)) == "No need of UX here yet."
    ideas = [card(name, Phase.EXPLORE, CardKind.IDEA) for name in "ab"]
    assert lacks("explore-choice", *ideas) == "2 of 3 so far."
    joint = card("c", Phase.EXPLORE, CardKind.CONCEPT, JOINT)
    assert lacks("explore-choice", *ideas, joint) == lacks("explore-joint", joint) == ""
    assert lacks("explore-joint", card("c", Phase.EXPLORE, CardKind.CONCEPT, UX)) != ""


def measure(cards: Iterable[str], target: float | None = 4.0) -> Measure:
    return Measure(
        id="m",
        name="m",
        cx=Lens(measured="Trust", target=4.0),
        ux=Lens(measured="Time", target=target),
        cards=tuple(cards),
    )


def test_concepts_under_test_need_targets_through_both_lenses() -> None:
    here = card("a", Phase.VALIDATE, CardKind.CONCEPT)
    explored, other = (card(name, Phase.EXPLORE, CardKind.CONCEPT) for name in "be")
    result = card("c", Phase.VALIDATE)
    records = (here, explored, other, result, Link(id="l", source="b", target="c"))
    assert lacks("validate-measures", other) == "No concept is under test yet."
    assert lacks("validate-measures", *records, measure("a")) == "1 of 2 lack one."
    assert lacks("validate-measures", *records, measure("ab", target=None)) == "2 of 2 lack one."
    assert lacks("validate-measures", *records, measure("ab")) == ""


def test_tests_with_users_and_results_of_both() -> None:
    asked, tested = (
        card("a", Phase.VALIDATE, evidence=TICKETS),
        card("b", Phase.VALIDATE, side=UX, evidence=TEST),
    )
    assert lacks("validate-users", asked) == "No card names a test with users as its source."
    assert lacks("validate-users", tested) == ""
    assert lacks("validate-both", asked) == "No evidence of UX yet."
    assert lacks("validate-both", asked, tested) == ""


@pytest.mark.parametrize(
    ("key", "phase"),
    [
        ("validate-chosen", Phase.VALIDATE),
        ("develop-reviewed", Phase.DEVELOP),
        ("pilot-decided", Phase.PILOT),
    ],
)
def test_decisions_of_later_phases_need_both(key: str, phase: Phase) -> None:
    assert lacks(key, decision(Phase.DEFINE, "maja", "jo")) == "No decision here yet."
    assert lacks(key, decision(phase, "maja")) != ""
    assert lacks(key, decision(phase, "maja", "jo")) == ""


def test_actions_backstage_and_what_is_specified() -> None:
    action = card("a", Phase.DEVELOP, CardKind.ACTION, owner="maja", due=date(2026, 9, 1), backstage=True)
    loose = card("b", Phase.DEVELOP, CardKind.ACTION, backstage=True, done=True)
    assert lacks("develop-actions", action) == ""
    assert lacks("develop-actions", action, loose) == "1 of 2 lack an owner or a date."
    assert lacks("pilot-backstage", action, loose) == "1 of 2 backstage actions are not done."
    assert lacks("pilot-backstage", loose) == ""
    assert lacks("develop-specified", card("c", Phase.DEVELOP, CardKind.CONCEPT, UX)) == ""


def test_a_promise_needs_something_of_ux_in_solution_or_develop_behind_it() -> None:
    promise, built = card("a", Phase.LAUNCH), card("b", Phase.DEVELOP, side=UX)
    pilot = card("c", Phase.PILOT, side=UX)
    link = Link(id="l", source="b", target="a")
    assert lacks("launch-path", promise, built) == "1 of 1 have nothing of UX behind them."
    assert lacks("launch-path", promise, pilot, Link(id="l", source="c", target="a")) != ""
    assert lacks("launch-path", promise, built, link) == ""


def test_checks_readings_and_improvements() -> None:
    bare = measure("")
    assert lacks("launch-check", bare) == "No measure says when it is checked."
    dated = Measure(id="n", name="n", cx=bare.cx, ux=bare.ux, check_on=date(2027, 1, 1))
    assert lacks("launch-check", dated) == ""
    read = Measure(
        id="n", name="n", readings=(Reading(at=date(2026, 1, 1), cx=1), Reading(at=date(2026, 2, 1), ux=1))
    )
    assert lacks("scale-read", bare) != ""
    assert lacks("scale-read", read) == ""
    win, risk = card("w", Phase.SCALE, CardKind.WIN), card("r", Phase.SCALE, CardKind.RISK)
    assert lacks("scale-works", win) != ""
    assert lacks("scale-works", win, risk) == ""
    agreed = Improvement(id="1", text="one", agreed_by=("maja", "jo"))
    assert lacks("scale-ranked", agreed) == "Rank two improvements or more."
    assert (
        lacks("scale-ranked", agreed, Improvement(id="2", text="two")) == "1 of 2 are not agreed by both yet."
    )
    assert lacks("scale-ranked", agreed, Improvement(id="2", text="two", agreed_by=("jo", "maja"))) == ""


def test_evidence_speaks_for_the_side_of_its_source_or_else_of_its_card() -> None:
    assert evidence_sides([card("a", Phase.DEFINE, side=UX, evidence=TICKETS)]) == {CX}
    assert evidence_sides([card("a", Phase.DEFINE, side=UX, evidence=WORKSHOP)]) == {UX}
    assert evidence_sides([card("a", Phase.DEFINE, side=JOINT, evidence=WORKSHOP)]) == BOTH
    assert evidence_sides([card("a", Phase.DEFINE)]) == set()
    assert sides([]) == set()


def test_hidden_cards_tick_nothing() -> None:
    hidden = card("a", Phase.DISCOVER, side=JOINT, hidden=True)
    assert lacks("discover-both", hidden) == "No card of CX and UX yet."


def test_points_are_ticked_by_hand_where_the_board_cannot() -> None:
    workshop = workshop_of()
    with one_step(workshop):
        tick_point(workshop, origin=ME, key="discover-scoped")
    [scoped, *_] = checklist_of(visible_to(ROOM, workshop.board), Phase.DISCOVER)
    assert (scoped.ticked, scoped.by_hand) == (True, True)
    with one_step(workshop):
        session = tick_point(workshop, origin=ME, key="discover-scoped", ticked=False)
    assert session.ticked == ()
    with pytest.raises(InvalidRecordError, match="ticked by the board itself"):
        tick_point(workshop, origin=ME, key="define-problem")
    with pytest.raises(InvalidRecordError, match="no such point"):
        tick_point(workshop, origin=ME, key="luck")


def test_ghosts_become_cards_in_one_step_and_are_ghosts_no_more() -> None:
    workshop = workshop_of()
    seen = visible_to(PAPER, workshop.board)
    keys = [ghost.key for ghost in ghosts_of(seen, Phase.PILOT)]
    assert len(keys) == 3
    with one_step(workshop):
        made = accept_examples(workshop, origin=ME, keys=keys[:2], author="jo")
    assert [(one.text, one.kind, one.discipline, one.phase, one.author) for one in made] == [
        (one.text, one.kind, one.discipline, Phase.PILOT, "jo") for one in (EXAMPLES[key] for key in keys[:2])
    ]
    assert [ghost.key for ghost in ghosts_of(seen, Phase.PILOT)] == keys[2:]
    with pytest.raises(InvalidRecordError, match="no such example card"):
        accept_examples(workshop, origin=ME, keys=[keys[2], "Pilot 9"])
    assert len(workshop.board.cards) == 2


def test_the_sample_has_phases_that_are_done_and_some_that_are_not() -> None:
    seen = visible_to(ROOM, Board(sample_records()))
    words = {phase: progress_words(checklist_of(seen, phase)) for phase in Phase}
    assert words[Phase.DEFINE] == "done"
    assert sum(word != "done" for word in words.values()) >= 4
