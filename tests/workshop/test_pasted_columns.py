"""Guessing what columns hold, and the plan that comes of it."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.imports.columns import Columns, discipline_in, guessed, has_header, kind_in, phase_in
from workshop.imports.pasted import Pasted
from workshop.imports.planning import plan_of
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase

HEADED = [
    ["Who", "Note", "Stage", "Team", "Type", "Priority"],
    ["Mira", "Invoices are unclear", "Discover", "CX", "Pain points", "high"],
    ["Jonas", "Labels overlap", "2. Define", "both", "insight", ""],
    ["", "", "Define", "UX", "idea", "low"],
]


def _pasted(rows: list[list[str]]) -> Pasted:
    return Pasted(tuple(map(tuple, rows)), is_table=True)


def test_headers_say_what_columns_hold() -> None:
    assert guessed(HEADED) == Columns(header=True, text=1, phase=2, discipline=3, kind=4, author=0)


def test_contents_say_it_where_there_is_no_header() -> None:
    rows = [["UX", "Labels overlap on the bill", "Define", "risk"], ["CX", "Calls spike", "Discover", "need"]]
    assert guessed(rows) == Columns(header=False, text=1, discipline=0, phase=2, kind=3)


def test_known_people_make_a_column_of_authors() -> None:
    rows = [["mira", "Calls spike in May"], ["Jonas", "Labels overlap here"]]
    assert guessed(rows).author is None
    assert guessed(rows, ["Mira", "Jonas"]).author == 0


def test_a_first_row_that_is_a_card_is_no_header() -> None:
    assert not has_header([["Idea", "Use the chat"], ["Risk", "Nobody reads it"]])
    assert has_header([["Text"], ["Nobody reads it"]])
    assert not has_header([["Text"]])


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("Discover", (Phase.DISCOVER,)),
        (" 3) explore", (Phase.EXPLORE,)),
        ("Parking lot", (None,)),
        ("Backlog", None),
    ],
)
def test_phases_are_read(cell: str, value: tuple[Phase | None] | None) -> None:
    assert phase_in(cell) == value


def test_disciplines_and_kinds_are_read_as_people_write_them() -> None:
    assert [discipline_in(cell) for cell in ("cx", "User Experience", "CX + UX", "Sales")] == [
        Discipline.CX, Discipline.UX, Discipline.JOINT, None,
    ]  # fmt: skip
    assert [kind_in(cell) for cell in ("Pain points", "pain-point", "WIN", "bug")] == [
        CardKind.PAIN_POINT, CardKind.PAIN_POINT, CardKind.WIN, None,
    ]  # fmt: skip


def test_the_plan_has_a_card_a_row_the_new_people_and_what_was_left_out() -> None:
    plan = plan_of(_pasted(HEADED), guessed(HEADED), ["MIRA"])
    first, second, third = plan.cards
    assert first.text == "Invoices are unclear\nPriority: high"
    assert (first.phase, first.discipline, first.kind, first.author) == (
        Phase.DISCOVER, Discipline.CX, CardKind.PAIN_POINT, "Mira",
    )  # fmt: skip
    assert (second.text, second.discipline) == ("Labels overlap", Discipline.JOINT)
    assert third.text == "Priority: low"
    assert plan.people == ("Jonas",)
    assert plan.skipped == 0


def test_rows_without_text_are_left_out_and_counted() -> None:
    plan = plan_of(_pasted(HEADED), msgspec.structs.replace(guessed(HEADED), others=False))
    assert [card.text for card in plan.cards] == ["Invoices are unclear", "Labels overlap"]
    assert plan.skipped == 1


def test_a_word_that_is_no_phase_stays_below_the_text() -> None:
    rows = [["Text", "Phase"], ["one", "Define"], ["two", "Backlog"], ["three", "Define"]]
    plan = plan_of(_pasted(rows), guessed(rows))
    assert [card.text for card in plan.cards] == ["one", "two\nPhase: Backlog", "three"]
    assert plan.cards[1].phase is msgspec.UNSET


@given(st.lists(st.lists(st.text(max_size=8), min_size=3, max_size=3), min_size=1, max_size=6))
def test_nothing_of_any_table_is_lost(rows: list[list[str]]) -> None:
    columns = guessed(rows)
    plan = plan_of(_pasted(rows), columns)
    for row in rows[1 if columns.header else 0 :]:
        for place, cell in enumerate(row):
            if place not in (columns.author, columns.phase, columns.discipline, columns.kind) and cell:
                assert any(cell in card.text for card in plan.cards)
