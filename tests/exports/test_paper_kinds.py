"""The poster, the handout and the cards: what stands on them, where it lies, and that it can be read."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.pdf.content import content_of
from exports.pdf.document import export_paper, lay_out
from exports.pdf.options import Kind, PaperOptions, checked
from exports.pdf.page import LaidOut
from exports.pdf.printed_cards import GRIDS
from exports.pdf.steps import Steps
from tests.exports.boards import card, full_board, new_workshop
from tests.exports.geometry import assert_no_overlaps, text_rects
from tests.exports.reading import all_text, squeezed
from tests.exports.test_pdf_layout import workshops
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, TextRun
from workshop.workshop import Workshop

KINDS = (Kind.POSTER, Kind.HANDOUT, Kind.CARDS)


def laid(board: Board, **options: Any) -> LaidOut:
    """The pages of a document of a kind."""
    chosen = checked(PaperOptions(**options))
    return lay_out(content_of(board), chosen, Steps(lambda share, step: None, lambda: False, 0, 1))


def assert_on_the_sheet(found: LaidOut) -> None:
    sheet = Rect(0, 0, found.paper.width, found.paper.height)
    for page in found.pages:
        for placed in page.placed:
            assert all(sheet.contains(rect, slack=1.0) for rect in text_rects(placed))


def text_of(board: Board, folder: Path, **options: Any) -> str:
    export_paper(board, folder / "paper.pdf", PaperOptions(**options))
    return squeezed(all_text(PdfReader(folder / "paper.pdf")))


@pytest.mark.parametrize("kind", KINDS)
def test_every_card_of_the_sample_is_on_it_and_nothing_lies_off_the_sheet(kind: Kind, tmp_path: Path) -> None:
    board = Board(sample_records())
    assert_on_the_sheet(laid(board, kind=kind))
    text = text_of(board, tmp_path, kind=kind)
    for number in content_of(board).numbers.values():
        assert number in text


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_board_gives_a_page(kind: Kind, tmp_path: Path) -> None:
    assert text_of(Board(), tmp_path, kind=kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_options_give_the_same_bytes(kind: Kind, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        export_paper(full_board(20).board, tmp_path / name, PaperOptions(kind=kind))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(workshops(), st.sampled_from([*Kind]), st.booleans())
def test_any_board_becomes_a_document_of_any_kind(workshop: Workshop, kind: Kind, grey: bool) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        report = export_paper(workshop.board, path, PaperOptions(kind=kind, grey=grey, hidden=True))
        assert len(PdfReader(path).pages) == report.pages
    found = laid(workshop.board, kind=kind)
    assert_on_the_sheet(found)
    if kind is not Kind.POSTER:
        assert_no_overlaps(found.pages)


def test_no_words_of_a_workshop_of_60_cards_are_under_7_points_on_a3() -> None:
    found = laid(Board(sample_records()), kind=Kind.POSTER, paper="A3")
    assert not found.advice
    for placed in found.pages[0].placed:
        for shape in placed.shapes:
            assert not isinstance(shape, TextRun) or shape.size * placed.scale >= 6.99


def test_a_board_too_full_for_its_poster_names_a_sheet_that_is_large_enough() -> None:
    board = full_board(400).board
    advice = laid(board, kind=Kind.POSTER, paper="A3").advice
    assert "points high on A3; choose" in advice
    named = advice.partition("choose ")[2].partition(", where")[0]
    better = named if named.startswith("A") else "board"
    assert "points" not in laid(board, kind=Kind.POSTER, paper=better).advice


def test_a_poster_in_the_proportions_of_the_board_shows_its_words_on_the_cards(tmp_path: Path) -> None:
    workshop = full_board(30)
    text = text_of(workshop.board, tmp_path, kind=Kind.POSTER, paper="board")
    assert all(squeezed(one.text)[:20] in text for one in workshop.board.cards.values())


def test_a_handout_has_a_lying_page_for_each_phase_with_cards(tmp_path: Path) -> None:
    workshop = new_workshop()
    for phase in (Phase.DISCOVER, Phase.PILOT, None):
        card(workshop, f"of {phase}", phase)
    path = tmp_path / "paper.pdf"
    export_paper(workshop.board, path, PaperOptions(kind=Kind.HANDOUT, paper="A4"))
    pages = PdfReader(path).pages
    assert [round(side) for side in (pages[0].mediabox.width, pages[0].mediabox.height)] == [842, 595]
    heads = [page.extract_text() for page in pages]
    assert len(heads) == 3
    assert ["Discover" in heads[0], "Pilot" in heads[1], "Parking lot" in heads[2]] == [True] * 3


@pytest.mark.parametrize("number", list(GRIDS))
def test_so_many_cards_are_on_a_page_and_none_over_another(number: int) -> None:
    found = laid(full_board(25).board, kind=Kind.CARDS, cards_a_page=number)
    assert len(found.pages) == -(-25 // number)
    for page in found.pages:
        cells = [
            shape.rect.moved(placed.x, placed.y)
            for placed in page.placed
            for shape in placed.shapes
            if isinstance(shape, Box) and shape.rect.h > 50
        ]
        assert len(cells) <= number
        assert not any(a.grown(-0.1).overlaps(b) for place, a in enumerate(cells) for b in cells[:place])


def test_blank_cards_come_after_the_others_so_many_of_each_discipline() -> None:
    found = laid(full_board(5).board, kind=Kind.CARDS, cards_a_page=8, blanks=4)
    assert len(found.pages) == 3
    tags = [
        shape.text
        for page in found.pages
        for placed in page.placed
        for shape in placed.shapes
        if isinstance(shape, TextRun) and shape.text in {one.tag for one in Discipline}
    ]
    assert tags[-12:] == ["CX"] * 4 + ["UX"] * 4 + ["CX + UX"] * 4


def test_a_long_card_is_cut_where_its_cell_ends() -> None:
    workshop = new_workshop()
    card(workshop, "word " * 4_000)
    assert_no_overlaps(laid(workshop.board, kind=Kind.CARDS, cards_a_page=12).pages)


def test_the_poster_of_an_empty_board_takes_the_large_words_and_warns_of_nothing() -> None:
    found = laid(Board(), kind=Kind.POSTER, paper="A3")
    assert not found.advice
    sizes = [
        shape.size * placed.scale
        for placed in found.pages[0].placed
        for shape in placed.shapes
        if isinstance(shape, TextRun)
    ]
    assert min(sizes) >= 6.99


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("words", [80, 300, 4_000])
def test_the_handout_holds_all_words_of_long_cards(words: int, paper: str, tmp_path: Path) -> None:
    workshop = new_workshop()
    for phase in (Phase.DISCOVER, None):
        told = [f"{letter}{place}" for letter in "ab" for place in range(words // 2)]
        card(workshop, " ".join(told), phase)
        card(workshop, "a short one", phase)
    assert_no_overlaps(laid(workshop.board, kind=Kind.HANDOUT, paper=paper).pages)
    text = text_of(workshop.board, tmp_path, kind=Kind.HANDOUT, paper=paper)
    for word in told:
        assert text.count(word) >= 2
    assert text.count("ashortone") >= 2


def test_the_list_of_a_poster_holds_all_words_where_they_have_room(tmp_path: Path) -> None:
    workshop = full_board(30)
    card(workshop, " ".join(f"long{place}" for place in range(60)))
    text = text_of(workshop.board, tmp_path, kind=Kind.POSTER, paper="A3")
    assert all(f"long{place}" in text for place in range(60))


def test_the_picture_of_a_handout_fills_its_frame_with_few_cards() -> None:
    workshop = new_workshop()
    card(workshop, "Only card")
    found = laid(workshop.board, kind=Kind.HANDOUT, paper="A4")
    picture = next(placed for placed in found.pages[0].placed if placed.clip is not None)
    assert picture.clip is not None
    frame = picture.clip.h * picture.scale
    assert frame > found.paper.body * 0.7
    cards = [
        shape.rect
        for shape in picture.shapes
        if isinstance(shape, Box) and shape.fill == LIGHT.disciplines[Discipline.CX].fill
    ]
    lowest, highest = max(rect.bottom for rect in cards), min(rect.y for rect in cards)
    assert (lowest - highest) * picture.scale > frame * 0.3
    assert abs((lowest + highest) / 2 - picture.clip.centre.y) < 0.1 * picture.clip.h


def test_an_empty_handout_names_the_workshop(tmp_path: Path) -> None:
    text = text_of(new_workshop(title="Empty as yet").board, tmp_path, kind=Kind.HANDOUT)
    assert "Emptyasyet" in text.partition("Nophase")[0]
