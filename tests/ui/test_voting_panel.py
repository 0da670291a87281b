"""Voting: starting a round in its panel, turns that nobody else sees, hands, results, and taking the first on."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.hands import CTRL, LEFT, SHIFT, Hands, Key
from tests.ui.tensions_room import act, told
from tests.workshop.facilitation.watch import Watch
from ui.panels.choices import ChoiceField
from ui.panels.strict_fields import StrictLine
from ui.panels.voting.page import VotingPage
from ui.panels.voting.result_row import ResultRow
from ui.panels.voting.start_row import StartRow
from ui.panels.voting.turns_row import TurnsRow
from ui.panels.voting.vote_row import VoteRow
from ui.voting.giving import NOBODY_VOTES
from workshop.commands.voting import end_round, give_dot, start_round
from workshop.facilitation.rounds import open_round, rounds_of
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import AgendaStep, Mode, VotingRound
from workshop.model.links import LinkKind
from workshop.model.people import Participant

R = TypeVar("R")

CARDS = tuple(
    Card(id=name, text=f"card {name}", phase=Phase.DEFINE, x=60.0 + 220 * place, y=-150.0)
    for place, name in enumerate("abc")
)
ELSEWHERE = Card(id="z", text="elsewhere", phase=Phase.DISCOVER, x=60.0, y=0.0)
PEOPLE = (
    Participant(id="lena", name="Lena", discipline=Discipline.CX),
    Participant(id="jo", name="Jo", discipline=Discipline.UX),
)
STEPS = (
    AgendaStep(id="talk", title="Talk", order=0, mode=Mode.SHARE),
    AgendaStep(id="vote", title="Vote", order=1, mode=Mode.VOTE, phase=Phase.DEFINE, prompt="Which first?"),
)


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Iterator[Hands]:
    """Three cards in Define and one elsewhere, one person of each side, the panel of voting open."""
    assert home.window.open_path(session_file(*CARDS, ELSEWHERE, *PEOPLE, *STEPS))
    home.breathe()
    home.desk.session.workshop.room.clock = Watch()
    home.canvas.looking.fit_phase(Phase.DEFINE)
    home.desk.panelling.open("voting")
    home.breathe()
    yield home
    home.desk.session.workshop.room.stop()


@pytest.fixture
def going_on(room: Hands) -> VotingRound:
    """An open round on the three cards, two dots each."""
    made = start_round(
        room.state.workshop, origin="window", card_ids="abc", question="Which first?", dots=2, limit=2
    )
    room.breathe()
    return made


def test_too_few_cards_teach(hands: Hands) -> None:
    hands.desk.panelling.open("voting")
    hands.breathe()
    assert "where CX and UX differ" in told(page(hands))


def test_a_round_is_started_from_the_form_on_what_is_selected(room: Hands) -> None:
    room.state.select({"a", "z"})
    room.breathe()
    form = row(room, StartRow)
    assert form.choice == "selection"
    question = form.fields["question"].editor
    assert isinstance(question, StrictLine)
    room.fill(question.field, "Which first?")
    QTest.mouseClick(form.start, LEFT)
    room.breathe()
    (made,) = rounds_of(room.board)
    assert (made.question, made.cards, made.dots, made.limit) == ("Which first?", ("a", "z"), 1, None)
    assert page(room).opened == made.id
    room.canvas.setFocus()
    room.press(Key.Key_Z, CTRL)
    assert rounds_of(room.board) == []
    assert page(room).opened is None


def test_a_phase_and_all_phases_are_offered_with_their_cards_and_dots_for_them(room: Hands) -> None:
    form = row(room, StartRow)
    cards = form.fields["cards"].editor
    assert isinstance(cards, ChoiceField)
    offered = [cards.field.itemText(place) for place in range(cards.field.count())]
    assert offered == ["Define · 3", "All phases · 4"]


def test_a_step_that_votes_opens_its_round_and_shows_it(room: Hands) -> None:
    room.desk.panelling.open("dots")
    room.canvas.setFocus()
    room.desk.act("next_step")
    room.desk.act("next_step")
    room.breathe()
    made = open_round(room.board)
    assert made is not None
    assert (made.question, made.step, made.cards) == ("Which first?", "vote", ("a", "b", "c"))
    assert room.desk.panel.shown == "voting"
    assert page(room).opened == made.id


def test_a_step_that_votes_does_not_take_the_keyboard_out_of_another_panel(room: Hands) -> None:
    room.desk.panelling.open("dots")
    room.desk.panel.tabs.setFocus()
    room.desk.act("next_step")
    room.desk.act("next_step")
    room.breathe()
    assert room.desk.panel.shown == "dots"


def test_dots_are_given_by_clicks_and_keys_and_taken_back(room: Hands, going_on: VotingRound) -> None:
    room.press(Key.Key_V, SHIFT, on=room.canvas)
    assert room.state.voting_as == "lena"
    room.click("a")
    room.click("a")
    assert given(room) == {("lena", "a"): 2}
    room.click("a", SHIFT)
    assert given(room) == {("lena", "a"): 1}
    room.state.select({"b"})
    room.press(Key.Key_D, on=room.canvas)
    assert given(room) == {("lena", "a"): 1, ("lena", "b"): 1}
    room.press(Key.Key_D, SHIFT, on=room.canvas)
    room.press(Key.Key_Z, CTRL, on=room.canvas)
    assert given(room) == {("lena", "a"): 1, ("lena", "b"): 1}


def test_two_quick_clicks_are_two_dots_and_write_nothing(room: Hands, going_on: VotingRound) -> None:
    room.state.vote_as("lena")
    room.double_click_at(room.middle("a"))
    room.click_at(room.middle("a"))
    assert given(room) == {("lena", "a"): 2}
    assert room.canvas.writing.card is None


def test_a_card_is_not_moved_by_a_drag_while_somebody_votes(room: Hands, going_on: VotingRound) -> None:
    room.state.vote_as("lena")
    before = room.card("card a")
    room.drag(room.middle("a"), room.middle("b"))
    assert room.card("card a") == before
    assert given(room) == {}


def test_without_a_turn_a_dot_asks_who_votes(room: Hands, going_on: VotingRound) -> None:
    said: list[str] = []
    room.state.message.connect(said.append)
    room.state.select({"a"})
    room.press(Key.Key_D, on=room.canvas)
    assert said == [NOBODY_VOTES]
    assert given(room) == {}


def test_more_dots_than_one_has_are_refused_in_words(room: Hands, going_on: VotingRound) -> None:
    said: list[str] = []
    room.state.message.connect(said.append)
    room.state.vote_as("lena")
    for card in "abc":
        room.click(card)
    assert given(room) == {("lena", "a"): 1, ("lena", "b"): 1}
    assert said == ["Lena has given all 2 dots; take one back first."]


def test_the_dots_of_others_are_hidden_between_turns(room: Hands, going_on: VotingRound) -> None:
    room.state.vote_as("lena")
    room.click("a")
    assert room.canvas.scene.dots == {"a": 1}
    room.press(Key.Key_V, SHIFT, on=room.canvas)
    assert room.state.voting_as == "jo"
    assert room.canvas.scene.dots == {}
    assert not any(room.canvas.scene.dots.values())
    room.desk.act("end_turn")
    assert room.canvas.scene.dots == {}
    assert room.state.lit is None
    end_round(room.state.workshop, origin="window", round_id=going_on.id)
    assert room.canvas.scene.dots == {"a": 1}


def test_nobody_undoes_a_dot_of_somebody_else_in_their_turn(room: Hands, going_on: VotingRound) -> None:
    room.state.vote_as("lena")
    room.click("a")
    room.state.vote_as("jo")
    said: list[str] = []
    room.state.message.connect(said.append)
    room.press(Key.Key_Z, CTRL, on=room.canvas)
    assert given(room) == {("lena", "a"): 1}
    assert said == ["The last step was somebody else's dot; in your turn it stays as it is."]
    room.click("b")
    room.press(Key.Key_Z, CTRL, on=room.canvas)
    assert given(room) == {("lena", "a"): 1}
    room.state.vote_as("lena")
    room.press(Key.Key_Z, CTRL, on=room.canvas)
    assert given(room) == {}
    room.state.vote_as("jo")
    room.press(Key.Key_Y, CTRL, on=room.canvas)
    assert given(room) == {}


def test_the_outline_shows_only_the_dots_of_whose_turn_it_is(room: Hands, going_on: VotingRound) -> None:
    room.state.vote_as("lena")
    room.click("a")
    room.desk.act("toggle_outline")
    room.breathe()
    outline = room.desk.outlining.panel
    assert outline is not None
    spoken = outline.model.words.of(outline.model.node(outline.model.card_index("a"))).spoken
    assert "1 dot" in spoken
    room.state.vote_as("jo")
    spoken = outline.model.words.of(outline.model.node(outline.model.card_index("a"))).spoken
    assert "dot" not in spoken
    outline.view.go_to(outline.model.card_index("b"))
    room.press(Key.Key_D, on=outline.view)
    assert given(room)["jo", "b"] == 1


def test_the_chip_says_whose_turn_it_is_and_leads_to_the_next(room: Hands, going_on: VotingRound) -> None:
    room.desk.act("next_voter")
    chip = room.desk.voting.chip
    assert chip is not None
    assert chip.isVisible()
    assert (chip.who.text(), chip.left.text()) == ("Lena · CX votes", "2 dots left")
    room.click("a")
    assert chip.left.text() == "1 dot left"
    QTest.mouseClick(chip.next, LEFT)
    assert chip.who.text() == "Jo · UX votes"
    QTest.mouseClick(chip.done, LEFT)
    assert room.state.voter is None
    assert not chip.isVisible()


def test_the_chip_makes_room_for_the_find_bar_and_comes_back(room: Hands, going_on: VotingRound) -> None:
    room.state.vote_as("lena")
    chip = room.desk.voting.chip
    assert chip is not None
    before = chip.y()
    room.desk.act("find_cards")
    room.breathe()
    bar = room.desk.finding.bar
    assert bar is not None
    below = room.canvas.mapFrom(room.desk, bar.geometry().bottomLeft())
    assert chip.y() > below.y()
    room.press(Key.Key_Escape)
    assert chip.y() == before


def test_the_chip_keeps_whose_turn_it_is_in_another_theme(room: Hands, going_on: VotingRound) -> None:
    room.state.vote_as("lena")
    room.click("a")
    room.window.toggle_theme()
    room.breathe()
    chip = room.desk.voting.chip
    assert chip is not None
    assert chip.isVisible()
    assert chip.left.text() == "1 dot left"
    assert room.canvas.scene.dots == {"a": 1}


def test_those_who_gave_all_dots_are_passed_over_until_nobody_is_left(
    room: Hands, going_on: VotingRound
) -> None:
    give(room, going_on, lena="ab")
    room.desk.act("next_voter")
    assert room.state.voting_as == "jo"
    give(room, going_on, jo="ab")
    room.desk.act("next_voter")
    assert room.state.voter is None


def test_the_panel_gives_turns_and_dots_by_mouse_and_key(room: Hands, going_on: VotingRound) -> None:
    assert page(room).opened == going_on.id
    turns = row(room, TurnsRow)
    QTest.mouseClick(turns.chips["jo"], LEFT)
    assert room.state.voting_as == "jo"
    first = vote_row(room, "a")
    QTest.mouseClick(first.more, LEFT)
    page(room).rows.go_to("vote:b")
    room.press(Key.Key_Plus)
    assert given(room) == {("jo", "a"): 1, ("jo", "b"): 1}
    assert turns.chips["jo"].text() == "Jo · UX · 0"
    room.press(Key.Key_Minus)
    room.press(Key.Key_D)
    room.press(Key.Key_D, SHIFT)
    assert given(room) == {("jo", "a"): 1}
    assert not vote_row(room, "c").less.isEnabled()


def test_hands_are_counted_for_each_side_and_seen_by_all(room: Hands, going_on: VotingRound) -> None:
    QTest.mouseClick(row(room, TurnsRow).chips[Discipline.CX], LEFT)
    first = vote_row(room, "a")
    assert first.hands.isVisible()
    room.fill(first.hands.field, "4")
    room.click("a")
    QTest.mouseClick(row(room, TurnsRow).chips[Discipline.UX], LEFT)
    room.breathe()
    assert "Hands: 5 CX" in told(vote_row(room, "a"))
    assert room.canvas.scene.dots == {"a": 5}


def test_a_result_ranks_cards_with_ties_as_ties_and_says_who_gave_what(
    room: Hands, going_on: VotingRound
) -> None:
    give(room, going_on, lena="aa", jo="bb")
    QTest.mouseClick(act(page(room), "End the round"), LEFT)
    room.breathe()
    results = [one for one in page(room).rows.rows if isinstance(one, ResultRow)]
    assert [(one.heading.text(), one.rank.text(), one.words.text()) for one in results] == [
        ("card a", "tied at 1", "2 dots: 2 CX"),
        ("card b", "tied at 1", "2 dots: 2 UX"),
        ("card c", "3", "no dot"),
    ]
    assert {"apart:a", "apart:b"} <= set(page(room).rows.keys)


def test_the_first_cards_go_to_the_next_phase_as_one_step(room: Hands, going_on: VotingRound) -> None:
    give(room, going_on, lena="aa", jo="bb")
    end_round(room.state.workshop, origin="window", round_id=going_on.id)
    room.breathe()
    page(room).open(going_on.id)
    page(room).rows.go_to("take")
    room.breathe()
    button = next(one for one in page(room).findChildren(QPushButton) if one.objectName() == "takeTop")
    assert button.text() == "Take the 2 on"
    QTest.mouseClick(button, LEFT)
    made = [card for card in room.cards if card.phase is Phase.EXPLORE]
    assert sorted(card.text for card in made) == ["card a", "card b"]
    assert {(link.source, link.kind) for link in room.board.links.values()} == {
        ("a", LinkKind.LEADS_TO),
        ("b", LinkKind.LEADS_TO),
    }
    assert room.state.cards == {card.id for card in made}
    room.press(Key.Key_Z, CTRL, on=room.canvas)
    assert [card.phase for card in room.cards].count(Phase.EXPLORE) == 0
    assert not room.board.links


def test_a_round_is_reopened_and_removed(room: Hands, going_on: VotingRound) -> None:
    give(room, going_on, lena="a")
    end_round(room.state.workshop, origin="window", round_id=going_on.id)
    room.breathe()
    page(room).open(going_on.id)
    room.breathe()
    QTest.mouseClick(act(page(room), "Reopen"), LEFT)
    room.breathe()
    assert open_round(room.board) is not None
    QTest.mouseClick(act(page(room), "Remove"), LEFT)
    assert rounds_of(room.board) == []
    assert given(room) == {}
    assert page(room).opened is None
    room.press(Key.Key_Z, CTRL, on=room.canvas)
    assert given(room) == {("lena", "a"): 1}


def test_a_turn_ends_with_its_round_and_with_whoever_left(room: Hands, going_on: VotingRound) -> None:
    from workshop.commands.people import remove_participant

    room.state.vote_as("jo")
    remove_participant(room.state.workshop, origin="window", participant_id="jo")
    assert room.state.voter is None
    room.state.vote_as("lena")
    end_round(room.state.workshop, origin="window", round_id=going_on.id)
    assert room.state.voter is None
    assert room.state.lit is None


def test_escape_goes_from_a_round_back_to_the_list(room: Hands, going_on: VotingRound) -> None:
    page(room).rows.go_to(f"round:{going_on.id}")
    room.press(Key.Key_Escape)
    assert page(room).opened is None
    room.press(Key.Key_Return)
    assert page(room).opened == going_on.id


def page(hands: Hands) -> VotingPage:
    found = hands.window.findChild(VotingPage)
    assert isinstance(found, VotingPage)
    return found


def row(hands: Hands, kind: type[R]) -> R:
    hands.breathe()
    return next(one for one in page(hands).rows.rows if isinstance(one, kind))


def vote_row(hands: Hands, card: str) -> VoteRow:
    page(hands).rows.go_to(f"vote:{card}")
    hands.breathe()
    return next(one for one in page(hands).rows.rows if isinstance(one, VoteRow) and one.card == card)


def given(hands: Hands) -> dict[tuple[str | None, str], int]:
    return {(vote.voter, vote.card): vote.dots for vote in hands.board.votes.values()}


def give(hands: Hands, voting_round: VotingRound, **cards: str) -> None:
    """Give dots as people, each letter a card."""
    for voter, letters in cards.items():
        for card in letters:
            give_dot(hands.state.workshop, origin="window", round_id=voting_round.id, card_id=card, voter=voter)
    hands.breathe()
