"""The questions asked of each side as a table, for everybody to take home."""

from datetime import date

from exports.table_csv import table_csv
from workshop.board.board import Board
from workshop.method.asking import Question, questions_to
from workshop.model.cards import Discipline
from workshop.visibility import PAPER, Visible, visible_to

HEADER = ("Asked of", "Question", "State", "Answer by", "Phase", "Asked by", "Answers")


def questions_csv(
    board: Board, today: date, sides: tuple[Discipline, ...] = (Discipline.CX, Discipline.UX)
) -> bytes:
    """The lists of these sides as CSV, one below the other. Hidden questions and answers are not in it."""
    visible = visible_to(PAPER, board)
    rows = [_row(visible, side, question) for side in sides for question in questions_to(visible, side, today)]
    return table_csv([HEADER, *rows])


def _row(visible: Visible, side: Discipline, question: Question) -> tuple[str, ...]:
    card = question.card
    return (
        side.value,
        card.text,
        question.state.value,
        question.until.isoformat() if question.until else "",
        card.phase.value if card.phase else "Parking lot",
        visible.author_words(card),
        "\n".join(answer.text for answer in question.answers),
    )
