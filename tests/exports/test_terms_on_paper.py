"""Words of terms are underlined on the cards of a phase's picture as they are on screen."""

from exports.pdf.content import content_of
from exports.pdf.pictures import cards_in_full
from workshop.board.board import Board
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.terms import Term
from workshop.picture.plan import Stroke


def test_a_word_of_a_term_is_underlined_once_and_others_are_not() -> None:
    card = Card(id="c", text="The bill came late", phase=Phase.DISCOVER)
    assert _lines(Board([card])) == 0
    assert _lines(Board([card, Term(id="t", ux_says="Bill", cx_says="receipt")])) == 1


def _lines(board: Board) -> int:
    content = content_of(board)
    return sum(isinstance(shape, Stroke) for shape in cards_in_full(content, content.cards.values()))
