"""Where the words of documents lie, by the plan of their pages: on the paper and apart, for any session."""

import pytest
from hypothesis import HealthCheck, given, settings

from exports.pdf.content import Content, content_of
from exports.pdf.document import lay_out
from exports.pdf.options import Kind, PaperOptions, checked
from exports.pdf.page import LaidOut
from exports.pdf.steps import Steps
from tests.exports.boards import card, new_workshop
from tests.exports.geometry import anchors, assert_no_overlaps, text_rects
from tests.exports.random_sessions import UNBROKEN, sessions
from workshop.model.diamonds import Phase
from workshop.picture.plan import Rect
from workshop.workshop import Workshop

_SLACK = 1.6
"""Points by which the box of a line of type may exceed what is drawn of it."""

ALL_KINDS = (
    PaperOptions(kind=Kind.SUMMARY, paper="A4"),
    PaperOptions(kind=Kind.SUMMARY, paper="A5"),
    PaperOptions(kind=Kind.SUMMARY, paper="A4", sections=("cover", "phases", "appendix"), phase_pages=True),
    PaperOptions(kind=Kind.POSTER, paper="A3", grey=True),
    PaperOptions(kind=Kind.POSTER, paper="board"),
    PaperOptions(kind=Kind.HANDOUT, paper="A4"),
    PaperOptions(kind=Kind.CARDS, paper="A4"),
)


def laid(content: Content, options: PaperOptions) -> LaidOut:
    return lay_out(content, checked(options), Steps(lambda share, step: None, lambda: False, 0, 1))


def assert_on_paper_and_apart(content: Content) -> None:
    """In each kind all words lie on the sheet, within its margins where it is to be read, and none on others."""
    for options in ALL_KINDS:
        found = laid(content, options)
        paper = found.paper
        sheet = Rect(0, 0, paper.width, paper.height)
        if options.kind is Kind.SUMMARY:
            sheet = Rect(paper.margin, 0, paper.inner, paper.floor + 3.0)
        for page in found.pages:
            for placed in page.placed:
                stray = [rect for rect in text_rects(placed) if not sheet.contains(rect, slack=_SLACK)]
                assert not stray, (options.kind, options.paper, placed, sheet)
        assert_no_overlaps(found.pages)
        assert {jump.anchor for page in found.pages for jump in page.jumps if jump.anchor} <= anchors(
            found.pages
        )


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(sessions())
def test_no_words_of_a_random_session_lie_off_the_paper_or_over_others(workshop: Workshop) -> None:
    assert_on_paper_and_apart(content_of(workshop.board))


@pytest.mark.parametrize("count", [0, 1])
@pytest.mark.parametrize("words", ["", "one", UNBROKEN, "w" * 100_000, "word " * 20_000], ids=len)
def test_nor_those_of_no_card_and_of_one_of_any_length(count: int, words: str) -> None:
    workshop = new_workshop(title=words, purpose=words)
    for _ in range(count):
        card(workshop, words)
    assert_on_paper_and_apart(content_of(workshop.board))


def test_nor_those_of_cards_of_100_kilobytes_beside_short_ones() -> None:
    workshop = new_workshop(title="long " * 2_000)
    for place, phase in enumerate((*Phase, None)):
        card(workshop, "story " * 17_000 if place % 3 == 0 else UNBROKEN, phase)
    assert_on_paper_and_apart(content_of(workshop.board))
