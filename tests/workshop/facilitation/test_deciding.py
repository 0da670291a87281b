"""Deciding and acting, who speaks next, and what is open at the end."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.facilitation.watch import PEOPLE, in_the_room
from workshop.board.board import Board
from workshop.commands import deciding, voting
from workshop.commands.cards import add_card, change_cards, change_text
from workshop.commands.revealing import hide_cards
from workshop.commands.tensions import add_tension
from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.facilitation.agreement import agreement_of
from workshop.facilitation.closing import ClosingKey, closing_check
from workshop.facilitation.speaking import next_speaker
from workshop.findings.looking import findings_of
from workshop.imports.sample import sample_records
from workshop.model.cards import Card, CardKind, Discipline, Rhythm
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind
from workshop.model.people import Participant
from workshop.visibility import ROOM, visible_to
from workshop.workshop import Workshop

ME = "window"
REASON = "Both sides saw it in their own numbers."
GUEST = Participant(id="ruth", name="Ruth Adeyemi")


def with_a_card(**fields: object) -> tuple[Workshop, Card]:
    workshop, _ = in_the_room()
    card = add_card(workshop, origin=ME, phase=Phase.DEFINE, text="One page for the month end", **fields)
    return workshop, card


def decided(workshop: Workshop, card: Card) -> Card:
    return deciding.decide(workshop, origin=ME, card_id=card.id, reason=REASON, decided_by=["maja", "jo"])


def test_a_card_becomes_a_decision_with_its_reason_and_authors() -> None:
    workshop, card = with_a_card()
    decision = decided(workshop, card)
    assert (decision.kind, decision.rationale, decision.decided_by) == (
        CardKind.DECISION,
        REASON,
        ("maja", "jo"),
    )
    workshop.undo(ME)
    assert workshop.board.card(card.id) == card


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"reason": "because"}, "Give the reason in a sentence"),
        ({"decided_by": []}, "Name who decides"),
        ({"decided_by": ["nobody"]}, "no longer in the session"),
    ],
)
def test_a_decision_without_a_reason_or_people_is_none(fields: dict[str, object], error: str) -> None:
    workshop, card = with_a_card()
    with pytest.raises((InvalidRecordError, MissingRecordError), match=error):
        deciding.decide(
            workshop, origin=ME, card_id=card.id, **{"reason": REASON, "decided_by": ["jo"], **fields}
        )  # type: ignore[arg-type]
    assert workshop.board.card(card.id) == card


def test_a_hidden_card_is_neither_decided_on_nor_acted_upon() -> None:
    workshop, card = with_a_card()
    hide_cards(workshop, origin=ME, card_ids=[card.id])
    with pytest.raises(InvalidRecordError, match="reveal it first"):
        decided(workshop, card)
    with pytest.raises(InvalidRecordError, match="reveal it first"):
        deciding.add_action(workshop, origin=ME, card_id=card.id, text="Do it")


def test_a_result_becomes_a_decision_that_its_first_cards_lead_to() -> None:
    workshop, card = with_a_card()
    others = [add_card(workshop, origin=ME, phase=Phase.DEFINE, text=text) for text in "xy"]
    voting_round = voting.start_round(
        workshop, origin=ME, card_ids=[card.id, *(one.id for one in others)], dots=2
    )
    for voted in (card, others[0]):
        voting.give_dot(workshop, origin=ME, round_id=voting_round.id, card_id=voted.id, voter="jo")
    fields = {"text": "We build both.", "reason": REASON, "decided_by": ["jo"]}
    with pytest.raises(InvalidRecordError, match="still open"):
        deciding.decide_result(workshop, origin=ME, round_id=voting_round.id, **fields)  # type: ignore[arg-type]
    voting.end_round(workshop, origin=ME, round_id=voting_round.id)
    before = set(workshop.board.cards)
    decision = deciding.decide_result(workshop, origin=ME, round_id=voting_round.id, **fields)  # type: ignore[arg-type]
    assert (decision.phase, decision.discipline) == (Phase.DEFINE, Discipline.UX)
    assert {link.source for link in workshop.board.links_of(decision.id)} == {card.id, others[0].id}
    workshop.undo(ME)
    assert set(workshop.board.cards) == before


def test_fingers_are_kept_with_the_decision_and_the_lowest_counts() -> None:
    workshop, card = with_a_card()
    with pytest.raises(InvalidRecordError, match="shown on decisions"):
        deciding.show_fist(workshop, origin=ME, card_id=card.id, participant="jo", fingers=3)
    decided(workshop, card)
    change_cards(workshop, origin=ME, card_ids=[card.id], locked=True)
    for participant, fingers in (("jo", 2), ("maja", 5), ("jo", 1), ("amir", 4)):
        deciding.show_fist(workshop, origin=ME, card_id=card.id, participant=participant, fingers=fingers)
    found = agreement_of(workshop.board, workshop.board.card(card.id))
    assert (found.fingers, found.objecting, found.missing) == (
        {"maja": 5, "jo": 1, "amir": 4},
        ("jo",),
        ("tomas",),
    )
    assert found.sentence == "Jo Whitfield (1) cannot live with it yet: ask what would have to change."
    deciding.show_fist(workshop, origin=ME, card_id=card.id, participant="jo", fingers=3)
    deciding.show_fist(workshop, origin=ME, card_id=card.id, participant="tomas", fingers=3)
    found = agreement_of(workshop.board, workshop.board.card(card.id))
    assert (found.holds, found.sentence) == (True, "All can live with it; the lowest is 3 fingers.")


@pytest.mark.parametrize("fingers", [-1, 6])
def test_a_hand_has_five_fingers(fingers: int) -> None:
    workshop, card = with_a_card(kind=CardKind.DECISION)
    with pytest.raises(InvalidRecordError, match="0 to 5"):
        deciding.show_fist(workshop, origin=ME, card_id=card.id, participant="jo", fingers=fingers)


def test_an_action_lies_beside_its_card_and_is_of_its_owners_side() -> None:
    workshop, card = with_a_card(discipline=Discipline.CX)
    action = deciding.add_action(
        workshop, origin=ME, card_id=card.id, text="Try it with Alder", owner="jo", due=date(2026, 12, 1),
        rhythm=Rhythm.WEEKLY,
    )  # fmt: skip
    assert (action.kind, action.owner, action.due, action.discipline) == (
        CardKind.ACTION,
        "jo",
        date(2026, 12, 1),
        Discipline.UX,
    )
    assert (action.x, action.y) == (card.x + card.w + 16, card.y)
    [link] = workshop.board.links_of(action.id)
    assert (link.source, link.kind) == (card.id, LinkKind.LEADS_TO)
    workshop.undo(ME)
    assert list(workshop.board.cards) == [card.id]


def test_cards_are_parked_and_taken_up_again() -> None:
    workshop, card = with_a_card()
    deciding.park_cards(workshop, origin=ME, card_ids=[card.id])
    assert workshop.board.card(card.id).phase is None
    deciding.unpark_cards(workshop, origin=ME, card_ids=[card.id], phase=Phase.EXPLORE)
    assert workshop.board.card(card.id).phase is Phase.EXPLORE


def heard_in_order(people: list[Participant], number: int) -> list[str]:
    heard: list[str] = []
    for _ in range(number):
        person = next_speaker(people, heard)
        assert person is not None
        heard.append(person.id)
    return heard


def test_the_sides_speak_in_turn_and_the_guest_once_a_round() -> None:
    assert heard_in_order([*PEOPLE], 6) == ["maja", "jo", "amir", "tomas", "maja", "jo"]
    assert heard_in_order([*PEOPLE, GUEST], 5)[:3] == ["maja", "jo", "amir"]
    assert "ruth" in heard_in_order([*PEOPLE, GUEST], 6)
    assert heard_in_order([*PEOPLE[:2]], 3) == ["maja", "amir", "maja"]
    assert next_speaker([], []) is None


@given(st.lists(st.sampled_from(Discipline), min_size=1, max_size=7), st.integers(1, 30))
def test_of_one_side_nobody_is_heard_twice_more_often_than_another(sides: list[Discipline], turns: int) -> None:
    people = [Participant(id=f"p{n}", name=f"p{n}", discipline=side) for n, side in enumerate(sides)]
    heard = heard_in_order(people, turns)
    for side in Discipline:
        counts = [heard.count(person.id) for person in people if person.discipline is side]
        assert not counts or max(counts) - min(counts) <= 1
    if {Discipline.CX, Discipline.UX} <= set(sides):
        spoken = [people[int(who[1:])].discipline for who in heard]
        both = [side for side in spoken if side is not Discipline.JOINT]
        assert all(one is not other for one, other in pairwise(both))


def test_the_closing_check_tells_what_is_open_and_what_is_done() -> None:
    workshop, card = with_a_card()
    points = _check(workshop)
    assert [point.key for point in points if not point.done] == [ClosingKey.FINDINGS]
    other = add_card(workshop, origin=ME, phase=None, text="zebra", discipline=Discipline.CX)
    add_tension(workshop, origin=ME, card_ids=[card.id, other.id])
    action = deciding.add_action(workshop, origin=ME, card_id=card.id, text="Do it")
    add_card(workshop, origin=ME, phase=Phase.SCALE, text="secret", hidden=True)
    found = {point.key: point for point in _check(workshop)}
    assert found[ClosingKey.ACTIONS_WITHOUT_OWNER].cards == (action.id,)
    assert found[ClosingKey.ACTIONS_WITHOUT_OWNER].sentence == "1 action has no owner."
    assert found[ClosingKey.PARKING_LOT].cards == (other.id,)
    assert set(found[ClosingKey.OPEN_TENSIONS].cards) == {card.id, other.id}
    assert found[ClosingKey.HIDDEN_CARDS].sentence == "1 card is still hidden."
    assert found[ClosingKey.HIDDEN_CARDS].cards == ()
    assert found[ClosingKey.DECISIONS].done


def test_an_objection_is_open_at_the_end() -> None:
    workshop, card = with_a_card()
    decided(workshop, card)
    deciding.show_fist(workshop, origin=ME, card_id=card.id, participant="jo", fingers=0)
    found = {point.key: point for point in _check(workshop)}
    assert found[ClosingKey.DECISIONS].cards == (card.id,)


def test_the_sample_has_something_to_close() -> None:
    workshop = Workshop(Board(sample_records()))
    assert sum(not point.done for point in _check(workshop)) >= 4
    change_text(workshop, origin=ME, card_id=next(iter(workshop.board.cards)), text="still works")


def _check(workshop: Workshop) -> list:  # type: ignore[type-arg]
    visible = visible_to(ROOM, workshop.board)
    return closing_check(visible, findings_of(visible, date(2026, 11, 14)))
