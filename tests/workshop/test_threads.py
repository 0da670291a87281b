"""Threads: roots, the representative path, where it stops, and what is no flow; against all paths of small boards."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.board.board import Board
from workshop.board.threads import Thread, has_flow, threads_of
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import DiamondName, Phase, diamond_of
from workshop.model.facilitation import Vote
from workshop.model.links import Link, LinkKind
from workshop.visibility import PAPER, ROOM, visible_to

PHASES = list(Phase)
_CARDS = st.lists(st.sampled_from([*Phase, None]), min_size=1, max_size=8)
_LINKS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from(LinkKind)), max_size=14)
_VOTES = st.lists(st.tuples(st.integers(0, 7), st.integers(1, 3)), max_size=4)


def test_a_thread_leads_from_a_signal_to_an_outcome() -> None:
    board = _board({"a": "Discover", "b": "Explore", "c": "Launch"}, ["a leads to b", "b leads to c"])
    (thread,) = _threads(board)
    joint = (Discipline.JOINT,) * 3
    assert thread == Thread(("a", "b", "c"), ("l0", "l1"), DiamondName.OUTCOME, 0, joint, (0, 0, 0))
    assert thread.whole


def test_a_thread_that_stops_says_where() -> None:
    board = _board({"a": "Discover", "b": "Define", "c": "Validate"}, ["b leads to c"])
    assert {t.root: t.reaches for t in _threads(board)} == {
        "a": DiamondName.PROBLEM,
        "b": DiamondName.SOLUTION,
    }


def test_only_signals_that_no_card_of_problem_leads_to_are_roots() -> None:
    board = _board({"a": "Discover", "b": "Define", "c": "Explore"}, ["a supports b", "c leads to a"])
    assert [thread.root for thread in _threads(board)] == ["a"]
    through_solution = _board(
        {"a": "Discover", "b": "Explore", "c": "Define"}, ["a leads to b", "b leads to c"]
    )
    assert [thread.root for thread in _threads(through_solution)] == ["a"]


def test_what_depends_on_a_card_comes_after_it() -> None:
    board = _board({"a": "Discover", "b": "Pilot"}, ["b depends on a"])
    assert _threads(board)[0].cards == ("a", "b")


def test_a_thread_knows_disciplines_and_votes_along_it() -> None:
    cards = [
        Card(id="a", phase=Phase.DISCOVER, discipline=Discipline.CX),
        Card(id="b", phase=Phase.EXPLORE, discipline=Discipline.CX),
    ]
    link, vote = Link(id="l", source="a", target="b"), Vote(id="v", card="b", dots=3)
    (thread,) = _threads(Board([*cards, link, vote]))
    assert thread.disciplines == (Discipline.CX, Discipline.CX)
    assert thread.dots_along == (0, 3)
    assert thread.stops_in is DiamondName.SOLUTION
    assert not thread.joint
    other = Card(id="b", phase=Phase.LAUNCH, discipline=Discipline.UX)
    (whole,) = _threads(Board([cards[0], other, link]))
    assert whole.joint
    assert whole.stops_in is None


def test_tensions_are_no_flow() -> None:
    board = _board({"a": "Discover", "b": "Pilot"}, ["a in tension with b"])
    assert _threads(board)[0].cards == ("a",)


def test_cards_that_are_the_same_carry_the_thread_on() -> None:
    board = _board(
        {"a": "Discover", "b": "Explore", "c": "Explore", "d": "Scale"},
        ["a leads to b", "c same as b", "c leads to d"],
    )
    (thread,) = _threads(board)
    assert thread.cards == ("a", "b", "c", "d")
    assert thread.links == ("l0", "l1", "l2")


def test_votes_of_a_card_that_is_the_same_count_with_the_one_on_the_path() -> None:
    board = _board(
        {"a": "Discover", "b": "Explore", "c": "Explore", "e": "Discover"},
        ["a leads to b", "b same as c", "a same as e"],
        {"b": 1, "c": 2, "e": 4},
    )
    (thread,) = _threads(board)
    assert (thread.cards, thread.dots, thread.dots_along) == (("a", "b"), 7, (4, 3))
    both = _board(
        {"a": "Discover", "b": "Explore", "c": "Explore", "d": "Scale"},
        ["a leads to b", "c same as b", "c leads to d"],
        {"b": 1, "c": 2},
    )
    (thread,) = _threads(both)
    assert (thread.cards, thread.dots_along) == (("a", "b", "c", "d"), (0, 1, 2, 0))


def test_there_is_flow_as_soon_as_a_link_carries_any() -> None:
    cards = {"a": "Define", "b": "Define", "c": "Define"}
    sides = ["a same as b", "b in tension with c"]
    assert not has_flow(visible_to(ROOM, _board(cards, sides)))
    assert has_flow(visible_to(ROOM, _board(cards, [*sides, "a supports b"])))
    hidden = Board([Card(id="a"), Card(id="b", hidden=True), Link(id="l", source="a", target="b")])
    assert not has_flow(visible_to(PAPER, hidden))


def test_of_two_paths_that_go_as_far_the_most_voted_is_shown_and_then_the_shortest() -> None:
    cards = {"a": "Discover", "b": "Explore", "c": "Explore", "d": "Scale"}
    links = ["a leads to b", "b leads to d", "a leads to c", "c leads to d", "a leads to d"]
    assert _threads(_board(cards, links))[0].cards == ("a", "d")
    assert _threads(_board(cards, links, {"c": 2}))[0].cards == ("a", "c", "d")


def test_a_circle_has_no_end_but_the_thread_has() -> None:
    board = _board(
        {"a": "Discover", "b": "Explore", "c": "Validate", "d": "Launch"},
        ["a leads to b", "b leads to c", "c leads to b", "c leads to d"],
    )
    (thread,) = _threads(board)
    assert thread.cards == ("a", "b", "c", "d")


@pytest.mark.parametrize("viewer", [ROOM, PAPER])
def test_hidden_cards_are_in_no_thread(viewer: object) -> None:
    cards = [
        Card(id="a", phase=Phase.DISCOVER),
        Card(id="b", phase=Phase.EXPLORE, hidden=True),
        Card(id="c", phase=Phase.LAUNCH),
    ]
    board = Board([*cards, Link(id="l", source="a", target="b"), Link(id="m", source="b", target="c")])
    assert [thread.cards for thread in threads_of(visible_to(viewer, board))] == [("a",)]


@given(_CARDS, _LINKS, _VOTES)
def test_threads_are_those_that_looking_at_all_paths_finds(
    phases: list[Phase | None],
    links: list[tuple[int, int, LinkKind]],
    votes: list[tuple[int, int]],
) -> None:
    flow = [k for k in LinkKind if k is not LinkKind.SAME_AS]
    board = _numbered(phases, [(a, b, k) for a, b, k in links if k in flow and a != b], votes)
    after, dots = _after(board), _dots(board)
    circular = any(card in _downstream(after, card) for card in board.cards)
    found = {thread.root: thread for thread in _threads(board)}
    assert set(found) == set(_roots(board, after))
    for root, thread in found.items():
        assert all(b in after[a] for a, b in zip(thread.cards, thread.cards[1:], strict=False))
        assert len(set(thread.cards)) == len(thread.cards)
        paths = list(_paths(after, (root,)))
        best = max(_worth(board, dots, path) for path in paths)
        worth = _worth(board, dots, thread.cards)
        assert worth[0] == best[0]
        assert thread.reaches is diamond_of(PHASES[best[0]]).name
        assert circular or worth == best


@given(_CARDS, _LINKS, _VOTES)
def test_threads_step_along_links_whatever_is_the_same_as_what(
    phases: list[Phase | None], links: list[tuple[int, int, LinkKind]], votes: list[tuple[int, int]]
) -> None:
    board = _numbered(phases, [link for link in links if link[0] != link[1]], votes)
    for thread in _threads(board):
        for link in thread.links:
            ends = {board.links[link].source, board.links[link].target}
            assert ends <= set(thread.cards)
        assert sum(thread.dots_along) == thread.dots


def _threads(board: Board) -> list[Thread]:
    return threads_of(visible_to(ROOM, board))


def _board(phases: dict[str, str], links: list[str], votes: dict[str, int] | None = None) -> Board:
    records: list[object] = [Card(id=card, phase=Phase(phase)) for card, phase in phases.items()]
    for place, sentence in enumerate(links):
        source, *kind, target = sentence.split(" ")
        records.append(Link(id=f"l{place}", source=source, target=target, kind=LinkKind(" ".join(kind))))
    records += [Vote(id=f"v{card}", card=card, dots=dots) for card, dots in (votes or {}).items()]
    return Board(records)


def _numbered(
    phases: list[Phase | None], links: list[tuple[int, int, LinkKind]], votes: list[tuple[int, int]]
) -> Board:
    count = len(phases)
    records: list[object] = [Card(id=f"c{n}", phase=phase) for n, phase in enumerate(phases)]
    for n, (source, target, kind) in enumerate(links):
        if source < count and target < count:
            records.append(Link(id=f"l{n}", source=f"c{source}", target=f"c{target}", kind=kind))
    records += [Vote(id=f"v{n}", card=f"c{c}", dots=d) for n, (c, d) in enumerate(votes) if c < count]
    return Board(records)


def _after(board: Board) -> dict[str, set[str]]:
    after: dict[str, set[str]] = defaultdict(set)
    for link in board.links.values():
        if link.kind is LinkKind.DEPENDS_ON:
            after[link.target].add(link.source)
        elif link.kind is not LinkKind.IN_TENSION_WITH:
            after[link.source].add(link.target)
    return after


def _downstream(after: dict[str, set[str]], card: str) -> set[str]:
    found: set[str] = set()
    waiting = [card]
    while waiting:
        for target in after[waiting.pop()] - found:
            found.add(target)
            waiting.append(target)
    return found


def _roots(board: Board, after: dict[str, set[str]]) -> list[str]:
    problem = {card.id for card in board.cards.values() if card.phase in (Phase.DISCOVER, Phase.DEFINE)}
    return [c for c in problem if not any(c in _downstream(after, other) for other in problem - {c})]


def _paths(after: dict[str, set[str]], path: tuple[str, ...]) -> list[tuple[str, ...]]:
    longer = [found for t in after[path[-1]] if t not in path for found in _paths(after, (*path, t))]
    return [path, *longer]


def _dots(board: Board) -> dict[str, int]:
    dots: dict[str, int] = defaultdict(int)
    for vote in board.votes.values():
        dots[vote.card] += vote.dots
    return dots


def _worth(board: Board, dots: dict[str, int], path: tuple[str, ...]) -> tuple[int, int, int]:
    end = board.cards[path[-1]].phase
    return PHASES.index(end) if end else -1, sum(dots[card] for card in path), -len(path)
