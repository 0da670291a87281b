"""A card's text: bullets with a hanging indent, addresses of the web that can be pressed, never too many lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.model.cards import Card
from workshop.picture.card_plan import CardWords, address_at, card_plan, fitted_text
from workshop.picture.card_text import addresses_in, card_lines, text_shapes
from workshop.picture.directions import runs_leftward
from workshop.picture.lines import break_lines
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Dot, Point, Stroke, TextRun

TEXTS = st.text(st.sampled_from("ab -\n–é漢"), max_size=120)


def test_list_items_get_bullets_and_hang() -> None:
    lines = card_lines("Costs:\n- one thing that is rather long\n- two", 120, 14, 20)
    assert [line.begins_item for line in lines] == [False, True, False, True] or lines[1].begins_item
    assert lines[0].indent == 0
    assert all(line.indent == 14 for line in lines[1:])
    assert not any(line.text.startswith("-") for line in lines)
    dots = [s for s in card_plan(Card(id="c", text="- one\n- two"), CardWords(), LIGHT) if isinstance(s, Dot)]
    assert len(dots) == 2


def test_a_dash_inside_a_line_is_no_bullet() -> None:
    (line,) = card_lines("before - after", 300, 14, 9)
    assert (line.text, line.indent, line.begins_item) == ("before - after", 0.0, False)


@given(TEXTS, st.integers(1, 9), st.floats(40, 300))
def test_lines_keep_to_their_number_and_width(text: str, most: int, width: float) -> None:
    lines = card_lines(text, width, 14, most)
    assert len(lines) <= most
    assert all(line.indent + line.width <= width + 14 for line in lines)
    if "- " not in text:
        assert [line.text for line in lines] == [line.text for line in break_lines(text, width, 14, most=most)]


def test_an_address_is_marked_and_leads_where_it_says() -> None:
    card = Card(id="c", text="See https://example.org/a?b=1, or www.example.com.", w=400.0)
    shapes = card_plan(card, CardWords(), LIGHT)
    marked = [s for s in shapes if isinstance(s, TextRun) and s.colour == LIGHT.selection]
    assert [run.text for run in marked] == ["https://example.org/a?b=1", "www.example.com"]
    assert len([s for s in shapes if isinstance(s, Stroke)]) == 2
    targets = [address_at(card, Point(run.x + run.width / 2, run.baseline - 4)) for run in marked]
    assert targets == ["https://example.org/a?b=1", "https://www.example.com"]
    assert address_at(card, Point(14, marked[0].baseline - 4)) is None


def test_a_long_address_leads_to_all_of_it_though_its_line_shows_a_part() -> None:
    target = "https://example.org/" + "very-long-path/" * 6
    card = Card(id="c", text=target + "x")
    size, lines = fitted_text(card.text, card.w, card.h)
    assert len(lines) > 1
    assert address_at(card, Point(20, 36 + size / 2)) == target + "x"


def test_paragraphs_that_run_right_to_left_end_at_the_right_and_others_begin_at_the_left() -> None:
    text = "לקוחות אינם מוצאים את כפתור הייצוא (PDF)\nShown to לקוחות first"
    lines = card_lines(text, 120, 14, 20)
    assert [line.leftward for line in lines] == sorted((line.leftward for line in lines), reverse=True)
    ends = {round(line.indent + line.width, 6) for line in lines if line.leftward}
    assert ends == {120}
    assert {line.indent for line in lines if not line.leftward} == {0}


def test_a_right_to_left_list_hangs_from_the_right_with_its_bullets() -> None:
    lines = card_lines("- العملاء لا يجدون زر التصدير", 120, 14, 20)
    assert {round(line.indent + line.width, 6) for line in lines} == {106}
    (dot,) = [one for one in text_shapes(lines, Point(0, 0), 14, "#000000", "#000000") if isinstance(one, Dot)]
    assert 106 < dot.centre.x < 120


def test_a_right_to_left_line_keeps_its_right_edge_when_text_is_left_out() -> None:
    lines = card_lines("לקוחות אינם מוצאים את כפתור הייצוא " * 9, 120, 14, 2)
    assert lines[-1].text.endswith("…")
    assert lines[-1].indent + lines[-1].width == pytest.approx(120)


def test_a_line_that_begins_with_latin_within_a_right_to_left_paragraph_still_runs_leftward() -> None:
    lines = card_lines("לקוחות רבים אינם מוצאים Trilliant בתוך", 100, 14, 20)
    assert any(line.text.startswith("Trilliant") for line in lines)
    runs = list(text_shapes(lines, Point(0, 0), 14, "#000000", "#000000"))
    assert all(runs_leftward(run.text) for run in runs if isinstance(run, TextRun))


def test_an_address_in_a_right_to_left_line_stands_left_of_the_words_before_it() -> None:
    (line,) = card_lines("ראו www.example.org כאן", 400, 14, 3)
    runs = [
        shape
        for shape in text_shapes((line,), Point(0, 0), 14, "#000000", "#0000ff")
        if isinstance(shape, TextRun)
    ]
    places = [run.x for run in runs]
    assert len(places) == 3
    assert places == sorted(places, reverse=True)
    (address,) = addresses_in("ראו www.example.org כאן", (line,), Point(0, 0), 14)
    assert address.rect.x == pytest.approx(runs[1].x)
