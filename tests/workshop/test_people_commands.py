"""Removing somebody who owns things: what they own keeps a readable name, and undo brings them back."""

import pytest

from tests.workshop.method.acting import ME, one_step, workshop_of
from workshop.commands.people import add_participant, remove_participant
from workshop.errors import MissingRecordError
from workshop.method.owning import owned_by, people_in
from workshop.method.people import UNKNOWN, disciplines_of, name_of, names_of, person_of
from workshop.method.settling import decision_caution, decision_words
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.codec import decode_record, encode_record
from workshop.model.measures import Measure
from workshop.model.session import Session
from workshop.model.tensions import CheckIn, Impact, Position, Tension, TensionDecision, TensionStep
from workshop.workshop import Workshop

DECISION = TensionDecision(text="Whole.", decided_by=("maja", "jo"))


def room() -> Workshop:
    return workshop_of(
        Card(id="a", text="Brief support", kind=CardKind.ACTION, owner="maja"),
        Card(id="b", text="Done", kind=CardKind.ACTION, owner="maja", done=True),
        Card(id="c", text="Go on", kind=CardKind.DECISION, decided_by=("jo", "maja")),
        Measure(id="m", name="Trust", owner_cx="maja", owner_ux="jo"),
        Tension(id="t", positions=(Position(card="a"), Position(card="b")), decision=DECISION),
    )


def test_what_somebody_owned_keeps_naming_them_when_they_are_removed() -> None:
    workshop = room()
    with one_step(workshop):
        remove_participant(workshop, origin=ME, participant_id="maja")
    board = workshop.board
    assert name_of(board, "maja") == "Maja Jensen (no longer listed)"
    assert names_of(board, ["maja", "jo"]) == ["Maja Jensen (no longer listed)", "Jo Whitfield"]
    assert disciplines_of(board, DECISION.decided_by) == {Discipline.CX, Discipline.UX}
    assert decision_caution(board, DECISION.decided_by) == ""
    assert decision_words(board, DECISION) == "settled by Maja Jensen (no longer listed) and Jo Whitfield"
    workshop.undo(ME)
    assert name_of(board, "maja") == "Maja Jensen"
    assert board.session.former == ()


def test_who_comes_back_under_the_same_name_is_the_same_person() -> None:
    workshop = room()
    remove_participant(workshop, origin=ME, participant_id="maja")
    with one_step(workshop):
        back = add_participant(workshop, origin=ME, name="maja jensen", discipline=Discipline.CX)
    assert back.id == "maja"
    assert workshop.board.session.former == ()
    assert name_of(workshop.board, "maja") == "maja jensen"


def test_before_somebody_is_removed_it_can_be_told_what_stands_on_them() -> None:
    board = room().board
    owned = owned_by(board, "maja")
    assert owned.sentence("Maja") == (
        "Maja stands on 1 measure, 1 open action and 2 decisions. The name stays there, marked as no longer listed."
    )
    assert owned_by(board, "ruth").sentence("Ruth") == ""
    assert not owned_by(board, "ruth").named


def test_of_somebody_whom_nothing_names_nothing_is_kept() -> None:
    workshop = room()
    with one_step(workshop):
        remove_participant(workshop, origin=ME, participant_id="ruth")
    assert workshop.board.session.former == ()
    assert name_of(workshop.board, "ruth") == UNKNOWN
    with pytest.raises(MissingRecordError):
        remove_participant(workshop, origin=ME, participant_id="ruth")


def test_the_names_that_are_kept_are_in_the_file() -> None:
    workshop = room()
    remove_participant(workshop, origin=ME, participant_id="maja")
    remove_participant(workshop, origin=ME, participant_id="jo")
    session = decode_record(Session, encode_record(workshop.board.session))
    assert [former.name for former in session.former] == ["Maja Jensen", "Jo Whitfield"]


def test_nobody_is_no_person_and_an_id_of_nobody_is_somebody_who_is_gone() -> None:
    board = room().board
    assert person_of(board, None) is None
    assert name_of(board, None, "nobody yet") == "nobody yet"
    assert name_of(board, "x") == "somebody who is gone"
    assert disciplines_of(board, ["x"]) == set()


def test_everybody_whom_a_tension_names_is_found() -> None:
    tension = Tension(
        id="t",
        positions=(Position(card="a", impacts=(Impact(by="1"), Impact())), Position(card="b")),
        check_in=CheckIn(heard=("2",), credited=("3",)),
        decision=TensionDecision(decided_by=("4",)),
        history=(TensionStep(state="open", by="5", decision=TensionDecision(decided_by=("6",))),),
    )
    assert people_in(tension) == set("123456")
    assert people_in(Card(id="c", author="1", owner="2", decided_by=("3",))) == set("123")
