"""Intents of terms, and their table out and in."""

import pytest
from msgspec.structs import replace

from tests.workshop.method.acting import ME, one_step, workshop_of
from workshop.commands import terms
from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.imports.terms_csv import TermRow
from workshop.method.records import records_of
from workshop.model.cards import Discipline
from workshop.model.journey import Altitude
from workshop.model.terms import Term

START = Term(id="start", cx_says="hand-over", ux_says="set-up", agreed="start")


def test_a_term_is_added_changed_and_removed_each_in_one_step() -> None:
    workshop = workshop_of()
    with one_step(workshop):
        made = terms.add_term(
            workshop, origin=ME, cx_says=" invoice \n detail", ux_says="drawer", altitude=Altitude.INTERACTION
        )
    assert made.cx_says == "invoice detail"
    with one_step(workshop):
        made = terms.change_term(workshop, origin=ME, term_id=made.id, agreed="breakdown", altitude=None)
    assert (made.cx_says, made.ux_says, made.agreed, made.altitude) == (
        "invoice detail",
        "drawer",
        "breakdown",
        None,
    )
    with one_step(workshop):
        terms.remove_term(workshop, origin=ME, term_id=made.id)
    with pytest.raises(MissingRecordError, match="This term is no longer"):
        terms.remove_term(workshop, origin=ME, term_id=made.id)


@pytest.mark.parametrize(
    ("discipline", "field"),
    [(Discipline.CX, "cx_says"), (Discipline.UX, "ux_says"), (Discipline.JOINT, "agreed")],
)
def test_words_selected_on_a_card_become_what_its_discipline_says(discipline: Discipline, field: str) -> None:
    workshop = workshop_of()
    with one_step(workshop):
        made = terms.add_term_from_text(workshop, origin=ME, text="the drawer", discipline=discipline)
    assert getattr(made, field) == "the drawer"


def test_what_the_rules_refuse_changes_nothing() -> None:
    workshop = workshop_of(START)
    with pytest.raises(InvalidRecordError, match="name each other"):
        terms.add_term(workshop, origin=ME, cx_says="set-up", ux_says="hand-over")
    with pytest.raises(InvalidRecordError, match="needs a word"):
        terms.change_term(workshop, origin=ME, term_id="start", cx_says="", ux_says="", agreed="")
    with pytest.raises(InvalidRecordError, match="at most 400 characters"):
        terms.add_term(workshop, origin=ME, cx_says="x" * 401)
    assert records_of(workshop.board, Term) == {"start": START}


def test_a_table_adds_what_is_new_changes_what_is_there_and_tells_what_it_cannot_take() -> None:
    workshop = workshop_of(START)
    rows = [
        TermRow("Hand over", "Set-up", "beginning", "To the first lamp.", line=2),
        TermRow("segment", "path", line=3),
        TermRow("segment", "door", line=4),
    ]
    with one_step(workshop):
        taken = terms.take_terms(workshop, origin=ME, rows=rows)
    assert (taken.added, taken.changed) == (1, 1)
    assert taken.refused == (
        "Line 4: “segment” is CX’s word in the term “segment / path” already; change that one.",
    )
    assert taken.sentence.startswith("Terms: 1 added, 1 changed, 1 not taken: Line 4: “segment”")
    start, segment = records_of(workshop.board, Term).values()
    assert (start.id, start.cx_says, start.agreed) == ("start", "Hand over", "beginning")
    assert segment.ux_says == "path"


def test_more_terms_than_a_session_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "MOST_TERMS", 1)
    workshop = workshop_of(START)
    with pytest.raises(InvalidRecordError, match="at most 1 terms"):
        terms.add_term(workshop, origin=ME, cx_says="other")
    taken = terms.take_terms(workshop, origin=ME, rows=[TermRow("other", line=2)])
    assert taken.refused == ("Line 2: A session holds at most 1 terms; delete some first.",)


def test_two_thousand_rows_are_taken_and_taken_again_as_changes() -> None:
    workshop = workshop_of()
    rows = [TermRow(f"word {place}", f"name {place}", line=place + 2) for place in range(2_000)]
    assert terms.take_terms(workshop, origin=ME, rows=rows).added == 2_000
    taken = terms.take_terms(
        workshop, origin=ME, rows=[replace(row, agreed=f"agreed {row.line}") for row in rows]
    )
    assert (taken.added, taken.changed, taken.refused) == (0, 2_000, ())
