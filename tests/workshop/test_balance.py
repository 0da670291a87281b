"""Balance and disagreement: what each side wrote and voted for, and hidden cards in neither."""

from hypothesis import given

from tests.workshop.strategies import boards
from workshop.board.board import Board
from workshop.method.balance import Voices, balance_of
from workshop.method.disagreement import Disagreement, disagreements_of
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Vote
from workshop.model.people import Participant
from workshop.visibility import ARCHIVE, ROOM, Visible, visible_to

CX, UX, JOINT = Discipline.CX, Discipline.UX, Discipline.JOINT

_PEOPLE = [
    Participant(id="mira", name="Mira", discipline=CX),
    Participant(id="jo", name="Jo", discipline=UX),
    Participant(id="ruth", name="Ruth", discipline=JOINT),
]
_CARDS = [
    Card(id="a", phase=Phase.DISCOVER, discipline=CX, author="mira"),
    Card(id="b", phase=Phase.DISCOVER, discipline=JOINT, author="mira"),
    Card(id="c", phase=Phase.DISCOVER, discipline=UX, author="gone"),
    Card(id="d", phase=Phase.SCALE, discipline=UX, author="jo"),
    Card(id="parked", discipline=UX, author="jo"),
    Card(id="hidden", phase=Phase.SCALE, discipline=CX, author="mira", hidden=True),
]
_VOTES = [
    Vote(id="1", card="a", discipline=CX, dots=3),
    Vote(id="2", card="a", discipline=UX, dots=1),
    Vote(id="3", card="d", discipline=UX, dots=4),
    Vote(id="4", card="b", discipline=JOINT, dots=9),
    Vote(id="5", card="hidden", discipline=CX, dots=7),
    Vote(id="6", card="b", discipline=CX, dots=1),
]


def test_balance_counts_cards_authors_and_votes_of_each_side() -> None:
    discover, *between, scale = balance_of(_seen())
    assert (discover.cards, discover.authors, discover.votes) == (
        Voices(1, 1, 1),
        Voices(1, 0, 0),
        Voices(4, 1, 9),
    )
    assert (scale.cards, scale.authors, scale.votes) == (Voices(0, 1, 0), Voices(0, 1, 0), Voices(0, 4, 0))
    assert [row.cards.total for row in between] == [0] * 6


def test_a_share_can_be_asked_for_by_discipline() -> None:
    assert [Voices(1, 2, 3).of(discipline) for discipline in (CX, UX, JOINT)] == [1, 2, 3]


def test_disagreement_is_widest_where_the_shares_lie_furthest_apart() -> None:
    assert disagreements_of(_seen()) == [
        Disagreement("d", 0, 4, 0.0, 0.8),
        Disagreement("a", 3, 1, 0.75, 0.2),
        Disagreement("b", 1, 0, 0.25, 0.0),
    ]
    assert [each.card for each in disagreements_of(_seen(), most=1)] == ["d"]


def test_there_is_no_disagreement_before_both_sides_have_voted_or_where_they_agree() -> None:
    one_side = [vote for vote in _VOTES if vote.discipline is CX]
    assert disagreements_of(visible_to(ROOM, Board([*_CARDS, *one_side]))) == []
    same = [Vote(id="1", card="a", discipline=CX, dots=2), Vote(id="2", card="a", discipline=UX, dots=5)]
    assert disagreements_of(visible_to(ROOM, Board([*_CARDS, *same]))) == []


@given(boards())
def test_nothing_of_a_hidden_card_counts(board: Board) -> None:
    hidden = {card.id for card in board.cards.values() if card.hidden}
    without = Board(
        record
        for record in board.records()
        if record.id not in hidden or not isinstance(record, Card)
        if not (isinstance(record, Vote) and record.card in hidden)
    )
    assert balance_of(visible_to(ROOM, board)) == balance_of(visible_to(ARCHIVE, without))
    told, expected = (
        disagreements_of(visible_to(viewer, seen)) for viewer, seen in ((ROOM, board), (ARCHIVE, without))
    )
    assert told == expected


@given(boards())
def test_all_cards_of_phases_are_counted_and_shares_are_shares(board: Board) -> None:
    visible = visible_to(ROOM, board)
    assert sum(row.cards.total for row in balance_of(visible)) == sum(
        c.phase is not None for c in visible.cards()
    )
    found = disagreements_of(visible, most=100)
    assert all(0 < each.gap <= 1 for each in found)
    assert [each.gap for each in found] == sorted((each.gap for each in found), reverse=True)


def _seen() -> Visible:
    return visible_to(ROOM, Board([*_PEOPLE, *_CARDS, *_VOTES]))
