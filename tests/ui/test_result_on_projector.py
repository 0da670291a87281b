"""The result of a vote on the projector: shown and hidden from its panel, read from the last row, and true."""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.hands import ALT, LEFT, Hands, Key
from tests.ui.projecting import FakeScreens, present, presenting, projector, projectors, settle
from tests.ui.seeing import alike
from tests.ui.voting_room import CARDS, ELSEWHERE, PEOPLE, STEPS, page
from ui.panels.voting.round_row import RoundRow
from ui.present.result_plan import result_pages, result_plan
from ui.voting.result_words import ResultWords, result_words
from ui.window_state import ORIGIN
from workshop.board.board import Board
from workshop.commands.agenda import enter_step
from workshop.commands.cards import change_cards
from workshop.commands.revealing import hide_cards
from workshop.commands.voting import end_round, give_dot, remove_round, reopen_round, start_round
from workshop.facilitation.parts import READABLE, Screen
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Vote, VotingRound
from workshop.picture.palette import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT
from workshop.picture.plan import Box, Rect, TextRun
from workshop.visibility import PROJECTOR, visible_to

HALL, LAPTOP = Screen(1_920, 1_000, 1_080), Screen(1_280, 660, 720)


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """A session with an ended round: a has 2 dots of CX, b one of each side, c none."""
    assert home.window.open_path(session_file(*CARDS, ELSEWHERE, *PEOPLE, *STEPS))
    home.breathe()
    home.settle()
    home.bot.waitUntil(lambda: hasattr(home.desk.running, "peeking"))
    workshop = home.state.workshop
    started = start_round(
        workshop, origin=ORIGIN, question="Which first?", card_ids=["a", "b", "c"], dots=3, limit=None
    )
    for voter, card in (("lena", "a"), ("lena", "a"), ("lena", "b"), ("jo", "b")):
        give_dot(workshop, origin=ORIGIN, round_id=started.id, card_id=card, voter=voter)
    end_round(workshop, origin=ORIGIN, round_id=started.id)
    home.press(Key.Key_V, ALT, on=home.canvas)
    page(home).open(started.id)
    home.breathe()
    return home


def the_round(room: Hands) -> str:
    (found,) = room.board.collection("voting_rounds")
    return found


def act(room: Hands, words: str) -> QPushButton:
    (row,) = [one for one in page(room).rows.rows if isinstance(one, RoundRow)]
    (found,) = [one for one in row.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    return found


def show(room: Hands) -> None:
    QTest.mouseClick(act(room, "Show on the projector"), LEFT)
    settle(room)


def said(room: Hands) -> list[str]:
    """All words of the result on the projector."""
    shown = projector(room)._result
    if shown is None:
        return []
    return [shape.text for shape in result_plan(shown, shown_screen(room), LIGHT) if isinstance(shape, TextRun)]


def shown_screen(room: Hands) -> Screen:
    return projector(room).screen_room


def test_the_panel_shows_the_result_on_the_projector_and_hides_it_again(room: Hands) -> None:
    present(room)
    board = projector(room).grab().toImage()
    show(room)
    assert not alike(projector(room).grab().toImage(), board)
    words = said(room)
    assert words[:2] == ["Which first?", "4 dots on 2 cards"]
    assert {"card a", "card b", "tied at 1", "2 dots: 2 CX", "2 dots: 1 CX, 1 UX"} <= set(words)
    assert {"Where CX and UX differ most", "67 %", "33 %", "100 %", "1 card without a dot"} <= set(words)
    assert room.desk.presenting.bar.where.text() == "Result on the projector"
    QTest.mouseClick(act(room, "Hide from the projector"), LEFT)
    settle(room)
    assert said(room) == []
    assert alike(projector(room).grab().toImage(), board)
    assert act(room, "Show on the projector")


def test_showing_it_begins_to_present_and_one_key_shows_and_hides_it(room: Hands) -> None:
    room.desk.presenting.screens = FakeScreens(room.desk)
    room.press(Key.Key_R, ALT, on=room.canvas)
    settle(room)
    assert projectors()
    assert "card a" in said(room)
    room.press(Key.Key_R, ALT, on=room.canvas)
    assert said(room) == []
    assert projectors()


def test_on_the_only_screen_the_result_is_shown_and_hidden_by_the_same_key(room: Hands) -> None:
    present(room, second=None)
    for expected in (True, False):
        QTest.keyClick(projector(room), Key.Key_R, ALT)
        room.breathe()
        assert bool(said(room)) is expected


def test_a_black_projector_comes_back_with_the_result(room: Hands) -> None:
    present(room)
    presenting(room).blacken()
    show(room)
    assert not projector(room).black


@pytest.mark.parametrize("end", ["reopened", "removed", "taken back"])
def test_a_round_that_is_no_longer_ended_is_shown_no_longer(room: Hands, end: str) -> None:
    present(room)
    show(room)
    workshop, key = room.state.workshop, the_round(room)
    {
        "reopened": lambda: reopen_round(workshop, origin=ORIGIN, round_id=key),
        "removed": lambda: remove_round(workshop, origin=ORIGIN, round_id=key),
        "taken back": room.state.undo,
    }[end]()
    settle(room)
    assert said(room) == []
    assert room.state.result_shown == ""


def test_frames_a_spotlight_and_the_next_step_take_its_place(room: Hands) -> None:
    present(room)
    for leave in (
        lambda: room.press(Key.Key_PageDown, on=room.canvas),
        lambda: presenting(room).spotlight(),
        lambda: enter_step(room.state.workshop, origin=ORIGIN, step_id="vote"),
    ):
        presenting(room).result.show(the_round(room))
        room.state.select({"a"})
        assert said(room)
        leave()
        settle(room)
        assert said(room) == []
    room.state.workshop.room.stop()


def test_a_frozen_result_stays_though_the_round_is_opened_again(room: Hands) -> None:
    present(room)
    show(room)
    before = projector(room).grab().toImage()
    presenting(room).freeze()
    reopen_round(room.state.workshop, origin=ORIGIN, round_id=the_round(room))
    settle(room)
    assert alike(projector(room).grab().toImage(), before)
    presenting(room).freeze()
    settle(room)
    assert not alike(projector(room).grab().toImage(), before)


def test_what_is_hidden_after_the_vote_is_not_on_the_projector(room: Hands) -> None:
    present(room)
    show(room)
    change_cards(room.state.workshop, origin=ORIGIN, card_ids=["b"], text="another word")
    assert "another word" in said(room)
    hide_cards(room.state.workshop, origin=ORIGIN, card_ids=["a"])
    assert said(room) == [
        "Which first?", "2 dots on 1 card", "1", "another word", "2 dots: 1 CX, 1 UX", "1 card without a dot",
    ]  # fmt: skip


def test_without_an_ended_round_the_key_says_so(room: Hands) -> None:
    told: list[str] = []
    room.state.message.connect(told.append)
    reopen_round(room.state.workshop, origin=ORIGIN, round_id=the_round(room))
    room.press(Key.Key_R, ALT, on=room.canvas)
    assert told == ["No voting round has ended yet; its result can be shown then."]
    assert not projectors()


def test_a_long_result_is_walked_page_by_page_and_then_the_frames(room: Hands) -> None:
    workshop = room.state.workshop
    cards = [room.write(f"option {n}") for n in range(14)]
    started = start_round(workshop, origin=ORIGIN, card_ids=[card.id for card in cards], dots=14)
    for card in cards:
        give_dot(workshop, origin=ORIGIN, round_id=started.id, card_id=card.id, voter="lena")
    end_round(workshop, origin=ORIGIN, round_id=started.id)
    present(room)
    presenting(room).result.show(started.id)
    pages = projector(room).result_pages
    assert pages > 1
    pictures = [projector(room).grab().toImage()]
    for _ in range(pages - 1):
        room.press(Key.Key_PageDown, on=room.canvas)
        settle(room)
        pictures.append(projector(room).grab().toImage())
    assert not any(alike(one, other) for one, other in combinations(pictures, 2))
    room.press(Key.Key_PageUp, on=room.canvas)
    assert alike(projector(room).grab().toImage(), pictures[-2])
    room.press(Key.Key_PageDown, on=room.canvas)
    room.press(Key.Key_PageDown, on=room.canvas)
    assert presenting(room).stop is not None
    assert not presenting(room).result.round


DOTS = st.integers(0, 30)
RESULTS = st.lists(
    st.tuples(st.text("abc äöü\n", min_size=1, max_size=200), DOTS, DOTS, DOTS), min_size=1, max_size=25
)


def told(cards: list[tuple[str, int, int, int]]) -> ResultWords:
    """The words of a round in which these cards got dots of CX, UX and guests."""
    made = [Card(id=f"c{n}", text=text, phase=Phase.DEFINE) for n, (text, *_) in enumerate(cards)]
    sides = (Discipline.CX, Discipline.UX, Discipline.JOINT)
    votes = [
        Vote(id=f"{n}{side.value}", round="r", card=f"c{n}", discipline=side, dots=number)
        for n, (_, *dots) in enumerate(cards)
        for side, number in zip(sides, dots, strict=True)
        if number
    ]
    ended = VotingRound(id="r", question="Which " * 9, cards=tuple(card.id for card in made), ended=True)
    found = result_words(visible_to(PROJECTOR, Board([*made, *votes, ended])), "r")
    assert found is not None
    return found


@given(RESULTS, st.sampled_from([HALL, LAPTOP]), st.sampled_from([LIGHT, DARK, HIGH_LIGHT, HIGH_DARK]))
def test_all_words_can_be_read_from_the_last_row_lie_on_the_screen_and_on_no_other(
    cards: list[tuple[str, int, int, int]], screen: Screen, palette: object
) -> None:
    words = told(cards)
    pages = [result_plan(words, screen, palette, n) for n in range(result_pages(words, screen))]  # type: ignore[arg-type]
    for shapes in pages:
        runs = [shape for shape in shapes if isinstance(shape, TextRun)]
        assert all(run.size >= screen.whole * READABLE for run in runs)
        whole = Rect(0, 0, screen.width, screen.height)
        for run in runs:
            assert whole.contains(run.rect), run
        for one, other in combinations(runs, 2):
            assert not one.rect.grown(-1).overlaps(other.rect.grown(-1)), (one, other)
    said = [shape.text for shapes in pages for shape in shapes if isinstance(shape, TextRun)]
    assert all(any(text.startswith(f"{card.result.total} dot") for text in said) for card in words.ranked)


def test_the_longest_bar_is_the_first_and_a_half_of_it_has_half_the_dots() -> None:
    result = told([("first", 6, 2, 0), ("second", 0, 4, 0)])
    boxes = [box for box in result_plan(result, HALL, LIGHT) if isinstance(box, Box)]
    left = [box for box in boxes if box.rect.right < HALL.width * 0.62 and box.fill not in (LIGHT.ground,)]
    cx, ux = LIGHT.disciplines[Discipline.CX].accent, LIGHT.disciplines[Discipline.UX].accent
    assert [box.fill for box in left] == [cx, ux, ux]
    first = left[1].rect.right - left[0].rect.x
    assert left[0].rect.w / first == pytest.approx(0.75, abs=0.02)
    assert left[2].rect.w / first == pytest.approx(0.5, abs=0.02)


def test_few_cards_are_shown_in_larger_letters() -> None:
    def letters(number: int) -> float:
        words = told([(f"card {n}", 5, 1, 0) for n in range(number)])
        return max(
            run.size
            for run in result_plan(words, HALL, LIGHT)
            if isinstance(run, TextRun) and "dots:" in run.text
        )

    assert letters(3) > letters(9)
