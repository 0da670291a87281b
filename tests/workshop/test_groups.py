"""Groups: made, filled, joined and emptied, each as one step."""

import pytest

from workshop.board.board import Board
from workshop.commands.groups import assign_to_group, change_group, group_cards, merge_groups
from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.model.cards import Card
from workshop.workshop import Workshop

ME = "me"


def _workshop() -> Workshop:
    return Workshop(Board([Card(id=name, text=name) for name in "abcd"]))


def _members(workshop: Workshop, group_id: str) -> list[str]:
    return [card.id for card in workshop.board.cards.values() if card.group == group_id]


def test_a_group_is_made_with_its_cards_and_undone_in_one_step() -> None:
    workshop = _workshop()
    group = group_cards(workshop, origin=ME, card_ids=["a", "b"], name=" Two\nwords ", colour="rose")
    assert (group.name, group.colour) == ("Two words", "rose")
    assert _members(workshop, group.id) == ["a", "b"]
    workshop.undo(ME)
    assert not workshop.board.groups
    assert not any(card.group for card in workshop.board.cards.values())


def test_a_group_left_without_cards_goes_and_comes_back_with_undo() -> None:
    workshop = _workshop()
    first = group_cards(workshop, origin=ME, card_ids=["a", "b"])
    second = group_cards(workshop, origin=ME, card_ids=["a"])
    assert _members(workshop, first.id) == ["b"]
    assign_to_group(workshop, origin=ME, card_ids=["b"], group_id=second.id)
    assert set(workshop.board.groups) == {second.id}
    workshop.undo(ME)
    assert set(workshop.board.groups) == {first.id, second.id}
    assign_to_group(workshop, origin=ME, card_ids=["a", "b"], group_id=None)
    assert not workshop.board.groups


def test_merged_groups_keep_the_first_name_or_take_one() -> None:
    workshop = _workshop()
    first = group_cards(workshop, origin=ME, card_ids=["a"])
    second = group_cards(workshop, origin=ME, card_ids=["b", "c"], name="Bills")
    kept = merge_groups(workshop, origin=ME, into=first.id, group_ids=[second.id])
    assert kept.name == "Bills"
    assert _members(workshop, first.id) == ["a", "b", "c"]
    assert set(workshop.board.groups) == {first.id}
    workshop.undo(ME)
    assert set(workshop.board.groups) == {first.id, second.id}


def test_what_breaks_a_rule_is_refused_with_a_sentence() -> None:
    workshop = _workshop()
    group = group_cards(workshop, origin=ME, card_ids=["a"])
    with pytest.raises(InvalidRecordError, match="colour is one of"):
        change_group(workshop, origin=ME, group_id=group.id, colour="neon")
    with pytest.raises(InvalidRecordError, match="at least one card"):
        group_cards(workshop, origin=ME, card_ids=[])
    with pytest.raises(MissingRecordError):
        assign_to_group(workshop, origin=ME, card_ids=["b"], group_id="gone")
    assert workshop.board.cards["b"].group is None
