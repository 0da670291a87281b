"""What puts a thread at risk, and the orders by votes and by risk."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.board.board import Board
from workshop.board.threads import Thread, threads_of
from workshop.method.thread_risk import by_risk, by_votes, risk_of
from workshop.model.cards import Card, CardKind, Discipline, Evidence, EvidenceSource
from workshop.model.diamonds import DiamondName, Phase
from workshop.model.facilitation import Vote
from workshop.model.links import Link
from workshop.visibility import ROOM, visible_to

PROOF = Evidence(source=EvidenceSource.ANALYTICS)


def _card(name: str, phase: Phase, discipline: Discipline = Discipline.JOINT, **fields: object) -> Card:
    return Card(id=name, phase=phase, discipline=discipline, **fields)  # type: ignore[arg-type]


def _threads(*records: object) -> tuple[Board, list[Thread]]:
    board = Board(records)  # type: ignore[arg-type]
    return board, threads_of(visible_to(ROOM, board))


def test_a_whole_thread_with_evidence_on_which_both_speak_is_at_no_risk() -> None:
    board, (thread,) = _threads(
        _card("a", Phase.DISCOVER, Discipline.CX, evidence=PROOF),
        _card("b", Phase.LAUNCH, Discipline.UX),
        Link(id="ab", source="a", target="b"),
    )
    assert risk_of(thread, board.cards).weight == 0
    assert risk_of(thread, board.cards).reasons == ()


def test_a_lone_signal_bears_every_reason_with_where_it_stops_first() -> None:
    board, (thread,) = _threads(_card("a", Phase.DISCOVER, Discipline.CX, kind=CardKind.RISK))
    risk = risk_of(thread, board.cards)
    assert risk.reasons == ("stops in Problem", "only CX speaks", "no evidence", "bears a risk")
    assert risk.weight == 6


def test_stopping_in_solution_weighs_less_than_stopping_in_problem() -> None:
    board, threads = _threads(
        _card("a", Phase.DISCOVER, evidence=PROOF),
        _card("b", Phase.DISCOVER, evidence=PROOF),
        _card("c", Phase.EXPLORE),
        Link(id="bc", source="b", target="c"),
    )
    weights = {thread.root: risk_of(thread, board.cards).weight for thread in threads}
    assert weights == {"a": 3, "b": 2}
    assert [thread.root for thread in by_risk(threads, board.cards)] == ["a", "b"]


def test_of_threads_at_equal_risk_the_most_voted_comes_first() -> None:
    board, threads = _threads(
        _card("a", Phase.DISCOVER), _card("b", Phase.DISCOVER), Vote(id="v", card="b", dots=2)
    )
    assert [thread.root for thread in by_risk(threads, board.cards)] == ["b", "a"]
    assert [thread.root for thread in by_votes(threads)] == ["b", "a"]


def test_a_card_that_is_gone_since_the_reading_is_passed_over() -> None:
    board, (thread,) = _threads(_card("a", Phase.DISCOVER))
    assert risk_of(thread, {}).weight == risk_of(thread, board.cards).weight


THREADS = st.builds(
    Thread,
    cards=st.just(("a",)),
    links=st.just(()),
    reaches=st.sampled_from(DiamondName),
    dots=st.integers(0, 9),
    disciplines=st.tuples(st.sampled_from(Discipline)),
    dots_along=st.just((0,)),
)


@given(st.lists(THREADS))
def test_both_orders_keep_every_thread_and_never_put_less_before_more(threads: list[Thread]) -> None:
    voted, risky = by_votes(threads), by_risk(threads, {})
    assert sorted(map(hash, voted)) == sorted(map(hash, risky)) == sorted(map(hash, threads))
    dots = [thread.dots for thread in voted]
    weights = [risk_of(thread, {}).weight for thread in risky]
    assert dots == sorted(dots, reverse=True)
    assert weights == sorted(weights, reverse=True)
