"""Beginning the card that answers a question."""

from ui.panels.panel_page import PanelContext
from workshop.model.cards import Discipline
from workshop.model.links import LinkKind
from workshop.picture.plan import Point

DROP = 24.0
"""Board units between a card and the one that is written below it."""


def begin_answer(context: PanelContext, question_id: str) -> None:
    """Write an answer below a question, by the side that was asked, linked with it."""
    question = context.board.cards.get(question_id)
    if question is None:
        return
    asked = question.asked_of if question.asked_of in (Discipline.CX, Discipline.UX) else None
    context.show_cards((question.id,))
    context.canvas.writing.begin_new(
        question.phase,
        Point(question.x, question.y + question.h + DROP),
        linked_from=question.id,
        kind=LinkKind.ANSWERS,
        towards=True,
        discipline=asked,
    )
