"""The experience principles in their order, and those beside the purpose."""

from workshop.board.board import Board
from workshop.method.records import records_of
from workshop.model.session import Principle


def principles_in_order(board: Board) -> list[Principle]:
    """All principles as the team ordered them."""
    return sorted(records_of(board, Principle).values(), key=lambda principle: principle.order)


def pinned_principles(board: Board) -> list[Principle]:
    """The principles that stand beside the purpose, in their order."""
    return [principle for principle in principles_in_order(board) if principle.pinned]
