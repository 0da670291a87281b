"""The experience principles in their order, those beside the purpose, and the decisions that rest on one."""

from workshop.board.board import Board
from workshop.method.records import records_of
from workshop.model.session import Principle
from workshop.model.tensions import Tension
from workshop.visibility import Visible


def principles_in_order(board: Board) -> list[Principle]:
    """All principles as the team ordered them."""
    return sorted(records_of(board, Principle).values(), key=lambda principle: principle.order)


def pinned_principles(board: Board) -> list[Principle]:
    """The principles that stand beside the purpose, in their order."""
    return [principle for principle in principles_in_order(board) if principle.pinned]


def decisions_on(visible: Visible, principle_id: str) -> int:
    """How many decisions, of cards that the viewer sees and of tensions, rest on a principle."""
    tensions = records_of(visible.board, Tension).values()
    settled = [tension.decision for tension in tensions if tension.decision is not None]
    by_card = sum(card.principle == principle_id for card in visible.cards())
    return by_card + sum(decision.principle == principle_id for decision in settled)
