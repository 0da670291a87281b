"""Terms as CSV: out and in without loss, no formulas for spreadsheets, and errors that name the line."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.terms_csv import terms_csv
from workshop.board.board import Board
from workshop.errors import ForeignFileError
from workshop.imports import terms_csv as reading
from workshop.imports.terms_csv import terms_from_csv
from workshop.model.journey import Altitude
from workshop.model.terms import Term
from workshop.model.text import clean_text

CELLS = st.text(st.characters(codec="utf-8") | st.sampled_from("=+-@'\t\n\",;"), max_size=20).map(clean_text)
TERMS = st.lists(
    st.builds(
        Term,
        id=st.uuids().map(str),
        cx_says=CELLS.map(lambda text: f"x{text}") | CELLS.map(lambda text: f"={text}."),
        ux_says=CELLS,
        agreed=CELLS,
        definition=CELLS,
        example=CELLS,
        altitude=st.none() | st.sampled_from(Altitude),
    ),
    max_size=5,
    unique_by=lambda term: term.id,
)


@given(TERMS)
def test_what_goes_out_comes_in_as_it_was(terms: list[Term]) -> None:
    rows = terms_from_csv(terms_csv(Board(terms)))
    fields = ("cx_says", "ux_says", "agreed", "definition", "example", "altitude")
    assert [[getattr(row, field) for field in fields] for row in rows] == [
        [getattr(term, field) for field in fields] for term in terms
    ]


@given(TERMS)
def test_no_cell_begins_as_a_formula_does(terms: list[Term]) -> None:
    text = terms_csv(Board(terms)).decode("utf-8-sig")
    assert not [
        cell for row in csv.reader(StringIO(text, newline="")) for cell in row if cell[:1] in set("=+-@\t\r")
    ]


def test_a_spreadsheet_gets_the_mark_of_utf_8_and_the_names_of_the_columns() -> None:
    body = terms_csv(Board([Term(id="t", cx_says="=1+1", ux_says="'=2", definition="One, “two”\nthree")]))
    assert body.startswith(b"\xef\xbb\xbfCX says,UX says,Agreed,Definition,Example,Altitude\r\n")
    assert body.decode("utf-8-sig").splitlines()[1] == "'=1+1,''=2,,\"One, “two”"


def read(text: str, encoding: str = "utf-8") -> list[tuple[str, str, str]]:
    return [(row.cx_says, row.ux_says, row.agreed) for row in terms_from_csv(text.encode(encoding))]


@pytest.mark.parametrize(
    "text",
    [
        "CX says;UX says;Agreed\r\nbill;invoice;\r\n",
        "sep=;\r\nCX says;UX says;Agreed\r\nbill;invoice;\r\n",
        "cx\tux\tterm\nbill\tinvoice\t\n",
        "Agreed word,UX,Notes,CX:\n\n,invoice,nobody reads this,bill\n",
        "CX says,UX says\rbill,invoice\r",
    ],
)
def test_tables_of_many_programs_are_read(text: str) -> None:
    assert read(text) == read(text, "utf-8-sig") == read(text, "utf-16") == [("bill", "invoice", "")]


def test_a_row_knows_the_line_on_which_it_begins() -> None:
    rows = terms_from_csv(b'CX,Definition\na,"one\ntwo"\n\nb,three\n')
    assert [(row.cx_says, row.line) for row in rows] == [("a", 2), ("b", 5)]
    assert rows[0].definition == "one\ntwo"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Line 1 must name the columns: CX says, UX says, Agreed, Definition, Example, Altitude."),
        ("bill,invoice\n", "Line 1 must name the columns"),
        (
            "CX,Altitude\na,Journey\nb,Cloud\n",
            "Line 3: the altitude “Cloud” is none of Journey, Experience, Interaction.",
        ),
        (
            "CX,UX,Definition\na,b,c\n,,lost\n",
            "Line 3 has no word: what CX says, what UX says, or what both agreed on.",
        ),
        ("CX,UX\na,b,c\n", "Line 2 has 3 cells, the first line 2."),
        ('CX,UX\na,b\n"c,d\ne,f\n', "Line 3: the quotes of a cell do not match."),
        ("CX\n" + "a" * 20_001, "Line 2 has a cell of more than 20,000 characters."),
    ],
)
def test_a_fault_names_its_line(text: str, says: str) -> None:
    with pytest.raises(ForeignFileError) as caught:
        read(text)
    assert str(caught.value).startswith(says)


def test_of_many_faults_the_first_three_are_told() -> None:
    with pytest.raises(ForeignFileError) as caught:
        read("CX,Altitude\n" + "a,high\n" * 9)
    assert str(caught.value).count("Line ") == 3
    assert str(caught.value).endswith("And 6 more.")


def test_huge_files_many_rows_and_other_encodings_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ForeignFileError, match="more than 2,000 terms"):
        read("CX\n" + "a\n" * 2_001)
    with pytest.raises(ForeignFileError, match="Line 2 is not UTF-8 text; save the table as “CSV UTF-8”"):
        read("CX\nRückgabe\n", "latin-1")
    monkeypatch.setattr(reading, "LARGEST", 2**20)
    with pytest.raises(ForeignFileError, match="larger than the 1 MB"):
        terms_from_csv(b"x" * (2**20 + 1))


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: f"CX,UX,Altitude\n{text}".encode("utf-8", "replace"))
)
def test_any_bytes_give_terms_or_a_sentence(body: bytes) -> None:
    try:
        rows = terms_from_csv(body)
    except ForeignFileError as error:
        assert str(error).endswith((".", "more."))
    else:
        assert all(row.line > 1 for row in rows)


def test_hand_written_tables_lose_no_apostrophe_of_their_own() -> None:
    assert read("CX\n'tis\n''\n") == [("'tis", "", ""), ("''", "", "")]
