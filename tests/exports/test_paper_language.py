"""The language of documents: nothing that paper says itself is forgotten, and numbers and days are of the language."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from exports.pdf.document import export_paper
from exports.pdf.options import Kind, PaperOptions
from exports.pdf.question_list import export_question_list
from tests.exports.boards import full_board
from tests.exports.language_board import TODAY, language_board
from tests.exports.pseudo_language import in_cyrillic, latin_words, pseudo_language
from tests.exports.reading import all_text, outline_titles
from workshop.board.board import Board
from workshop.board.threads import threads_of
from workshop.imports.sample import sample_records
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.visibility import PAPER, visible_to

BOARDS = {
    "sample": lambda: Board(sample_records()),
    "full": lambda: full_board(60).board,
    "everything": language_board,
    "empty": lambda: Board(()),
}


def said_by(path: Path) -> Iterator[str]:
    """All words of a PDF: on its pages, in its outline, of its pictures, about itself."""
    reader = PdfReader(path)
    yield from all_text(reader).split("\n")
    yield from outline_titles(reader)
    yield from reader.page_labels
    about = reader.metadata or {}
    told = (str(about.get(name, "")) for name in ("/Title", "/Subject", "/Author", "/Keywords"))
    yield from (words for words in told if words != "unspecified")  # ReportLab's word for none
    for thing in _objects(reader):
        yield from (str(thing[name]) for name in ("/Alt", "/Desc") if name in thing)


def _objects(reader: PdfReader) -> Iterator[Any]:
    for number in range(1, int(reader.trailer["/Size"])):
        thing = reader.get_object(number)
        if isinstance(thing, dict):
            yield thing


@pytest.mark.parametrize("name", BOARDS)
@pytest.mark.parametrize("kind", Kind)
def test_every_word_that_paper_says_itself_is_translated(name: str, kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    options = PaperOptions(kind=kind, language="de", grey=kind is Kind.HANDOUT, blanks=4)
    with pseudo_language():
        export_paper(in_cyrillic(BOARDS[name]()), path, options, today=TODAY)
    assert _forgotten(path) == {}


@pytest.mark.parametrize("side", [Discipline.CX, Discipline.UX])
def test_so_is_that_of_lists_of_questions(side: Discipline, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    for board in (language_board(), Board(())):
        with pseudo_language():
            export_question_list(in_cyrillic(board), path, side, TODAY, language="de")
        assert _forgotten(path) == {}


def test_so_is_what_a_part_of_the_board_is_called(tmp_path: Path) -> None:
    board = in_cyrillic(full_board(60).board)
    path = tmp_path / "out.pdf"
    chains = threads_of(visible_to(PAPER, board))
    thread = max(chains, key=lambda one: len(one.cards))
    phase = [card.id for card in board.cards.values() if card.phase is Phase.DEFINE]
    diamond = [card.id for card in board.cards.values() if card.phase in (Phase.EXPLORE, Phase.VALIDATE)]
    both = {card for one in chains[:9] if one.links for card in one.cards}
    for chosen in (thread.cards, phase, diamond, phase[:2], both):
        with pseudo_language():
            export_paper(board, path, PaperOptions(language="de", chosen=tuple(chosen)), today=TODAY)
        assert _forgotten(path) == {}


def _forgotten(path: Path) -> dict[str, str]:
    """Each word in Latin letters, with the line in which it stands."""
    return {word: line for line in said_by(path) for word in latin_words(line)}
