"""A page for each phase: what stands on it, how large, and where it goes on."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from exports.pdf.anchors import anchor_of
from exports.pdf.content import content_of
from exports.pdf.document import export_paper, lay_out
from exports.pdf.options import PaperOptions, checked
from exports.pdf.page import Page
from exports.pdf.pictures import phase_picture
from exports.pdf.steps import Steps
from tests.exports.boards import card, new_workshop, person, role
from tests.exports.geometry import runs
from tests.exports.reading import squeezed
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.people import Role
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, TextRun
from workshop.workshop import Workshop

APART = PaperOptions(paper="A4", sections=("phases", "appendix"), phase_pages=True)


def written(board: Board, folder: Path, *, apart: bool = True) -> PdfReader:
    path = folder / "summary.pdf"
    export_paper(board, path, PaperOptions(paper="A4", phase_pages=apart))
    return PdfReader(path)


def laid_out(workshop: Workshop) -> list[Page]:
    content = content_of(workshop.board)
    return lay_out(content, checked(APART), Steps(lambda share, step: None, lambda: False, 0, 1)).pages


def page_of(reader: PdfReader, phase: Phase) -> str:
    """The words of the page that the outline gives for a phase."""
    entry = next(one for one in reader.outline if not isinstance(one, list) and one.title == phase.value)
    number = reader.get_destination_page_number(entry)
    assert number is not None
    return squeezed(reader.pages[number].extract_text())


def test_each_phase_of_the_sample_has_a_page_with_all_words_of_its_cards(tmp_path: Path) -> None:
    board = Board(sample_records())
    reader = written(board, tmp_path)
    pages = [page_of(reader, phase) for phase in Phase]
    assert len(set(pages)) == len(Phase)
    for phase, told in zip(Phase, pages, strict=True):
        words = [squeezed(one.text) for one in board.cards.values() if one.phase is phase and not one.hidden]
        assert words
        assert [text for text in words if text not in told] == []


def test_without_the_option_phases_share_pages_and_the_sample_has_fourteen(tmp_path: Path) -> None:
    board = Board(sample_records())
    reader = written(board, tmp_path, apart=False)
    assert len(reader.pages) == 14
    assert len({page_of(reader, phase) for phase in Phase}) < len(Phase)


def test_a_page_says_who_leads_and_how_both_sides_are_heard(tmp_path: Path) -> None:
    workshop = new_workshop()
    role(workshop, Phase.DEFINE, Discipline.UX, Role.LEADS)
    for _ in range(4):
        card(workshop, "one side alone", Phase.DEFINE, discipline=Discipline.UX)
    told = page_of(written(workshop.board, tmp_path), Phase.DEFINE)
    assert squeezed("UX leads") in told
    assert squeezed("CX is hardly heard") in told


@pytest.mark.parametrize("phase", list(Phase))
def test_neighbours_that_a_picture_cuts_are_named_where_they_are_seen(phase: Phase) -> None:
    content = content_of(Board(sample_records()))
    shapes, frame, _scale = phase_picture(content, phase, (500.0, 500.0), 1.0, lambda: None)
    pale = [one.rect for one in shapes if isinstance(one, Box) and one.fill == LIGHT.panel]
    named = [one for one in shapes if isinstance(one, TextRun) and one.colour == LIGHT.muted]
    for box in pale:
        inside = [one for one in named if box.contains(one.rect, slack=2.0) and frame.contains(one.rect)]
        assert len(inside) == 1, (phase, box)


@pytest.mark.parametrize("count", [1, 6, 14])
def test_the_picture_has_what_the_cards_leave(count: int) -> None:
    workshop = new_workshop()
    for place in range(count):
        card(workshop, f"{place} is told in a few words, as cards are")
    page = laid_out(workshop)[0]
    picture = next(placed for placed in page.placed if placed.alternative)
    assert picture.clip is not None
    assert picture.clip.h * picture.scale > 330 - 10 * count


def test_a_long_card_is_cut_and_leads_to_where_it_is_told_in_full() -> None:
    workshop = new_workshop()
    long = card(workshop, "a long story " * 8_000)
    pages = laid_out(workshop)
    assert anchor_of(long.id) not in pages[0].anchors
    assert anchor_of(long.id) in {jump.anchor for jump in pages[0].jumps}
    assert anchor_of(long.id) in pages[1].anchors


@pytest.mark.parametrize("apart", [False, True])
def test_texts_that_are_cut_are_counted_where_no_appendix_tells_them(apart: bool, tmp_path: Path) -> None:
    workshop = new_workshop()
    for phase in (Phase.DISCOVER, Phase.SCALE, None):
        card(workshop, "short", phase)
        card(workshop, "a long story " * 300, phase)
    options = PaperOptions(paper="A4", phase_pages=apart, sections=("phases",))
    told = export_paper(workshop.board, tmp_path / "short.pdf", options)
    assert told.advice == "3 cards' texts are cut; the appendix would have all of them."
    with_it = replace(options, sections=("phases", "appendix"))
    assert export_paper(workshop.board, tmp_path / "whole.pdf", with_it).advice == ""


def test_long_cards_have_fewer_lines_where_that_keeps_a_phase_on_its_page() -> None:
    workshop = new_workshop()
    for place in range(14):
        card(workshop, f"{place} " + "story " * 200)
    pages = laid_out(workshop)
    assert "appendix" in pages[1].anchors
    assert sum(run.text.endswith("…") for run in runs(pages[0])) >= 14


def test_where_cards_stack_high_the_picture_stands_beside_them() -> None:
    workshop = new_workshop()
    with workshop.transact("pile", "test") as transaction:
        for place in range(24):
            pile = Card(
                id=f"c{place}", text=f"{place} in a pile", phase=Phase.DISCOVER, x=300.0, y=160.0 * place
            )
            transaction.put(pile)
    page = laid_out(workshop)[0]
    picture = next(placed for placed in page.placed if placed.alternative)
    assert picture.clip is not None
    assert picture.clip.w * picture.scale < 300
    assert picture.clip.h * picture.scale > 500


def test_cards_without_room_go_on_over_pages_that_say_so() -> None:
    workshop = new_workshop()
    for place in range(90):
        card(workshop, f"{place} " + "words " * 30, author=person(workshop, "Ada").id)
    pages = laid_out(workshop)
    begins = next(number for number, page in enumerate(pages) if "phase-Discover" in page.anchors)
    ends = next(number for number, page in enumerate(pages) if "card-" in "".join(page.anchors))
    assert ends - begins > 1
    for page in pages[begins + 1 : ends]:
        assert any("DISCOVER" in run.text for run in runs(page))


def test_the_parking_lot_follows_below_the_last_phase_or_on_a_page_of_its_own(tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "on the board", Phase.SCALE)
    card(workshop, "put aside", None)
    reader = written(workshop.board, tmp_path)
    assert any("putaside" in squeezed(page.extract_text()) for page in reader.pages)
