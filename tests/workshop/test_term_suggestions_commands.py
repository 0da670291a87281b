"""Suggested pairs of words: taken as a term or dropped for good, each as one step."""

from workshop.board.board import Board
from workshop.commands.term_suggestions import SHOWN, drop_suggestion, take_suggestion, without_dropped
from workshop.method.records import records_of
from workshop.method.term_suggestions import TermSuggestion
from workshop.model.terms import Term
from workshop.workshop import Workshop

PAIR = TermSuggestion("Help desk", "helpdesk", 100, "alike", ("a",), ("b",))
OTHER = TermSuggestion("bill", "invoice", 40, "alike", ("a",), ("b",))


def test_a_pair_that_is_taken_is_a_term_and_undo_takes_it_back() -> None:
    workshop = Workshop(Board())
    term = take_suggestion(workshop, origin="me", suggestion=PAIR)
    assert records_of(workshop.board, Term) == {term.id: term}
    assert (term.cx_says, term.ux_says, term.agreed) == ("Help desk", "helpdesk", "")
    workshop.undo("me")
    assert not records_of(workshop.board, Term)


def test_a_dropped_pair_is_suggested_no_more_however_it_is_written() -> None:
    workshop = Workshop(Board())
    drop_suggestion(workshop, origin="me", suggestion=PAIR, author="p")
    again = TermSuggestion("help DESK", "Helpdesk", 100, "alike", ("c",), ("d",))
    assert without_dropped(workshop, [again, OTHER]) == [OTHER]
    workshop.undo("me")
    assert without_dropped(workshop, [again, OTHER]) == [again, OTHER]


def test_where_a_pair_is_dropped_the_next_one_moves_up() -> None:
    workshop = Workshop(Board())
    pairs = [TermSuggestion(f"word {n}", f"term {n}", 50, "alike", ("a",), ("b",)) for n in range(SHOWN + 1)]
    assert without_dropped(workshop, pairs) == pairs[:-1]
    drop_suggestion(workshop, origin="me", suggestion=pairs[0])
    assert without_dropped(workshop, pairs) == pairs[1:]
