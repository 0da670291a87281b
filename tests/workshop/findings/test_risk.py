"""Threads by votes and by risk: what stops, rests on nothing, or is one side's alone comes first, and says so."""

from tests.workshop.findings.boards import EVIDENCE, TODAY, card, links
from workshop.board.board import Board
from workshop.board.threads import Thread, threads_of
from workshop.findings.looking import findings_of
from workshop.findings.risk import ThreadRisk, by_risk, by_votes
from workshop.model.facilitation import Vote
from workshop.model.record import Record
from workshop.visibility import ROOM, visible_to


def test_threads_are_sorted_by_votes() -> None:
    records = [card("a"), card("b"), card("c"), Vote(id="v", card="b", dots=2), Vote(id="w", card="c", dots=5)]
    assert [thread.root for thread in by_votes(_threads(records))] == ["c", "b", "a"]


def test_a_whole_thread_of_both_sides_that_rests_on_evidence_is_at_no_risk() -> None:
    whole = [
        card("a", evidence=EVIDENCE),
        card("b", "idea", "UX", "Explore"),
        card("c", "win", "UX", "Scale"),
        *links("a leads to b", "b leads to c"),
    ]
    (risk,) = _risks(whole)
    assert (risk.weight, risk.reasons) == (0, ())
    assert risk.thread.joint
    assert risk.thread.stops_in is None


def test_stopping_weighs_more_in_problem_and_with_votes_and_says_so() -> None:
    records = [
        card("a", "idea", "Joint"),
        card("b", "idea", "Joint"),
        card("c", "idea", "Joint"),
        card("d", "idea", "UX", "Explore"),
        *links("c leads to d"),
        Vote(id="v", card="b", dots=1),
    ]
    assert [(risk.thread.root, risk.weight, risk.reasons) for risk in _risks(records)] == [
        ("b", 4, ("stops in Problem with 1 vote",)),
        ("a", 3, ("stops in Problem",)),
        ("c", 2, ("stops in Solution",)),
    ]


def test_one_discipline_alone_and_findings_on_the_way_add_to_the_risk() -> None:
    records = [
        card("a", "idea"),
        card("b", "decision", "CX", "Explore"),
        card("c", "win", "CX", "Scale"),
        *links("a leads to b", "b leads to c"),
    ]
    (risk,) = _risks(records)
    assert risk.reasons == ("CX alone", "decision without evidence")
    assert risk.weight == 2 + 3


def test_that_a_thread_stops_does_not_count_twice_and_findings_about_phases_not_at_all() -> None:
    (risk,) = _risks([card("a", "need", "Joint")])
    assert (risk.weight, risk.reasons) == (3, ("stops in Problem",))


def test_a_thread_knows_disciplines_and_votes_along_it() -> None:
    records = [
        card("a"),
        card("b", "idea", "UX", "Explore"),
        *links("a leads to b"),
        Vote(id="v", card="b", dots=3),
    ]
    (thread,) = _threads(records)
    assert thread.disciplines == ("CX", "UX")
    assert thread.dots_along == (0, 3)


def _threads(records: list[Record]) -> list[Thread]:
    return threads_of(visible_to(ROOM, Board(records)))


def _risks(records: list[Record]) -> list[ThreadRisk]:
    visible = visible_to(ROOM, Board(records))
    return by_risk(threads_of(visible), findings_of(visible, TODAY))
