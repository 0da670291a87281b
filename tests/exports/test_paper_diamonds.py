"""The pictures of the board in a summary: names stand over their diamonds, and a phase's own cards stand out."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from exports.pdf.content import Content, content_of
from exports.pdf.cover_picture import set_diamonds
from exports.pdf.page import PAPERS, Flow
from exports.pdf.pictures import phase_picture
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, TextRun

SAMPLE = list(sample_records())


def tall(by: float) -> Content:
    """The sample with its cards as far apart as makes the diamonds so many times as high."""
    cards = [replace(one, y=one.y * by) if isinstance(one, Card) and one.phase else one for one in SAMPLE]
    return content_of(Board(cards))


@pytest.mark.parametrize("by", [1.0, 4.0, 12.0])
def test_the_names_of_the_diamonds_stand_over_them_beside_each_other(by: float) -> None:
    flow = Flow(PAPERS["A4"])
    flow.turn()
    content = tall(by)
    set_diamonds(flow, content)
    picture = next(one for one in flow.page.placed if one.alternative)
    names = [
        (one.x + run.x, one.y + run.baseline, run)
        for one in flow.page.placed
        for run in one.shapes
        if isinstance(run, TextRun) and run.size == 8.5
    ]
    assert len(names) == 3
    for (x, _, run), (after, _, _) in pairwise(names):
        assert x + run.width < after
    for (x, y, run), frame in zip(names, content.layout.diamonds.values(), strict=True):
        tip = picture.x + frame.top.x * picture.scale
        assert abs(x + run.width / 2 - tip) < 100
        reached = [
            picture.y + shape.rect.y * picture.scale
            for shape in picture.shapes
            if isinstance(shape, Box)
            and picture.x + shape.rect.x * picture.scale < x + run.width
            and picture.x + shape.rect.right * picture.scale > x
        ]
        assert all(top > y for top in reached)


def test_in_the_picture_of_a_phase_only_its_own_cards_have_their_colours() -> None:
    content = content_of(Board(SAMPLE))
    inks = {LIGHT.disciplines[one].fill for one in Discipline}
    for phase in Phase:
        shapes, _, _ = phase_picture(content, phase, (220.0, 120.0), 1.0, lambda: None)
        fills = [shape.fill for shape in shapes if isinstance(shape, Box)]
        assert sum(fill in inks for fill in fills) == len(content.sections[phase])
