"""Voting rounds: limits, turns, hidden results, ties, splits by discipline, and taking the first ones on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workshop.facilitation.watch import STEPS, in_the_room
from workshop.commands import voting
from workshop.commands.agenda import add_step, change_step, enter_step
from workshop.commands.cards import add_card
from workshop.commands.groups import group_cards
from workshop.commands.revealing import hide_cards
from workshop.commands.taking_on import take_top
from workshop.commands.votes import add_dot
from workshop.errors import InvalidRecordError, WorkshopError
from workshop.facilitation.dots import dots_on_cards
from workshop.facilitation.results import RoundResult, result_of
from workshop.facilitation.rounds import open_round, suggested_dots, turns
from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH, Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Mode, VotingRound
from workshop.model.links import LinkKind
from workshop.visibility import PAPER, PROJECTOR, ROOM, Viewer, ViewerKind, visible_to
from workshop.workshop import Workshop

ME = "window"


def with_cards(number: int = 5, **fields: object) -> Workshop:
    workshop, _ = in_the_room()
    for text in "abcdefgh"[:number]:
        add_card(workshop, origin=ME, phase=Phase.DISCOVER, text=text, **fields)
    return workshop


def ids(workshop: Workshop) -> list[str]:
    return list(workshop.board.cards)


def begun(workshop: Workshop, **fields: object) -> VotingRound:
    return voting.start_round(workshop, origin=ME, card_ids=ids(workshop), **{"dots": 3, **fields})  # type: ignore[arg-type]


def give(workshop: Workshop, voter: str, *cards: str) -> None:
    voting_round = open_round(workshop.board)
    assert voting_round is not None
    for card in cards:
        voting.give_dot(workshop, origin=ME, round_id=voting_round.id, card_id=card, voter=voter)


def ended(workshop: Workshop) -> RoundResult:
    voting_round = open_round(workshop.board)
    assert voting_round is not None
    result = result_of(
        visible_to(ROOM, workshop.board), voting.end_round(workshop, origin=ME, round_id=voting_round.id)
    )
    assert result is not None
    return result


def test_the_suggested_dots_grow_with_the_options() -> None:
    assert [suggested_dots(options) for options in (1, 4, 5, 20, 100)] == [1, 1, 2, 5, 10]


def test_a_person_gives_no_more_dots_than_the_round_allows_in_all_and_on_one_card() -> None:
    workshop = with_cards()
    a, b, *_ = ids(workshop)
    begun(workshop, dots=3, limit=2)
    give(workshop, "maja", a, a)
    with pytest.raises(InvalidRecordError, match="at most 2 dots of one person"):
        give(workshop, "maja", a)
    give(workshop, "maja", b)
    with pytest.raises(InvalidRecordError, match="Maja Jensen has given all 3 dots"):
        give(workshop, "maja", b)


def test_of_one_dot_a_person_it_is_not_said_that_all_are_given() -> None:
    workshop = with_cards()
    begun(workshop, dots=1)
    give(workshop, "maja", ids(workshop)[0])
    with pytest.raises(
        InvalidRecordError, match="Maja Jensen has given the one dot there is; take one back first"
    ):
        give(workshop, "maja", ids(workshop)[1])


def test_dots_taken_back_can_be_given_again() -> None:
    workshop = with_cards()
    a, b, *_ = ids(workshop)
    voting_round = begun(workshop, dots=1)
    give(workshop, "jo", a)
    voting.take_dot(workshop, origin=ME, round_id=voting_round.id, card_id=a, voter="jo")
    give(workshop, "jo", b)
    with pytest.raises(InvalidRecordError, match="Jo Whitfield has no dot on this card"):
        voting.take_dot(workshop, origin=ME, round_id=voting_round.id, card_id=a, voter="jo")


def test_chips_say_how_many_dots_are_left_with_the_sides_in_turn() -> None:
    workshop = with_cards()
    voting_round = begun(workshop)
    give(workshop, "tomas", ids(workshop)[0], ids(workshop)[0])
    found = turns(workshop.board, voting_round)
    assert [turn.participant.id for turn in found] == ["maja", "jo", "amir", "tomas"]
    assert [(turn.given, turn.left) for turn in found][-1] == (2, 1)


def test_while_a_round_is_open_each_sees_only_their_own_dots() -> None:
    workshop = with_cards()
    a, b, *_ = ids(workshop)
    voting_round = begun(workshop)
    give(workshop, "maja", a, a)
    give(workshop, "jo", b)
    for viewer in (ROOM, PROJECTOR, PAPER):
        visible = visible_to(viewer, workshop.board)
        assert not list(visible.votes())
        assert result_of(visible, voting_round) is None
    assert dots_on_cards(visible_to(ROOM, workshop.board), voting_as="jo") == {b: 1}
    phone = visible_to(Viewer(ViewerKind.PARTICIPANT, "maja"), workshop.board)
    assert dots_on_cards(phone, voting_as="jo") == {a: 2}
    ended(workshop)
    assert dots_on_cards(visible_to(PAPER, workshop.board)) == {a: 2, b: 1}


def test_a_show_of_hands_counts_by_discipline() -> None:
    workshop = with_cards()
    a, b, *_ = ids(workshop)
    voting_round = begun(workshop)
    for card, discipline, hands in ((a, Discipline.CX, 4), (a, Discipline.UX, 1), (b, Discipline.UX, 6)):
        voting.tally_hands(
            workshop, origin=ME, round_id=voting_round.id, card_id=card, discipline=discipline, hands=hands
        )
    voting.tally_hands(
        workshop, origin=ME, round_id=voting_round.id, card_id=b, discipline=Discipline.UX, hands=0
    )
    rows = ended(workshop).rows
    assert [(row.card, row.cx, row.ux) for row in rows[:2]] == [(a, 4, 1), (b, 0, 0)]


def test_ties_are_ties() -> None:
    workshop = with_cards()
    a, b, c, d, _ = ids(workshop)
    begun(workshop)
    give(workshop, "maja", b, c, d)
    give(workshop, "jo", b, c, d)
    give(workshop, "amir", a, a, a)
    result = ended(workshop)
    assert [(row.card, row.rank, row.tied) for row in result.rows[:4]] == [
        (a, 1, False),
        (b, 2, True),
        (c, 2, True),
        (d, 2, True),
    ]
    assert [row.card for row in result.top(2)] == [a, b, c, d]
    assert [row.card for row in result.top(1)] == [a]


def test_the_widest_gap_between_the_sides_is_named_first() -> None:
    workshop = with_cards()
    a, b, c, *_ = ids(workshop)
    begun(workshop)
    give(workshop, "maja", a, a, c)
    give(workshop, "jo", b, c, c)
    result = ended(workshop)
    assert [row.card for row in result.disagreements()] == [a, c, b]
    assert [round(row.gap, 2) for row in result.disagreements()] == [0.67, 0.33, 0.33]


def test_before_both_sides_have_voted_nobody_disagrees() -> None:
    workshop = with_cards()
    begun(workshop)
    give(workshop, "maja", ids(workshop)[0])
    assert ended(workshop).disagreements() == ()


def test_one_round_is_open_at_a_time_and_all_are_kept() -> None:
    workshop = with_cards()
    first = begun(workshop, question="What hurts?")
    with pytest.raises(InvalidRecordError, match="“What hurts\\?” is still open"):
        begun(workshop)
    ended(workshop)
    with pytest.raises(InvalidRecordError, match="has ended; reopen it"):
        voting.give_dot(workshop, origin=ME, round_id=first.id, card_id=ids(workshop)[0], voter="jo")
    second = begun(workshop)
    with pytest.raises(InvalidRecordError, match="is still open"):
        voting.reopen_round(workshop, origin=ME, round_id=first.id)
    ended(workshop)
    voting.reopen_round(workshop, origin=ME, round_id=first.id)
    give(workshop, "jo", ids(workshop)[0])
    voting.remove_round(workshop, origin=ME, round_id=first.id)
    assert list(workshop.board.collection("voting_rounds")) == [second.id]
    assert not workshop.board.votes
    workshop.undo(ME)
    assert len(workshop.board.votes) == 1


def test_numbers_cannot_be_lowered_below_what_was_given() -> None:
    workshop = with_cards()
    a, b, c, *_ = ids(workshop)
    voting_round = begun(workshop)
    give(workshop, "jo", a, a, b)
    with pytest.raises(InvalidRecordError, match="more dots than that"):
        voting.change_round(workshop, origin=ME, round_id=voting_round.id, dots=2)
    with pytest.raises(InvalidRecordError, match="more dots on one card"):
        voting.change_round(workshop, origin=ME, round_id=voting_round.id, limit=1)
    changed = voting.change_round(workshop, origin=ME, round_id=voting_round.id, dots=2, card_ids=[b, c])
    assert (changed.dots, changed.cards) == (2, (b, c))
    assert [vote.card for vote in workshop.board.votes.values()] == [b]


@pytest.mark.parametrize("fields", [{"dots": 0}, {"limit": 9}, {"limit": 0}])
def test_numbers_that_make_no_sense_are_refused(fields: dict[str, int]) -> None:
    workshop = with_cards()
    with pytest.raises(WorkshopError):
        begun(workshop, **fields)
    assert open_round(workshop.board) is None


def test_hidden_cards_take_no_part_and_those_that_do_cannot_be_hidden() -> None:
    workshop = with_cards()
    a, b, *_ = ids(workshop)
    hide_cards(workshop, origin=ME, card_ids=[a])
    with pytest.raises(InvalidRecordError, match="reveal it first"):
        begun(workshop)
    voting.start_round(workshop, origin=ME, card_ids=[b, ids(workshop)[2]])
    with pytest.raises(InvalidRecordError, match="end the round first"):
        hide_cards(workshop, origin=ME, card_ids=[b])
    with pytest.raises(InvalidRecordError, match="does not take part"):
        give(workshop, "jo", ids(workshop)[3])


def test_while_a_round_is_open_its_cards_take_no_hands_outside_of_it() -> None:
    workshop = with_cards()
    a, b, c, *_ = ids(workshop)
    voting.start_round(workshop, origin=ME, card_ids=[a, b])
    with pytest.raises(InvalidRecordError, match="round is open on this card"):
        add_dot(workshop, origin=ME, card_id=a, discipline=Discipline.CX)
    assert add_dot(workshop, origin=ME, card_id=c, discipline=Discipline.CX).round is None


def test_entering_a_step_of_voting_opens_its_round_once() -> None:
    workshop = with_cards(hidden=False)
    add_card(workshop, origin=ME, phase=Phase.DISCOVER, text="hidden", hidden=True)
    add_card(workshop, origin=ME, phase=Phase.DEFINE, text="elsewhere")
    enter_step(workshop, origin=ME, step_id="vote")
    voting_round = open_round(workshop.board)
    assert voting_round is not None
    assert (len(voting_round.cards), voting_round.dots, voting_round.step) == (5, 2, "vote")
    assert voting_round.question == "Vote", "without a prompt the title asks"
    ended(workshop)
    enter_step(workshop, origin=ME, step_id="share")
    enter_step(workshop, origin=ME, step_id="vote")
    assert open_round(workshop.board) is None
    assert STEPS[2].id == "vote"


def test_a_running_step_that_becomes_one_of_voting_opens_its_round() -> None:
    workshop = with_cards(hidden=False)
    change_step(workshop, origin=ME, step_id="share", mode=Mode.VOTE)
    assert open_round(workshop.board) is None, "it does not run yet"
    change_step(workshop, origin=ME, step_id="share", mode=Mode.SHARE)
    enter_step(workshop, origin=ME, step_id="share")
    change_step(workshop, origin=ME, step_id="share", title="Gather")
    assert open_round(workshop.board) is None
    change_step(workshop, origin=ME, step_id="share", mode=Mode.VOTE)
    voting_round = open_round(workshop.board)
    assert voting_round is not None
    assert (voting_round.step, voting_round.question) == ("share", "Gather")


def test_a_round_ends_when_the_step_that_opened_it_is_left_so_that_the_next_vote_has_its_own() -> None:
    workshop = with_cards(hidden=False)
    for text in "xy":
        add_card(workshop, origin=ME, phase=Phase.DEFINE, text=text)
    again = add_step(workshop, origin=ME, title="Again", mode=Mode.VOTE, phase=Phase.DEFINE)
    enter_step(workshop, origin=ME, step_id="vote")
    first = open_round(workshop.board)
    give(workshop, "maja", ids(workshop)[0])
    enter_step(workshop, origin=ME, step_id="vote")
    assert open_round(workshop.board) == first, "entered anew, the step goes on with its round"
    enter_step(workshop, origin=ME, step_id="share")
    assert open_round(workshop.board) is None
    enter_step(workshop, origin=ME, step_id=again.id)
    second = open_round(workshop.board)
    assert second is not None
    assert (second.step, len(second.cards)) == (again.id, 2)


def test_a_round_that_no_step_opened_stays_open_whatever_step_comes() -> None:
    workshop = with_cards(hidden=False)
    voting_round = begun(workshop)
    for step in ("share", "vote", "decide"):
        enter_step(workshop, origin=ME, step_id=step)
        assert open_round(workshop.board) == voting_round


def test_the_first_ones_go_on_to_the_next_phase_as_one_step_of_undo() -> None:
    workshop = with_cards(kind="need", discipline=Discipline.CX, tags=("t",))
    a, b, c, *_ = ids(workshop)
    group_cards(workshop, origin=ME, card_ids=[a, b], name="Proof")
    voting_round = begun(workshop)
    give(workshop, "maja", a, a, b)
    give(workshop, "jo", b, c)
    ended(workshop)
    before = set(workshop.board.cards)
    made = take_top(workshop, origin=ME, round_id=voting_round.id, top=2)
    assert [(card.text, card.phase, card.kind, card.tags) for card in made] == [
        ("a", Phase.DEFINE, "need", ("t",)),
        ("b", Phase.DEFINE, "need", ("t",)),
    ]
    assert [(link.source, link.kind) for card in made for link in workshop.board.links_of(card.id)] == [
        (a, LinkKind.LEADS_TO),
        (b, LinkKind.LEADS_TO),
    ]
    assert len({card.group for card in made}) == 1
    assert made[0].group not in (None, workshop.board.card(a).group)
    assert not _overlap(*made)
    with pytest.raises(InvalidRecordError, match="taken on already"):
        take_top(workshop, origin=ME, round_id=voting_round.id, top=2)
    assert [card.text for card in take_top(workshop, origin=ME, round_id=voting_round.id, top=3)] == ["c"]
    workshop.undo(ME)
    workshop.undo(ME)
    assert set(workshop.board.cards) == before
    assert not workshop.board.links


def test_an_open_round_one_without_dots_and_the_last_phase_take_nothing_on() -> None:
    workshop = with_cards()
    voting_round = begun(workshop)
    with pytest.raises(InvalidRecordError, match="still open"):
        take_top(workshop, origin=ME, round_id=voting_round.id, top=2)
    ended(workshop)
    with pytest.raises(InvalidRecordError, match="No card of this round"):
        take_top(workshop, origin=ME, round_id=voting_round.id, top=2)
    a, b = (add_card(workshop, origin=ME, phase=Phase.SCALE, text=text) for text in "xy")
    last = voting.start_round(workshop, origin=ME, card_ids=[a.id, b.id])
    give(workshop, "jo", a.id)
    ended(workshop)
    with pytest.raises(InvalidRecordError, match="no phase after"):
        take_top(workshop, origin=ME, round_id=last.id, top=1)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["maja", "amir", "jo", "tomas"]), st.integers(0, 4), st.booleans()),
        max_size=40,
    ),
    st.integers(1, 4),
    st.none() | st.integers(1, 2),
)
def test_however_people_vote_the_limits_hold_and_every_dot_counts_once(
    acts: list[tuple[str, int, bool]], dots: int, limit: int | None
) -> None:
    workshop = with_cards()
    cards = ids(workshop)
    voting_round = begun(workshop, dots=dots, limit=min(limit, dots) if limit else None)
    for voter, card, giving in acts:
        act = voting.give_dot if giving else voting.take_dot
        try:
            act(workshop, origin=ME, round_id=voting_round.id, card_id=cards[card], voter=voter)
        except InvalidRecordError:
            continue
    votes = list(workshop.board.votes.values())
    assert len({(vote.voter, vote.card) for vote in votes}) == len(votes)
    assert all(turn.given <= dots for turn in turns(workshop.board, voting_round))
    assert all(vote.dots <= (voting_round.limit or dots) for vote in votes)
    result = ended(workshop)
    assert result.dots == sum(vote.dots for vote in votes)
    assert [row.total for row in result.rows] == sorted((row.total for row in result.rows), reverse=True)


def _overlap(one: Card, other: Card) -> bool:
    return abs(one.x - other.x) < CARD_WIDTH and abs(one.y - other.y) < CARD_HEIGHT
