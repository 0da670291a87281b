"""The panel of voting: starting a round, giving dots in it, hands, results, and taking the first cards on."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui import voting_room
from tests.ui.hands import ALT, CTRL, LEFT, SHIFT, Hands, Key, told
from tests.ui.tensions_room import act
from tests.ui.voting_room import give, given, page, row, vote_row
from ui.panels.choices import ChoiceField
from ui.panels.strict_fields import StrictLine
from ui.panels.voting.result_row import ResultRow
from ui.panels.voting.round_row import RoundRow
from ui.panels.voting.start_row import StartRow
from ui.panels.voting.turns_row import TurnsRow
from workshop.commands.revealing import hide_cards
from workshop.commands.voting import end_round, reopen_round, tally_hands
from workshop.facilitation.rounds import open_round, rounds_of
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import VotingRound
from workshop.model.links import LinkKind

room, going_on = voting_room.room, voting_room.going_on


def result_words(room: Hands, card: str) -> tuple[str, str, str]:
    """What a result says of a card: its words, its rank, its dots."""
    page(room).show_record(card)
    room.breathe()
    (found,) = [
        one for one in page(room).rows.rows if isinstance(one, ResultRow) and one.key == f"result:{card}"
    ]
    return found.heading.text(), found.rank.text(), found.words.text()


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


def test_who_was_left_writing_gets_the_panel_of_the_step_by_going_there(room: Hands) -> None:
    room.desk.panelling.open("dots")
    room.desk.act("next_step")
    room.press(Key.Key_N, on=room.canvas)
    room.type("half a thought")
    room.desk.act("next_step")
    room.breathe()
    assert room.desk.panel.shown != "voting"
    room.press(Key.Key_G, ALT)
    assert room.canvas.writing.card is None
    assert room.desk.panel.shown == "voting"
    assert (made := open_round(room.board)) is not None
    assert page(room).opened == made.id


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


def test_hands_that_went_up_for_a_card_are_not_told_while_it_is_hidden(
    room: Hands, going_on: VotingRound
) -> None:
    for card in "ab":
        tally_hands(
            room.state.workshop,
            origin="window",
            round_id=going_on.id,
            card_id=card,
            discipline=Discipline.CX,
            hands=4,
        )
    end_round(room.state.workshop, origin="window", round_id=going_on.id)
    hide_cards(room.state.workshop, origin="window", card_ids=["a"])
    reopen_round(room.state.workshop, origin="window", round_id=going_on.id)
    room.breathe()
    assert told(page(room)).count("Hands: 4 CX") == 1
    assert "Hands: 4 CX" in told(vote_row(room, "b"))


def test_a_round_tells_nothing_of_a_card_that_was_hidden_after_it(room: Hands, going_on: VotingRound) -> None:
    give(room, going_on, lena="aa", jo="ab")
    end_round(room.state.workshop, origin="window", round_id=going_on.id)
    hide_cards(room.state.workshop, origin="window", card_ids=["a"])
    page(room).open(going_on.id)
    room.breathe()
    assert told(row(room, RoundRow)).splitlines()[:3] == [
        "Which first?",
        "2 cards · 2 dots each, at most 2 on a card",
        "Ended with 1 dot",
    ]
    reopen_round(room.state.workshop, origin="window", round_id=going_on.id)
    room.breathe()
    assert [key for key in page(room).rows.keys if key.startswith("vote:")] == ["vote:b", "vote:c"]


def test_a_result_ranks_cards_with_ties_as_ties_and_says_who_gave_what(
    room: Hands, going_on: VotingRound
) -> None:
    give(room, going_on, lena="aa", jo="bb")
    QTest.mouseClick(act(page(room), "End the round"), LEFT)
    room.breathe()
    assert [result_words(room, card) for card in "abc"] == [
        ("card a", "Tied at 1", "2 dots: 2 CX"),
        ("card b", "Tied at 1", "2 dots: 2 UX"),
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


def test_escape_goes_from_a_round_back_to_the_list(room: Hands, going_on: VotingRound) -> None:
    page(room).rows.go_to(f"round:{going_on.id}")
    room.press(Key.Key_Escape)
    assert page(room).opened is None
    room.press(Key.Key_Return)
    assert page(room).opened == going_on.id
