"""Principles: words, order, the pin beside the purpose, and the decisions that rest on them."""

import pytest

from tests.workshop.method.acting import ME, one_step, workshop_of
from workshop.commands import principles
from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.method.guiding_principles import pinned_principles, principles_in_order
from workshop.model.session import Principle

ASK, PROVE = (
    Principle(id="ask", text="Ask once.", order=0),
    Principle(id="prove", text="Keep the proof.", order=1),
)


def test_principles_are_added_behind_changed_and_removed() -> None:
    workshop = workshop_of(ASK, PROVE)
    with one_step(workshop):
        made = principles.add_principle(workshop, origin=ME, text=" Reach  people. ")
    with one_step(workshop):
        principles.change_principle(workshop, origin=ME, principle_id="ask", text="Ask for a fact once.")
    assert [one.text for one in principles_in_order(workshop.board)] == [
        "Ask for a fact once.",
        "Keep the proof.",
        "Reach people.",
    ]
    with one_step(workshop):
        principles.remove_principle(workshop, origin=ME, principle_id=made.id)
    with pytest.raises(MissingRecordError, match="This principle is no longer"):
        principles.remove_principle(workshop, origin=ME, principle_id=made.id)


def test_a_principle_stands_once_and_says_something() -> None:
    workshop = workshop_of(ASK, PROVE)
    with pytest.raises(InvalidRecordError, match=r"“ASK ONCE\.” is a principle already"):
        principles.add_principle(workshop, origin=ME, text="ASK ONCE.")
    with pytest.raises(InvalidRecordError, match="cannot be empty"):
        principles.change_principle(workshop, origin=ME, principle_id="ask", text=" ")
    principles.change_principle(workshop, origin=ME, principle_id="ask", text="ask once.")


def test_principles_come_into_another_order_as_one_step() -> None:
    workshop = workshop_of(ASK, PROVE, Principle(id="last", text="Last.", order=9))
    with one_step(workshop):
        principles.order_principles(workshop, origin=ME, principle_ids=["prove"])
    assert [(one.id, one.order) for one in principles_in_order(workshop.board)] == [
        ("prove", 0),
        ("ask", 1),
        ("last", 2),
    ]


def test_four_principles_have_room_beside_the_purpose() -> None:
    workshop = workshop_of(*(Principle(id=str(place), text=str(place), order=-place) for place in range(5)))
    for place in range(4):
        with one_step(workshop):
            principles.pin_principle(workshop, origin=ME, principle_id=str(place))
    with pytest.raises(InvalidRecordError, match="room for 4 principles; unpin one first"):
        principles.pin_principle(workshop, origin=ME, principle_id="4")
    with one_step(workshop):
        principles.pin_principle(workshop, origin=ME, principle_id="0", pinned=False)
    assert [one.id for one in pinned_principles(workshop.board)] == ["3", "2", "1"]
