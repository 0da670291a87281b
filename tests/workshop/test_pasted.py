"""What was pasted as rows: lines, lists, tables of spreadsheets, pages, CSV and Markdown, and what is too much."""

import csv
from html import escape
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.errors import ForeignFileError, OpeningCancelled
from workshop.imports.pasted import LONGEST_CARD, MOST_CARDS, lines_of, read_pasted
from workshop.imports.tables import html_rows, tab_rows

CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" "), max_size=12
)
PLAIN = CELLS.map(lambda text: " ".join(text.split()))
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(PLAIN, min_size=width, max_size=width).filter(all), min_size=2, max_size=6)
)


def _tsv(rows: list[list[str]]) -> str:
    written = StringIO()
    csv.writer(written, delimiter="\t", lineterminator="\r\n").writerows(rows)
    return written.getvalue()


def _page(rows: list[list[str]]) -> str:
    body = "".join(
        "<tr>" + "".join(f"<td style='x'>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<html><head><style>td {{ color: red }}</style></head><body><table>{body}</table></body></html>"


def test_each_line_that_is_not_empty_is_a_row_without_its_list_mark() -> None:
    text = "- one\n\n  * two\r\n• three\n[ ] four\n- [x] five\n-5 degrees\nsix\n"
    assert lines_of(text) == ["one", "two", "three", "four", "five", "-5 degrees", "six"]


def test_the_numbers_of_a_numbered_list_go_and_a_lone_number_stays() -> None:
    assert lines_of("1. one\n2) two\n(3) three") == ["one", "two", "three"]
    assert lines_of("2. of May\nis the day") == ["2. of May", "is the day"]


def test_lines_with_commas_are_lines() -> None:
    pasted = read_pasted("Slow, they say\nCheap, they say")
    assert not pasted.is_table
    assert pasted.rows == (("Slow, they say",), ("Cheap, they say",))


def test_comma_separated_values_with_known_headers_are_a_table_and_a_file_of_them_always_is() -> None:
    assert read_pasted('text,author\n"Slow, they say",Mira').rows == (
        ("text", "author"),
        ("Slow, they say", "Mira"),
    )
    assert read_pasted("a;b\nc;d", is_csv=True).is_table
    assert not read_pasted("a;b\nc;d").is_table


def test_a_markdown_table_is_a_table() -> None:
    pasted = read_pasted("| Text | Phase |\n|---|:---:|\n| Slow | Define |")
    assert pasted.rows == (("Text", "Phase"), ("Slow", "Define"))


def test_a_cell_of_several_lines_stays_one_cell() -> None:
    assert tab_rows('"one\ntwo"\tMira\r\nthree\tJonas') == [["one\ntwo", "Mira"], ["three", "Jonas"]]


def test_a_quote_that_never_closes_swallows_nothing() -> None:
    assert tab_rows('"open\tMira\nthree\tJonas\nfour\tAda') == [
        ['"open', "Mira"],
        ["three", "Jonas"],
        ["four", "Ada"],
    ]


def test_text_in_which_a_tab_occurs_here_and_there_is_lines() -> None:
    assert tab_rows("a story\nwith one\ttab\nand no\nmore of\nthem") is None


def test_the_cells_of_a_page_may_span_rows_and_columns_and_break_lines() -> None:
    page = (
        "<table><tr><th colspan=2>Text</th><th>Phase</th></tr>"
        "<tr><td>one<br>more</td><td>x</td><td rowspan=2>Define</td></tr>"
        "<tr><td>two</td><td>y</td></tr></table>"
    )
    assert html_rows(page) == [["Text", "", "Phase"], ["one\nmore", "x", "Define"], ["two", "y", "Define"]]


def test_a_page_of_words_with_a_small_table_in_it_is_no_table() -> None:
    page = (
        "<p>" + "A long story about something else. " * 9 + "</p><table><tr><td>a</td><td>b</td></tr></table>"
    )
    assert html_rows(page) is None


def test_scripts_and_styles_of_a_page_are_not_read() -> None:
    page = "<table><tr><td>a<script>alert(1)</script></td><td><style>b</style>c</td></tr></table>"
    assert html_rows(page) == [["a", "c"]]


@pytest.mark.parametrize(
    "page",
    [
        "<table>" * 500 + "x",
        "<table><tr><td colspan=999999999 rowspan=999999999>x</td></tr></table>",
        "<table><td>no row</td><td>two</table></table></td></tr>",
        "<table><tr><td>open",
        "<table><tr></tr></table>",
        "<table>&#xfffffff;<tr><td>&nosuch;</td><td>\0</td>",
    ],
)
def test_a_broken_page_does_no_harm(page: str) -> None:
    rows = html_rows(page)
    assert rows is None or all(len(row) <= 100 for row in rows)


def test_control_characters_stay_to_be_seen() -> None:
    assert lines_of("a\0b") == ["a␀b"]


def test_too_many_rows_are_refused_with_their_number() -> None:
    with pytest.raises(ForeignFileError, match=f"{MOST_CARDS + 1:,} cards"):
        read_pasted("x\n" * (MOST_CARDS + 1))


def test_a_line_that_no_card_can_hold_is_refused() -> None:
    with pytest.raises(ForeignFileError, match="holds at most"):
        read_pasted("x" * (LONGEST_CARD + 1))


def test_forty_megabytes_are_refused_before_they_are_read() -> None:
    with pytest.raises(ForeignFileError, match="40 MB"):
        read_pasted("x\n" * 20_000_001)


def test_reading_a_large_page_can_be_cancelled() -> None:
    with pytest.raises(OpeningCancelled):
        read_pasted("", "<table><tr><td>x</td></tr></table>", cancelled=lambda: True)


@given(TABLES)
def test_a_table_comes_through_as_text_and_as_a_page(rows: list[list[str]]) -> None:
    expected = tuple(map(tuple, rows))
    assert read_pasted(_tsv(rows)).rows == expected
    assert read_pasted("something else", _page(rows)).rows == expected


@given(st.text(max_size=300))
def test_any_text_becomes_rows_of_one_width_without_empty_ones(text: str) -> None:
    pasted = read_pasted(text)
    assert len({len(row) for row in pasted.rows}) <= 1
    assert all(any(row) for row in pasted.rows)


@given(st.text("<>/ tablerdh=\"'&;!-x1\n", max_size=200))
def test_any_page_can_be_read(page: str) -> None:
    rows = html_rows("<table>" + page)
    assert rows is None or len({len(row) for row in rows}) == 1
