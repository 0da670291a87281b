"""The cover and the contents share a page wherever the cover can give way a little."""

import pytest

from exports.pdf.content import content_of
from exports.pdf.contents import room_of
from exports.pdf.cover import set_cover
from exports.pdf.page import PAPERS, Flow
from exports.pdf.summary import summary_paper
from tests.exports.boards import full_board, person
from tests.exports.geometry import assert_inside, assert_no_overlaps, runs
from tests.exports.reading import laid_out
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.translation import speaking


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_the_contents_of_the_sample_stand_on_its_cover_in_every_language(language: str, paper: str) -> None:
    with speaking(language):
        _, pages = laid_out(Board(sample_records()), paper)
    assert "cover" in pages[0].anchors
    assert "appendix" in {jump.anchor for jump in pages[0].jumps}
    assert "in-short" in pages[1].anchors
    assert_inside(pages[:1], summary_paper(paper))
    assert_no_overlaps(pages[:1])


def scale_and_room(below: float, people: int) -> tuple[float, float]:
    """The scale of the picture on a cover above so much, and how much room it leaves."""
    workshop = full_board(30)
    for place in range(people):
        person(workshop, f"Somebody {place}")
    flow = Flow(summary_paper("A5"))
    assert set_cover(flow, content_of(workshop.board), below)
    (picture,) = (placed for placed in flow.page.placed if placed.alternative)
    return picture.scale, flow.room


def test_the_picture_gives_way_only_where_the_white_is_not_enough() -> None:
    usual, left = scale_and_room(0.0, 1)
    assert scale_and_room(left, 1) == (usual, left)
    same, more = scale_and_room(left + 6, 1)
    assert same == usual
    assert more >= left + 6
    smaller, most = scale_and_room(left + 25, 1)
    assert smaller < usual
    assert most >= left + 25


def test_a_cover_that_cannot_give_way_so_much_stays_as_it_is() -> None:
    assert scale_and_room(2_000.0, 1) == scale_and_room(0.0, 1)


def test_room_is_kept_for_every_line_of_the_contents() -> None:
    _, pages = laid_out(Board(sample_records()), "A5")
    lines = [jump for jump in pages[0].jumps if jump.anchor]
    assert max(jump.rect.bottom for jump in lines) - min(jump.rect.y for jump in lines) < room_of(len(lines))
    assert "CONTENTS" in {run.text for run in runs(pages[0])}
