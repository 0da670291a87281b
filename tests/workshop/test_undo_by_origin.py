"""Undo belongs to whoever made the change, and never takes away what others did."""

import pytest

from workshop.changes.reversal import Kept, KeptBecause
from workshop.commands.cards import (
    add_card,
    change_cards,
    change_text,
    duplicate_cards,
    move_cards,
    remove_cards,
)
from workshop.commands.links import add_link, change_link, remove_links
from workshop.errors import InvalidRecordError, LockedCardError, ReadOnlyError
from workshop.model.cards import Card, Discipline, Place
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind
from workshop.workshop import Workshop

ME, PHONE = "window", "phone 3"


def written(workshop: Workshop, text: str, origin: str = ME) -> Card:
    return add_card(workshop, origin=origin, phase=Phase.DISCOVER, text=text)


def test_undo_takes_back_only_what_its_own_origin_did() -> None:
    workshop = Workshop()
    mine, theirs = written(workshop, "mine"), written(workshop, "theirs", PHONE)
    workshop.undo(ME)
    assert mine.id not in workshop.board.cards
    assert theirs.id in workshop.board.cards
    assert workshop.undo(ME) is None


def test_a_field_is_restored_only_if_it_still_holds_what_was_written() -> None:
    workshop = Workshop()
    card = written(workshop, "first")
    change_cards(workshop, origin=ME, card_ids=[card.id], text="second", discipline=Discipline.CX)
    change_text(workshop, origin=PHONE, card_id=card.id, text="theirs")
    workshop.undo(ME)
    now = workshop.board.card(card.id)
    assert (now.text, now.discipline) == ("theirs", Discipline.JOINT)


def test_a_place_is_restored_as_one_value() -> None:
    workshop = Workshop()
    card = written(workshop, "card")
    move_cards(workshop, origin=ME, places={card.id: Place(Phase.DEFINE, 10, 10)})
    move_cards(workshop, origin=PHONE, places={card.id: Place(Phase.DEFINE, 10, 500)})
    workshop.undo(ME)
    assert workshop.board.card(card.id).place == Place(Phase.DEFINE, 10, 500)


def test_undoing_a_creation_that_others_edited_keeps_the_card_and_says_so() -> None:
    workshop = Workshop()
    card = written(workshop, "first")
    change_text(workshop, origin=PHONE, card_id=card.id, text="better")
    reversal = workshop.undo(ME)
    assert card.id in workshop.board.cards
    assert reversal is not None
    assert reversal.kept == (Kept(card.id, KeptBecause.EDITED),)


def test_undoing_a_creation_that_others_linked_keeps_the_card_and_says_so() -> None:
    workshop = Workshop()
    theirs = written(workshop, "theirs", PHONE)
    card = written(workshop, "mine")
    add_link(workshop, origin=PHONE, source=theirs.id, target=card.id)
    reversal = workshop.undo(ME)
    assert card.id in workshop.board.cards
    assert reversal is not None
    assert reversal.kept == (Kept(card.id, KeptBecause.LINKED),)


def test_undoing_a_deletion_restores_the_links_whose_ends_exist() -> None:
    workshop = Workshop()
    a, b, c = (written(workshop, text) for text in "abc")
    add_link(workshop, origin=ME, source=a.id, target=b.id)
    add_link(workshop, origin=ME, source=a.id, target=c.id)
    remove_cards(workshop, origin=ME, card_ids=[a.id])
    remove_cards(workshop, origin=PHONE, card_ids=[c.id])
    workshop.undo(ME)
    assert [link.target for link in workshop.board.links.values()] == [b.id]


def test_an_intent_that_fails_half_way_changes_nothing() -> None:
    workshop = Workshop()
    a, b = written(workshop, "a"), written(workshop, "b")
    change_cards(workshop, origin=ME, card_ids=[b.id], locked=True)
    steps = workshop.history.mark(ME)
    with pytest.raises(LockedCardError):
        change_text(workshop, origin=ME, card_id=b.id, text="x")
    with pytest.raises(LockedCardError):
        remove_cards(workshop, origin=ME, card_ids=[a.id, b.id])
    assert set(workshop.board.cards) == {a.id, b.id}
    assert workshop.history.mark(ME) == steps


def test_a_value_outside_the_model_is_refused_by_name() -> None:
    workshop = Workshop()
    card = written(workshop, "a")
    with pytest.raises(InvalidRecordError, match="layer"):
        change_cards(workshop, origin=ME, card_ids=[card.id], layer="top")
    with pytest.raises(InvalidRecordError, match="colour"):
        change_cards(workshop, origin=ME, card_ids=[card.id], colour="red")
    with pytest.raises(InvalidRecordError):
        move_cards(workshop, origin=ME, places={card.id: Place(Phase.DEFINE, float("nan"), 0)})


def test_a_session_to_look_at_refuses_every_change_with_its_reason() -> None:
    workshop = Workshop(read_only="Ada has this session open.")
    with pytest.raises(ReadOnlyError, match="Ada has this session open"):
        written(workshop, "a")


def test_listeners_hear_of_each_change_once_with_its_origin() -> None:
    workshop = Workshop()
    heard: list[tuple[str, str]] = []
    stop = workshop.listen(lambda change_set, origin: heard.append((change_set.op, origin)))
    written(workshop, "a", PHONE)
    workshop.undo(PHONE)
    stop()
    written(workshop, "b")
    assert heard == [("add card", PHONE), ("Undo add card", PHONE)]


def test_after_a_thousand_steps_marks_still_squash_and_bail() -> None:
    workshop = Workshop()
    card = written(workshop, "first")
    for number in range(1_005):
        change_text(workshop, origin=ME, card_id=card.id, text=f"text {number}")
    mark = workshop.history.mark(ME)
    bailed = written(workshop, "never was")
    change_text(workshop, origin=ME, card_id=bailed.id, text="still not")
    workshop.bail(ME, mark)
    assert list(workshop.board.cards) == [card.id]
    mark = workshop.history.mark(ME)
    kept = written(workshop, "kept")
    change_text(workshop, origin=ME, card_id=kept.id, text="kept, too")
    workshop.history.squash(ME, mark, "add card")
    workshop.undo(ME)
    assert list(workshop.board.cards) == [card.id]


def test_a_bailed_step_leaves_what_can_be_brought_again() -> None:
    workshop = Workshop()
    card = written(workshop, "first")
    workshop.undo(ME)
    mark = workshop.history.mark(ME)
    written(workshop, "never was")
    workshop.bail(ME, mark)
    workshop.redo(ME)
    assert list(workshop.board.cards) == [card.id]


def test_undo_passes_over_a_step_of_which_nothing_is_left() -> None:
    workshop = Workshop()
    first, second = written(workshop, "first"), written(workshop, "second")
    remove_cards(workshop, origin=PHONE, card_ids=[second.id])
    workshop.undo(ME)
    assert first.id not in workshop.board.cards


def test_a_deleted_link_does_not_come_back_beside_the_same_one() -> None:
    workshop = Workshop()
    a, b = written(workshop, "a"), written(workshop, "b")
    link = add_link(workshop, origin=ME, source=a.id, target=b.id)
    remove_links(workshop, origin=ME, link_ids=[link.id])
    theirs = add_link(workshop, origin=PHONE, source=a.id, target=b.id)
    workshop.undo(ME)
    assert list(workshop.board.links) == [theirs.id]


def test_a_changed_link_does_not_become_again_what_others_have_linked_since() -> None:
    workshop = Workshop()
    a, b = written(workshop, "a"), written(workshop, "b")
    link = add_link(workshop, origin=ME, source=a.id, target=b.id)
    change_link(workshop, origin=ME, link_id=link.id, kind=LinkKind.SUPPORTS, note="why")
    add_link(workshop, origin=PHONE, source=a.id, target=b.id)
    workshop.undo(ME)
    assert [(k.kind, k.note) for k in workshop.board.links.values()] == [
        (LinkKind.SUPPORTS, ""),
        (LinkKind.LEADS_TO, ""),
    ]


def test_cards_whose_link_others_have_changed_stay_with_it() -> None:
    workshop = Workshop()
    a, b = written(workshop, "a"), written(workshop, "b")
    add_link(workshop, origin=ME, source=a.id, target=b.id)
    copies = {card.id for card in duplicate_cards(workshop, origin=ME, card_ids=[a.id, b.id])}
    copied = list(workshop.board.links)[1]
    change_link(workshop, origin=PHONE, link_id=copied, note="so it is")
    reversal = workshop.undo(ME)
    assert reversal is not None
    assert {(kept.card, kept.because) for kept in reversal.kept} == {
        (card, KeptBecause.LINKED) for card in copies
    }
    assert copied in workshop.board.links
