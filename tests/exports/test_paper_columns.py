"""Columns and rows that are read easily: the appendix runs down its columns, and no last row stands alone."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exports.pdf.anchors import term_anchor
from exports.pdf.card_grid import blocks_of
from exports.pdf.content import content_of
from exports.pdf.options import Kind, PaperOptions, checked
from exports.pdf.page import PAPERS, Page, Placed
from exports.pdf.printed_cards import lay_out_cards
from exports.pdf.steps import Steps
from exports.pdf.summary import lay_out_summary, summary_paper
from tests.exports.boards import card, full_board, new_workshop, person
from tests.exports.geometry import assert_inside, assert_no_overlaps
from tests.exports.method_boards import put, term
from tests.exports.reading import laid_out
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.picture.plan import TextRun

PULLED = 3
"""At the foot of a column a card may come before so many that belong before it."""


def heads(page: Page, known: set[str]) -> list[tuple[float, float, str]]:
    """Where the short ids at the heads of cards stand: column by column, each from its top down."""
    found = []
    for placed in page.placed:
        first = placed.shapes[0] if placed.shapes else None
        if isinstance(first, TextRun) and first.text in known and first.size == 8:
            found.append((round(placed.x), placed.y, first.text))
    return sorted(found)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_appendix_runs_down_one_column_after_the_other(paper: str) -> None:
    content, pages = laid_out(full_board(90).board, paper)
    order = [content.numbers[one] for one in content.cards]
    told = [name for page in pages for _, _, name in heads(page, set(order))]
    assert sorted(told) == sorted(order)
    assert all(abs(order.index(name) - place) <= PULLED for place, name in enumerate(told))
    steps = sum(order.index(b) == order.index(a) + 1 for a, b in pairwise(told))
    assert steps > 0.7 * len(order)


@pytest.mark.parametrize("count", range(20, 60))
def test_the_last_term_never_stands_alone_on_a_page(count: int) -> None:
    workshop = new_workshop()
    put(workshop, *(term(f"t{place}") for place in range(count)))
    content, pages = laid_out(workshop.board)
    anchors = [term_anchor(one.id) for one in content.method.terms]
    page_of = {anchor: number for number, page in enumerate(pages) for anchor in page.anchors}
    assert page_of[anchors[-1]] == page_of[anchors[-2]]


def _texts(placed: Placed) -> list[str]:
    return [shape.text for shape in placed.shapes if isinstance(shape, TextRun)]


def test_authors_on_small_cards_take_the_room_that_the_tag_leaves() -> None:
    workshop = new_workshop()
    author = person(workshop, "Oskar Lindquist", Discipline.UX)
    card(workshop, "words", Phase.DISCOVER, discipline=Discipline.UX, author=author.id)
    options = checked(PaperOptions(kind=Kind.CARDS, paper="A5", cards_a_page=12))
    steps = Steps(lambda share, step: None, lambda: False, 0, 1)
    found = lay_out_cards(content_of(workshop.board), options, steps)
    assert "Oskar Lindquist" in [text for placed in found.pages[0].placed for text in _texts(placed)]


def short_lines(count: int) -> str:
    return "\n".join(f"line {place}." for place in range(count))


def lines_told(pages: list[Page]) -> list[str]:
    """The lines of cards in the order in which they are set, which is that of reading aloud."""
    shapes = (shape for page in pages for placed in page.placed for shape in placed.shapes)
    runs = (shape for shape in shapes if isinstance(shape, TextRun) and shape.size == 7.8)
    return [run.text for run in runs if run.text.startswith("line ")]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", [40, 150])
def test_cards_of_many_short_lines_stand_beside_each_other_with_their_lines_in_order(
    count: int, paper: str
) -> None:
    workshop = new_workshop()
    for _ in range(3):
        card(workshop, short_lines(count), Phase.DISCOVER)
    pages = laid_out(workshop.board, paper)[1]
    (first,) = (number for number, page in enumerate(pages) if "appendix" in page.anchors)
    appendix = pages[first:]
    assert len(appendix) <= (1 if count == 40 else 4)
    assert lines_told(appendix) == 3 * short_lines(count).split("\n")
    assert_inside(appendix, summary_paper(paper))
    assert_no_overlaps(appendix)


def test_what_goes_on_in_the_next_column_never_stands_before_what_it_continues() -> None:
    workshop = new_workshop()
    for place in range(9):
        card(workshop, "more " * 30 * place, Phase.DISCOVER)
        card(workshop, short_lines(90 + 7 * place), Phase.DISCOVER)
    wanted = [line for place in range(9) for line in short_lines(90 + 7 * place).split("\n")]
    content, pages = laid_out(workshop.board)
    (first,) = (number for number, page in enumerate(pages) if "appendix" in page.anchors)
    assert sorted(lines_told(pages[first:])) == sorted(wanted)
    blocks = list(blocks_of(content, content.cards.values(), summary_paper("A4"), lambda: None))
    assert sum(block.continues for block in blocks) >= 9
    for one in content.cards.values():
        told = lines_told(pages[first:])
        if one.text.startswith("line"):
            lines = one.text.split("\n")
            assert any(told[at : at + len(lines)] == lines for at in range(len(told)))


def test_a_card_of_long_lines_takes_the_whole_width() -> None:
    workshop = new_workshop()
    card(workshop, "prose that goes on and on " * 50)
    content = content_of(workshop.board)
    (block,) = blocks_of(content, content.cards.values(), summary_paper("A4"), lambda: None)
    assert block.wide


@pytest.mark.parametrize("lines", range(5, 40))
def test_the_heading_of_the_appendix_never_stands_without_a_card(lines: int) -> None:
    workshop = new_workshop()
    for _ in range(5):
        card(workshop, short_lines(lines), Phase.DISCOVER)
    content, pages = laid_out(workshop.board)
    (page,) = (page for page in pages if "appendix" in page.anchors)
    assert heads(page, set(content.numbers.values()))


def win_lines(page: Page) -> dict[float, list[float]]:
    """Where the lines of the wins of one row stand, each win's from its top down."""
    found: dict[float, list[float]] = {}
    for placed in page.placed:
        for shape in placed.shapes:
            if isinstance(shape, TextRun) and shape.text.startswith("went"):
                found.setdefault(round(placed.x + shape.x), []).append(placed.y + shape.baseline)
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=3))
@example([6, 35, 35])
@example([24, 1, 31])
@example([40, 24, 30])
def test_the_lines_of_a_win_run_on_however_long_its_neighbours_are(lengths: list[int]) -> None:
    workshop = new_workshop()
    for length in lengths:
        card(workshop, " ".join(["went-surprisingly-well"] * length), Phase.SCALE, kind=CardKind.WIN)
    options = PaperOptions(paper="A4", sections=("wins",))
    steps = Steps(lambda share, step: None, lambda: False, 0, 1)
    (page,) = lay_out_summary(content_of(workshop.board), options, steps).pages
    wins = win_lines(page)
    assert sorted(map(len, wins.values())) == sorted(lengths)
    for lines in wins.values():
        assert all(below - above < 14.0 for above, below in pairwise(lines))
