"""Who leads where: setting cells of the matrix, and what each phase's header and checks say."""

from collections.abc import Iterable

import pytest

from tests.workshop.method.acting import ME, one_step, workshop_of
from workshop.board.board import Board
from workshop.commands.responsibilities import set_responsibility
from workshop.errors import InvalidRecordError
from workshop.imports.sample import sample_records
from workshop.method.leading import leading_in, matrix_of
from workshop.method.records import records_of
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.model.people import Responsibility, Role
from workshop.workshop import Workshop

CX, UX = Discipline.CX, Discipline.UX


def put(workshop: Workshop, side: Discipline, role: Role | None, names: Iterable[str] = ()) -> None:
    with one_step(workshop):
        set_responsibility(workshop, origin=ME, phase=Phase.DEFINE, discipline=side, role=role, names=names)


def test_a_cell_is_set_part_by_part_and_goes_when_it_says_nothing() -> None:
    workshop = workshop_of()
    chosen = {"origin": ME, "phase": Phase.DEFINE, "discipline": CX}
    with one_step(workshop):
        set_responsibility(workshop, **chosen, role=Role.LEADS)
    with one_step(workshop):
        set_responsibility(workshop, **chosen, names=[" Lena ", "Amir", "LENA", ""])
    assert leading_in(workshop.board, Phase.DEFINE).cx.words == "leads: LENA, Amir"
    with one_step(workshop):
        set_responsibility(workshop, **chosen, role=None)
    assert leading_in(workshop.board, Phase.DEFINE).cx.words == "LENA, Amir"
    with one_step(workshop):
        assert set_responsibility(workshop, **chosen, names=[]) is None
    assert records_of(workshop.board, Responsibility) == {}


def test_the_header_says_who_leads_that_both_do_or_that_nobody_does() -> None:
    workshop = workshop_of()
    assert leading_in(workshop.board, Phase.DEFINE).header == "Nobody leads yet"
    assert leading_in(workshop.board, Phase.DEFINE).cautions == (
        "Nobody leads Define.",
        "CX has no part in Define.",
        "UX has no part in Define.",
    )
    put(workshop, CX, Role.LEADS)
    assert leading_in(workshop.board, Phase.DEFINE).header == "CX leads"
    assert leading_in(workshop.board, Phase.DEFINE).cautions == (
        "UX has no part in Define.",
        "CX leads Define, but nobody is named.",
    )
    put(workshop, CX, Role.LEADS, ["Maja"])
    put(workshop, UX, Role.LEADS, ["Jo"])
    found = leading_in(workshop.board, Phase.DEFINE)
    assert (found.header, found.co_led, found.cautions) == ("Co-led: Maja, Jo", True, ())
    put(workshop, CX, Role.IS_CONSULTED, ["Maja"])
    assert leading_in(workshop.board, Phase.DEFINE).header == "UX leads: Jo"


def test_both_are_set_one_by_one_and_names_stay_few() -> None:
    workshop = workshop_of()
    with pytest.raises(InvalidRecordError, match="set it for each"):
        put(workshop, Discipline.JOINT, Role.LEADS)
    with pytest.raises(InvalidRecordError, match="at most 20 names"):
        put(workshop, CX, Role.LEADS, map(str, range(21)))


def test_the_sample_has_a_gap_and_a_phase_that_is_co_led() -> None:
    matrix = matrix_of(Board(sample_records()))
    assert [one.phase for one in matrix] == list(Phase)
    assert [one.phase for one in matrix if one.co_led] == [Phase.DEFINE]
    assert [one.phase for one in matrix if not one.leaders] == [Phase.SCALE]
