"""The pages as data: nothing outside the paper, cards whole, headings never alone, for any board."""

import warnings
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.pdf.anchors import anchor_of
from exports.pdf.card_grid import blocks_of
from exports.pdf.page import PAPERS
from exports.pdf.phase_head import voices
from exports.pdf.summary import summary_paper
from tests.exports.boards import ORIGIN, card, full_board, new_workshop
from tests.exports.geometry import anchors, assert_inside, assert_no_overlaps, runs
from tests.exports.reading import export_summary, laid_out
from workshop.commands.links import add_link, can_link
from workshop.model.cards import CardKind, Discipline, Evidence
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind
from workshop.picture.board_plan import Balance
from workshop.picture.plan import Box
from workshop.workshop import Workshop

texts = st.text(st.characters(codec="utf-8"), max_size=200)


@st.composite
def workshops(draw: st.DrawFn) -> Workshop:
    workshop = new_workshop(title=draw(texts), purpose=draw(texts))
    for _ in range(draw(st.integers(0, 7))):
        card(
            workshop,
            draw(texts),
            draw(st.sampled_from([*Phase, None])),
            kind=draw(st.sampled_from(CardKind)),
            discipline=draw(st.sampled_from(Discipline)),
            evidence=Evidence(note=draw(texts), link=draw(texts)),
            tags=tuple(draw(st.lists(texts, max_size=2))),
            asked_of=draw(st.none() | st.sampled_from((Discipline.CX, Discipline.UX))),
            asked_until=draw(st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1))),
            hidden=draw(st.booleans()),
            near=draw(st.none() | st.tuples(st.floats(-9e5, 9e5), st.floats(-9e5, 9e5))),
        )
    ids = list(workshop.board.cards)
    for _ in range(draw(st.integers(0, 5)) if len(ids) > 1 else 0):
        ends = {"source": draw(st.sampled_from(ids)), "target": draw(st.sampled_from(ids))}
        kind = draw(st.sampled_from(LinkKind))
        if not can_link(workshop.board, kind=kind, **ends):
            add_link(workshop, origin=ORIGIN, kind=kind, **ends)
    return workshop


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(workshops())
def test_any_board_becomes_a_file_that_opens_with_all_its_text_on_the_paper(workshop: Workshop) -> None:
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("error")
        report = export_summary(workshop.board, Path(folder) / "s.pdf")
        assert len(PdfReader(Path(folder) / "s.pdf").pages) == report.pages
    content, pages = laid_out(workshop.board)
    assert_inside(pages, summary_paper("A4"))
    assert_no_overlaps(pages)
    assert {jump.anchor for page in pages for jump in page.jumps if jump.anchor} <= anchors(pages)
    assert anchors(pages) >= {anchor_of(card_id) for card_id in content.cards}


@pytest.mark.parametrize("paper", list(PAPERS))
def test_no_text_of_a_full_board_lies_outside_the_margins(paper: str) -> None:
    assert_inside(laid_out(full_board(120).board, paper)[1], summary_paper(paper))


def test_no_two_lines_of_a_page_overlap() -> None:
    assert_no_overlaps(laid_out(full_board(60).board)[1])


def test_no_two_cards_overlap_and_each_lies_above_the_foot() -> None:
    for page in laid_out(full_board(200).board)[1]:
        boxes = [
            shape.rect.moved(placed.x, placed.y)
            for placed in page.placed
            if placed.clip is None
            for shape in placed.shapes
            if isinstance(shape, Box) and shape.radius == 5
        ]
        assert all(box.bottom <= summary_paper("A4").floor + 0.1 for box in boxes)
        assert not any(a.overlaps(b) for place, a in enumerate(boxes) for b in boxes[place + 1 :])


def test_a_card_that_fits_on_a_page_is_not_divided() -> None:
    workshop = new_workshop()
    for place in range(12):
        card(workshop, f"number{place} " + "lorem ipsum dolor sit amet " * (20 + 12 * place))
    content, pages = laid_out(workshop.board)
    blocks = blocks_of(content, content.cards.values(), summary_paper("A4"), lambda: None)
    assert all(block.height <= summary_paper("A4").body for block in blocks)
    assert not any("CONTINUED" in run.text for page in pages for run in runs(page))


def test_a_long_card_says_on_each_further_page_that_it_goes_on() -> None:
    workshop = new_workshop()
    card(workshop, "word " * 8_000)
    pages = laid_out(workshop.board)[1]
    continued = [run.text for page in pages for run in runs(page) if "CONTINUED" in run.text]
    assert continued
    assert set(continued) == {"P1 · CONTINUED"}


def test_no_heading_of_a_phase_stands_without_a_card_below_it() -> None:
    for seed in range(6):
        content, pages = laid_out(full_board(45, seed).board)
        for page in pages:
            led_to = {jump.anchor for jump in page.jumps}
            for title, anchor, _ in page.bookmarks:
                if anchor.startswith("phase-"):
                    assert any(anchor_of(one.id) in led_to for one in content.sections[Phase(title)])


def test_a_phase_of_a_usual_workshop_is_one_spread_and_two_share_a_page() -> None:
    pages = laid_out(full_board(60).board)[1]
    phases = [page for page in pages for anchor in page.anchors if anchor.startswith("phase-")]
    assert len(phases) == 8
    assert len({id(page) for page in phases}) <= 5


def test_the_summary_of_a_workshop_of_60_cards_is_6_to_14_pages() -> None:
    assert 6 <= len(laid_out(full_board(60).board)[1]) <= 14


def test_cards_are_numbered_through_each_diamond_and_the_parking_lot() -> None:
    workshop = new_workshop()
    for phase in (Phase.DISCOVER, Phase.DEFINE, Phase.EXPLORE, Phase.SCALE, None):
        card(workshop, str(phase), phase)
    assert list(laid_out(workshop.board)[0].numbers.values()) == ["P1", "P2", "S1", "O1", "L1"]


def test_a_phase_says_who_is_hardly_heard() -> None:
    assert voices(Balance(cx=6, joint=0, ux=1)) == "UX is hardly heard"
    assert voices(Balance(cx=2, joint=3, ux=0)) == "both voices are heard"
    assert voices(Balance(cx=2)) == ""
