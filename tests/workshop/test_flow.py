"""Flow along links, as MODEL.md has it."""

from workshop.board.board import Board
from workshop.board.flow import downstream, through, upstream
from workshop.model.cards import Card
from workshop.model.links import Link, LinkKind
from workshop.visibility import PEEK, ROOM, visible_to


def _board(*links: tuple[str, str, LinkKind]) -> Board:
    names = {name for source, target, _ in links for name in (source, target)}
    cards = [Card(id=name) for name in sorted(names)]
    return Board(
        [
            *cards,
            *(
                Link(id=f"{index}", source=source, target=target, kind=kind)
                for index, (source, target, kind) in enumerate(links)
            ),
        ]
    )


def test_flow_runs_along_leads_to_supports_and_answers() -> None:
    board = _board(("a", "b", LinkKind.LEADS_TO), ("b", "c", LinkKind.SUPPORTS), ("c", "d", LinkKind.ANSWERS))
    assert downstream(board, ["b"]) == {"b", "c", "d"}
    assert upstream(board, ["b"]) == {"a", "b"}
    assert through(visible_to(ROOM, board), ["b"]) == {"a", "b", "c", "d"}


def test_no_flow_through_a_hidden_card_is_seen() -> None:
    board = Board([
        Card(id="a"), Card(id="b", hidden=True), Card(id="c"),
        Link(id="1", source="a", target="b", kind=LinkKind.LEADS_TO),
        Link(id="2", source="b", target="c", kind=LinkKind.LEADS_TO),
    ])  # fmt: skip
    assert through(visible_to(ROOM, board), ["a"]) == {"a"}
    assert through(visible_to(ROOM, board), ["b"]) == {"b"}
    assert through(visible_to(PEEK, board), ["b"]) == {"a", "b", "c"}


def test_flow_runs_against_depends_on() -> None:
    board = _board(("needs", "needed", LinkKind.DEPENDS_ON))
    assert downstream(board, ["needed"]) == {"needed", "needs"}
    assert downstream(board, ["needs"]) == {"needs"}


def test_same_as_makes_two_cards_one_and_tension_is_no_flow() -> None:
    board = _board(
        ("a", "b", LinkKind.LEADS_TO), ("twin", "b", LinkKind.SAME_AS), ("twin", "c", LinkKind.LEADS_TO),
        ("c", "foe", LinkKind.IN_TENSION_WITH),
    )  # fmt: skip
    assert downstream(board, ["a"]) == {"a", "b", "twin", "c"}


def test_a_cycle_ends_and_a_card_that_is_gone_has_no_flow() -> None:
    board = _board(("a", "b", LinkKind.LEADS_TO), ("b", "a", LinkKind.LEADS_TO))
    assert downstream(board, ["a"]) == {"a", "b"}
    assert through(visible_to(ROOM, board), ["gone"]) == frozenset()
