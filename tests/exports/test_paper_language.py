"""The language of documents: nothing that paper says itself is forgotten, and numbers and days are of the language."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader

from exports.pdf.content import content_of
from exports.pdf.document import export_paper
from exports.pdf.options import Kind, PaperOptions
from exports.pdf.question_list import export_question_list
from tests.catalogues import TRANSLATED
from tests.exports.boards import full_board, new_workshop, person
from tests.exports.carrying import carried
from tests.exports.language_board import TODAY, edge_board, language_board
from tests.exports.pseudo_language import in_cyrillic, latin_words, pseudo_language
from tests.exports.random_sessions import sessions
from tests.exports.reading import all_text, outline_titles, squeezed
from tests.exports.test_paper_geometry import assert_on_paper_and_apart
from workshop.board.board import Board
from workshop.board.threads import threads_of
from workshop.imports.sample import sample_records
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.session.reading import read_session
from workshop.translation import speaking
from workshop.visibility import PAPER, visible_to
from workshop.workshop import Workshop

BOARDS = {
    "sample": lambda: Board(sample_records()),
    "full": lambda: full_board(60).board,
    "everything": language_board,
    "edges": edge_board,
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


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "de",
            (
                "Auf einen Blick",
                "Unverbundene Punkte",
                "Gemeinsame Messgrößen",
                "11.\u202fDez. 2026",
                "3,1 → 4,2",
            ),
        ),
        ("fr", ("En bref", "Points non reliés", "Indicateurs partagés", "11\u202fdéc. 2026", "3,1 → 4,2")),
        ("es", ("En breve", "Puntos sin conectar", "Métricas compartidas", "11\u202fdic 2026", "3,1 → 4,2")),
    ],
)
def test_a_summary_is_read_back_in_its_language(language: str, words: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    export_paper(Board(sample_records()), path, PaperOptions(language=language, paper="A4"), today=TODAY)
    reader = PdfReader(path)
    text = squeezed(all_text(reader))
    assert [said for said in words if squeezed(said) not in text] == []
    assert words[0] in outline_titles(reader)
    assert reader.trailer["/Root"]["/Lang"] == language
    assert len(reader.pages) <= 16


def test_the_session_inside_and_what_people_wrote_stay_as_they_are(tmp_path: Path) -> None:
    board, words, inside = Board(sample_records()), [], []
    for language in ("en", "de"):
        path = tmp_path / f"{language}.pdf"
        export_paper(board, path, PaperOptions(language=language, paper="A4"), today=TODAY)
        words.append(squeezed(all_text(PdfReader(path))))
        session = tmp_path / f"{language}.trilliant"
        session.write_bytes(carried(path) or b"")
        inside.append(read_session(session).board)
    assert inside[0] == inside[1]
    english, german = words
    told = [text for text in (squeezed(card.text) for card in board.cards.values()) if text in english]
    assert len(told) > 20
    assert [text for text in told if text not in german] == []


def test_a_language_without_a_catalogue_is_told_to_readers_and_keeps_english_words(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    export_paper(Board(sample_records()), path, PaperOptions(language="nl", paper="A4"), today=TODAY)
    reader = PdfReader(path)
    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert "In short" in outline_titles(reader)


@pytest.mark.parametrize(
    ("language", "role"),
    [("de", "Moderation"), ("fr", "Animatrice"), ("es", "Facilitadora"), ("de", "facilitator")],
)
def test_who_led_the_workshop_is_found_by_the_word_of_the_language(
    language: str, role: str, tmp_path: Path
) -> None:
    workshop = new_workshop()
    person(workshop, "Ada Lindqvist", role=role)
    export_paper(workshop.board, tmp_path / "out.pdf", PaperOptions(language=language, paper="A4"))
    assert (PdfReader(tmp_path / "out.pdf").metadata or {})["/Author"] == "Ada Lindqvist"


@pytest.mark.parametrize("language", TRANSLATED)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(sessions())
def test_no_words_lie_off_the_paper_or_over_others_in_any_language(language: str, workshop: Workshop) -> None:
    with speaking(language):
        assert_on_paper_and_apart(content_of(workshop.board))


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("name", ["sample", "everything", "edges"])
def test_nor_those_of_a_board_with_all_there_is(language: str, name: str) -> None:
    with speaking(language):
        assert_on_paper_and_apart(content_of(BOARDS[name](), TODAY))


def _forgotten(path: Path) -> dict[str, str]:
    """Each word in Latin letters, with the line in which it stands."""
    return {word: line for line in said_by(path) for word in latin_words(line)}
