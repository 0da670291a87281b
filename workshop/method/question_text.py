"""The questions to a side as plain text, to paste into a mail or a chat."""

from datetime import date

from workshop.board.board import Board
from workshop.method.asking import Question, questions_sentence, questions_to
from workshop.model.cards import Discipline
from workshop.model.text import clean_text
from workshop.translation import _
from workshop.visibility import PAPER, Visible, visible_to


def questions_text(visible: Visible, side: Discipline, today: date) -> str:
    """The list of a side: a heading, and each question with how it stands and its answers. One line break at the end.

    What the viewer may not see is not in it.
    """
    questions = questions_to(visible, side, today)
    head = f"Questions for {side.value}: {questions_sentence(questions) or 'none'}"
    blocks = [_block(visible.board, number, question) for number, question in enumerate(questions, 1)]
    return "\n\n".join([head, *blocks]) + "\n"


def question_facts(board: Board, question: Question) -> str:
    """How a question stands, where it lies and who asks: “open, by 4 May 2026 · Define · asked by Lena”.

    It may be pasted anywhere, so it names the author only where paper may.
    """
    card = question.card
    author = visible_to(PAPER, board).author_words(card)
    where = _(card.phase.value) if card.phase else _("Parking lot")
    asks = _("asked by {name}").format(name=author) if author else ""
    return " · ".join(part for part in (question.words, where, asks) if part)


def _block(board: Board, number: int, question: Question) -> str:
    facts = question_facts(board, question)
    lines = [f"{number}. {_in_one(question.card.text) or 'A question without text'}", f"   {facts}"]
    lines += [f"   Answer: {_in_one(answer.text)}" for answer in question.answers]
    return "\n".join(lines)


def _in_one(text: str) -> str:
    return " ".join(clean_text(text).split())
