"""The order of the outline, moving to a phase, and the dots of a show of hands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.board.board import Board
from workshop.board.outline import Clump, links_in_order, outline_of, staying
from workshop.commands.cards import add_card
from workshop.commands.moving import move_to_phase
from workshop.commands.votes import add_dot, remove_dot
from workshop.errors import InvalidRecordError, LockedCardError, MissingRecordError
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Group
from workshop.model.links import Link
from workshop.picture.plan import Rect
from workshop.visibility import ROOM, visible_to
from workshop.workshop import Workshop


def test_a_group_stands_where_its_first_card_is_read() -> None:
    board = Board(
        [
            Card(id="a", phase=Phase.DEFINE, x=0, y=0),
            Card(id="b", phase=Phase.DEFINE, x=300, y=0, group="g"),
            Card(id="c", phase=Phase.DEFINE, x=600, y=0),
            Card(id="d", phase=Phase.DEFINE, x=0, y=200, group="g"),
            Card(id="e", phase=None, x=0, y=0, group="g"),
            Card(id="f", phase=None, x=300, y=0, group="gone"),
            Group(id="g"),
        ]
    )
    outline = outline_of(board.cards.values(), board.groups)
    assert outline[Phase.DEFINE] == ["a", Clump("g", ("b", "d")), "c"]
    assert outline[None] == [Clump("g", ("e",)), "f"]
    assert outline[Phase.SCALE] == []


def test_links_stand_from_here_first_then_to_here_and_none_to_what_is_hidden() -> None:
    cards = [Card(id=name, phase=Phase.DEFINE, x=300.0 * n) for n, name in enumerate("abcd")]
    hidden = Card(id="x", phase=Phase.DEFINE, hidden=True)
    links = [
        Link(id="1", source="d", target="a"),
        Link(id="2", source="a", target="c"),
        Link(id="3", source="a", target="b"),
        Link(id="4", source="a", target="x"),
    ]
    board = Board([*cards, hidden, *links])
    assert [link.id for link in links_in_order(visible_to(ROOM, board), "a")] == ["3", "2", "1"]


@given(st.permutations(range(8)), st.sets(st.integers(0, 9)))
def test_the_rows_that_stay_are_in_the_same_order_before_and_after(new: list[int], gone: set[int]) -> None:
    old = list(range(10))
    wanted = [row for row in new if row not in gone]
    kept = staying(old, wanted)
    assert [row for row in wanted if row in kept] == sorted(kept)


def test_one_row_moved_far_leaves_all_others_where_they_are() -> None:
    old = list(range(100))
    assert staying(old, [*old[1:90], 0, *old[90:]]) == set(range(1, 100))


def test_cards_moved_to_a_phase_cover_nothing_there_and_it_is_one_step() -> None:
    workshop = Workshop()
    there = [add_card(workshop, origin="me", phase=Phase.DEFINE) for _ in range(4)]
    moved = [add_card(workshop, origin="me", phase=Phase.DISCOVER) for _ in range(3)]
    move_to_phase(workshop, origin="me", card_ids=[card.id for card in (*moved, there[0])], phase=Phase.DEFINE)
    boxes = [Rect(c.x, c.y, c.w, c.h) for c in workshop.board.cards.values() if c.phase is Phase.DEFINE]
    assert len(boxes) == 7
    assert not any(a.overlaps(b) for place, a in enumerate(boxes) for b in boxes[place + 1 :])
    assert workshop.board.cards[there[0].id] == there[0]
    workshop.undo("me")
    assert {workshop.board.cards[card.id].phase for card in moved} == {Phase.DISCOVER}


def test_many_cards_moved_to_a_phase_lie_there_in_a_block_and_not_in_a_strip() -> None:
    workshop = Workshop(Board([Card(id=str(number)) for number in range(120)]))
    move_to_phase(workshop, origin="me", card_ids=list(workshop.board.cards), phase=Phase.DEFINE)
    boxes = [Rect(c.x, c.y, c.w, c.h) for c in workshop.board.cards.values()]
    assert not any(a.overlaps(b) for place, a in enumerate(boxes) for b in boxes[place + 1 :])
    wide = max(box.right for box in boxes) - min(box.x for box in boxes)
    high = max(box.bottom for box in boxes) - min(box.y for box in boxes)
    assert 0.5 < wide / high < 2


def test_a_locked_card_moves_to_no_phase() -> None:
    workshop = Workshop(Board([Card(id="a", phase=Phase.DEFINE, locked=True)]))
    with pytest.raises(LockedCardError):
        move_to_phase(workshop, origin="me", card_ids=["a"], phase=None)


def test_a_show_of_hands_is_one_tally_a_discipline() -> None:
    workshop = Workshop(Board([Card(id="a")]))
    for discipline in (Discipline.CX, Discipline.CX, Discipline.UX):
        add_dot(workshop, origin="me", card_id="a", discipline=discipline)
    tallies = {vote.discipline: vote.dots for vote in workshop.board.votes.values()}
    assert tallies == {Discipline.CX: 2, Discipline.UX: 1}
    assert all(vote.voter is None and vote.round is None for vote in workshop.board.votes.values())
    remove_dot(workshop, origin="me", card_id="a", discipline=Discipline.UX)
    assert [vote.dots for vote in workshop.board.votes.values()] == [2]
    workshop.undo("me")
    workshop.undo("me")
    assert [vote.dots for vote in workshop.board.votes.values()] == [2]


def test_a_dot_that_was_not_given_cannot_be_taken_away() -> None:
    workshop = Workshop(Board([Card(id="a")]))
    with pytest.raises(InvalidRecordError, match="no dot of CX"):
        remove_dot(workshop, origin="me", card_id="a", discipline=Discipline.CX)
    with pytest.raises(MissingRecordError):
        add_dot(workshop, origin="me", card_id="b", discipline=Discipline.CX)


def test_a_tally_ends_at_a_thousand() -> None:
    workshop = Workshop(Board([Card(id="a")]))
    for _ in range(1_000):
        add_dot(workshop, origin="me", card_id="a", discipline=Discipline.CX)
    with pytest.raises(InvalidRecordError, match="at most"):
        add_dot(workshop, origin="me", card_id="a", discipline=Discipline.CX)
