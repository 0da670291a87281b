"""The ranks of a result: whatever the dots, each card's is told by how many cards have more, and ties as ties."""

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from workshop.board.board import Board
from workshop.facilitation.results import CardResult, RoundResult, _ranked, result_of
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Vote, VotingRound
from workshop.visibility import ROOM, visible_to

TALLIES = st.lists(st.tuples(*[st.integers(0, 4)] * 3), min_size=1, max_size=30)
"""Dots of CX, UX and guests, card by card."""


def result(tallies: list[tuple[int, ...]], hidden: Collection[str] = ()) -> RoundResult:
    """The result of a round in which the cards `0`, `1` … got these dots, as the room sees it."""
    cards = [
        Card(id=name, text="x", phase=Phase.DISCOVER, hidden=name in hidden)
        for name in map(str, range(len(tallies)))
    ]
    voting_round = VotingRound(id="round", cards=tuple(card.id for card in cards), ended=True)
    sides = (Discipline.CX, Discipline.UX, Discipline.JOINT)
    votes = [
        Vote(id=f"{place}{side.value}", round="round", card=str(place), discipline=side, dots=dots)
        for place, tally in enumerate(tallies)
        for side, dots in zip(sides, tally, strict=True)
        if dots
    ]
    found = result_of(visible_to(ROOM, Board([*cards, voting_round, *votes])), voting_round)
    assert found is not None
    return found


@given(TALLIES)
def test_a_rank_is_one_more_than_the_cards_with_more_dots_and_equal_dots_tie(
    tallies: list[tuple[int, ...]],
) -> None:
    totals = [sum(tally) for tally in tallies]
    rows = result(tallies).rows
    assert [row.card for row in rows] == sorted(map(str, range(len(totals))), key=lambda c: -totals[int(c)])
    for row in rows:
        own = totals[int(row.card)]
        assert (row.cx, row.ux, row.joint) == tallies[int(row.card)]
        assert row.rank == 1 + sum(total > own for total in totals)
        assert row.tied == (totals.count(own) > 1)


@given(TALLIES, st.data())
def test_a_result_is_told_as_if_hidden_cards_had_not_taken_part(
    tallies: list[tuple[int, ...]], data: st.DataObject
) -> None:
    hidden = data.draw(st.sets(st.sampled_from([str(place) for place in range(len(tallies))])))
    shown = [place for place in range(len(tallies)) if str(place) not in hidden]
    told, alone = result(tallies, hidden), result([tallies[place] for place in shown])
    names = {str(place): str(shown[place]) for place in range(len(shown))}
    assert told.rows == tuple(replace(row, card=names[row.card]) for row in alone.rows)
    assert told.dots == sum(sum(tallies[place]) for place in shown)


class Counted(int):
    """A number of dots that notes how often it is compared with another."""

    looks = 0

    def __add__(self, other: int) -> "Counted":
        return Counted(int(self) + other)

    def __eq__(self, other: object) -> bool:
        Counted.looks += 1
        return int(self) == other

    __hash__ = int.__hash__


def test_ranking_looks_at_each_card_a_few_times_however_many_there_are() -> None:
    rows = [CardResult(str(place), Counted(place), 0, 0) for place in range(400)]
    assert [row.rank for row in _ranked(rows)] == list(range(1, 401))
    assert Counted.looks < 20 * len(rows)
