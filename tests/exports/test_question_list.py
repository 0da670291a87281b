"""The questions to one side on paper: all of that side's, in order, nothing hidden, whole pages."""

from pathlib import Path

import pypdf
import pytest

from exports.pdf.page import PAPERS
from exports.pdf.question_list import export_question_list, lay_out_questions
from exports.registry import export_board
from tests.workshop.test_questions_commands import TODAY, room
from workshop.board.board import Board
from workshop.errors import ExportError
from workshop.model.cards import Card, CardKind, Discipline


def test_the_list_of_a_side_holds_its_questions_and_their_answers_and_nothing_hidden(tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    export_question_list(room().board, path, Discipline.CX, TODAY)
    text = _text(path)
    places = [text.index(words) for words in ("late", "today", "later", "whenever", "done")]
    assert places == sorted(places)
    assert "They ask for proof" in text
    assert "of ux" not in text
    assert "hidden" not in text


def test_a_side_that_is_asked_nothing_gets_a_page_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    export_question_list(Board(), path, Discipline.UX, TODAY)
    assert "Nothing is asked yet." in _text(path)


@pytest.mark.parametrize("text", ["word " * 20_000, "\n" * 9_000 + "end", "<b>&amp;</b> مرحبا 😀", ""])
def test_no_text_leaves_the_page(text: str) -> None:
    question = Card(id="q", text=text, kind=CardKind.QUESTION, asked_of=Discipline.CX)
    paper = PAPERS["A4"]
    for page in lay_out_questions(Board([question]), Discipline.CX, TODAY, paper):
        assert all(placed.y <= paper.floor for placed in page.placed)


def test_many_questions_take_many_pages_and_none_is_parted(tmp_path: Path) -> None:
    cards = [
        Card(
            id=str(number),
            text=f"question {number}\nsecond line",
            kind=CardKind.QUESTION,
            asked_of=Discipline.UX,
        )
        for number in range(60)
    ]
    path = tmp_path / "list.pdf"
    export_question_list(Board(cards), path, Discipline.UX, TODAY)
    pages = [page.extract_text() for page in pypdf.PdfReader(path).pages]
    assert len(pages) > 3
    for page in pages:
        assert page.count("question ") - page.count("questions") == page.count("second line")


def test_the_name_of_the_file_chooses_the_side(tmp_path: Path) -> None:
    for side, other in (("cx", "of ux"), ("ux", "whenever")):
        path = tmp_path / f"home.questions-{side}.pdf"
        export_board(room().board, path)
        assert f"Questions for {side.upper()}" in _text(path)
        assert other not in _text(path)


def test_an_unknown_paper_and_a_folder_that_is_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no paper"):
        export_question_list(Board(), tmp_path / "a.pdf", Discipline.CX, TODAY, paper="B5")
    with pytest.raises(ExportError, match="does not exist"):
        export_question_list(Board(), tmp_path / "none" / "a.pdf", Discipline.CX, TODAY)


def _text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
