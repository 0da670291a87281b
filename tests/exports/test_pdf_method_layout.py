"""The method's sections as pages: nothing outside the paper or over something else, for any number and any words."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pypdf import PdfReader

from exports.pdf.page import PAPERS, Page
from exports.pdf.summary import summary_paper
from tests.exports.boards import card, new_workshop
from tests.exports.geometry import anchors, assert_inside, assert_no_overlaps
from tests.exports.method_boards import TODAY, impact, measure, method_board, put, tension, term, thread_of
from tests.exports.reading import all_text, export_summary, exported, laid_out, squeezed
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.measures import Lens, Reading
from workshop.model.tensions import Position
from workshop.picture.plan import TextRun
from workshop.translation import speaking

HOSTILE = [
    "<b>bold</b> & <img src='file:///etc/passwd'/>",
    "مرحبا بالعالم",
    "שלום עולם",
    "中文字符很多",
    "engineer 👩\u200d🔧",
    "back\\slash (brackets) and )unpaired(",
    "nul ␀ and half �",
]
LONG = " ".join(f"word{place:04}" for place in range(3_000))
UNBROKEN = "".join(f"word{place:02}" for place in range(26))


def many(count: int) -> Board:
    """A board with so many threads, measures, tensions, terms and questions, and more findings than these."""
    workshop = new_workshop()
    for place in range(count):
        cards = thread_of(
            workshop, Phase.DISCOVER, Phase.VALIDATE, *([Phase.SCALE] * (place % 2)), words=f"n{place}"
        )
        put(workshop, measure(f"n{place}", *cards), tension(f"n{place}", *cards[:2]), term(f"n{place}"))
        fields = {"asked_of": list(Discipline)[place % 2], "asked_until": date(2026, 1, 1)}
        card(workshop, f"why n{place}", None, kind=CardKind.QUESTION, **fields)
        card(workshop, f"do n{place}", Phase.SCALE, kind=CardKind.ACTION)
        card(workshop, f"go n{place}", Phase.PILOT, kind=CardKind.DECISION)
    return workshop.board


@pytest.mark.parametrize("paper", list(PAPERS))
@pytest.mark.parametrize("words", ["plain", *HOSTILE, UNBROKEN])
def test_all_words_of_every_section_lie_within_the_margins_and_apart(words: str, paper: str) -> None:
    pages = laid_out(method_board(words).board, paper)[1]
    assert_inside(pages, summary_paper(paper))
    assert_no_overlaps(pages)


def test_the_sections_of_the_sample_lie_within_the_margins_and_apart() -> None:
    pages = laid_out(Board(sample_records()))[1]
    assert_inside(pages, summary_paper("A4"))
    assert_no_overlaps(pages)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_sample_with_all_that_a_workshop_can_have_is_told_on_14_pages(paper: str, language: str) -> None:
    with speaking(language):
        assert 6 <= len(laid_out(Board(sample_records()), paper)[1]) <= 14


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_of_measures_tensions_terms_and_names_are_read_back(words: str, tmp_path: Path) -> None:
    text = squeezed(all_text(exported(method_board(words).board, tmp_path)))
    wanted = (
        "{} measure",
        "{} trust",
        "{} note",
        "{} tension",
        "{} decision",
        "{} ux",
        "{} meaning",
        "{} Lena",
    )
    for form in wanted:
        for word in form.format(words).split():
            assert word in text


def test_control_characters_in_new_fields_stay_visible(tmp_path: Path) -> None:
    text = squeezed(all_text(exported(method_board("a\x00b\x1bc").board, tmp_path)))
    assert text.count("a␀b␛c") > 40


def test_a_hundred_threads_and_two_hundred_dots_flow_over_pages() -> None:
    content, pages = laid_out(many(100))
    assert len(content.method.threads) == 100
    assert len(content.method.findings) >= 200
    assert_inside(pages, summary_paper("A4"))
    assert_no_overlaps(pages)
    found = anchors(pages)
    assert {f"dot-{number}" for number in range(1, len(content.method.findings) + 1)} <= found
    assert {f"measure-m-n{place}" for place in range(100)} <= found


@pytest.mark.parametrize("count", range(1, 9))
def test_no_heading_stands_at_the_foot_of_a_page_with_nothing_below_it(count: int) -> None:
    assert_headings_led_on(laid_out(many(count))[1])


@pytest.mark.parametrize("words", [40, 100, 160, 220, 250, 265, 280, 295, 310, 340, 400, 700])
def test_a_heading_stays_with_an_entry_of_any_height(words: int) -> None:
    workshop = new_workshop()
    text = "w" + " word" * words
    one, other = card(workshop, "one", Phase.EXPLORE), card(workshop, "other", Phase.EXPLORE)
    told = (Position(card=one.id, impacts=(impact(1, 0.1, cx=text),)), Position(card=other.id))
    put(workshop, replace(measure("m", one), definition=text + text), replace(term("t"), definition=text))
    put(workshop, tension("t", one, other, positions=told))
    assert_headings_led_on(laid_out(workshop.board)[1])


def assert_headings_led_on(pages: list[Page]) -> None:
    """Below each heading stand words of what it heads, on the same page."""
    for page in pages:
        for title, anchor, _ in page.bookmarks:
            assert title == "Cover" or _words_below(page, page.anchors[anchor] + 70), title


def _words_below(page: Page, y: float) -> bool:
    lines = ((one, shape) for one in page.placed for shape in one.shapes if isinstance(shape, TextRun))
    return any(one.y + run.baseline * one.scale > y for one, run in lines)


def test_long_texts_flow_over_pages_with_every_word(tmp_path: Path) -> None:
    workshop = new_workshop()
    one, other = card(workshop, "one", Phase.EXPLORE), card(workshop, "other", Phase.EXPLORE)
    put(workshop, measure(LONG, one), tension(LONG, one, other), term(LONG))
    pages = laid_out(workshop.board)[1]
    assert_inside(pages, summary_paper("A4"))
    assert_no_overlaps(pages)
    words = all_text(exported(workshop.board, tmp_path)).split()
    for form in ("definition", "reason", "meaning"):
        assert form in words
    assert words.count("word2999") >= 8


def test_tables_repeat_their_heads(tmp_path: Path) -> None:
    workshop = new_workshop()
    put(workshop, *(term(f"n{place}") for place in range(60)))
    heads = [page for page in exported(workshop.board, tmp_path).pages if "CX SAYS" in page.extract_text()]
    assert len(heads) >= 3


def test_a_measure_that_parts_says_on_the_next_page_that_it_goes_on(tmp_path: Path) -> None:
    workshop = new_workshop()
    parts = [Reading(at=date(2026, month, 1), cx=month, area=f"area {month % 12}") for month in range(1, 13)]
    parts += [
        Reading(at=date(2026, month, 2), cx=month, segment=f"segment {month % 12}") for month in range(1, 13)
    ]
    put(
        workshop,
        *(replace(measure(f"n{place}", readings=tuple(parts)), definition="word " * 420) for place in range(5)),
    )
    assert "· CONTINUED" in all_text(exported(workshop.board, tmp_path))


numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)
readings = st.builds(
    Reading,
    at=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    cx=numbers,
    ux=numbers,
    area=st.text(max_size=40),
    channel=st.sampled_from(["", "web", "mail"]),
)
lenses = st.builds(
    Lens, measured=st.text(max_size=60), unit=st.text(max_size=20), baseline=numbers, target=numbers
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lenses, lenses, st.lists(readings, max_size=8).map(tuple))
def test_any_measure_is_drawn_within_the_margins(
    tmp_path_factory: pytest.TempPathFactory, cx: Lens, ux: Lens, read: tuple[Reading, ...]
) -> None:
    workshop = new_workshop()
    put(workshop, measure("any", cx=cx, ux=ux, readings=read))
    assert_inside(laid_out(workshop.board)[1], summary_paper("A4"))
    path = tmp_path_factory.mktemp("any") / "s.pdf"
    report = export_summary(workshop.board, path, today=TODAY)
    assert len(PdfReader(path).pages) == report.pages


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(codec="utf-8"), max_size=120))
def test_any_words_of_every_section_lie_within_the_margins_and_apart(words: str) -> None:
    pages = laid_out(method_board(f"a {words}").board)[1]
    assert_inside(pages, summary_paper("A4"))
    assert_no_overlaps(pages)
    assert {jump.anchor for page in pages for jump in page.jumps if jump.anchor} <= anchors(pages)
