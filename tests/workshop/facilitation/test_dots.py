"""The dots on cards: in an open round only those of whose turn it is, and none of earlier rounds on its cards."""

from workshop.board.board import Board
from workshop.commands.voting import end_round, give_dot, start_round, tally_hands
from workshop.facilitation.dots import dots_on_cards
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Vote
from workshop.model.people import Participant
from workshop.visibility import PAPER, ROOM, visible_to
from workshop.workshop import Workshop

CARDS = tuple(Card(id=name, text=name, phase=Phase.DEFINE) for name in "abc")
LENA = Participant(id="lena", name="Lena", discipline=Discipline.CX)
EARLIER = (Vote(id="v", card="a", dots=4), Vote(id="w", card="c", dots=2))


def test_without_an_open_round_all_dots_count() -> None:
    board = Board((*CARDS, LENA, *EARLIER))
    assert dots_on_cards(visible_to(ROOM, board)) == {"a": 4, "c": 2}


def test_on_cards_of_an_open_round_only_its_own_dots_of_whose_turn_it_is_count() -> None:
    workshop = Workshop(Board((*CARDS, LENA, *EARLIER)))
    visible = visible_to(ROOM, workshop.board)
    made = start_round(workshop, origin="test", card_ids="ab", dots=2)
    give_dot(workshop, origin="test", round_id=made.id, card_id="a", voter="lena")
    tally_hands(workshop, origin="test", round_id=made.id, card_id="b", discipline=Discipline.UX, hands=3)
    assert dots_on_cards(visible) == {"b": 3, "c": 2}
    assert dots_on_cards(visible, "lena") == {"a": 1, "b": 3, "c": 2}
    assert dots_on_cards(visible_to(PAPER, workshop.board)) == {"b": 3, "c": 2}
    end_round(workshop, origin="test", round_id=made.id)
    assert dots_on_cards(visible) == {"a": 5, "b": 3, "c": 2}


def test_a_hidden_card_has_no_dots() -> None:
    board = Board((Card(id="a", hidden=True), EARLIER[0]))
    assert dots_on_cards(visible_to(ROOM, board)) == {}
