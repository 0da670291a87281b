"""The questions to a side as text: numbered, with how each stands, and only what the viewer may see."""

from tests.workshop.test_questions_commands import TODAY, room
from workshop.board.board import Board
from workshop.method.question_text import questions_text
from workshop.model.cards import Discipline
from workshop.visibility import PAPER, visible_to


def test_each_question_is_numbered_and_says_how_it_stands() -> None:
    lines = questions_text(visible_to(PAPER, room().board), Discipline.CX, TODAY).split("\n")
    assert lines[0].startswith("Questions for CX: ")
    numbered = [line.partition(". ")[2] for line in lines if line[:1].isdigit()]
    assert numbered == ["late", "today", "later", "whenever", "done"]
    assert "   Answer: They ask for proof" in lines
    assert any(line.startswith("   overdue since") for line in lines)
    assert "hidden" not in "\n".join(lines)


def test_nothing_asked_is_said_in_one_line() -> None:
    assert questions_text(visible_to(PAPER, Board()), Discipline.UX, TODAY) == "Questions for UX: none\n"
