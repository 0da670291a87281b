"""The index of cards by phase says at every moment what looking at all cards would say."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.board.board import Board
from workshop.commands.cards import add_card, move_cards, remove_cards
from workshop.model.cards import Place
from workshop.model.diamonds import Phase
from workshop.workshop import Workshop

PLACES = st.sampled_from([*Phase, None])
STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "move", "delete", "undo", "redo"]), PLACES, st.integers(0, 9))
)


@given(STEPS)
def test_the_cards_of_a_phase_are_those_that_lie_there(steps: list[tuple[str, Phase | None, int]]) -> None:
    workshop = Workshop()
    board = workshop.board
    for step, phase, number in steps:
        board.cards_in(phase)
        card = list(board.cards)[number % len(board.cards)] if board.cards else None
        if step == "add":
            add_card(workshop, origin="me", phase=phase)
        elif step == "undo":
            workshop.undo("me")
        elif step == "redo":
            workshop.redo("me")
        elif card is not None and step == "move":
            move_cards(workshop, origin="me", places={card: Place(phase, 1.0, number)})
        elif card is not None:
            remove_cards(workshop, origin="me", card_ids=[card])
        _check(board)


def _check(board: Board) -> None:
    for phase in (*Phase, None):
        assert board.cards_in(phase) == {c.id: c for c in board.cards.values() if c.phase is phase}
