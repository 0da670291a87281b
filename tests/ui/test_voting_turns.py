"""Turns in a voting round: dots by click, key and outline that nobody else sees, and the chip that says whose."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui import voting_room
from tests.ui.hands import ALT, CTRL, LEFT, SHIFT, Hands, Key
from tests.ui.voting_room import give, given, page
from ui.panels.voting.vote_row import VoteRow
from ui.voting.giving import NOBODY_VOTES
from workshop.commands.agenda import add_step, enter_step
from workshop.commands.voting import end_round
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Mode, VotingRound

room, going_on = voting_room.room, voting_room.going_on


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


def test_going_on_from_a_step_of_voting_ends_its_round_and_says_how_to_see_it(room: Hands) -> None:
    told: list[str] = []
    room.state.message.connect(told.append)
    enter_step(room.state.workshop, origin="window", step_id="vote")
    room.state.vote_as("lena")
    room.click("a")
    room.press(Key.Key_B, ALT, on=room.canvas)
    assert room.state.timer.step.id == "talk"
    (ended,) = room.board.collection("voting_rounds").values()
    assert ended.ended
    assert room.state.voter is None
    assert [words for words in told if "ended with its step" in words] == told[-1:]


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


def test_nothing_tells_the_next_on_which_card_the_last_dot_was_given(
    room: Hands, going_on: VotingRound
) -> None:
    room.desk.act("toggle_outline")
    room.state.vote_as("lena")
    room.state.select({"b"})
    room.canvas.setFocus()
    room.press(Key.Key_D)
    assert given(room)["lena", "b"] == 1
    room.press(Key.Key_V, SHIFT, on=room.canvas)
    assert room.state.voting_as == "jo"
    assert not room.state.cards
    assert room.desk.outlining.panel is not None
    assert not room.desk.outlining.panel.view.currentIndex().isValid()


def test_the_keyboard_does_not_stay_on_the_card_of_the_last_voter(room: Hands, going_on: VotingRound) -> None:
    page(room).open(going_on.id)
    room.state.vote_as("lena")
    room.breathe()
    page(room).rows.go_to("vote:b")
    room.press(Key.Key_Plus)
    assert given(room)["lena", "b"] == 1
    room.desk.act("next_voter")
    room.breathe()
    focus = QApplication.focusWidget()
    assert isinstance(focus, VoteRow)
    assert focus.card == "a"


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
    assert room.canvas.looks.panel in chip.styleSheet()
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


def test_a_turn_ends_with_its_round_and_with_whoever_left(room: Hands, going_on: VotingRound) -> None:
    from workshop.commands.people import remove_participant

    room.state.vote_as("jo")
    remove_participant(room.state.workshop, origin="window", participant_id="jo")
    assert room.state.voter is None
    room.state.vote_as("lena")
    end_round(room.state.workshop, origin="window", round_id=going_on.id)
    assert room.state.voter is None
    assert room.state.lit is None


def test_a_step_of_voting_without_cards_to_vote_on_says_so_and_one_with_a_round_does_not(room: Hands) -> None:
    workshop, told = room.state.workshop, []
    room.state.message.connect(told.append)
    empty = add_step(workshop, origin="window", title="Vote", mode=Mode.VOTE, phase=Phase.SCALE)
    full = add_step(workshop, origin="window", title="Vote", mode=Mode.VOTE, phase=Phase.DEFINE)
    enter_step(workshop, origin="window", step_id=empty.id)
    room.breathe()
    assert told == [
        "No round was opened: fewer than two cards of Scale lie open to be voted on. Alt+V starts one on others."
    ]
    enter_step(workshop, origin="window", step_id=full.id)
    room.breathe()
    assert len(told) == 1
