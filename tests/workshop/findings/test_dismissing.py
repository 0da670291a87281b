"""Dismissals: a finding set aside with a reason stays so until what matters of it changes, and comes back by undo."""

from typing import Any

import pytest

from tests.workshop.findings.boards import EVIDENCE, TODAY, card, links
from workshop.board.board import Board
from workshop.commands.cards import change_cards, move_cards
from workshop.commands.dismissals import dismiss_finding, restore_finding
from workshop.commands.links import add_link
from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.findings.finding import Finding
from workshop.findings.looking import findings_in_steps, findings_of
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.model.measures import Lens, Measure
from workshop.model.people import Responsibility, Role
from workshop.model.record import Record
from workshop.model.session import Dismissal
from workshop.model.tensions import Position, Tension, TensionState
from workshop.visibility import ROOM, visible_to
from workshop.workshop import Workshop

ORIGIN = "window"

NEED = card("a", "need", discipline="CX")
MEASURE = Measure(id="m", name="Trust", cx=Lens(measured="NPS"))


def test_a_dismissed_finding_is_told_no_more_but_kept_with_its_reason() -> None:
    workshop = _workshop(NEED)
    before = _told(workshop)
    dismissal = _dismiss(workshop, "unanswered signal", reason=" Known,\nin hand ")
    assert [finding for finding in before if finding not in _told(workshop)] == [before[0]]
    (kept,) = _set_aside(workshop)
    assert (kept.finding, kept.reason, kept.dismissal) == ("unanswered signal", "Known,\nin hand", dismissal.id)
    assert dismissal.author == "mira"
    in_steps = [each for step in findings_in_steps(visible_to(ROOM, workshop.board), TODAY) for each in step]
    assert [each for each in in_steps if each.dismissal] == [kept]


def test_undo_and_restore_bring_it_back() -> None:
    workshop = _workshop(NEED)
    before = _told(workshop)
    dismissal = _dismiss(workshop, "unanswered signal")
    workshop.undo(ORIGIN)
    assert _told(workshop) == before
    workshop.redo(ORIGIN)
    assert _told(workshop) != before
    restore_finding(workshop, origin=ORIGIN, dismissal_id=dismissal.id)
    assert _told(workshop) == before
    with pytest.raises(MissingRecordError):
        restore_finding(workshop, origin=ORIGIN, dismissal_id=dismissal.id)


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Something else"},
        {"kind": "insight"},
        {"discipline": "UX"},
        {"evidence": EVIDENCE},
        {"asked_of": Discipline.UX},
        {"due": TODAY},
        {"stage": "use"},
        {"done": True},
    ],
)
def test_a_change_of_what_matters_brings_it_back_and_taking_the_change_back_sets_it_aside_again(
    change: dict[str, Any],
) -> None:
    workshop = _workshop(NEED)
    _dismiss(workshop, "unanswered signal")
    change_cards(workshop, origin=ORIGIN, card_ids=["a"], **change)
    assert "unanswered signal" in _kinds(workshop)
    workshop.undo(ORIGIN)
    assert "unanswered signal" not in _kinds(workshop)


def test_a_move_to_another_phase_brings_it_back() -> None:
    workshop = _workshop(NEED)
    _dismiss(workshop, "unanswered signal")
    move_cards(workshop, origin=ORIGIN, places={"a": NEED.place._replace(phase=Phase.DEFINE)})
    assert "unanswered signal" in _kinds(workshop)


def test_a_new_link_at_a_card_brings_it_back() -> None:
    workshop = _workshop(NEED, card("b", "idea"))
    _dismiss(workshop, "unanswered signal")
    add_link(workshop, origin=ORIGIN, source="a", target="b")
    assert "unanswered signal" in _kinds(workshop)


@pytest.mark.parametrize("change", [{"tags": ("urgent",)}, {"group": "g"}, {"layer": 4}, {"channel": "web"}])
def test_what_only_looks_different_does_not(change: dict[str, Any]) -> None:
    workshop = _workshop(NEED)
    _dismiss(workshop, "unanswered signal")
    change_cards(workshop, origin=ORIGIN, card_ids=["a"], **change)
    move_cards(workshop, origin=ORIGIN, places={"a": NEED.place._replace(x=400.0, y=90.0)})
    assert "unanswered signal" not in _kinds(workshop)


def test_a_card_turned_down_beside_it_and_its_links_change_nothing() -> None:
    workshop = _workshop(NEED)
    _dismiss(workshop, "unanswered signal")
    secret = card("s", "decision", "UX", hidden=True)
    _put(workshop, secret, *links("a leads to s"))
    assert "unanswered signal" not in _kinds(workshop)


def test_findings_without_cards_can_be_dismissed_one_by_one() -> None:
    roles = Responsibility(id="r", phase=Phase.DEFINE, discipline=Discipline.CX, role=Role.CONTRIBUTES)
    workshop = _workshop(card("a", "idea"), card("b", "idea", phase="Define"), roles, MEASURE)
    assert _kinds(workshop).count("nobody leads") == 2
    _dismiss(workshop, "nobody leads", phase=Phase.DEFINE)
    assert [f.phase for f in _told(workshop) if f.finding == "nobody leads"] == [Phase.DISCOVER]
    _dismiss(workshop, "one-sided measure")
    assert "one-sided measure" not in _kinds(workshop)
    _put(workshop, Measure(id="m", name="Trust again", cx=Lens(measured="NPS")))
    assert "one-sided measure" in _kinds(workshop)
    informed = Responsibility(id="r", phase=Phase.DEFINE, discipline=Discipline.CX, role=Role.IS_INFORMED)
    _put(workshop, informed)
    assert _kinds(workshop).count("nobody leads") == 2


def test_a_tension_comes_back_when_it_is_scored() -> None:
    sides = (Position(card="a"), Position(card="b"))
    tension = Tension(id="t", title="T", positions=sides)
    workshop = _workshop(card("a", "idea"), card("b", "idea"), tension)
    _dismiss(workshop, "open tension")
    assert "open tension" not in _kinds(workshop)
    scored = Tension(id="t", title="T", positions=sides, state=TensionState.SCORED)
    _put(workshop, scored)
    assert "open tension" in _kinds(workshop)


def test_dismissing_anew_what_has_changed_replaces_the_old_dismissal_of_this_finding_alone() -> None:
    measures = [Measure(id=name, name=name, cx=Lens(measured="NPS")) for name in ("m", "n")]
    workshop = _workshop(*measures)
    first, second = (_dismiss(workshop, "one-sided measure", measure=name) for name in ("m", "n"))
    _put(workshop, Measure(id="m", name="M", cx=Lens(measured="NPS")))
    third = _dismiss(workshop, "one-sided measure", measure="m")
    assert set(workshop.board.collection("dismissals")) == {second.id, third.id}
    assert first.id != third.id


def test_a_reason_is_wanted_and_nothing_happens_without() -> None:
    workshop = _workshop(NEED)
    with pytest.raises(InvalidRecordError, match="why"):
        _dismiss(workshop, "unanswered signal", reason=" \n")
    assert not workshop.board.collection("dismissals")


def test_a_finding_whose_card_is_gone_or_face_down_cannot_be_dismissed() -> None:
    workshop = _workshop(NEED)
    (finding, *_) = _told(workshop)
    change_cards(workshop, origin=ORIGIN, card_ids=["a"], hidden=True)
    with pytest.raises(MissingRecordError):
        dismiss_finding(workshop, origin=ORIGIN, finding=finding, reason="Known")


def test_a_finding_of_no_known_kind_cannot_be_dismissed() -> None:
    workshop = _workshop(NEED)
    made_up = Finding(
        finding="made up", title="", severity=_told(workshop)[0].severity, cards=(), sentence="", offers=()
    )
    with pytest.raises(InvalidRecordError, match="made up"):
        dismiss_finding(workshop, origin=ORIGIN, finding=made_up, reason="Known")


def _workshop(*records: Any) -> Workshop:
    return Workshop(Board(records))


def _put(workshop: Workshop, *records: Record) -> None:
    with workshop.transact("put", ORIGIN) as transaction:
        for record in records:
            transaction.put(record)


def _told(workshop: Workshop) -> list[Finding]:
    return findings_of(visible_to(ROOM, workshop.board), TODAY)


def _set_aside(workshop: Workshop) -> list[Finding]:
    steps = findings_in_steps(visible_to(ROOM, workshop.board), TODAY)
    return [finding for step in steps for finding in step if finding.dismissal]


def _kinds(workshop: Workshop) -> list[str]:
    return [finding.finding for finding in _told(workshop)]


def _dismiss(workshop: Workshop, kind: str, reason: str = "Known", **fields: Any) -> Dismissal:
    """Dismiss the first finding of a kind that has these fields."""
    finding = next(
        each
        for each in _told(workshop)
        if each.finding == kind and all(getattr(each, name) == value for name, value in fields.items())
    )
    return dismiss_finding(workshop, origin=ORIGIN, finding=finding, reason=reason, author="mira")
