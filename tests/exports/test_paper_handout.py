"""The handout with more than a page holds: cards flow over its columns where they stand, and pages say what goes on."""

from typing import Any

import pytest

from exports.pdf.content import content_of
from exports.pdf.document import lay_out
from exports.pdf.options import Kind, PaperOptions, checked
from exports.pdf.page import LaidOut, Page
from exports.pdf.steps import Steps
from tests.exports.boards import card, new_workshop
from tests.exports.geometry import assert_no_overlaps, runs, text_rects
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.model.diamonds import Phase
from workshop.picture.plan import Rect, TextRun
from workshop.workshop import Workshop


def handout(board: Board, **options: Any) -> LaidOut:
    asked = checked(PaperOptions(kind=Kind.HANDOUT, **{"paper": "A4", **options}))
    found = lay_out(
        content_of(board, options=asked), asked, Steps(lambda share, step: None, lambda: False, 0, 1)
    )
    assert_no_overlaps(found.pages)
    sheet = Rect(0, 0, found.paper.width, found.paper.height)
    for page in found.pages:
        assert all(sheet.contains(rect, slack=1.0) for one in page.placed for rect in text_rects(one))
    return found


def with_long_card(words: int, phase: Phase | None = Phase.DISCOVER) -> Workshop:
    workshop = new_workshop()
    card(workshop, "the first one", phase)
    card(workshop, " ".join(f"word{place}" for place in range(words)), phase)
    card(workshop, "the last one", phase)
    return workshop


def told_beside(page: Page) -> str:
    """The words of a page outside of its picture, in their order."""
    told = [shape for one in page.placed if one.clip is None for shape in one.shapes]
    return " ".join(shape.text for shape in told if isinstance(shape, TextRun))


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_long_card_flows_over_all_columns_where_it_stands(paper: str) -> None:
    board = with_long_card(900).board
    found = handout(board, paper=paper)
    text = " ".join(told_beside(page) for page in found.pages)
    places = [text.index(one.text[:12]) for one in content_of(board).cards.values()]
    assert places == sorted(places)
    assert text.index("word0") < text.index("word899")
    first, second, *_ = found.pages
    right = [
        rect
        for one in first.placed
        if one.clip is None
        for rect in text_rects(one)
        if rect.x > found.paper.width / 2
    ]
    assert max(rect.bottom for rect in right) > 0.9 * found.paper.floor
    assert right[-1].bottom - right[0].y > 0.8 * found.paper.body
    columns = {round(run.x) for run in runs(second) if run.text.startswith("word")}
    lefts = {round(one.x) for one in second.placed if any(isinstance(s, TextRun) for s in one.shapes)}
    assert columns
    assert len([x for x in lefts if x > found.paper.width / 2]) == 1


def test_pages_on_which_a_phase_goes_on_say_so() -> None:
    found = handout(with_long_card(900).board)
    assert len(found.pages) > 1
    for page in found.pages[1:]:
        assert runs(page)[0].text == "DISCOVER · CONTINUED"


def test_the_parking_lot_goes_on_in_columns_too() -> None:
    found = handout(with_long_card(3_000, None).board)
    assert runs(found.pages[1])[0].text == "PARKING LOT · CONTINUED"
    for page in found.pages:
        assert {one.x > found.paper.width / 2 for one in page.placed if one.shapes} == {True, False}


def test_a_card_of_100_kb_takes_no_more_than_thirty_pages() -> None:
    workshop = new_workshop()
    card(workshop, ("Lorem ipsum dolor sit amet, consectetur adipiscing elit. " * 2_000)[:100_000])
    assert len(handout(workshop.board).pages) <= 30


def test_a_page_is_set_a_little_finer_before_a_card_stands_alone_on_the_next() -> None:
    board = Board(sample_records())
    phases = {one.phase for one in board.cards.values()}
    assert len(handout(board, paper="A5", hidden=True).pages) == len(phases)


def test_the_last_page_fills_its_columns_evenly() -> None:
    found = handout(with_long_card(700).board)
    bottoms = [
        max(rect.bottom for one in found.pages[-1].placed if (one.x > 300) is right for rect in text_rects(one))
        for right in (False, True)
    ]
    assert abs(bottoms[0] - bottoms[1]) < 60
